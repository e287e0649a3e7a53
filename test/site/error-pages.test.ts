import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Answer } from '../support/client.ts'
import { an } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const secretive = /\bat \S+ \(|node_modules|\.ts:\d|Error:|sqlite|postgres|kysely|select |audit_lines/i

describe('a page that does not exist', () => {
  test('says so in Vietnamese, and shows ways on', async () => {
    const portal = await testPortal()
    const answer = await portal.visitor().get('/khong-co-trang-nay')
    assert.equal(answer.status, 404)
    assert.match(answer.text, /<html lang="vi">/)
    assert.match(answer.text, /<title>Không tìm thấy trang này - cơ quan<\/title>/)
    assert.match(answer.main(), /<h1>Không tìm thấy trang này<\/h1>/)
    assert.match(answer.main(), /<a href="\/">Trang chủ<\/a>/)
    assert.match(answer.main(), /<a href="\/lien-he">Liên hệ<\/a>/)
    assert.match(answer.main(), /Mã lỗi: 404\./)
  })

  test('is not indexed, not kept, and has no canonical address', async () => {
    const { headers, text } = await (await testPortal()).visitor().get('/khong-co-trang-nay')
    assert.equal(headers.get('x-robots-tag'), 'noindex')
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.doesNotMatch(text, /rel="canonical"/)
  })

  test('says so in English where the portal speaks English', async () => {
    const portal = await testPortal({ LANGUAGE: 'en' })
    assert.match(
      (await portal.visitor().get('/khong-co-trang-nay')).text,
      /<html lang="en">[\s\S]*<h1>Page not found<\/h1>/,
    )
  })

  test('never repeats the address that was asked for', async () => {
    const portal = await testPortal()
    for (const path of [
      '/<script>alert(1)</script>',
      '/%3Cscript%3Ealert(1)%3C/script%3E',
      '/"onload="alert(1)',
      '/javascript:alert(1)',
      '/a?b=<script>alert(1)</script>',
    ]) {
      const { status, text } = await portal.visitor().get(path)
      assert.equal(status, 404, path)
      assert.doesNotMatch(text, /alert\(1\)/)
    }
  })
})

describe('an address that cannot be read', () => {
  for (const path of ['/%E0%A4%A', '/tin-bai/%', '/quan-tri/%E0%A4%A', '/tep-tinh/x/%E0%A4%A', '/lien-he%C0%AE']) {
    test(`${path} is the reader’s mistake, not ours`, async () => {
      const { status, text, main } = await (await testPortal()).visitor().get(path)
      assert.ok([400, 404, 303].includes(status), String(status))
      if (status === 400) assert.match(main(), /<h1>Không đọc được yêu cầu này<\/h1>/)
      assert.doesNotMatch(text, secretive)
    })
  }

  test('is answered with 400', async () => {
    assert.equal((await (await testPortal()).visitor().get('/%E0%A4%A')).status, 400)
  })

  test('does not fill the log', async () => {
    const portal = await testPortal({ LOG_LEVEL: 'warn' })
    for (const path of ['/%E0%A4%A', '/khong-co', '/quan-tri/%']) await portal.visitor().get(path)
    assert.deepEqual(portal.logLines, [])
  })
})

describe('a form that is too large', () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }

  test('in bytes or in fields, is refused in plain words', async () => {
    const portal = await testPortal()
    for (const body of [`a=${'b'.repeat(9_000_000)}`, 'a=b&'.repeat(3_000)]) {
      const answer = await portal.visitor().postRaw('/quan-tri/dang-nhap', { body, headers })
      assert.equal(answer.status, 413)
      assert.match(answer.main(), /Nội dung gửi lên quá lớn/)
    }
  })

  test('in an alphabet or a packing that we do not read is refused too', async () => {
    const portal = await testPortal()
    const odd = [
      { 'content-type': 'application/x-www-form-urlencoded; charset=utf-7' },
      { ...headers, 'content-encoding': 'zip' },
      { ...headers, 'content-encoding': 'gzip' },
    ]
    for (const own of odd) {
      const answer = await portal.visitor().postRaw('/quan-tri/dang-nhap', { body: 'a=b', headers: own })
      assert.ok(answer.status >= 400 && answer.status < 500, `${JSON.stringify(own)}: ${answer.status}`)
      assert.doesNotMatch(answer.text, secretive)
    }
  })
})

describe('a bug', () => {
  test('gives a page in Vietnamese with a reference, under which the log has the rest', async () => {
    const portal = await testPortal({ LOG_LEVEL: 'error' })
    const answer = await bug(portal)

    assert.equal(answer.status, 500)
    assert.match(answer.text, /<html lang="vi">/)
    assert.match(answer.main(), /<h1>Cổng gặp trục trặc<\/h1>/)
    assert.match(answer.main(), /Mã lỗi: 500\./)
    assert.doesNotMatch(answer.text, secretive)
    const reference = /xin kèm mã ([0-9a-f]{8})\./.exec(answer.main())?.[1]
    assert.ok(reference)
    assert.equal(portal.logLines.length, 1)
    const line = JSON.parse(portal.logLines[0] ?? '{}')
    assert.deepEqual([line.reference, line.method, line.path, line.msg], [reference, 'GET', '/quan-tri/nhat-ky', 'bug'])
    assert.match(line.err.stack, /audit/)
  })

  test('leaves no cookie, token or password in the log', async () => {
    const portal = await testPortal({ LOG_LEVEL: 'debug' })
    await bug(portal)
    const log = portal.logLines.join('')
    const secrets = [...portal.as(an).cookies.values(), await portal.as(an).formToken(), an.password]
    for (const secret of secrets) assert.ok(!log.includes(secret))
    assert.ok(secrets.length >= 4 && log.includes('bug'))
  })

  test('is over when its cause is: the next page is good', async () => {
    const portal = await testPortal()
    await bug(portal)
    assert.equal((await portal.as(an).get('/quan-tri/can-bo')).status, 200)
  })

  /** A page whose table is gone. */
  async function bug(portal: TestPortal): Promise<Answer> {
    await portal.as(an).formToken()
    await sql`alter table audit_lines rename to lost_lines`.execute(portal.database.write)
    return portal.as(an).get('/quan-tri/nhat-ky')
  }
})

describe('with the database closed', () => {
  test('every page is a plain one in Vietnamese, and the portal goes on answering', async () => {
    const portal = await testPortal({ LOG_LEVEL: 'error' })
    await portal.as(an).get('/quan-tri/tai-khoan')
    await portal.database.close()

    for (const [client, path] of [
      [portal.visitor(), '/'],
      [portal.visitor(), '/lien-he'],
      [portal.visitor(), '/quan-tri/dang-nhap'],
      [portal.as(an), '/quan-tri/can-bo'],
    ] as const) {
      const answer = await client.get(path)
      assert.equal(answer.status, 500, path)
      assert.match(answer.text, /^<!doctype html><html lang="vi">/)
      assert.match(answer.text, /<h1>Cổng gặp trục trặc<\/h1>/)
      assert.match(answer.text, /xin kèm mã [0-9a-f]{8}\./)
      assert.match(answer.headers.get('content-type') ?? '', /^text\/html; charset=utf-8/)
      assert.doesNotMatch(answer.text, secretive)
    }
    assert.equal((await portal.visitor().get('/favicon.ico')).status, 200)
    assert.equal((await portal.visitor().get('/robots.txt')).status, 200)
  })

  test('signing in fails without saying anything about the account', async () => {
    const portal = await testPortal()
    const browser = portal.visitor()
    const token = await browser.formToken()
    await portal.database.close()
    const answer = await browser.post('/quan-tri/dang-nhap', {
      'form-token': token,
      email: an.email,
      password: an.password,
    })
    assert.equal(answer.status, 500)
    assert.doesNotMatch(answer.text, secretive)
  })
})

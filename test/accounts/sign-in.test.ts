import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setPassword, staffReader } from '../../src/accounts/index.ts'
import { tokenHash } from '../../src/accounts/token.ts'
import type { Answer, Client } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong, type Person, sau } from '../support/people.ts'
import { signIn, type TestPortal, testPortal } from '../support/test-portal.ts'

const signInPath = '/quan-tri/dang-nhap'
const signOutPath = '/quan-tri/dang-xuat'
const accountPath = '/quan-tri/tai-khoan'

describe('signing in', () => {
  test('the right address and password open the newsroom', async () => {
    const portal = await testPortal()
    await portal.idOf(huong)
    const browser = portal.visitor()

    const answer = await browser.post(signInPath, { email: huong.email, password: huong.password })

    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/quan-tri')
    const page = await browser.get(accountPath)
    assert.equal(page.status, 200)
    assert.match(page.text, new RegExp(`${huong.name}<small>Phóng viên</small>`))
  })

  test('letters of the address may be large, and space around it does not matter', async () => {
    const portal = await testPortal()
    await portal.idOf(huong)
    await signIn(portal.visitor(), { ...huong, email: `  ${huong.email.toUpperCase()} ` })
  })

  test('a password is the same however its accents are composed', async () => {
    const portal = await testPortal()
    await portal.idOf(huong)
    await signIn(portal.visitor(), { ...huong, password: huong.password.normalize('NFD') })
  })

  test('a space more at its end is another password', async () => {
    const portal = await testPortal()
    await portal.idOf(huong)
    const answer = await portal.visitor().post(signInPath, { email: huong.email, password: `${huong.password} ` })
    assert.equal(answer.status, 422)
  })

  test('a page asked for before signing in opens after it', async () => {
    const portal = await testPortal()
    await portal.idOf(an)
    const browser = portal.visitor()

    const refused = await browser.get('/quan-tri/nhat-ky')
    assert.equal(refused.status, 303)
    assert.equal(refused.location, `${signInPath}?tiep=%2Fquan-tri%2Fnhat-ky`)
    const form = await browser.get(refused.location)
    assert.match(form.main(), /name="tiep" value="\/quan-tri\/nhat-ky"/)

    const answer = await browser.post(signInPath, { email: an.email, password: an.password, tiep: '/quan-tri/nhat-ky' })
    assert.equal(answer.location, '/quan-tri/nhat-ky')
  })

  test('every sign-in and every failure stands in the audit list', async () => {
    const portal = await testPortal({ TRUST_PROXY: 'loopback' })
    await portal.idOf(huong)
    await portal
      .visitor({ address: '203.0.113.7' })
      .post(signInPath, { email: huong.email, password: 'đoán thử một câu' })
    await signIn(portal.visitor({ address: '203.0.113.8' }), huong)

    const { main } = await portal.as(an).get('/quan-tri/nhat-ky')
    assert.match(main(), /Đăng nhập không được<\/th>\s*<td>huong@dakpo\.gialai\.gov\.vn<small>Cán bộ: 203\.0\.113\.7/)
    assert.match(main(), /Đăng nhập<\/th>\s*<td>(<a [^>]+>)?Nguyễn Thị Hương(<\/a>)?<small>Cán bộ: 203\.0\.113\.8/)
  })
})

describe('a refused sign-in', () => {
  test('tells nobody who works here: a wrong password, an unknown account and a closed one give the same bytes', async () => {
    const portal = await testPortal({ TRUST_PROXY: 'loopback' })
    await portal.idOf(huong)
    await portal.as(sau).get(accountPath)
    const { visitor } = portal

    const wrong = await refusal(visitor({ address: '203.0.113.1' }), huong.email, 'đoán thử một câu')
    const unknown = await refusal(
      visitor({ address: '203.0.113.2' }),
      'khong-ai@dakpo.gialai.gov.vn',
      'đoán thử một câu',
    )
    const closed = await refusal(visitor({ address: '203.0.113.3' }), sau.email, sau.password)

    assert.equal(wrong.status, 422)
    assert.match(wrong.page, /Thư điện tử hoặc mật khẩu chưa đúng/)
    assert.deepEqual(unknown, wrong)
    assert.deepEqual(closed, wrong)
  })

  test('takes as long for an unknown account as for a known one', async () => {
    const portal = await testPortal({ TRUST_PROXY: 'loopback' })
    await setHerPassword(portal, huong)
    const known: number[] = []
    const unknown: number[] = []
    for (let time = 0; time < 6; time++) {
      const browser = portal.visitor({ address: `203.0.113.${time}` })
      await browser.formToken()
      const guess = (email: string) => workOf(() => browser.post(signInPath, { email, password: 'đoán thử một câu' }))
      known.push(await guess(huong.email))
      unknown.push(await guess(`ai-${time}@dakpo.gialai.gov.vn`))
    }
    // Without the hash the least work would be a tenth, however busy the machine is.
    const [quickest, wanted] = [Math.min(...unknown), Math.min(...known)]
    assert.ok(quickest > wanted / 2, `${quickest} ms and ${wanted} ms`)
    assert.ok(wanted > quickest / 2, `${wanted} ms and ${quickest} ms`)
  })

  test('keeps the address that was typed, and never the password', async () => {
    const portal = await testPortal()
    const answer = await portal
      .visitor()
      .post(signInPath, { email: 'ai@dakpo.gialai.gov.vn', password: 'câu bí mật của tôi' })
    assert.match(answer.main(), /name="email" type="email" value="ai@dakpo\.gialai\.gov\.vn"/)
    assert.match(answer.main(), /name="password" type="password" value=""/)
    assert.ok(!answer.text.includes('bí mật'))
  })

  test('says beside each field what is missing, and sums it up', async () => {
    const portal = await testPortal()
    const answer = await portal.visitor().post(signInPath, { email: 'huong', password: '' })
    assert.equal(answer.status, 422)
    assert.match(answer.main(), /Còn 2 chỗ cần sửa/)
    assert.match(answer.main(), /<a href="#email">Viết thư điện tử của bạn/)
    assert.match(answer.main(), /id="password-wrong">Nhập mật khẩu</)
  })

  test('bears a password of a megabyte or of a thousand letters, and repeated and odd fields', async () => {
    const portal = await testPortal()
    await portal.idOf(huong)
    const browser = portal.visitor()
    assert.equal((await browser.post(signInPath, { email: huong.email, password: 'ấ'.repeat(500_000) })).status, 413)
    assert.equal((await browser.post(signInPath, { email: huong.email, password: 'ấ'.repeat(1_000) })).status, 422)
    assert.equal((await browser.post(signInPath, { email: ['a@b.vn', huong.email], password: ['x', 'y'] })).status, 422)
    assert.equal((await browser.post(signInPath, { 'email[a]': 'b', __proto__: 'c', constructor: 'd' })).status, 422)
    assert.equal((await browser.post(signInPath, { email: 'a\u0000@b.vn', password: '\u0000'.repeat(20) })).status, 422)
  })

  async function refusal(browser: Client, email: string, password: string) {
    const answer = await browser.post(signInPath, { email, password })
    const page = answer.text.replaceAll(email, 'EMAIL').replace(/(name="form-token" value=")[^"]+/, '$1TOKEN')
    const headers = [...answer.headers].filter(([name]) => !['date', 'set-cookie', 'content-length'].includes(name))
    return { status: answer.status, page, headers }
  }
})

describe('the form of the door', () => {
  test('is worth nothing without its token, and then nothing is tried', async () => {
    const portal = await testPortal()
    await portal.idOf(huong)
    const before = await given.everythingStored(portal)
    const form = `email=${encodeURIComponent(huong.email)}&password=${encodeURIComponent(huong.password)}`
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const token = await portal.visitor().formToken()

    for (const body of [form, `${form}&form-token=`, `${form}&form-token=${token}`]) {
      const browser = portal.visitor()
      const answer = await browser.postRaw(signInPath, { body, headers })
      assert.equal(answer.status, 403)
      assert.match(answer.main(), /Trang đăng nhập mở đã lâu/)
      assert.ok(!browser.cookies.has('session'))
    }
    assert.deepEqual(await given.everythingStored(portal), before)
  })

  test('is not posted from another site', async () => {
    const portal = await testPortal()
    await portal.idOf(huong)
    for (const headers of [
      { origin: 'https://doc-hai.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const browser = portal.visitor()
      const answer = await browser.post(signInPath, { email: huong.email, password: huong.password }, { headers })
      assert.equal(answer.status, 403, JSON.stringify(headers))
      assert.ok(!browser.cookies.has('session'))
    }
  })
})

describe('where signing in may lead', () => {
  const inside = ['/quan-tri', '/quan-tri/can-bo', '/quan-tri/can-bo/12', '/quan-tri/nhat-ky?kind=staff&before=12']
  const outside = [
    '',
    'https://doc-hai.example',
    'http:doc-hai.example',
    '//doc-hai.example',
    '///doc-hai.example',
    '/\\doc-hai.example',
    '\\/doc-hai.example',
    '/quan-tri@doc-hai.example',
    '/quan-tri.doc-hai.example',
    '/quan-tri/../lien-he',
    '/quan-tri/%2e%2e/lien-he',
    '/quan-tri/\t/doc-hai.example',
    '/quan-tri/\r\nSet-Cookie: a=b',
    '/quan-tri/%0d%0aSet-Cookie:a=b',
    '/quan-tri/#//doc-hai.example',
    '/quan-tri?next=https://doc-hai.example',
    '/lien-he',
    'javascript:alert(1)',
    'data:text/html,a',
    '／／doc-hai.example',
    '/quan-tri⁄can-bo',
    signInPath,
    `${signInPath}?tiep=/quan-tri`,
    'quan-tri',
    ' /quan-tri"><script>',
  ]

  test('inside the newsroom, and nowhere else', async () => {
    const portal = await testPortal()
    await portal.idOf(an)
    const goes = async (tiep: string) =>
      (await portal.visitor().post(signInPath, { email: an.email, password: an.password, tiep })).location

    for (const path of inside) assert.equal(await goes(path), path)
    for (const wish of outside) assert.equal(await goes(wish), '/quan-tri', JSON.stringify(wish))
  })

  test('a link to the form cannot carry anything else in', async () => {
    const portal = await testPortal()
    for (const wish of outside) {
      const { status, main } = await portal.visitor().get(`${signInPath}?${new URLSearchParams({ tiep: wish })}`)
      assert.equal(status, 200)
      assert.match(main(), /name="tiep" value="\/quan-tri"/)
      assert.doesNotMatch(main(), /doc-hai/)
    }
  })
})

describe('cookies of the newsroom', () => {
  test('without TLS they are out of reach of scripts and of other sites', async () => {
    const portal = await testPortal()
    const lines = await cookiesOfSignIn(portal)
    assert.deepEqual(namesOf(lines), ['session', 'device', 'gate'])
    for (const line of lines) {
      assert.match(line, /; HttpOnly/)
      assert.match(line, /; SameSite=Lax/)
      assert.match(line, /; Path=\/(;|$)/)
      assert.doesNotMatch(line, /Secure|Domain/)
    }
  })

  test('with TLS they are Secure and bound to this host', async () => {
    const portal = await testPortal({ SITE_URL: 'https://dakpo.gialai.gov.vn' })
    const lines = await cookiesOfSignIn(portal)
    assert.deepEqual(namesOf(lines), ['__Host-session', '__Host-device', '__Host-gate'])
    for (const line of lines) {
      assert.match(line, /; HttpOnly; Secure; SameSite=Lax/)
      assert.match(line, /; Path=\/;/)
      assert.doesNotMatch(line, /Domain/)
    }
  })

  test('with TLS a cookie under the plain name opens nothing', async () => {
    const portal = await testPortal({ SITE_URL: 'https://dakpo.gialai.gov.vn' })
    const browser = portal.as(huong)
    assert.equal((await browser.get(accountPath)).status, 200)

    const other = portal.visitor({ headers: { cookie: `session=${browser.cookies.get('__Host-session')}` } })
    assert.equal((await other.get(accountPath)).status, 303)
  })

  test('broken cookies are strangers’ cookies', async () => {
    const portal = await testPortal()
    for (const cookie of [
      'session=',
      'session',
      'session=%E0%A4%A',
      '=;=;',
      `session=${'a'.repeat(5000)}`,
      'session=a; session=b',
    ]) {
      assert.equal((await portal.visitor({ headers: { cookie } }).get(accountPath)).status, 303, cookie.slice(0, 40))
    }
  })

  async function cookiesOfSignIn(portal: TestPortal): Promise<string[]> {
    await portal.idOf(huong)
    const answer = await portal.visitor().post(signInPath, { email: huong.email, password: huong.password })
    assert.equal(answer.status, 303)
    return answer.headers.getSetCookie()
  }

  const namesOf = (lines: string[]) => lines.map((line) => line.split('=')[0])
})

describe('the session behind a sign-in', () => {
  test('is a new one each time: a planted or an earlier cookie is worth nothing more', async () => {
    const portal = await testPortal()
    await portal.idOf(huong)
    const planted = portal.visitor()
    planted.cookies.set('session', 'biet-truoc-tu-lau')
    await signIn(planted, huong)
    const first = planted.cookies.get('session')
    assert.notEqual(first, 'biet-truoc-tu-lau')
    assert.equal(
      (await portal.visitor({ headers: { cookie: 'session=biet-truoc-tu-lau' } }).get(accountPath)).status,
      303,
    )

    const again = portal.visitor()
    await signIn(again, huong)
    assert.notEqual(again.cookies.get('session'), first)
  })

  test('stands in the database as a hash alone, and so do devices and one-time links', async () => {
    const portal = await testPortal()
    await setHerPassword(portal, huong)
    const browser = portal.as(huong)
    await browser.get(accountPath)
    const { token } = await given.invitation(portal)
    const stored = JSON.stringify(await given.everythingStored(portal))

    for (const secret of [browser.cookies.get('session'), browser.cookies.get('device'), token]) {
      assert.ok(secret && secret.length >= 43, 'a token of 256 bits')
      assert.ok(!stored.includes(secret))
      assert.ok(stored.includes(tokenHash(secret)))
    }
    assert.ok(!stored.includes(huong.password))
    assert.match(stored, /\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('its hash, read from a stolen database, opens nothing', async () => {
    const portal = await testPortal()
    const browser = portal.as(huong)
    await browser.get(accountPath)
    const hash = tokenHash(browser.cookies.get('session') ?? '')
    assert.equal((await portal.visitor({ headers: { cookie: `session=${hash}` } }).get(accountPath)).status, 303)
  })

  test('the token of its forms does not tell the token of its cookie', async () => {
    const portal = await testPortal()
    const browser = portal.as(huong)
    const { text } = await browser.get(accountPath)
    assert.ok(!text.includes(browser.cookies.get('session') ?? 'no session'))
  })
})

describe('signing out', () => {
  test('ends the session, not only its cookie', async () => {
    const portal = await testPortal()
    const browser = portal.as(binh)
    await browser.get(accountPath)
    const cookie = `session=${browser.cookies.get('session')}`
    const copy = portal.visitor({ headers: { cookie } })
    assert.equal((await copy.get(accountPath)).status, 200)

    const answer = await browser.post(signOutPath)

    assert.equal(answer.location, signInPath)
    assert.match(answer.headers.getSetCookie().join(), /session=; .*Expires=Thu, 01 Jan 1970/)
    assert.equal((await copy.get(accountPath)).status, 303)
  })

  test('leaves her other browsers signed in', async () => {
    const portal = await testPortal()
    await portal.as(binh).get(accountPath)
    const other = portal.visitor()
    await signIn(other, binh)
    await portal.as(binh).post(signOutPath)
    assert.equal((await other.get(accountPath)).status, 200)
  })

  test('is not done by a link', async () => {
    const portal = await testPortal()
    assert.equal((await portal.as(duc).get(signOutPath)).status, 404)
    assert.equal((await portal.as(duc).get(accountPath)).status, 200)
  })
})

/** As people do, with all the effort; the cast's own passwords are hashed without. */
async function setHerPassword(portal: TestPortal, person: Person) {
  await portal.idOf(person)
  const account = await staffReader(portal.database.read).findByEmail(person.email)
  assert.ok(account)
  await setPassword(portal, null, account.staff, person.password, null)
}

/** Milliseconds of processor time in all threads of this process, where the portal runs too: others that want it do not count. */
async function workOf(send: () => Promise<Answer>): Promise<number> {
  const before = process.cpuUsage()
  assert.equal((await send()).status, 422)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentDisposition } from '../../src/documents/disposition.ts'
import { publicPath } from '../../src/documents/index.ts'
import * as given from '../support/given.ts'
import { an, duc, huong, sau } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { carry, document, field, find, library, makePublic } from './given-documents.ts'
import { docxOf, openParts, part, pdfSaying, sample, xlsx, zipOf } from './sample-files.ts'

test('readers get the file as it was sent, under an address that says what it is', async () => {
  const portal = await testPortal()
  const sent = await makePublic(portal, await document(portal, { bytes: sample('report.pdf') }))
  const path = publicPath(sent)
  assert.match(path, /^\/tai-lieu\/[0-9a-f]{20}\/bao-cao-thang-2\.pdf$/)

  const answer = await portal.visitor().get(path)

  assert.equal(answer.status, 200)
  assert.deepEqual(answer.bytes, sample('report.pdf'))
  const headers = Object.fromEntries(answer.headers)
  assert.equal(headers['content-type'], 'application/pdf')
  assert.equal(
    headers['content-disposition'],
    `inline; filename="bao-cao-thang-2.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20th%C3%A1ng%202.pdf`,
  )
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['cache-control'], 'public, no-cache')
  assert.equal(headers['etag'], `"${sent.file.sha256.slice(0, 32)}"`)
  assert.equal(headers['accept-ranges'], 'bytes')
  assert.equal(headers['content-length'], String(sample('report.pdf').length))
  assert.equal(headers['x-robots-tag'], undefined)
  assert.equal(headers['set-cookie'], undefined)
})

test('nothing in a file can run, and only a PDF is shown by the browser', async () => {
  const portal = await testPortal()
  const cases: [name: string, bytes: Buffer, type: string][] = [
    ['a.pdf', pdfSaying('Shown'), 'application/pdf'],
    ['a.docx', docxOf('Lưu'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.xlsx', xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.odt', sample('letter.odt'), 'application/vnd.oasis.opendocument.text'],
    ['a.ods', zipOf(openParts('spreadsheet')), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['a.zip', zipOf([part('trang.html', '<script>alert(1)</script>')]), 'application/zip'],
  ]
  for (const [name, bytes, type] of cases) {
    const sent = await makePublic(portal, await document(portal, { name, bytes }))
    const { status, headers } = await portal.visitor().get(publicPath(sent))
    assert.deepEqual([status, headers.get('content-type')], [200, type])
    const [manner] = (headers.get('content-disposition') ?? '').split(';')
    assert.equal(manner, name === 'a.pdf' ? 'inline' : 'attachment')
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /^default-src 'none'; /)
    // Chromium shows no PDF in a sandbox, and needs a style and a plugin of its own.
    assert.equal(/sandbox/.test(policy), name !== 'a.pdf', policy)
    assert.doesNotMatch(policy, /script-src|https?:|\*/)
    assert.equal(headers.get('x-frame-options'), 'DENY')
  }
})

test('a document that only drafts carry exists for staff alone', async () => {
  const portal = await testPortal()
  const sent = await document(portal)
  const staffPath = `${library}/${sent.id}/tep/${sent.file.id}`

  assert.equal((await portal.visitor().get(publicPath(sent))).status, 404)
  const forStaff = await portal.as(huong).get(staffPath)
  assert.deepEqual([forStaff.status, forStaff.headers.get('content-type')], [200, 'application/pdf'])
  assert.equal(forStaff.headers.get('cache-control'), 'no-store')
  assert.match(forStaff.headers.get('x-robots-tag') ?? '', /noindex/)
  assert.equal((await portal.visitor().get(staffPath)).status, 303)
  assert.equal((await portal.as(sau).get(staffPath)).status, 303)

  await makePublic(portal, sent)
  assert.equal((await portal.visitor().get(publicPath(sent))).status, 200)
})

test('a document becomes public with an article that carries it, and stays when that is withdrawn', async () => {
  const portal = await testPortal()
  const sent = await document(portal)
  const draft = await given.article(portal, { as: 'draft' })
  await carry(portal, draft.id, [sent.id])
  assert.equal((await portal.visitor().get(publicPath(sent))).status, 404)

  const { categoryId } = draft
  const live = await given.article(portal, { typed: { categoryId: String(categoryId) } })
  await carry(portal, live.id, [sent.id])
  assert.equal((await portal.visitor().get(publicPath(sent))).status, 200)
  const { publicSince } = await find(portal, sent.id)
  portal.clock.advance({ hours: 1 })
  assert.equal((await makePublic(portal, sent)).publicSince, publicSince)

  const withdrawn = await portal.as(duc).post(`${live.desk}/go`, { withdrawReason: 'Đăng nhầm bản chưa duyệt.' })
  assert.equal(withdrawn.status, 303)
  assert.equal((await portal.visitor().get(publicPath(sent))).status, 200)
})

test('any other name in the address leads to the right one, and no further', async () => {
  const portal = await testPortal()
  const sent = await makePublic(portal, await document(portal))
  const path = publicPath(sent)
  for (const other of ['khac.pdf', 'bao-cao-thang-2.docx', 'bao-cao-thang-2', '..%2f..%2fetc%2fpasswd', '%00.pdf']) {
    const answer = await portal.visitor().get(`/tai-lieu/${sent.key}/${other}?a=b`)
    assert.deepEqual(
      [answer.status, answer.location, answer.headers.get('cache-control')],
      [301, path, 'no-cache'],
      other,
    )
  }
  assert.equal((await portal.visitor().get(path.toUpperCase().replace('.PDF', '.pdf'))).status, 404)
  assert.equal((await portal.visitor().get(`${path}/`)).location, path)
  assert.equal((await portal.visitor().get(`/tai-lieu/${'0'.repeat(20)}/bao-cao-thang-2.pdf`)).status, 404)
  assert.equal((await portal.visitor().get(`/tai-lieu/${sent.key}`)).status, 404)
  assert.equal((await portal.visitor().get(`/tai-lieu/${sent.key}/${sent.file.key}.pdf/x`)).status, 404)
})

test('a reader on a weak line gets the parts that are still missing', async () => {
  const portal = await testPortal()
  const bytes = sample('report.pdf')
  const sent = await makePublic(portal, await document(portal, { bytes }))
  const ask = (headers: Record<string, string>) => portal.visitor().get(publicPath(sent), { headers })

  const part = await ask({ range: 'bytes=100-199' })
  assert.deepEqual([part.status, part.headers.get('content-range')], [206, `bytes 100-199/${bytes.length}`])
  assert.deepEqual(part.bytes, bytes.subarray(100, 200))
  const rest = await ask({ range: `bytes=${bytes.length - 10}-`, 'if-range': `"${sent.file.sha256.slice(0, 32)}"` })
  assert.deepEqual([rest.status, rest.bytes], [206, bytes.subarray(-10)])
  const outdated = await ask({ range: 'bytes=0-9', 'if-range': '"another"' })
  assert.deepEqual([outdated.status, outdated.bytes.length], [200, bytes.length])
  assert.equal((await ask({ range: `bytes=${bytes.length}-` })).status, 416)

  const head = await portal.visitor().head(publicPath(sent))
  assert.deepEqual([head.status, head.bytes.length], [200, 0])
  assert.equal(head.headers.get('content-length'), String(bytes.length))
})

test('who has the file already is told so, until another takes its place under the same address', async () => {
  const portal = await testPortal()
  const sent = await makePublic(portal, await document(portal))
  const path = publicPath(sent)
  const etag = (await portal.visitor().get(path)).headers.get('etag') ?? ''
  const again = () => portal.visitor().get(path, { headers: { 'if-none-match': etag } })
  assert.deepEqual([(await again()).status, (await again()).bytes.length], [304, 0])

  const newer = pdfSaying('Corrected on page one')
  await portal.as(duc).upload(`${library}/${sent.id}/thay`, [{ field, name: 'Bản sửa.pdf', bytes: newer }])

  const fresh = await again()
  assert.deepEqual([fresh.status, fresh.bytes], [200, newer])
  assert.match(fresh.headers.get('content-disposition') ?? '', /''B%E1%BA%A3n%20s%E1%BB%ADa\.pdf$/)
})

test('a file of another kind changes the ending of the address, and the old one leads there', async () => {
  const portal = await testPortal()
  const sent = await makePublic(portal, await document(portal, { name: 'Mẫu đơn.docx', bytes: docxOf('Mẫu đơn') }))
  await portal.as(an).upload(`${library}/${sent.id}/thay`, [{ field, name: 'x.pdf', bytes: pdfSaying('Form') }])
  const old = await portal.visitor().get(publicPath(sent), { follow: true })
  assert.deepEqual([old.status, old.bytes], [200, pdfSaying('Form')])
  assert.match(publicPath(await find(portal, sent.id)), /\/mau-don\.pdf$/)
})

test('a removed document is gone from its address', async () => {
  const portal = await testPortal()
  const sent = await makePublic(portal, await document(portal))
  assert.equal((await portal.visitor().get(publicPath(sent))).status, 200)
  await portal.as(huong).post(`${library}/${sent.id}/xoa`)
  assert.equal((await portal.visitor().get(publicPath(sent))).status, 404)
  assert.equal((await portal.as(huong).get(`${library}/${sent.id}/tep/${sent.file.id}`)).status, 404)
})

test('a file that is missing on the disk is 404, and no cache keeps that answer', async () => {
  const portal = await testPortal()
  const sent = await makePublic(portal, await document(portal))
  await portal.database.write
    .updateTable('document_versions')
    .set({ key: 'f'.repeat(20) })
    .execute()
  const { status, headers } = await portal.visitor().get(publicPath(sent))
  assert.equal(status, 404)
  assert.doesNotMatch(headers.get('cache-control') ?? '', /public/)
  assert.equal(headers.get('content-disposition'), null)
})

test('every name can be sent in a header', () => {
  const named = (name: string) => contentDisposition('attachment', 'tep.pdf', name)
  assert.equal(named('a.pdf'), `attachment; filename="tep.pdf"; filename*=UTF-8''a.pdf`)
  for (const name of [`'"()*!;,\\%20`, 'Đắk Pơ 😀.pdf', 'a\nb\r\nSet-Cookie: x=1', '\ud800.pdf', '=?UTF-8?B?YQ==?=']) {
    const header = named(name)
    assert.match(header, /^attachment; filename="tep\.pdf"; filename\*=UTF-8''[\w.!~%-]+$/, name)
    assert.equal(decodeURIComponent(header.split("''")[1] ?? ''), name.toWellFormed())
  }
})

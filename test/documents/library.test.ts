import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type Document, documentReader } from '../../src/documents/index.ts'
import * as given from '../support/given.ts'
import { binh, duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { carry, document, field, filesOf, find, library, makePublic } from './given-documents.ts'
import { docxOf, part, pdfSaying, sample, xlsx, zipOf } from './sample-files.ts'

const page = (sent: Document) => `${library}/${sent.id}`

const auditOf = ({ database }: TestPortal, id: number) =>
  database.write
    .selectFrom('audit_lines')
    .select(['act', 'staff_name', 'subject_title', 'note'])
    .where('subject_kind', '=', 'document')
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute()

test('several files sent by a form lead back to the list, newest first', async () => {
  const portal = await testPortal()
  const answer = await portal.as(huong).upload(library, [
    { field, name: 'Báo cáo tháng 2.pdf', bytes: sample('report.pdf') },
    { field, name: 'Bảng số liệu.xlsx', bytes: xlsx() },
  ])
  assert.deepEqual([answer.status, answer.location], [303, `${library}?xong=2&trung=0`])

  const html = (await portal.as(huong).get(answer.location ?? '')).main()
  assert.match(html, /Đã nhận 2 tài liệu/)
  assert.ok(html.indexOf('Bảng số liệu') < html.indexOf('Báo cáo tháng 2'))
  assert.match(html, /PDF, 23 KB, 2 trang<small>Báo cáo tháng 2\.pdf<\/small>/)
  assert.match(html, /Chỉ phòng tin/)
})

test('of several files the good ones stay and each other one has its sentence', async () => {
  const portal = await testPortal()
  const answer = await portal.as(huong).upload(library, [
    { field, name: 'tốt.docx', bytes: docxOf('Tốt') },
    { field, name: 'đơn.doc', bytes: sample('letter.doc') },
    { field, name: 'rỗng.pdf', bytes: Buffer.alloc(0) },
  ])
  assert.equal(answer.status, 422)
  assert.match(answer.main(), /Còn 2 chỗ cần sửa/)
  assert.match(answer.main(), /“đơn\.doc”: Đây là tệp kiểu cũ/)
  assert.match(answer.main(), /“rỗng\.pdf”: Tệp rỗng/)
  assert.match(answer.main(), />tốt<\/a>/)
  assert.equal((await filesOf(portal)).length, 1)
})

test('a file that is there already is not kept twice', async () => {
  const portal = await testPortal()
  await document(portal, { bytes: sample('report.pdf') })
  const answer = await portal.as(binh).upload(library, [{ field, name: 'khác.pdf', bytes: sample('report.pdf') }])
  assert.equal(answer.location, `${library}?xong=0&trung=1`)
  const html = (await portal.as(binh).get(answer.location ?? '')).main()
  assert.match(html, /1 tệp đã có sẵn/)
  assert.doesNotMatch(html, /Đã nhận \d|khác\.pdf/)
  assert.equal((await filesOf(portal)).length, 1)
})

test('a script gets JSON for each file', async () => {
  const portal = await testPortal()
  const send = async (name: string, bytes: Buffer) => {
    const body = new FormData()
    body.append(field, new Blob([new Uint8Array(bytes)]), name)
    const client = portal.as(huong)
    const token = encodeURIComponent(await client.formToken())
    const cookie = [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    const headers = { accept: 'application/json', cookie }
    const answer = await fetch(`${portal.origin}${library}?form-token=${token}`, { method: 'POST', body, headers })
    return [answer.status, await answer.json()]
  }
  const kept = { name: 'Thư', path: `${library}/1` }
  assert.deepEqual(await send('Thư.docx', docxOf('a')), [201, { document: kept, note: null }])
  assert.deepEqual(await send('Thư 2.docx', docxOf('a')), [
    200,
    { document: kept, note: 'Tệp này đã có sẵn trong danh sách, với tên trên.' },
  ])
  assert.match(JSON.stringify(await send('a.txt', Buffer.from('x'))), /^\[422,\{"issue":"Tệp này không phải PDF/)
})

test('a file over 50 MB is refused by itself, a far larger one with the whole upload', async () => {
  const portal = await testPortal()
  const heavy = Buffer.concat([sample('report.pdf'), Buffer.alloc(50 * 1024 * 1024)])
  const good = { field, name: 'tốt.docx', bytes: docxOf('Tốt') }
  const alone = await portal.as(huong).upload(library, [good, { field, name: 'nặng.pdf', bytes: heavy }])
  assert.equal(alone.status, 422)
  assert.match(alone.main(), /“nặng\.pdf”: Tệp nặng hơn 50 MB/)
  assert.equal((await filesOf(portal)).length, 1)

  const huge = Buffer.concat([sample('report.pdf'), Buffer.alloc(100 * 1024 * 1024)])
  const stopped = await portal.as(huong).upload(library, [
    { field, name: 'tốt 2.docx', bytes: docxOf('Tốt 2') },
    { field, name: 'phim.pdf', bytes: huge },
  ])
  assert.equal(stopped.status, 422)
  assert.match(stopped.main(), /“phim\.pdf” nặng hơn 50 MB nên cả lượt tải dừng lại/)
  assert.equal((await filesOf(portal)).length, 1)
})

test('too many files, none, and a form without a token are refused, and nothing is left', async () => {
  const portal = await testPortal()
  const eleven = Array.from({ length: 11 }, (_, place) => ({
    field,
    name: `${place}.pdf`,
    bytes: pdfSaying(`${place}`),
  }))
  assert.match((await portal.as(huong).upload(library, eleven)).main(), /nhiều nhất 10 tệp/)
  assert.match((await portal.as(huong).upload(library, [])).main(), /Chọn ít nhất một tệp/)
  const other = await portal.as(huong).upload(library, [{ field: 'other', name: 'a.pdf', bytes: pdfSaying('x') }])
  assert.equal(other.status, 400)
  assert.equal((await portal.as(huong).postRaw(library, { body: 'x' })).status, 403)
  assert.deepEqual(await filesOf(portal), [])
})

test('an upload that is cut off leaves nothing', async () => {
  const portal = await testPortal()
  const client = portal.as(huong)
  const token = encodeURIComponent(await client.formToken())
  const cookie = [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const socket = connect(Number(new URL(portal.origin).port), '127.0.0.1')
  socket.write(
    `POST ${library}?form-token=${token} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n--b\r\nContent-Disposition: form-data; name="${field}"; filename="a.pdf"\r\n\r\n%PDF-1.7`,
  )
  for (let tries = 0; tries < 50 && (await filesOf(portal)).length === 0; tries++) await wait(40)
  assert.equal((await filesOf(portal)).length, 1, 'the upload had begun')
  socket.destroy()
  for (let tries = 0; tries < 50 && (await filesOf(portal)).length > 0; tries++) await wait(40)
  assert.deepEqual(await filesOf(portal), [])
})

test('documents are found by any words of their title, file name or summary, with or without marks', async () => {
  const portal = await testPortal()
  const report = await document(portal, { name: 'BC_thang_2-final.pdf' })
  await document(portal, { name: 'Quyết định 100%_đúng.pdf' })
  await portal.as(huong).post(page(report), { title: 'Báo cáo bình đẳng giới', description: 'Số liệu mười một xã.' })
  const found = async (typed: string) =>
    (await documentReader(portal.database.read).listNewest({ search: typed, before: null }, 10)).map(
      ({ title }) => title,
    )
  for (const typed of ['binh dang', 'GIỚI báo', 'final', 'muoi mot xa', 'bc_thang'])
    assert.deepEqual(await found(typed), ['Báo cáo bình đẳng giới'], typed)
  for (const typed of ['100%', '%_d', 'dung']) assert.deepEqual(await found(typed), ['Quyết định 100% đúng'], typed)
  assert.deepEqual(await found('báo quyết'), [])
  assert.equal((await found('')).length, 2)

  const html = (await portal.as(huong).get(`${library}?q=b%C3%ACnh+%C4%91%E1%BA%B3ng`)).main()
  assert.match(html, /value="bình đẳng"/)
  assert.match(html, /Báo cáo bình đẳng giới/)
  assert.doesNotMatch(html, /100%/)
  assert.match((await portal.as(huong).get(`${library}?q=%3Cb%3E`)).main(), /khớp với “&lt;b&gt;”/)
})

test('a long list goes on with older documents', async () => {
  const portal = await testPortal()
  for (let number = 1; number <= 31; number++) await document(portal, { name: `Văn bản ${number}.pdf` })
  const first = (await portal.as(huong).get(library)).main()
  assert.equal(first.match(/<tr>\s*<th scope="row">/g)?.length, 30)
  const [, older = ''] = /href="([^"]+)">Cũ hơn/.exec(first) ?? []
  const second = (await portal.as(huong).get(older.replaceAll('&amp;', '&'))).main()
  assert.match(second, />Văn bản 1<\/a>/)
  assert.equal(second.match(/<tr>\s*<th scope="row">/g)?.length, 1)
  assert.match(second, /Về mới nhất/)
})

test('the page of a document says what it is, where it is used and what is wrong with it', async () => {
  const portal = await testPortal()
  const sent = await document(portal, { name: 'Scan_0001.pdf', bytes: sample('scan.pdf') })
  const article = await given.article(portal, { as: 'draft', typed: { title: 'Tin có tài liệu' } })
  await carry(portal, article.id, [sent.id])

  const html = (await portal.as(huong).get(page(sent))).main()
  assert.match(html, /PDF này là ảnh quét, người khiếm thị không đọc được/)
  assert.match(html, /PDF, 7 KB, 1 trang/)
  assert.match(html, new RegExp(`href="${article.desk}">Tin có tài liệu`))
  assert.match(html, /Scan_0001\.pdf/)
  assert.match(html, /17\/02\/2017, 10:00/)
  assert.match(html, /Nguyễn Thị Hương/)

  const list = (await portal.as(huong).get(library)).main()
  assert.match(list, /PDF này là ảnh quét/)
})

test('who sent a ZIP with programs in it is told their names', async () => {
  const portal = await testPortal()
  const bytes = zipOf([part('hướng dẫn.pdf', 'x'), part('cài đặt/<b>.exe', 'MZ')])
  const sent = await document(portal, { name: 'phần mềm.zip', bytes })
  assert.match((await portal.as(huong).get(page(sent))).main(), /có chương trình \(&lt;b&gt;\.exe\)/)
})

test('a title that is a file name is no title', async () => {
  const portal = await testPortal()
  const sent = await document(portal, { name: 'bc-thang-2-2017.pdf' })
  const warning = /Tên tài liệu đang giống tên tệp/
  assert.match((await portal.as(huong).get(page(sent))).main(), warning)
  await portal.as(huong).post(page(sent), { title: 'Báo cáo tháng 2 năm 2017', description: '' })
  assert.doesNotMatch((await portal.as(huong).get(page(sent))).main(), warning)
})

test('title and summary are kept in their normal form, and the address does not change with them', async () => {
  const portal = await testPortal()
  const sent = await document(portal)
  const answer = await portal.as(binh).post(page(sent), {
    title: '  Báo cáo  công tác '.normalize('NFD'),
    description: 'Dòng một. \r\n\r\n\r\nDòng hai.',
  })
  assert.deepEqual([answer.status, answer.location], [303, `${page(sent)}?xong`])
  const { title, description, fileName } = await find(portal, sent.id)
  assert.deepEqual([title, description, fileName], ['Báo cáo công tác', 'Dòng một.\n\nDòng hai.', sent.fileName])
})

test('a title that is missing or too long comes back with everything typed', async () => {
  const portal = await testPortal()
  const sent = await document(portal)
  const missing = await portal.as(huong).post(page(sent), { title: ' ', description: 'Vẫn còn đây' })
  assert.equal(missing.status, 422)
  assert.match(missing.main(), /Viết tên tài liệu/)
  assert.match(missing.main(), /Vẫn còn đây/)
  const long = await portal.as(huong).post(page(sent), { title: 'a'.repeat(251), description: 'b'.repeat(1001) })
  assert.match(long.main(), /Dài quá 250 ký tự[\s\S]*Dài quá 1\.000 ký tự/)
  const broken = await portal.as(huong).post(page(sent), { title: 'B\uFFFDo cáo', description: '' })
  assert.match(broken.main(), /chữ bị hỏng mã/)
  assert.equal((await find(portal, sent.id)).title, sent.title)
})

test('a replaced file keeps its address, and the old one is kept with who and when', async () => {
  const portal = await testPortal()
  const sent = await document(portal, { name: 'Lịch tuần.pdf' })
  portal.clock.advance({ minutes: 30 })
  const newer = pdfSaying('Week calendar, corrected')
  const answer = await portal
    .as(binh)
    .upload(`${page(sent)}/thay`, [{ field, name: 'Lịch tuần (sửa).pdf', bytes: newer }])
  assert.deepEqual([answer.status, answer.location], [303, `${page(sent)}?thay`])

  const now = await find(portal, sent.id)
  assert.deepEqual([now.key, now.fileName, now.title], [sent.key, sent.fileName, sent.title])
  assert.deepEqual([now.file.originalName, now.file.bytes], ['Lịch tuần (sửa).pdf', newer.length])
  const html = (await portal.as(huong).get(`${page(sent)}?thay`)).main()
  assert.match(html, /Đã thay tệp/)
  assert.match(html, /Lịch tuần \(sửa\)\.pdf<\/a> <b>đang dùng<\/b>[\s\S]*17\/02\/2017, 10:30<\/time>, Trần Văn Bình/)
  assert.match(html, /Lịch tuần\.pdf<\/a><small>[\s\S]*17\/02\/2017, 10:00<\/time>, Nguyễn Thị Hương/)
  const old = await portal.as(huong).get(`${page(sent)}/tep/${sent.file.id}`)
  assert.equal(old.status, 200)
  assert.notDeepEqual(old.bytes, newer)
  assert.equal((await filesOf(portal)).length, 2)
})

test('after a replacement the search and the list know the new file', async () => {
  const portal = await testPortal()
  const sent = await document(portal, { name: 'cũ.docx', bytes: docxOf('Chữ của tệp cũ') })
  await portal.as(huong).upload(`${page(sent)}/thay`, [{ field, name: 'mới.docx', bytes: docxOf('Chữ của tệp mới') }])
  const texts = await portal.database.write.selectFrom('document_texts').select('text').execute()
  assert.deepEqual(texts, [{ text: 'Chữ của tệp mới' }])
  const found = await documentReader(portal.database.read).listNewest({ search: 'mới.docx', before: null }, 1)
  assert.equal(found[0]?.id, sent.id)
})

test('a replacement that changes nothing, or is no document, is told so', async () => {
  const portal = await testPortal()
  const sent = await document(portal, { name: 'một.pdf', bytes: pdfSaying('One') })
  await document(portal, { name: 'hai.pdf', bytes: pdfSaying('Two') })
  const replace = (files: { name: string; bytes: Buffer }[]) =>
    portal.as(huong).upload(
      `${page(sent)}/thay`,
      files.map((file) => ({ field, ...file })),
    )
  const cases: [RegExp, { name: string; bytes: Buffer }[]][] = [
    [/giống hệt tệp đang dùng/, [{ name: 'a.pdf', bytes: pdfSaying('One') }]],
    [/đang là tài liệu “hai”/, [{ name: 'a.pdf', bytes: pdfSaying('Two') }]],
    [/trang web \(HTML\)/, [{ name: 'a.pdf', bytes: Buffer.from('<html></html>') }]],
    [/Chọn một tệp để thay/, []],
    [/Chọn một tệp để thay/, ['x', 'y'].map((word) => ({ name: word, bytes: pdfSaying(word) }))],
  ]
  for (const [sentence, files] of cases) {
    const answer = await replace(files)
    assert.equal(answer.status, 422)
    assert.match(answer.main(), sentence)
  }
  assert.deepEqual(await find(portal, sent.id), sent)
  assert.equal((await filesOf(portal)).length, 2)

  // What it had before may come back.
  await replace([{ name: 'b.pdf', bytes: pdfSaying('Three') }])
  assert.equal((await replace([{ name: 'một.pdf', bytes: pdfSaying('One') }])).status, 303)
})

test('two people who replace a file at once both leave theirs, and readers get one of them', async () => {
  const portal = await testPortal()
  const sent = await document(portal)
  const [a, b] = [pdfSaying('From Binh'), pdfSaying('From Duc')]
  const answers = await Promise.all([
    portal.as(binh).upload(`${page(sent)}/thay`, [{ field, name: 'a.pdf', bytes: a }]),
    portal.as(duc).upload(`${page(sent)}/thay`, [{ field, name: 'b.pdf', bytes: b }]),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  const versions = await portal.database.write.selectFrom('document_versions').select('retired_at').execute()
  assert.equal(versions.length, 3)
  assert.equal(versions.filter(({ retired_at }) => retired_at === null).length, 1)
  assert.equal((await auditOf(portal, sent.id)).filter(({ act }) => act === 'replaced').length, 2)
})

test('what readers have is replaced only by those who may publish', async () => {
  const portal = await testPortal()
  const sent = await makePublic(portal, await document(portal))
  const files = [{ field, name: 'b.pdf', bytes: pdfSaying('Another') }]
  assert.equal((await portal.as(huong).upload(`${page(sent)}/thay`, files)).status, 403)
  assert.match((await portal.as(huong).get(page(sent))).main(), /chỉ người có quyền đăng bài mới thay được tệp/)
  assert.equal((await filesOf(portal)).length, 1)
  assert.equal((await portal.as(duc).upload(`${page(sent)}/thay`, files)).status, 303)
})

test('a document is removed only while no article carries it', async () => {
  const portal = await testPortal()
  const sent = await document(portal)
  const article = await given.article(portal, { as: 'draft' })
  await carry(portal, article.id, [sent.id])
  assert.match((await portal.as(huong).get(page(sent))).main(), /disabled[\s\S]*đang dùng trong tin/)
  assert.equal((await portal.as(huong).post(`${page(sent)}/xoa`)).status, 409)

  await carry(portal, article.id, [])
  const answer = await portal.as(huong).post(`${page(sent)}/xoa`)
  assert.deepEqual([answer.status, answer.location], [303, `${library}?xoa`])
  assert.match((await portal.as(huong).get(`${library}?xoa`)).main(), /Đã xóa tài liệu[\s\S]*Chưa có tài liệu nào/)
  assert.equal((await portal.as(huong).get(page(sent))).status, 404)
  assert.equal((await portal.as(huong).post(`${page(sent)}/xoa`)).status, 404)

  const again = await document(portal)
  assert.notEqual(again.id, sent.id)
})

test('everything done with a document is written down', async () => {
  const portal = await testPortal()
  const sent = await document(portal, { name: 'Lịch.pdf' })
  await portal.as(binh).post(page(sent), { title: 'Lịch tuần 7', description: '' })
  await portal.as(binh).upload(`${page(sent)}/thay`, [{ field, name: 'Lịch 2.pdf', bytes: pdfSaying('New') }])
  await portal.as(duc).post(`${page(sent)}/xoa`)
  assert.deepEqual(await auditOf(portal, sent.id), [
    { act: 'uploaded', staff_name: huong.name, subject_title: 'Lịch', note: '' },
    { act: 'described', staff_name: binh.name, subject_title: 'Lịch tuần 7', note: '' },
    { act: 'replaced', staff_name: binh.name, subject_title: 'Lịch tuần 7', note: 'Lịch.pdf → Lịch 2.pdf' },
    { act: 'deleted', staff_name: duc.name, subject_title: 'Lịch tuần 7', note: '' },
  ])
})

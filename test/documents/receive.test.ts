import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ReceiveTools } from '../../src/documents/index.ts'
import { type Document, documentReader, receiveDocument } from '../../src/documents/index.ts'
import type { Upload } from '../../src/site/incoming-files.ts'
import { testPortal } from '../support/test-portal.ts'
import { filesOf, receiveTools, temporaryFolder } from './given-documents.ts'
import { docxOf, part, pdfSaying, sample, written, zipOf } from './sample-files.ts'

async function received(tools: ReceiveTools, upload: Upload): Promise<Document> {
  const outcome = await receiveDocument(tools, null, upload)
  if ('issue' in outcome) assert.fail(outcome.issue)
  return outcome.document
}

const titles = async ({ database }: ReceiveTools) =>
  (await documentReader(database.write).listNewest({ search: '', before: null }, 100)).map(({ title }) => title)

test('a file becomes a document: its bytes stay as they are, its name as its owner wrote it', async () => {
  const portal = await testPortal()
  const tools = receiveTools(portal)
  const path = await written(await temporaryFolder(), 'a', sample('report.pdf'))

  const { key, file, ...document } = await received(tools, { path, originalName: 'Báo cáo tháng 2.pdf' })

  assert.deepEqual(document, {
    id: document.id,
    fileName: 'bao-cao-thang-2',
    title: 'Báo cáo tháng 2',
    description: '',
    publicSince: null,
  })
  assert.deepEqual([file.originalName, file.kind, file.pages, file.warnings], ['Báo cáo tháng 2.pdf', 'pdf', 2, []])
  assert.equal(file.bytes, sample('report.pdf').length)
  assert.match(key, /^[0-9a-f]{20}$/)
  assert.deepEqual(await filesOf(portal), [join(key, `${file.key}.pdf`)])
  assert.deepEqual(
    await readFile(join(portal.config.uploads, 'tai-lieu', key, `${file.key}.pdf`)),
    sample('report.pdf'),
  )
  await assert.rejects(stat(path), { code: 'ENOENT' })
})

test('names of every kind are kept for people and made plain for addresses', async () => {
  const tools = receiveTools(await testPortal())
  const folder = await temporaryFolder()
  const cases: [name: string, kept: string, title: string, address: string][] = [
    ['Báo cáo tháng 2.pdf'.normalize('NFD'), 'Báo cáo tháng 2.pdf', 'Báo cáo tháng 2', 'bao-cao-thang-2'],
    ['C:\\fakepath\\Quyết định 45-QĐ.PDF', 'Quyết định 45-QĐ.PDF', 'Quyết định 45-QĐ', 'quyet-dinh-45-qd'],
    ['../../etc/passwd', 'passwd', 'passwd', 'passwd'],
    ['a.php.pdf', 'a.php.pdf', 'a.php', 'a-php'],
    ['báo_cáo_2.2017', 'báo_cáo_2.2017', 'báo cáo 2.2017', 'bao-cao-2-2017'],
    ['phiếu.bmp', 'phiếu.bmp', 'phiếu.bmp', 'phieu'],
    ['hóa đơn\u202Efdp.exe', 'hóa đơnfdp.exe', 'hóa đơnfdp.exe', 'hoa-donfdp'],
    ['con.pdf', 'con.pdf', 'con', 'tep-con'],
    ['.pdf', '.pdf', '.pdf', 'pdf'],
    ['', 'tep.pdf', 'tep', 'tep'],
    ['😀.pdf', '😀.pdf', '😀', 'tep'],
  ]
  for (const [place, [originalName, kept, title, address]] of cases.entries()) {
    const path = await written(folder, String(place), pdfSaying(`Document number ${place}`))
    const document = await received(tools, { path, originalName })
    assert.deepEqual([document.file.originalName, document.title, document.fileName], [kept, title, address])
  }
})

test('what a file says is kept for the search, and what is wrong with it for its owner', async () => {
  const tools = receiveTools(await testPortal())
  const folder = await temporaryFolder()
  const textOf = async ({ id }: Document) =>
    (
      await tools.database.write
        .selectFrom('document_texts')
        .select('text')
        .where('document_id', '=', id)
        .executeTakeFirstOrThrow()
    ).text
  const keep = async (name: string, bytes: Buffer) =>
    received(tools, { path: await written(folder, name, bytes), originalName: name })

  const letter = await keep('thư.docx', sample('letter.docx'))
  assert.match(await textOf(letter), /huyện Đak Pơ tổng kết/)
  const scan = await keep('quét.pdf', sample('scan.pdf'))
  assert.deepEqual([await textOf(scan), scan.file.warnings], ['', [{ kind: 'scan' }]])
  const broken = await keep('hỏng.docx', docxOf('', [part('word/document.xml', '<w:')]))
  assert.deepEqual([broken.file.kind, broken.file.warnings], ['docx', [{ kind: 'unread' }]])
  const programs = await keep('cài.zip', zipOf([part('cài.exe', 'MZ')]))
  assert.deepEqual([await textOf(programs), programs.file.warnings], ['', [{ kind: 'programs', names: ['cài.exe'] }]])
})

test('what is refused leaves nothing, and stays where it was', async () => {
  const portal = await testPortal()
  const tools = receiveTools(portal)
  const folder = await temporaryFolder()
  const cases: [RegExp, Buffer | string][] = [
    [/^Tệp rỗng/, ''],
    [/kiểu cũ \(\.doc/, sample('letter.doc')],
    [/có mật khẩu/, sample('locked.pdf')],
    [/bị hỏng/, sample('report.pdf').subarray(0, 9_000)],
    [/có macro/, docxOf('x', [part('word/vbaProject.bin', 'x')])],
    [/trang web/, '<html><script>alert(1)</script></html>'],
    [/nặng hơn 50 MB/, Buffer.concat([sample('report.pdf'), Buffer.alloc(50 * 1024 * 1024)])],
  ]
  for (const [sentence, bytes] of cases) {
    const path = await written(folder, 'a', bytes)
    const outcome = await receiveDocument(tools, null, { path, originalName: 'a.pdf' })
    assert.match('issue' in outcome ? outcome.issue : 'received', sentence)
    assert.ok((await stat(path)).isFile())
  }
  assert.deepEqual([await titles(tools), await filesOf(portal)], [[], []])
})

test('the same file sent twice is one document, whatever it is called', async () => {
  const portal = await testPortal()
  const tools = receiveTools(portal)
  const folder = await temporaryFolder()
  const send = async (name: string) =>
    receiveDocument(tools, null, { path: await written(folder, name, sample('report.pdf')), originalName: name })

  const [first, second] = [await send('một.pdf'), await send('hai.pdf')]

  assert.ok('document' in first && 'document' in second)
  assert.deepEqual([first.isKnown, second.isKnown, second.document.id], [false, true, first.document.id])
  assert.equal((await filesOf(portal)).length, 1)
})

test('the same file sent by two people at once is one document', async () => {
  const portal = await testPortal()
  const folder = await temporaryFolder()
  const [one, other] = [receiveTools(portal), receiveTools(portal)]
  const send = async (tools: ReceiveTools, name: string) =>
    receiveDocument(tools, null, { path: await written(folder, name, sample('report.pdf')), originalName: name })

  const outcomes = await Promise.all([send(one, 'một.pdf'), send(other, 'hai.pdf'), send(one, 'ba.pdf')])

  const ids = outcomes.map((outcome) => ('document' in outcome ? outcome.document.id : outcome.issue))
  assert.equal(new Set(ids).size, 1, ids.join())
  assert.equal(outcomes.filter((outcome) => 'isKnown' in outcome && !outcome.isKnown).length, 1)
  assert.equal((await titles(one)).length, 1)
  assert.equal((await filesOf(portal)).length, 1)
})

test('different files sent at once are all kept', async () => {
  const portal = await testPortal()
  const tools = receiveTools(portal)
  const folder = await temporaryFolder()
  const names = ['một', 'hai', 'ba', 'bốn']
  await Promise.all(
    names.map(async (name, place) =>
      received(tools, {
        path: await written(folder, name, pdfSaying(`Document number ${place}`)),
        originalName: `${name}.pdf`,
      }),
    ),
  )
  assert.deepEqual((await titles(tools)).toSorted(), names.toSorted())
  assert.equal((await filesOf(portal)).length, 4)
})

test('when the row cannot be written, no file stays', async () => {
  const portal = await testPortal()
  const tools = receiveTools(portal)
  const folder = await temporaryFolder()
  await received(tools, { path: await written(folder, 'a', pdfSaying('Kept')), originalName: 'a.pdf' })
  const before = await filesOf(portal)

  const path = await written(folder, 'b', pdfSaying('Not kept'))
  // Nobody has this id, so the row may not point at it.
  await assert.rejects(receiveDocument(tools, { id: 987, name: 'Không có' }, { path, originalName: 'b.pdf' }))

  assert.deepEqual(await filesOf(portal), before)
  assert.deepEqual(await titles(tools), ['a'])
})

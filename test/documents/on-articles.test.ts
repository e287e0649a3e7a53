import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import { describeDocument } from '../../src/documents/describe-document.ts'
import {
  type Document,
  documentLabel,
  documentPicker,
  documentReader,
  documentTextsOf,
  documentWords,
  filesPart,
  readDocumentIds,
} from '../../src/documents/index.ts'
import { removeDocument } from '../../src/documents/remove-document.ts'
import { replaceFile } from '../../src/documents/replace-file.ts'
import { icons } from '../../src/site/icons.ts'
import { createViews } from '../../src/site/views.ts'
import * as given from '../support/given.ts'
import { huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { carry, document, find, library, receiveTools, temporaryFolder } from './given-documents.ts'
import { docxOf, pdfSaying, sample, written } from './sample-files.ts'

const words = documentWords.vi
const views = createViews(resolve(import.meta.dirname, '../../views'))
const render = (name: string, page: object) => views.render(name, page, { icons })

const listOf = async ({ database }: TestPortal, editionId: number) =>
  (await documentReader(database.read).listOf(editionId)).map(({ id }) => id)

const made: Document = {
  id: 7,
  key: 'a'.repeat(20),
  fileName: 'chuong-trinh',
  title: 'Chương trình hội nghị <1>',
  description: '',
  publicSince: '2017-02-17T03:00:00.000Z',
  file: {
    id: 9,
    key: 'b'.repeat(20),
    originalName: 'Chương trình.pdf',
    kind: 'pdf',
    bytes: 1_258_291,
    sha256: '',
    pages: 3,
    warnings: [],
    receivedAt: '2017-02-17T03:00:00.000Z',
  },
}

describe('what an edition carries', () => {
  test('keeps its order, each document once, and can be set anew', async () => {
    const portal = await testPortal()
    const [a, b, c] = [
      await document(portal, { name: 'a.pdf' }),
      await document(portal, { name: 'b.pdf' }),
      await document(portal, { name: 'c.pdf' }),
    ]
    const article = await given.article(portal, { as: 'draft' })
    const edition = await carry(portal, article.id, [c.id, a.id, c.id, b.id])
    assert.deepEqual(await listOf(portal, edition), [c.id, a.id, b.id])
    await carry(portal, article.id, [b.id, c.id])
    assert.deepEqual(await listOf(portal, edition), [b.id, c.id])
    await carry(portal, article.id, [])
    assert.deepEqual(await listOf(portal, edition), [])
  })

  test('leaves out what does not exist or was removed', async () => {
    const portal = await testPortal()
    const [kept, removed] = [await document(portal, { name: 'a.pdf' }), await document(portal, { name: 'b.pdf' })]
    await portal.as(huong).post(`${library}/${removed.id}/xoa`)
    const article = await given.article(portal, { as: 'draft' })
    const edition = await carry(portal, article.id, [removed.id, 999_999, kept.id])
    assert.deepEqual(await listOf(portal, edition), [kept.id])
  })

  test('who removes a document while another saves it to an article leaves no article with a removed document', async () => {
    const portal = await testPortal()
    const article = await given.article(portal, { as: 'draft' })
    for (let round = 0; round < 5; round++) {
      const sent = await document(portal, { name: `${round}.pdf` })
      const [edition] = await Promise.all([
        carry(portal, article.id, [sent.id]),
        removeDocument(portal, null, sent.id).catch(({ status }) => assert.equal(status, 409)),
      ])
      const rows = await portal.database.write
        .selectFrom('edition_documents')
        .innerJoin('documents', 'documents.id', 'document_id')
        .select('deleted_at')
        .where('edition_id', '=', edition)
        .execute()
      assert.deepEqual(
        rows.filter(({ deleted_at }) => deleted_at !== null),
        [],
      )
    }
  })

  test('goes with an article that is erased, and the document stays', async () => {
    const portal = await testPortal()
    const sent = await document(portal)
    const article = await given.article(portal, { as: 'trashed' })
    const edition = await carry(portal, article.id, [sent.id])
    assert.deepEqual(await listOf(portal, edition), [sent.id])
    portal.clock.advance({ days: 31 })
    await portal.catchUp()
    assert.deepEqual(await listOf(portal, edition), [])
    assert.equal((await find(portal, sent.id)).id, sent.id)
    assert.deepEqual(await documentReader(portal.database.read).listUses(sent.id), [])
  })
})

describe('what readers find an article by', () => {
  test('its documents’ titles, summaries, names and words, in their order', async () => {
    const portal = await testPortal()
    const [report, letter] = [
      await document(portal, { name: 'Báo cáo.pdf', bytes: sample('report.pdf') }),
      await document(portal, { name: 'Thư.docx', bytes: docxOf('Kính gửi các xã') }),
    ]
    await portal.as(huong).post(`${library}/${letter.id}`, { title: 'Thư mời', description: 'Họp ngày 15/02' })
    const article = await given.article(portal, { as: 'draft' })
    const edition = await carry(portal, article.id, [letter.id, report.id])
    const [first, second, ...more] = await documentTextsOf(portal.database.read, edition)
    assert.equal(first, 'Thư mời\nHọp ngày 15/02\nThư.docx\nKính gửi các xã')
    assert.match(second ?? '', /^Báo cáo\nBáo cáo\.pdf\nBáo cáo công tác tháng 2\n/)
    assert.deepEqual(more, [])
    assert.deepEqual(await documentTextsOf(portal.database.read, 999_999), [])
  })

  test('is made anew with every change of a document that it carries', async () => {
    const portal = await testPortal()
    const sent = await document(portal)
    const { id } = await given.article(portal)
    await carry(portal, id, [sent.id])
    const reindexed: number[][] = []
    const reindex = async (_: unknown, ids: number[]) => void reindexed.push(ids)
    const tools = { ...receiveTools(portal), reindex }

    await describeDocument(tools, null, sent.id, { title: 'Tên mới', description: '' })
    const path = await written(await temporaryFolder(), 'a', pdfSaying('Another'))
    await replaceFile(tools, null, sent, { path, originalName: 'a.pdf' })
    assert.deepEqual(reindexed, [[id], [id]])
    // The portal's own way goes through without a fault.
    assert.equal((await portal.as(huong).post(`${library}/${sent.id}`, { title: 'Tên khác' })).status, 303)
  })
})

describe('the part of an article’s page', () => {
  test('says before the press what the reader will get', () => {
    assert.equal(documentLabel(made.file, words), 'Tải về (PDF, 1,2 MB, 3 trang)')
    assert.equal(documentLabel({ kind: 'docx', bytes: 63_488, pages: null }, words), 'Tải về (DOCX, 62 KB)')
    assert.equal(documentLabel({ kind: 'pdf', bytes: 900, pages: 1284 }, words), 'Tải về (PDF, 900 byte, 1.284 trang)')
    assert.equal(documentLabel({ ...made.file, pages: 1 }, documentWords.en), 'Download (PDF, 1,2 MB, 1 page)')
  })

  test('leads to the public address, with the summary below', () => {
    assert.equal(filesPart([], words), null)
    const files = filesPart([made, { ...made, description: 'Gồm <2> phần.' }], words)
    const html = render('documents/parts/files', files ?? assert.fail())
    assert.match(html, /<h2 id="files">Tệp đính kèm<\/h2>/)
    assert.match(
      html,
      /<a href="\/tai-lieu\/a{20}\/chuong-trinh\.pdf">Chương trình hội nghị &lt;1&gt; <small>Tải về \(PDF, 1,2 MB, 3 trang\)<\/small><\/a><\/li>/,
    )
    assert.match(html, /<p>Gồm &lt;2&gt; phần\.<\/p>/)
  })

  test('leads elsewhere in a preview', () => {
    const files = filesPart([made], words, ({ id }) => `/xem-truoc/${id}`)
    assert.deepEqual(
      files?.files.map(({ path }) => path),
      ['/xem-truoc/7'],
    )
  })
})

describe('the picker of the editor', () => {
  test('ticks what is chosen, in its order, and offers the newest others', () => {
    const other = { ...made, id: 8, title: 'Khác' }
    const picker = documentPicker([made], [other, made], words)
    assert.deepEqual([picker.chosen.map(({ id }) => id), picker.others.map(({ id }) => id)], [[7], [8]])
    const html = render('documents/parts/picker', picker)
    assert.match(html, /name="documents" value="7" checked/)
    assert.match(html, /name="documents" value="8"><span>Khác <small>PDF, 1,2 MB, 3 trang<\/small>/)
    assert.match(html, /<a class="btn small" href="\/quan-tri\/tai-lieu" target="_blank">/)
  })

  test('reads ids in the order of the form, and nothing else', () => {
    const cases: [unknown, number[]][] = [
      [undefined, []],
      ['', []],
      ['5', [5]],
      [
        ['5', '3', '5', ''],
        [5, 3],
      ],
      [
        ['5', '12, 13;14 15'],
        [5, 12, 13, 14, 15],
      ],
      [['-1', '0', '1.5', 'x', '99999999999', { a: 1 }, '007', '2'], [2]],
      [
        Array.from({ length: 50 }, (_, place) => String(place + 1)),
        Array.from({ length: 30 }, (_, place) => place + 1),
      ],
    ]
    for (const [sent, ids] of cases) assert.deepEqual(readDocumentIds({ documents: sent }), ids)
    assert.deepEqual(readDocumentIds({}), [])
  })

  test('gets the newest documents in JSON', async () => {
    const portal = await testPortal()
    const sent = await document(portal, { name: 'Lịch.pdf', bytes: pdfSaying('Calendar') })
    const answer = await portal.as(huong).get(`${library}/chon`)
    const { documents } = JSON.parse(answer.text)
    assert.equal(documents.length, 1)
    assert.deepEqual(
      { ...documents[0], facts: '' },
      { id: sent.id, title: 'Lịch', facts: '', path: `${library}/${sent.id}` },
    )
    assert.match(documents[0].facts, /^PDF, \d+ byte, 1 trang$/)
    assert.deepEqual(JSON.parse((await portal.as(huong).get(`${library}/chon?q=khong`)).text), { documents: [] })
  })
})

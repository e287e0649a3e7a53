import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportLines } from '../../src/exports/index.ts'
import { type Schema, schemaFaults } from '../api/schema-check.ts'
import { carry, document } from '../documents/given-documents.ts'
import { givenNews, manyArticles, now as newsNow } from '../news/given-news.ts'
import * as given from '../support/given.ts'
import { duc } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

type Line = { kind: string; [name: string]: unknown }

async function linesOf({ config, database, clock }: TestPortal): Promise<Line[]> {
  const lines: Line[] = []
  for await (const text of exportLines({ config, database }, clock.now())) {
    assert.match(text, /^[^\n]+\n$/)
    lines.push(JSON.parse(text))
  }
  return lines
}

const titles = (lines: Line[], kind: string) => lines.filter((line) => line.kind === kind).map(({ title }) => title)

/** As a line has it, without what the line has beside the record of the API. */
const recordIn = ({ kind: _, pictureIds: _ids, markdown: _text, ...record }: Line) => record

test('every line is an object with the fields of the read API, and an article is in Markdown too', async () => {
  const portal = await sampleDistrict()
  const lines = await linesOf(portal)
  const description: Schema = JSON.parse((await portal.visitor().get('/api/v1/openapi.json')).text)
  const names = { category: 'Category', document: 'Document', picture: 'Picture' }
  for (const [kind, name] of Object.entries(names)) {
    const schema = { $ref: `#/components/schemas/${name}` }
    for (const line of lines.filter((one) => one.kind === kind))
      assert.deepEqual(schemaFaults(recordIn(line), schema, description), [])
  }
  const { licence } = lines[0] ?? assert.fail()
  // Updates are lines of their own, and the licence stands in the first.
  const whole = (line: Line) => ({ ...recordIn(line), licence, updates: [] })
  const articles = lines.filter(({ kind }) => kind === 'article')
  for (const line of articles) {
    assert.deepEqual(schemaFaults(whole(line), { $ref: '#/components/schemas/Article' }, description), [])
    assert.equal(typeof line['markdown'], 'string')
  }

  assert.deepEqual([lines[0]?.kind, lines[1]?.kind], ['export', 'agency'])
  for (const kind of ['category', 'picture', 'article']) assert.ok(titles(lines, kind).length > 5, kind)
  const listed = JSON.parse((await portal.visitor().get('/api/v1/articles?limit=100')).text)
  assert.deepEqual(titles(lines, 'article').sort(), listed.items.map((one: { title: string }) => one.title).sort())
})

test('only what readers can see is written, with what it carries and what became of it', async () => {
  const portal = await testPortal()
  const [carried, drafted] = [
    await document(portal, { name: 'Báo cáo.pdf' }),
    await document(portal, { name: 'Nháp.pdf' }),
  ]
  const shown = await given.article(portal, { typed: { title: 'Đang đăng', body: 'Có **10** thôn.' } })
  const categoryId = String(shown.categoryId)
  const draft = await given.article(portal, { as: 'draft', typed: { title: 'Nháp', categoryId } })
  await carry(portal, draft.id, [drafted.id])
  await given.article(portal, { typed: { title: 'Hẹn giờ', categoryId, publishAt: '2017-02-20T07:00' } })
  await given.article(portal, { as: 'withdrawn', typed: { title: 'Đã gỡ', categoryId } })
  const corrected = given.typedArticle({
    title: 'Đang đăng',
    categoryId,
    body: 'Có **9** thôn.',
    version: String(shown.version),
    changeKind: 'correction',
    wrongText: '10 thôn',
    rightText: '9 thôn',
  })
  assert.equal((await portal.as(duc).post(`${shown.desk}/dang`, corrected)).status, 303)
  await carry(portal, shown.id, [carried.id])
  const lines = await linesOf(portal)

  assert.deepEqual(titles(lines, 'article'), ['Đang đăng'])
  const [article] = lines.filter(({ kind }) => kind === 'article')
  assert.equal(article?.['markdown'], 'Có **9** thôn.')
  assert.match(String(article?.['html']), /Có <strong>9<\/strong> thôn\./)
  const [update] = lines.filter(({ kind }) => kind === 'update')
  assert.deepEqual(
    [update?.['articleId'], update?.['about'], update?.['wrong'], update?.['right']],
    [shown.id, 'correction', '10 thôn', '9 thôn'],
  )
  const documents = article?.['documents'] as { id: number }[] | undefined
  assert.deepEqual(
    documents?.map(({ id }) => id),
    [carried.id],
  )
  assert.deepEqual(
    lines.filter(({ kind }) => kind === 'document').map(({ id }) => id),
    [carried.id],
  )
})

test('a large archive is written to its end, each article once and in the order of numbers', async () => {
  const { database, notices } = await givenNews()
  await manyArticles(database, notices, 1_250, () => false)
  const config = { siteUrl: 'https://dakpo.gialai.gov.vn', language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' } as const
  const ids: number[] = []
  for await (const text of exportLines({ config, database }, newsNow)) {
    const line = JSON.parse(text)
    if (line.kind === 'article') ids.push(line.id)
  }
  assert.equal(new Set(ids).size, 1_250)
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => a - b),
  )
})

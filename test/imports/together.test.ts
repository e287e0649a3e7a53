import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { createWorkshop as createDocumentWorkshop } from '../../src/documents/index.ts'
import { importSource, type SourceTools } from '../../src/imports/import-source.ts'
import { openMediaFolder } from '../../src/imports/media-folder.ts'
import type { OldArticle } from '../../src/imports/old-article.ts'
import { createMarkdown } from '../../src/markdown/index.ts'
import { createWorkshop as createPictureWorkshop } from '../../src/media/index.ts'
import { disagreements } from '../articles/agreement.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import * as given from '../support/given.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { emptyFolder } from './given-import.ts'

/** No category has this number, so the database refuses the article as a whole. */
const impossibleCategory = 99_999

test('of articles that are stored together one that cannot be stored keeps none before it out', async () => {
  const portal = await testPortal()
  const categoryId = await given.category(portal, 'Tin tức')
  const told: string[] = []
  const tools = await toolsFor(portal, (name) => (name === 'sai' ? impossibleCategory : categoryId))
  const things = ['Tin một', 'Tin hai', 'Tin ba', 'sai', 'Tin bốn']

  await assert.rejects(async () => {
    for await (const { title } of importSource(tools, sourceOf(things), { name: 'cong-cu', said: [] })) told.push(title)
  }, /FOREIGN KEY|foreign key/)
  const { database } = portal
  const stored = await database.write.selectFrom('editions').select('title').orderBy('id').execute()
  assert.deepEqual(
    stored.map(({ title }) => title),
    ['Tin một', 'Tin hai', 'Tin ba'],
  )
  assert.deepEqual(await disagreements(database, portal.clock.now()), [])

  const mended = await toolsFor(portal, () => categoryId)
  const outcomes: string[] = []
  for await (const { outcome } of importSource(mended, sourceOf(things), { name: 'cong-cu', said: [] }))
    outcomes.push(outcome)
  assert.deepEqual(outcomes, ['unchanged', 'unchanged', 'unchanged', 'added', 'added'])
})

const sourceOf = (titles: string[]) => ({
  hosts: new Set<string>(),
  problems: [],
  progress: () => 1,
  async *things() {
    for (const [at, title] of titles.entries()) yield { article: oldArticle(title, at + 1) }
  },
})

const oldArticle = (title: string, number: number): OldArticle => ({
  place: { file: 'cu.xml', number, line: number },
  key: `http://cu.example.gov.vn/?p=${number}`,
  address: `http://cu.example.gov.vn/tin-${number}.html`,
  title,
  lead: 'Mở đầu.',
  body: '<p>Nội dung.</p>',
  hasLines: false,
  publishedAt: '2015-05-04T01:30:00.000Z',
  author: 'Lan Hương',
  tags: ['làng'],
  categories: [[{ name: title, slug: '' }]],
  cover: null,
  attachments: [],
  isDraft: false,
  problems: [],
})

async function toolsFor(portal: TestPortal, place: (name: string) => number): Promise<SourceTools> {
  const { config, database, world } = portal
  const scratch = join(await emptyFolder(), 'tam')
  await mkdir(scratch)
  const [markdown, pictures, documents] = [
    createMarkdown(),
    createPictureWorkshop(),
    createDocumentWorkshop(portal.world),
  ]
  closeAfterTest(async () => void (await Promise.all([markdown.close(), pictures.close(), documents.close()])))
  return {
    config,
    database,
    world,
    markdown,
    pictures,
    documents,
    scratch,
    media: await openMediaFolder(null),
    allowedHosts: new Set(),
    categories: { place: async ([category]) => place(category?.at(-1)?.name ?? '') },
    hosts: new Set(),
    asDrafts: false,
    isTrial: false,
  }
}

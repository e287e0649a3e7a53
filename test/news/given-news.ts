import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { categoryReader, categoryWriter } from '../../src/categories/index.ts'
import { type Database, inTransaction, migrate, openDatabase } from '../../src/database/index.ts'
import type { Article, Headline } from '../../src/news/index.ts'
import { migrationsFolder } from '../../src/portal.ts'
import { migratedDatabase, testEngine } from '../support/test-database.ts'
import { closeAfterTest } from '../support/test-portal.ts'

export const now = '2017-02-17T03:00:00.000Z'

/** Where an article stands; without a word it is live since the day before. */
export type Standing = {
  title?: string
  at?: string | null
  isLive?: boolean
  withdrawnAt?: string | null
  deletedAt?: string | null
}

/** A database of its own, without a portal around it. */
export async function givenNews() {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-news-'))
  const stored = await migratedDatabase(testEngine, folder)
  const database = await openDatabase({ databaseUrl: stored.url, databaseReadUrl: null })
  await migrate(database, migrationsFolder)
  closeAfterTest(async () => {
    await database.close()
    await stored.remove()
    await rm(folder, { recursive: true, force: true })
  })
  return fillNews(database)
}

/** Tin tức with Kinh tế below it, and no article yet. */
export async function fillNews(database: Database) {
  const news = await addCategory(database, 'tin-tuc', null)
  const economy = await addCategory(database, 'kinh-te', news)
  await inTransaction(database, async (transaction) =>
    categoryWriter(transaction, now).rememberPaths(await categoryReader(transaction).getTree()),
  )
  const add = (standing: Standing = {}) => addArticle(database, [news, economy], standing)
  return { database, news, economy, add }
}

function addCategory(database: Database, slug: string, parentId: number | null): Promise<number> {
  const category = { parentId, slug, name: slug, description: '', position: 1, homePosition: null }
  return inTransaction(database, (transaction) => categoryWriter(transaction, now).add(category))
}

/** As the newsdesk leaves it: in the last of the categories, listed in all while it is up. */
async function addArticle(database: Database, categoryIds: number[], standing: Standing): Promise<number> {
  const {
    title = 'Tin',
    at = '2017-02-16T03:00:00.000Z',
    isLive = true,
    withdrawnAt = null,
    deletedAt = null,
  } = standing
  const { id } = await database.write
    .insertInto('articles')
    .values({
      slug: 'tin',
      version: 1,
      published_at: at,
      withdrawn_at: withdrawnAt,
      deleted_at: deletedAt,
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const edition = await database.write
    .insertInto('editions')
    .values({ ...emptyEdition, title, article_id: id, category_id: categoryIds.at(-1) ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (isLive)
    await database.write.updateTable('articles').set({ live_edition_id: edition.id }).where('id', '=', id).execute()
  const isUp = isLive && at !== null && !withdrawnAt && !deletedAt
  const rows = categoryIds.map((category_id) => ({ category_id, published_at: at ?? '', article_id: id }))
  if (isUp) await database.write.insertInto('category_listings').values(rows).execute()
  return id
}

const emptyEdition = {
  slug: 'tin',
  title_key: '',
  lead: 'Tóm tắt',
  body: 'Nội dung',
  body_html: '<p>Nội dung</p>',
  renderer: '1',
  author: 'Lan Hương',
  unit: 'Văn phòng',
  source_name: '',
  source_address: '',
  tags: '["bình đẳng giới","hội nghị"]',
  saved_at: now,
}

export const headline = (id: number, parts: Partial<Headline> = {}): Headline => ({
  id,
  slug: 'tin',
  title: `Tin ${id}`,
  lead: 'Tóm tắt',
  categoryId: null,
  coverPictureId: null,
  publishedAt: '2017-02-16T09:40:00.000Z',
  ...parts,
})

export const article = (parts: Partial<Article> = {}): Article => ({
  ...headline(12),
  bodyHtml: '<p>Nội dung</p>',
  author: 'Lan Hương',
  unit: 'Văn phòng HĐND và UBND huyện',
  source: null,
  tags: [],
  ...parts,
})

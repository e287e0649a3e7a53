import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { categoryReader, categoryWriter } from '../../src/categories/index.ts'
import { type Database, inTransaction, migrate, openDatabase } from '../../src/database/index.ts'
import type { Article, Headline, Update } from '../../src/news/index.ts'
import { migrationsFolder } from '../../src/portal.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { migratedDatabase, testEngine } from '../support/test-database.ts'

export const now = '2017-02-17T03:00:00.000Z'

/** Where an article stands; without a word it is live since the day before. */
export type Standing = {
  title?: string
  at?: string | null
  isLive?: boolean
  withdrawnAt?: string | null
  deletedAt?: string | null
  expiresAt?: string | null
  updatedAt?: string | null
  pinUntil?: string | null
  /** From the root down to its own; without a word Tin tức and Kinh tế. */
  categoryIds?: number[]
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

/** Tin tức with Kinh tế below it, Thông báo with Đất đai below it and a place on the home page, and no article yet. */
export async function fillNews(database: Database) {
  const news = await addCategory(database, 'tin-tuc', null)
  const economy = await addCategory(database, 'kinh-te', news)
  const notices = await addCategory(database, 'thong-bao', null, 1)
  const land = await addCategory(database, 'dat-dai', notices)
  await inTransaction(database, async (transaction) =>
    categoryWriter(transaction, now).rememberPaths(await categoryReader(transaction).getTree()),
  )
  const add = (standing: Standing = {}) => addArticle(database, [news, economy], standing)
  const addNotice = (standing: Standing = {}) => add({ ...standing, categoryIds: [notices, land] })
  return { database, news, economy, notices, land, add, addNotice }
}

const oneBatch = 500
const oneHour = 60 * 60_000

/** An hour apart, up to the day before; quickly made, for questions about cost. */
export async function manyArticles(
  { write }: Database,
  categoryId: number,
  count: number,
  isOver: (number: number) => boolean,
) {
  const known = await write
    .selectFrom('articles')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirst()
  const first = (known?.id ?? 0) + 1
  const last = Date.parse(now) - 24 * oneHour
  for (let from = 0; from < count; from += oneBatch) {
    const rows = Array.from({ length: Math.min(oneBatch, count - from) }, (_, place) => ({
      id: first + from + place,
      published_at: new Date(last - (count - from - place) * oneHour).toISOString(),
      expires_at: isOver(from + place) ? now : null,
    }))
    const article = { slug: 'tin', version: 1, created_at: now, changed_at: now }
    await write
      .insertInto('articles')
      .values(rows.map((row) => ({ ...article, ...row, live_edition_id: row.id })))
      .execute()
    const edition = { ...emptyEdition, title: 'Tin', category_id: categoryId }
    await write
      .insertInto('editions')
      .values(rows.map(({ id }) => ({ ...edition, id, article_id: id })))
      .execute()
    const listings = rows.map(({ id, ...times }) => ({ ...times, article_id: id, category_id: categoryId }))
    await write.insertInto('category_listings').values(listings).execute()
  }
}

/** As the newsdesk leaves an article that it withdraws: in no list, and with the reason. */
export async function withdraw(database: Database, id: number, { at, reason = '' }: { at: string; reason?: string }) {
  const columns = { withdrawn_at: at, withdrawn_reason: reason }
  await database.write.updateTable('articles').set(columns).where('id', '=', id).execute()
  await database.write.deleteFrom('category_listings').where('article_id', '=', id).execute()
}

/** As the newsdesk leaves an article that has an end, before anything cleans up after it. */
export async function setEnd(database: Database, id: number, at: string) {
  await database.write.updateTable('articles').set({ expires_at: at }).where('id', '=', id).execute()
  await database.write.updateTable('category_listings').set({ expires_at: at }).where('article_id', '=', id).execute()
}

/** What readers are told of an article after its publication. */
export async function tell(database: Database, id: number, told: Partial<Update>) {
  const { kind = 'update', at = now, note = '', wrong = '', right = '' } = told
  await database.write
    .insertInto('article_updates')
    .values({ article_id: id, at, kind, note, wrong_text: wrong, right_text: right })
    .execute()
}

function addCategory(
  database: Database,
  slug: string,
  parentId: number | null,
  homePosition: number | null = null,
): Promise<number> {
  const category = { parentId, slug, name: slug, description: '', position: 1, homePosition }
  return inTransaction(database, (transaction) => categoryWriter(transaction, now).add(category))
}

/** As the newsdesk leaves it: in the last of the categories, listed in all while it is up. */
async function addArticle(database: Database, usualIds: number[], standing: Standing): Promise<number> {
  const {
    title = 'Tin',
    at = '2017-02-16T03:00:00.000Z',
    isLive = true,
    withdrawnAt = null,
    deletedAt = null,
    expiresAt = null,
    updatedAt = null,
    pinUntil = null,
    categoryIds = usualIds,
  } = standing
  const { id } = await database.write
    .insertInto('articles')
    .values({
      slug: 'tin',
      version: 1,
      published_at: at,
      withdrawn_at: withdrawnAt,
      deleted_at: deletedAt,
      expires_at: expiresAt,
      updated_at: updatedAt,
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const edition = await database.write
    .insertInto('editions')
    .values({ ...emptyEdition, title, article_id: id, category_id: categoryIds.at(-1) ?? null, pin_until: pinUntil })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (isLive)
    await database.write.updateTable('articles').set({ live_edition_id: edition.id }).where('id', '=', id).execute()
  const isUp = isLive && at !== null && !withdrawnAt && !deletedAt
  const listing = { published_at: at ?? '', article_id: id, expires_at: expiresAt }
  const rows = categoryIds.map((category_id) => ({ category_id, ...listing }))
  if (isUp) await database.write.insertInto('category_listings').values(rows).execute()
  return id
}

const emptyEdition = {
  slug: 'tin',
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
  expiresAt: null,
  ...parts,
})

export const article = (parts: Partial<Article> = {}): Article => ({
  ...headline(12),
  editionId: 12,
  bodyHtml: '<p>Nội dung</p>',
  author: 'Lan Hương',
  unit: 'Văn phòng HĐND và UBND huyện',
  source: null,
  tags: [],
  updatedAt: null,
  ...parts,
})

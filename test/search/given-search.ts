import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { categoryWriter } from '../../src/categories/index.ts'
import { type Database, inTransaction, migrate, openDatabase, type Writer } from '../../src/database/index.ts'
import { pictureWriter } from '../../src/media/index.ts'
import { migrationsFolder } from '../../src/portal.ts'
import { completeQuery, findArticles, type SearchWish } from '../../src/search/find-articles.ts'
import { deskSearchReader, deskSearchWriter, searchWriter } from '../../src/search/index.ts'
import { synonymReader } from '../../src/search/synonym-store.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { migratedDatabase, testEngine } from '../support/test-database.ts'

export const now = '2017-02-17T03:00:00.000Z'
export const tomorrow = '2017-02-18T03:00:00.000Z'
export const dayAt = (day: number): string => `2017-01-${String(day).padStart(2, '0')}T03:00:00.000Z`

/** What an article says and where it stands; without a word it is live since January. */
export type Wish = {
  title?: string
  lead?: string
  bodyHtml?: string
  tags?: string[]
  author?: string
  unit?: string
  categoryId?: number | null
  at?: string | null
  expiresAt?: string | null
  isLive?: boolean
}

export type GivenSearch = Awaited<ReturnType<typeof givenSearch>>

/** A database of this run's engine, with the synonyms that every portal begins with and no article yet. */
export async function givenSearch() {
  const database = await openTestDatabase()
  const groups = await synonymReader(database.read).listGroups()
  const anything: SearchWish = { order: 'fit', categoryIds: null, time: null, most: 1_000 }

  async function find(typed: string, wish: Partial<SearchWish> = {}, at = now) {
    const query = await completeQuery(database.read, typed, groups)
    return findArticles({ database, now: at }, query, { ...anything, ...wish })
  }

  return {
    database,
    groups,
    find,
    add: (wish: Wish = {}) => addArticle(database, wish),
    /** What an article shall say next, which no reader has yet. */
    addDraft: (articleId: number, wish: Wish) => addDraft(database, articleId, wish),
    /** Ids of what is found, in order. */
    search: async (typed: string, wish: Partial<SearchWish> = {}, at = now): Promise<number[]> =>
      (await find(typed, wish, at)).documents.map(({ articleId }) => articleId),
    /** Changes the row of an article and lets the index follow, as the newsdesk does in one transaction. */
    change: (id: number, columns: Columns) =>
      inTransaction(database, async (transaction) => {
        await transaction.updateTable('articles').set(columns).where('id', '=', id).execute()
        await follow(database, transaction, id)
      }),
    /** Ids of the articles that staff find, in their order. */
    searchDesk: async (typed: string): Promise<number[]> => {
      const { holds } = await deskSearchReader(database).narrowArticles(typed)
      const rows = await database.read.selectFrom('articles').select('id').where(holds).orderBy('id').execute()
      return rows.map(({ id }) => id)
    },
    searchPictures: async (typed: string): Promise<number[]> => {
      const { holds } = await deskSearchReader(database).narrowPictures(typed)
      const rows = await database.read.selectFrom('pictures').select('id').where(holds).orderBy('id').execute()
      return rows.map(({ id }) => id)
    },
    addPicture: (originalName: string) => addPicture(database, originalName),
    addCategory: (slug: string, name: string, parentId: number | null = null) =>
      inTransaction(database, (transaction) =>
        categoryWriter(transaction, now).add({
          parentId,
          slug,
          name,
          description: '',
          position: 1,
          homePosition: null,
        }),
      ),
  }
}

type Columns = {
  withdrawn_at?: string | null
  deleted_at?: string | null
  erased_at?: string | null
  published_at?: string
  expires_at?: string | null
}

async function follow(database: Database, transaction: Writer, id: number) {
  await searchWriter(database, transaction, now).follow(id)
  await deskSearchWriter(database, transaction).followArticle(id)
}

async function openTestDatabase(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-search-'))
  const stored = await migratedDatabase(testEngine, folder)
  const database = await openDatabase({ databaseUrl: stored.url, databaseReadUrl: null })
  await migrate(database, migrationsFolder)
  closeAfterTest(async () => {
    await database.close()
    await stored.remove()
    await rm(folder, { recursive: true, force: true })
  })
  return database
}

function addArticle(database: Database, wish: Wish): Promise<number> {
  const { at = dayAt(1), expiresAt = null, isLive = true } = wish
  return inTransaction(database, async (transaction) => {
    const { id } = await transaction
      .insertInto('articles')
      .values({ slug: 'tin', version: 1, published_at: at, expires_at: expiresAt, created_at: now, changed_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await setEdition(transaction, id, isLive ? 'live_edition_id' : 'draft_edition_id', wish)
    await follow(database, transaction, id)
    return id
  })
}

function addDraft(database: Database, id: number, wish: Wish): Promise<void> {
  return inTransaction(database, async (transaction) => {
    await setEdition(transaction, id, 'draft_edition_id', wish)
    await follow(database, transaction, id)
  })
}

function addPicture(database: Database, originalName: string): Promise<number> {
  const picture = { key: originalName, fileName: 'anh', originalName, format: 'jpeg', width: 1, height: 1, bytes: 1 }
  return inTransaction(database, async (transaction) => {
    const { id } = await pictureWriter(transaction, now).add(picture, null)
    await deskSearchWriter(database, transaction).followPicture(id)
    return id
  })
}

async function setEdition(
  transaction: Writer,
  articleId: number,
  column: 'live_edition_id' | 'draft_edition_id',
  wish: Wish,
) {
  const { id } = await transaction
    .insertInto('editions')
    .values({ ...editionRow(wish), article_id: articleId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await transaction
    .updateTable('articles')
    .set({ [column]: id })
    .where('id', '=', articleId)
    .execute()
}

const editionRow = (wish: Wish) => ({
  slug: 'tin',
  title: wish.title ?? 'Tin',
  lead: wish.lead ?? '',
  body: '',
  body_html: wish.bodyHtml ?? '',
  renderer: '1',
  category_id: wish.categoryId ?? null,
  author: wish.author ?? '',
  unit: wish.unit ?? '',
  source_name: '',
  source_address: '',
  tags: JSON.stringify(wish.tags ?? []),
  saved_at: now,
})

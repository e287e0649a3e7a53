import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  addCategory,
  type CategoryTools,
  type CategoryTree,
  type CategoryWish,
  categoryReader,
} from '../../src/categories/index.ts'
import { type Database, migrate, openDatabase } from '../../src/database/index.ts'
import { migrationsFolder } from '../../src/portal.ts'
import { realWorld } from '../../src/site/world.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { testClock } from '../support/test-clock.ts'
import { migratedDatabase, testEngine } from '../support/test-database.ts'

export type TestTree = Pick<CategoryTools, 'database' | 'world' | 'relist' | 'reindex'> & {
  /** What was asked to be listed anew, with the tree that it shall follow. */
  relisted: { addresses: string[]; ids: number[] }[]
  /** Adds a category and gives its id. */
  add(name: string, parentId?: number | null): Promise<number>
  tree(): Promise<CategoryTree>
  /** Every address in menu order. */
  addresses(): Promise<string[]>
  auditLines(): Promise<{ act: string; subject_title: string; note: string }[]>
}

export const wishFor = (name: string, parts: Partial<CategoryWish> = {}): CategoryWish => ({
  name,
  slug: '',
  description: '',
  parentId: null,
  homePosition: null,
  ...parts,
})

/** An empty tree on a database of its own. */
export async function emptyTree(): Promise<TestTree> {
  const database = await openTestDatabase()
  const world = { ...realWorld('silent'), clock: testClock('2017-02-17T03:00:00Z') }
  const tree = () => categoryReader(database.read).getTree()
  const relisted: TestTree['relisted'] = []
  return {
    database,
    world,
    relisted,
    reindex: async () => {},
    relist: async (_transaction, after, ids) =>
      void relisted.push({ ids, addresses: ids.map((id) => after.find(id)?.path ?? '') }),
    add: (name, parentId = null) => addCategory({ database, world }, null, wishFor(name, { parentId })),
    tree,
    addresses: async () => (await tree()).all.map((node) => node.path),
    auditLines: () =>
      database.read.selectFrom('audit_lines').select(['act', 'subject_title', 'note']).orderBy('id').execute(),
  }
}

async function openTestDatabase(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-categories-'))
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

/** An article whose only edition stands in this category, listed for readers at its hour. */
export async function fileArticle(
  { database, world }: Pick<TestTree, 'database' | 'world'>,
  categoryId: number,
  publishedAt: string,
): Promise<void> {
  const now = world.clock.now()
  const article = await database.write
    .insertInto('articles')
    .values({ slug: 'tin', version: 1, created_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const text = { slug: 'tin', title: 'Tin', lead: '', body: '', body_html: '', renderer: '1' }
  const origin = { author: '', unit: '', source_name: '', source_address: '', tags: '[]' }
  await database.write
    .insertInto('editions')
    .values({ ...text, ...origin, article_id: article.id, category_id: categoryId, saved_at: now })
    .execute()
  await database.write
    .insertInto('category_listings')
    .values({ category_id: categoryId, published_at: publishedAt, article_id: article.id })
    .execute()
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, inTransaction, migrate, openDatabase } from '../../src/database/index.ts'
import {
  createWorkshop,
  type Description,
  type Picture,
  pictureWriter,
  type ReceiveTools,
} from '../../src/media/index.ts'
import type { NewPicture } from '../../src/media/picture-store.ts'
import { migrationsFolder } from '../../src/portal.ts'
import { pictureSearch } from '../../src/search/index.ts'
import { realWorld } from '../../src/site/world.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { testClock } from '../support/test-clock.ts'
import { migratedDatabase, testEngine } from '../support/test-database.ts'

/** An empty folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-media-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A database of its own that has every table. */
export async function temporaryDatabase(): Promise<Database> {
  const stored = await migratedDatabase(testEngine, await temporaryFolder())
  const database = await openDatabase({ databaseUrl: stored.url, databaseReadUrl: null })
  await migrate(database, migrationsFolder)
  closeAfterTest(async () => {
    await database.close()
    await stored.remove()
  })
  return database
}

export async function receiveTools(): Promise<ReceiveTools> {
  const uploads = await temporaryFolder()
  const database = await temporaryDatabase()
  const workshop = createWorkshop()
  closeAfterTest(() => workshop.close())
  const world = { ...realWorld('silent'), clock: testClock('2017-02-16T01:58:00Z') }
  return { config: { uploads, language: 'vi' }, database, world, search: pictureSearch(database), workshop }
}

let lastKey = 0

/** A picture that is only a row, without files. */
export async function addPicture(
  database: Database,
  originalName: string,
  description: Partial<Description> = {},
): Promise<Picture> {
  const now = '2017-02-16T01:58:00.000Z'
  lastKey += 1
  const picture: NewPicture = {
    key: lastKey.toString(16).padStart(20, '0'),
    fileName: 'anh',
    originalName,
    format: 'jpeg',
    width: 960,
    height: 640,
    bytes: 52_000,
  }
  return inTransaction(database, async (transaction) => {
    const writer = pictureWriter(transaction, now)
    const added = await writer.add(picture, null)
    const words = { alternativeText: '', isDecorative: false, caption: '', credit: '', ...description }
    await writer.describe(added.id, words)
    await pictureSearch(database).follow(transaction, added.id)
    return { ...added, ...words }
  })
}

type EditionWish = {
  title: string
  cover?: number
  inText?: number[]
  as: 'draft' | 'live' | 'past'
  /** When readers get it; at once, unless the wish says so. */
  publishedAt?: string
  withdrawnAt?: string
  /** Where a draft stands on its way. */
  stage?: string
}

const now = '2017-02-16T02:00:00.000Z'

/** An article with one edition that shows pictures. Gives the id of the article. */
export async function addArticle({ write }: Database, wish: EditionWish): Promise<number> {
  const { title, cover, inText = [], as, publishedAt = now, withdrawnAt = null, stage = 'draft' } = wish
  const article = await write
    .insertInto('articles')
    .values({ slug: 'tin', version: 1, created_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const text = { slug: 'tin', title, lead: '', body: '', body_html: '', renderer: '1' }
  const origin = { author: '', unit: '', source_name: '', source_address: '', tags: '[]' }
  const edition = await write
    .insertInto('editions')
    .values({ ...text, ...origin, article_id: article.id, cover_picture_id: cover ?? null, saved_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const picture_id of inText) {
    await write.insertInto('edition_pictures').values({ edition_id: edition.id, picture_id }).execute()
  }
  const place = {
    draft: { draft_edition_id: edition.id, stage },
    live: { live_edition_id: edition.id, published_at: publishedAt, withdrawn_at: withdrawnAt },
    past: { version: 2 },
  }[as]
  await write.updateTable('articles').set(place).where('id', '=', article.id).execute()
  return article.id
}

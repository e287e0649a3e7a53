import { setImmediate as letOthersGoOn } from 'node:timers/promises'
import { categoryReader } from '../categories/index.ts'
import { type Database, inTransaction, type Writer } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { documentWriter } from './document-store.ts'
import { type LiveArticle, liveArticleReader } from './live-article-store.ts'
import { findRebuild, type Rebuild, saveRebuild } from './rebuild-store.ts'
import { searchIndexOf } from './search-index.ts'
import { documentOf, searchWriter } from './write-index.ts'

/** Counts up whenever the index of an older version would be read wrongly. */
const indexVersion = 1
/** Short enough that nobody who reads or publishes meanwhile notices: about 30 ms. */
const oneBatch = 25
const lastId = 2 ** 31 - 1

export type RebuildTools = { database: Database; world: Pick<World, 'clock'> }
export type Progress = (done: number, total: number) => void

/**
 * Indexes every live article anew and takes out what is not live, while readers go on searching: each batch becomes
 * true by itself. Goes on where an earlier run was cut off. Gives how many articles it indexed.
 */
export async function rebuildIndex(tools: RebuildTools, onProgress: Progress = () => {}): Promise<number> {
  const total = await liveArticleReader(tools.database.read).count()
  let rebuild = await begin(tools)
  let done = 0
  while (rebuild.finishedAt === null) {
    const batch = await indexBatch(tools, rebuild)
    rebuild = batch.rebuild
    done += batch.indexed
    onProgress(Math.min(done, total), total)
    await letOthersGoOn()
  }
  return done
}

/** For the start of a portal: does nothing when the index is of this version. */
export async function rebuildOutdated(tools: RebuildTools): Promise<number> {
  const last = await findRebuild(tools.database.read)
  const isCurrent = last?.version === indexVersion && last.finishedAt !== null
  return isCurrent ? 0 : rebuildIndex(tools)
}

/** After a category got another name, by which its articles are found too. */
export async function reindexCategory({ database, world }: RebuildTools, categoryId: number): Promise<number> {
  const now = world.clock.now()
  let [last, done] = [0, 0]
  for (;;) {
    const articles = await inTransaction(database, async (transaction) => {
      await searchIndexOf(database).hold(transaction)
      const batch = await liveArticleReader(transaction).listIn(categoryId, last, oneBatch)
      const tree = await categoryReader(transaction).getTree()
      await searchWriter(database, transaction, now).putAll(batch.map((article) => documentOf(article, tree)))
      return batch
    })
    done += articles.length
    last = articles.at(-1)?.id ?? lastId
    if (articles.length < oneBatch) return done
    await letOthersGoOn()
  }
}

async function begin({ database }: RebuildTools): Promise<Rebuild> {
  const last = await findRebuild(database.write)
  if (last?.version === indexVersion && last.finishedAt === null) return last
  return { version: indexVersion, lastArticleId: 0, finishedAt: null }
}

async function indexBatch({ database, world }: RebuildTools, { lastArticleId, version }: Rebuild) {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    await searchIndexOf(database).hold(transaction)
    const articles = await liveArticleReader(transaction).listAfter(lastArticleId, oneBatch)
    const isLast = articles.length < oneBatch
    const upTo = isLast ? lastId : (articles.at(-1)?.id ?? lastId)
    await removeOthers(database, transaction, now, { after: lastArticleId, upTo, articles })
    const tree = await categoryReader(transaction).getTree()
    await searchWriter(database, transaction, now).putAll(articles.map((article) => documentOf(article, tree)))
    if (isLast) await searchIndexOf(database).settle(transaction)
    const rebuild = { version, lastArticleId: upTo, finishedAt: isLast ? now : null }
    await saveRebuild(transaction, rebuild)
    return { rebuild, indexed: articles.length }
  })
}

type Stretch = { after: number; upTo: number; articles: LiveArticle[] }

async function removeOthers(
  database: Database,
  transaction: Writer,
  now: string,
  { after, upTo, articles }: Stretch,
): Promise<void> {
  const live = new Set(articles.map(({ id }) => id))
  const known = await documentWriter(transaction).listIds(after, upTo)
  await searchWriter(database, transaction, now).removeAll(known.filter((id) => !live.has(id)))
}

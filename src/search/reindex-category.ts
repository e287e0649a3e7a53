import { setImmediate as letOthersGoOn } from 'node:timers/promises'
import { categoryReader } from '../categories/index.ts'
import { type Database, inTransaction, type Writer } from '../database/index.ts'
import { deskArticleDocuments } from './desk-document-store.ts'
import { oneBatch } from './index-part.ts'
import { liveArticleReader } from './live-article-store.ts'
import type { RebuildTools } from './rebuild-index.ts'
import { searchIndexOf } from './search-index.ts'
import { deskSearchWriter } from './write-desk-index.ts'
import { documentOf, searchWriter } from './write-index.ts'

/** After a category got another name, by which its articles are found too: by readers and by staff. */
export async function reindexCategory({ database, world }: RebuildTools, categoryId: number): Promise<void> {
  const now = world.clock.now()
  await inBatches(database, async (transaction, after) => {
    const articles = await liveArticleReader(transaction).listIn(categoryId, after, oneBatch)
    const tree = await categoryReader(transaction).getTree()
    await searchWriter(database, transaction, now).putAll(articles.map((article) => documentOf(article, tree)))
    return articles.map(({ id }) => id)
  })
  await inBatches(database, async (transaction, after) => {
    const ids = await deskArticleDocuments(transaction).listIdsIn(categoryId, after, oneBatch)
    for (const id of ids) await deskSearchWriter(database, transaction).followArticle(id)
    return ids
  })
}

/** Gives the ids of what it indexed, at most `oneBatch` in their order. */
type IndexAfter = (transaction: Writer, after: number) => Promise<number[]>

async function inBatches(database: Database, indexAfter: IndexAfter): Promise<void> {
  let last = 0
  for (;;) {
    const batch = await inTransaction(database, async (transaction) => {
      await searchIndexOf(database).hold(transaction)
      return indexAfter(transaction, last)
    })
    if (batch.length < oneBatch) return
    last = batch.at(-1) ?? last
    await letOthersGoOn()
  }
}

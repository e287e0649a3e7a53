import { categoryReader } from '../categories/index.ts'
import type { Database } from '../database/index.ts'
import { documentWriter } from './document-store.ts'
import { type IndexPart, oneBatch, stretchOf } from './index-part.ts'
import { liveArticleReader } from './live-article-store.ts'
import { searchIndexOf } from './search-index.ts'
import { documentOf, searchWriter } from './write-index.ts'

/** What readers find: articles that are up, and that will be at their hour. */
export const publicIndexPart = (database: Database): IndexPart => ({
  name: 'public',
  version: 1,
  countAfter: (reader, id) => liveArticleReader(reader).countAfter(id),

  async indexNext(transaction, after, now) {
    const articles = await liveArticleReader(transaction).listAfter(after, oneBatch)
    const stretch = stretchOf(after, articles)
    const live = new Set(articles.map(({ id }) => id))
    const known = await documentWriter(transaction).listIds(after, stretch.upTo)
    const writer = searchWriter(database, transaction, now)
    await writer.removeAll(known.filter((id) => !live.has(id)))
    const tree = await categoryReader(transaction).getTree()
    await writer.putAll(articles.map((article) => documentOf(article, tree)))
    if (stretch.isLast) await searchIndexOf(database).settle(transaction)
    return stretch
  },
})

import { type CategoryTree, categoryReader } from '../categories/index.ts'
import type { Database, Writer } from '../database/index.ts'
import { documentWriter, type KnownDocument } from './document-store.ts'
import { indexText } from './index-text.ts'
import { type LiveArticle, liveArticleReader } from './live-article-store.ts'
import { plainText } from './plain-text.ts'
import type { SearchDocument } from './search-document.ts'
import { searchIndexOf } from './search-index.ts'
import { createTokenizer } from './tokens.ts'
import { wordWriter } from './word-store.ts'

/** Articles whose hour has come, or that are over, that one write attends to. */
const mostDue = 50

export type SearchWriter = ReturnType<typeof searchWriter>

/** Keeps the index true in the transaction that changes an article. */
export function searchWriter(database: Pick<Database, 'engine'>, transaction: Writer, now: string) {
  const index = searchIndexOf(database)
  const documents = documentWriter(transaction)

  async function put(document: SearchDocument): Promise<void> {
    await putAll([document])
  }

  async function putAll(newer: SearchDocument[]): Promise<void> {
    const counts = await beginWriting()
    const tokenize = createTokenizer()
    for (const document of newer) {
      await takeOut(await documents.find(document.articleId), counts)
      if (document.expiresAt !== null && document.expiresAt <= now) continue
      const text = indexText(document, tokenize)
      const key = await documents.takeKey(document.publishedAt)
      const isUp = document.publishedAt <= now
      await index.add(transaction, key, text)
      await documents.add(document, key, text, isUp ? now : null)
      if (isUp) addTo(counts, text.words, 1)
    }
    await wordWriter(transaction).change(counts)
  }

  async function removeAll(articleIds: number[]): Promise<void> {
    const counts = await beginWriting()
    for (const articleId of articleIds) await takeOut(await documents.find(articleId), counts)
    await wordWriter(transaction).change(counts)
  }

  /**
   * Words of an article that waits for its hour are nobody's to see, so they are counted by the first write after it. In
   * the same way what is over goes.
   */
  async function beginWriting(): Promise<Map<string, number>> {
    await index.hold(transaction)
    const counts = new Map<string, number>()
    for (const document of await documents.listEnded(now, mostDue)) await takeOut(document, counts)
    for (const { articleId, words } of await documents.listDue(now, mostDue)) {
      await documents.markCounted(articleId, now)
      addTo(counts, words, 1)
    }
    return counts
  }

  async function takeOut(known: KnownDocument | null, counts: Map<string, number>): Promise<void> {
    if (!known) return
    await index.remove(transaction, known.orderKey)
    await documents.remove(known.articleId)
    if (known.isCounted) addTo(counts, known.words, -1)
  }

  /** Makes the index say what the articles' live editions say now, which is nothing once one is taken down or over. */
  async function followAll(articleIds: number[]): Promise<void> {
    if (articleIds.length === 0) return
    await index.hold(transaction)
    const live: LiveArticle[] = []
    const gone: number[] = []
    for (const id of articleIds) {
      const article = await liveArticleReader(transaction).find(id)
      if (article) live.push(article)
      else gone.push(id)
    }
    if (gone.length > 0) await removeAll(gone)
    if (live.length === 0) return
    const tree = await categoryReader(transaction).getTree()
    await putAll(live.map((article) => documentOf(article, tree)))
  }

  return {
    put,
    putAll,
    remove: (articleId: number): Promise<void> => removeAll([articleId]),
    removeAll,

    follow: (articleId: number): Promise<void> => followAll([articleId]),
    followAll,
  }
}

export function documentOf(article: LiveArticle, tree: CategoryTree): SearchDocument {
  return {
    articleId: article.id,
    kind: 'article',
    title: article.title,
    lead: article.lead,
    bodyText: [plainText(article.bodyHtml), ...article.attachments].join('\n'),
    tags: article.tags,
    byline: [article.author, article.unit],
    categoryId: article.categoryId,
    categoryName: tree.find(article.categoryId)?.name ?? '',
    publishedAt: article.publishedAt,
    expiresAt: article.expiresAt,
  }
}

function addTo(counts: Map<string, number>, words: string[], change: 1 | -1) {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + change)
}

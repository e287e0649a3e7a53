import { type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction, type Writer } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import type { World } from '../site/world.ts'
import { articleWriter } from './article-store.ts'
import type { Content } from './content.ts'
import type { DeskArticle } from './desk-article.ts'
import { deskArticleReader } from './desk-article-store.ts'
import { editionWriter, type RenderedBody } from './edition-store.ts'

export type DeskTools = { database: Database; world: World }

export type SaveWish = {
  /** Null for an article that is not there yet. */
  articleId: number | null
  /** The version that the writer had before her. */
  version: number
  content: Content
  body: RenderedBody
}

/** Somebody saved after the writer opened her form; nothing was written. */
export type Conflict = { conflict: DeskArticle }

export async function saveArticle(
  { database, world }: DeskTools,
  by: Actor,
  wish: SaveWish,
): Promise<{ saved: DeskArticle } | Conflict> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const article = await findUnchanged(transaction, wish, now)
    if (article && 'conflict' in article) return article
    const { articleId } = await writeDraft(transaction, by, wish, article, now)
    await auditWriter(transaction, now).record(by, article ? 'saved' : 'created', {
      kind: 'article',
      id: articleId,
      title: wish.content.title,
    })
    return { saved: await getArticle(transaction, articleId) }
  })
}

/** The article as the writer had it before her, now hers to change; null for a new one; or the conflict. */
export async function findUnchanged(
  transaction: Writer,
  { articleId, version }: SaveWish,
  now: string,
): Promise<DeskArticle | Conflict | null> {
  if (articleId === null) return null
  const article = await getArticle(transaction, articleId)
  const isHers = article.deletedAt === null && (await articleWriter(transaction, now).claim(articleId, version))
  return isHers ? article : { conflict: await getArticle(transaction, articleId) }
}

export async function writeDraft(
  transaction: Writer,
  by: Actor,
  { content, body }: SaveWish,
  article: DeskArticle | null,
  now: string,
) {
  const editions = editionWriter(transaction, now)
  const articles = articleWriter(transaction, now)
  const articleId = article?.id ?? (await editions.addArticle(content.slug, by?.id ?? null))
  const draftId = article?.draftEditionId ?? null
  if (draftId) await editions.changeEdition(draftId, content, body, by?.id ?? null)
  const editionId = draftId ?? (await editions.addEdition(articleId, content, body, by?.id ?? null))
  // The address of a live article follows only when the edition is published.
  await articles.setDraft(articleId, editionId, article?.liveEditionId ? null : content.slug)
  return { articleId, editionId }
}

export async function getArticle(transaction: Writer, id: number): Promise<DeskArticle> {
  return (await deskArticleReader(transaction).find(id)) ?? notFound()
}

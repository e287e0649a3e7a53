import { type Actor, auditWriter } from '../audit/index.ts'
import { categoryReader } from '../categories/index.ts'
import { inTransaction } from '../database/index.ts'
import { pictureWriter } from '../media/index.ts'
import { searchWriter } from '../search/index.ts'
import { articleWriter } from './article-store.ts'
import type { DeskArticle } from './desk-article.ts'
import { editionWriter } from './edition-store.ts'
import { listingWriter } from './listing-store.ts'
import { type Conflict, type DeskTools, findUnchanged, getArticle, type SaveWish, writeDraft } from './save-article.ts'

/** What the form says becomes the live edition, now or at its future date. Issues are found before; see `publicationIssues`. */
export async function publishArticle(
  { database, world }: DeskTools,
  by: Actor,
  wish: SaveWish,
): Promise<{ published: DeskArticle } | Conflict> {
  const now = world.clock.now()
  const { content, body } = wish
  return inTransaction(database, async (transaction) => {
    const article = await findUnchanged(transaction, wish, now)
    if (article && 'conflict' in article) return article

    const { articleId, editionId } = await writeDraft(transaction, by, wish, article, now)
    const publishedAt = publicDate(content.publishAt, article, now)
    await editionWriter(transaction, now).markPublished(editionId)
    await articleWriter(transaction, now).goLive(articleId, editionId, content.slug, publishedAt)
    await listingWriter(transaction, await categoryReader(transaction).getTree()).list({
      articleId,
      categoryId: content.categoryId ?? 0,
      publishedAt,
    })
    await pictureWriter(transaction, now).makePublic([
      ...body.pictureIds,
      ...(content.coverPictureId ? [content.coverPictureId] : []),
    ])
    await searchWriter(database, transaction, now).follow(articleId)
    await auditWriter(transaction, now).record(by, publishedAt > now ? 'scheduled' : 'published', {
      kind: 'article',
      id: articleId,
      title: content.title,
    })
    return { published: await getArticle(transaction, articleId) }
  })
}

/** The date of a first publication stays through later editions, unless somebody sets another; a plan does not. */
function publicDate(wished: string | null, article: DeskArticle | null, now: string): string {
  const known = article?.publishedAt ?? now
  return wished ?? (known > now ? now : known)
}

import type { CategoryTree } from '../categories/index.ts'
import type { Writer } from '../database/index.ts'

export type Listed = { articleId: number; categoryId: number; publishedAt: string; expiresAt: string | null }

/** Keeps `category_listings`: one row for the category of a live article and one for each category above it. */
export function listingWriter(transaction: Writer, tree: CategoryTree) {
  async function list({ articleId, categoryId, publishedAt, expiresAt }: Listed): Promise<void> {
    await unlist(articleId)
    const rows = tree.lineage(categoryId).map(({ id }) => ({
      category_id: id,
      published_at: publishedAt,
      article_id: articleId,
      expires_at: expiresAt,
    }))
    if (rows.length > 0) await transaction.insertInto('category_listings').values(rows).execute()
  }

  async function unlist(articleId: number): Promise<void> {
    await transaction.deleteFrom('category_listings').where('article_id', '=', articleId).execute()
  }

  /** After a category moved, its articles belong to other categories above. */
  async function relist(categoryIds: number[]): Promise<void> {
    const articles = await transaction
      .selectFrom('articles')
      .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
      .select(['articles.id', 'category_id', 'articles.published_at', 'articles.expires_at'])
      .where('category_id', 'in', categoryIds)
      .where('withdrawn_at', 'is', null)
      .where('deleted_at', 'is', null)
      .execute()
    for (const { id, category_id, published_at, expires_at } of articles) {
      if (!category_id || !published_at) continue
      await list({ articleId: id, categoryId: category_id, publishedAt: published_at, expiresAt: expires_at })
    }
  }

  return { list, unlist, relist }
}

import type { Reader } from '../database/index.ts'

/** An article that has a page, also when that says that it is withdrawn or over, and what its address was called before. */
export type ArticleAddresses = { id: number; slug: string; formerSlugs: string[] }

/** What stands, and stood, at which address. */
export function movedReader(database: Reader) {
  return {
    /** Every address that a category had or has, with its number. */
    async listCategoryPaths(): Promise<{ path: string; categoryId: number }[]> {
      const rows = await database.selectFrom('category_paths').select(['path', 'category_id']).orderBy('path').execute()
      return rows.map((row) => ({ path: row.path, categoryId: row.category_id }))
    },

    async listArticles(after: number, most: number, now: string): Promise<ArticleAddresses[]> {
      const rows = await database
        .selectFrom('articles')
        .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
        .select(['articles.id', 'editions.slug'])
        .where('articles.id', '>', after)
        .where('articles.deleted_at', 'is', null)
        .where('articles.published_at', '<=', now)
        .orderBy('articles.id')
        .limit(most)
        .execute()
      const former = await listPublishedSlugs(rows.map(({ id }) => id))
      return rows.map(({ id, slug }) => ({
        id,
        slug,
        formerSlugs: (former.get(id) ?? []).filter((one) => one !== slug),
      }))
    },
  }

  async function listPublishedSlugs(ids: number[]): Promise<Map<number, string[]>> {
    if (ids.length === 0) return new Map()
    const rows = await database
      .selectFrom('editions')
      .select(['article_id', 'slug'])
      .distinct()
      .where('article_id', 'in', ids)
      .where('published_at', 'is not', null)
      .orderBy('article_id')
      .orderBy('slug')
      .execute()
    const byArticle = Map.groupBy(rows, (row) => row.article_id)
    return new Map([...byArticle].map(([id, found]) => [id, found.map(({ slug }) => slug)]))
  }
}

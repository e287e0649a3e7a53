import type { Reader } from '../database/index.ts'

/** What of other rooms an address may lead to, by the few columns that an address needs. */
export function ownPageReader(database: Reader) {
  return {
    /**
     * The slug of an article that readers have or had, empty once it was erased: its page says so. What they never had tells
     * nothing, not even how it is called.
     */
    async findSlug(id: number, now: string): Promise<string | null> {
      const row = await database
        .selectFrom('articles')
        .leftJoin('editions', 'editions.id', 'articles.live_edition_id')
        .select(['editions.slug', 'articles.erased_at'])
        .where('articles.id', '=', id)
        .where('articles.published_at', '<=', now)
        .executeTakeFirst()
      return row?.slug ?? (row?.erased_at ? '' : null)
    },

    /** Which of these articles there are: drafts too, since they may come. */
    async listArticles(ids: readonly number[]): Promise<Set<number>> {
      if (ids.length === 0) return new Set()
      const rows = await database
        .selectFrom('articles')
        .select('id')
        .where('id', 'in', ids)
        .where('deleted_at', 'is', null)
        .execute()
      return new Set(rows.map(({ id }) => id))
    },

    /** The category that has, or once had, each of these addresses. */
    async listCategories(paths: readonly string[]): Promise<Map<string, number>> {
      if (paths.length === 0) return new Map()
      const rows = await database
        .selectFrom('category_paths')
        .select(['path', 'category_id'])
        .where('path', 'in', paths)
        .execute()
      return new Map(rows.map((row) => [row.path, row.category_id]))
    },

    /** How staff call these articles: by their newest edition. */
    async listTitles(ids: readonly number[]): Promise<Map<number, string>> {
      if (ids.length === 0) return new Map()
      const rows = await database
        .selectFrom('articles')
        .innerJoin('editions', (join) =>
          join.on((e) => e('editions.id', '=', e.fn.coalesce('articles.draft_edition_id', 'articles.live_edition_id'))),
        )
        .select(['articles.id', 'editions.title'])
        .where('articles.id', 'in', ids)
        .execute()
      return new Map(rows.map((row) => [row.id, row.title]))
    },
  }
}

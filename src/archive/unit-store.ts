import type { Reader } from '../database/index.ts'

/** The offices for which these articles were written, in the order of the articles, each once. */
export async function listUnits(database: Reader, articleIds: readonly number[]): Promise<string[]> {
  if (articleIds.length === 0) return []
  const rows = await database
    .selectFrom('articles')
    .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
    .select('unit')
    .where('articles.id', 'in', articleIds)
    .where('unit', '!=', '')
    .orderBy('articles.published_at', 'desc')
    .execute()
  return [...new Set(rows.map(({ unit }) => unit))]
}

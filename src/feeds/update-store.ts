import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Reader, Schema } from '../database/index.ts'
import { type List, publishedArticles } from '../news/index.ts'

/** Articles that told readers something new after their publication. */
export function updatedReader(database: Reader) {
  return {
    /** Whoever told last stands first. What a span of time holds does not grow with the archive. */
    async listUpdatedSince(list: List, since: string, most: number, now: string): Promise<number[]> {
      const rows = await publishedArticles(database, now)
        .clearSelect()
        .innerJoin('article_updates', 'article_updates.article_id', 'articles.id')
        .select('articles.id')
        .where('article_updates.kind', 'in', ['update', 'correction'])
        .where('article_updates.at', '>=', since)
        .where('article_updates.at', '<=', now)
        .where((e) => e.and(standsIn(e, list)))
        .groupBy('articles.id')
        .orderBy((e) => e.fn.max('article_updates.at'), 'desc')
        .limit(most)
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

function standsIn(e: ExpressionBuilder<Schema, 'articles'>, list: List): Expression<SqlBool>[] {
  if (list.kind === 'all') return []
  const listed =
    list.kind === 'category'
      ? e.selectFrom('category_listings as listed').where('category_id', '=', list.id)
      : e.selectFrom('label_listings as listed').where('label_id', '=', list.id)
  return [e.exists(listed.select('listed.article_id').whereRef('listed.article_id', '=', 'articles.id'))]
}

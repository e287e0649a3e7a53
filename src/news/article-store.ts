import type { Reader } from '../database/index.ts'
import type { Absence, Article } from './article.ts'
import { type HeadlineRow, headlineFrom, headlineReader, publishedArticles } from './headline-store.ts'

/** Drafts and articles that wait for their hour do not exist here. */
export function articleReader(database: Reader) {
  return {
    ...headlineReader(database),

    async findPublished(id: number, now: string): Promise<Article | null> {
      const row = await publishedArticles(database, now)
        .select([
          'editions.body_html',
          'editions.author',
          'editions.unit',
          'editions.source_name',
          'editions.source_address',
          'editions.tags',
        ])
        .where('articles.id', '=', id)
        .executeTakeFirst()
      return row ? articleFrom(row) : null
    },

    /** Since when an article that readers could see is taken down or deleted; null when they never could. */
    async findAbsence(id: number, now: string): Promise<Absence | null> {
      const row = await database
        .selectFrom('articles')
        .select(['published_at', 'withdrawn_at', 'deleted_at'])
        .where('id', '=', id)
        .where('published_at', '<=', now)
        .executeTakeFirst()
      const since = [row?.withdrawn_at, row?.deleted_at].filter((moment) => typeof moment === 'string').sort()[0]
      const wasPublic = row?.published_at && since && row.published_at < since
      return wasPublic ? { kind: 'gone', since } : null
    },
  }
}

type ArticleRow = HeadlineRow & {
  body_html: string
  author: string
  unit: string
  source_name: string
  source_address: string
  tags: string
}

function articleFrom(row: ArticleRow): Article {
  return {
    ...headlineFrom(row),
    bodyHtml: row.body_html,
    author: row.author,
    unit: row.unit,
    source: row.source_name ? { name: row.source_name, address: row.source_address } : null,
    tags: JSON.parse(row.tags) as string[],
  }
}

import type { Reader } from '../database/index.ts'
import type { Article, Ending } from './article.ts'
import { type HeadlineRow, headlineFrom, headlineReader, liveArticles, publishedArticles } from './headline-store.ts'
import { listReader } from './list-store.ts'

/** Drafts and articles that wait for their hour do not exist here. */
export function articleReader(database: Reader) {
  return {
    ...headlineReader(database),
    ...listReader(database),

    async findPublished(id: number, now: string): Promise<Article | null> {
      const row = await publishedArticles(database, now)
        .select(pageColumns)
        .where('articles.id', '=', id)
        .executeTakeFirst()
      return row ? articleFrom(row) : null
    },

    /** With their bodies, in no order; those that readers do not find in lists are left out. */
    async listWhole(ids: readonly number[], now: string): Promise<Article[]> {
      if (ids.length === 0) return []
      const rows = await publishedArticles(database, now).select(pageColumns).where('articles.id', 'in', ids).execute()
      return rows.map(articleFrom)
    },

    /** An article that readers had and that was withdrawn or is over. Null for all others. */
    async findEnded(id: number, now: string): Promise<{ article: Article; ending: Ending } | null> {
      const row = await liveArticles(database, now)
        .select(pageColumns)
        .select(['articles.withdrawn_at', 'articles.withdrawn_reason'])
        .where('articles.id', '=', id)
        .executeTakeFirst()
      const ending = row && endingOf(row, now)
      return ending ? { article: articleFrom(row), ending } : null
    },

    /** Whether its address leads to something, now or at its hour. */
    async hasAddress(id: number): Promise<boolean> {
      const row = await database
        .selectFrom('articles')
        .select('id')
        .where('id', '=', id)
        .where('live_edition_id', 'is not', null)
        .where('deleted_at', 'is', null)
        .executeTakeFirst()
      return row !== undefined
    },

    /** Since when an article that readers had is deleted; null when they never had it. */
    async findGone(id: number, now: string): Promise<string | null> {
      const row = await database
        .selectFrom('articles')
        .select(['published_at', 'withdrawn_at', 'deleted_at'])
        .where('id', '=', id)
        .where('published_at', '<=', now)
        .executeTakeFirst()
      if (!row?.published_at || !row.deleted_at) return null
      return row.published_at < earliest(row.deleted_at, row.withdrawn_at) ? row.deleted_at : null
    },
  }
}

const pageColumns = [
  'editions.id as edition_id',
  'articles.updated_at',
  'editions.body_html',
  'editions.author',
  'editions.unit',
  'editions.source_name',
  'editions.source_address',
  'editions.tags',
] as const

type EndedRow = {
  published_at: string
  expires_at: string | null
  withdrawn_at: string | null
  withdrawn_reason: string
}

/** What ended before it began was never anybody's to read. */
function endingOf(row: EndedRow, now: string): Ending | null {
  const { published_at, expires_at, withdrawn_at, withdrawn_reason } = row
  if (published_at >= earliest(withdrawn_at ?? now, expires_at)) return null
  if (withdrawn_at) return { kind: 'withdrawn', since: withdrawn_at, reason: withdrawn_reason }
  return expires_at && expires_at <= now ? { kind: 'expired', since: expires_at } : null
}

const earliest = (a: string, b: string | null): string => (b !== null && b < a ? b : a)

type ArticleRow = HeadlineRow & {
  edition_id: number
  updated_at: string | null
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
    editionId: row.edition_id,
    bodyHtml: row.body_html,
    author: row.author,
    unit: row.unit,
    source: row.source_name ? { name: row.source_name, address: row.source_address } : null,
    tags: JSON.parse(row.tags) as string[],
    updatedAt: row.updated_at,
  }
}

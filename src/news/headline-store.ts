import type { ExpressionBuilder, NotNull } from 'kysely'
import type { Reader, Schema } from '../database/index.ts'
import type { Headline } from './article.ts'

/** The only way to an article in lists, so that none can show what is not there for readers. */
export const publishedArticles = (database: Reader, now: string) => liveArticles(database, now).where(isUp(now))

/** For counting what hangs on articles: the same, without what they say. */
export const isPublished = (now: string) => (article: ExpressionBuilder<Schema, 'articles'>) =>
  article.and([isLive(now)(article), isUp(now)(article)])

const isUp = (now: string) => (article: ExpressionBuilder<Schema, 'articles'>) =>
  article.and([
    article('articles.withdrawn_at', 'is', null),
    article.or([article('articles.expires_at', 'is', null), article('articles.expires_at', '>', now)]),
  ])

const isLive = (now: string) => (article: ExpressionBuilder<Schema, 'articles'>) =>
  article.and([
    // Said although the join implies it: the engines then use the index of visible articles.
    article('articles.live_edition_id', 'is not', null),
    article('articles.deleted_at', 'is', null),
    article('articles.published_at', '<=', now),
  ])

/** Those whose hour has come, also when they were withdrawn or are over; never a draft, and never what was deleted. */
export function liveArticles(database: Reader, now: string) {
  return database
    .selectFrom('articles')
    .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
    .where(isLive(now))
    .select([
      'articles.id',
      'articles.published_at',
      'articles.expires_at',
      'editions.slug',
      'editions.title',
      'editions.lead',
      'editions.category_id',
      'editions.cover_picture_id',
    ])
    .$narrowType<{ published_at: NotNull }>()
}

export function headlineReader(database: Reader) {
  return {
    async listNewest(now: string, most: number): Promise<Headline[]> {
      const rows = await publishedArticles(database, now)
        .orderBy('articles.published_at', 'desc')
        .orderBy('articles.id', 'desc')
        .limit(most)
        .execute()
      return rows.map(headlineFrom)
    },

    /** What the newsroom holds on the home page, the last pinned first. */
    async listPinned(now: string, most: number): Promise<Headline[]> {
      const rows = await publishedArticles(database, now)
        .where('editions.pin_until', '>', now)
        // Said although the line before implies it: the engines then come from the few pinned editions to their articles.
        .where('articles.id', 'in', database.selectFrom('editions').select('article_id').where('pin_until', '>', now))
        .orderBy('editions.id', 'desc')
        .limit(most)
        .execute()
      return rows.map(headlineFrom)
    },
  }
}

export type HeadlineRow = {
  id: number
  published_at: string
  expires_at: string | null
  slug: string
  title: string
  lead: string
  category_id: number | null
  cover_picture_id: number | null
}

export const headlineFrom = (row: HeadlineRow): Headline => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  lead: row.lead,
  categoryId: row.category_id,
  coverPictureId: row.cover_picture_id,
  publishedAt: row.published_at,
  expiresAt: row.expires_at,
})

import type { ExpressionBuilder, NotNull } from 'kysely'
import type { Reader, Schema } from '../database/index.ts'
import type { Article, Headline, Neighbours } from './article.ts'

/** The page of a list, counted from 1; `total` is the length of the whole list. */
export type Slice = { page: number; perPage: number; total: number }

/** The only way to an article in lists, so that none can show what is not there for readers. */
export const publishedArticles = (database: Reader, now: string) =>
  liveArticles(database, now)
    .where('articles.withdrawn_at', 'is', null)
    .where((article) =>
      article.or([article('articles.expires_at', 'is', null), article('articles.expires_at', '>', now)]),
    )

/** Those whose hour has come, also when they were withdrawn or are over; never a draft, and never what was deleted. */
export function liveArticles(database: Reader, now: string) {
  return (
    database
      .selectFrom('articles')
      .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
      // Said although the join implies it: the engines then use the index of visible articles.
      .where('articles.live_edition_id', 'is not', null)
      .where('articles.deleted_at', 'is', null)
      .where('articles.published_at', '<=', now)
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
  )
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

    async listNewestIn(categoryId: number, now: string, most: number): Promise<Headline[]> {
      return headlinesOf(listing(categoryId, now, 'desc').limit(most), now)
    },

    async listCategory(categoryId: number, { page, perPage, total }: Slice, now: string): Promise<Headline[]> {
      const before = (page - 1) * perPage
      const length = Math.min(perPage, total - before)
      const after = total - before - length
      if (length <= 0) return []
      // Readers and search engines ask for numbered pages, so rows are skipped: in the narrow index alone, from the
      // nearer end, and only then joined. The middle of 100 000 articles costs milliseconds.
      const rows =
        before <= after
          ? listing(categoryId, now, 'desc').offset(before)
          : listing(categoryId, now, 'asc').offset(after)
      return headlinesOf(rows.limit(length), now)
    },

    /** Articles in each category and below it; a category without any is absent. Walks the index: 100 000 take 6 ms. */
    async countByCategory(ids: number[], now: string): Promise<Map<number, number>> {
      if (ids.length === 0) return new Map()
      const rows = await database
        .selectFrom('category_listings')
        .select((listed) => ['category_id', listed.fn.countAll<number>().as('count')])
        .where('category_id', 'in', ids)
        .where('published_at', '<=', now)
        .where(isNotOver(now))
        .groupBy('category_id')
        .execute()
      return new Map(rows.map((row) => [row.category_id, row.count]))
    },

    /** The newest of the same category, never the article itself. */
    async listRelated({ id, categoryId }: Article, most: number, now: string): Promise<Headline[]> {
      if (categoryId === null) return []
      const newest = await headlinesOf(listing(categoryId, now, 'desc').limit(most + 1), now)
      return newest.filter((headline) => headline.id !== id).slice(0, most)
    },

    async findNeighbours({ id, categoryId, publishedAt }: Article, now: string): Promise<Neighbours> {
      if (categoryId === null) return { previous: null, next: null }
      const beside = (listed: ExpressionBuilder<Schema, 'category_listings'>, side: '<' | '>') =>
        listed(listed.refTuple('published_at', 'article_id'), side, listed.tuple(publishedAt, id))
      // The plain bound says less than the pair, but it is what SQLite starts its walk from.
      const older = listing(categoryId, now, 'desc', publishedAt).where((listed) => beside(listed, '<'))
      const newer = listing(categoryId, now, 'asc')
        .where('published_at', '>=', publishedAt)
        .where((listed) => beside(listed, '>'))
      const [previous = null] = await headlinesOf(older.limit(1), now)
      const [next = null] = await headlinesOf(newer.limit(1), now)
      return { previous, next }
    },
  }

  /** A walk along the index of one category; the order of the index, so nothing is sorted. What is over is walked past. */
  function listing(categoryId: number, now: string, order: 'asc' | 'desc', upTo = now) {
    return database
      .selectFrom('category_listings')
      .select(['article_id', 'published_at'])
      .where('category_id', '=', categoryId)
      .where('published_at', '<=', upTo)
      .where(isNotOver(now))
      .orderBy('published_at', order)
      .orderBy('article_id', order)
  }

  async function headlinesOf(listed: ReturnType<typeof listing>, now: string): Promise<Headline[]> {
    const rows = await publishedArticles(database, now)
      .innerJoin(listed.as('listed'), 'listed.article_id', 'articles.id')
      .orderBy('articles.published_at', 'desc')
      .orderBy('articles.id', 'desc')
      .execute()
    return rows.map(headlineFrom)
  }
}

const isNotOver = (now: string) => (listed: ExpressionBuilder<Schema, 'category_listings'>) =>
  listed.or([listed('expires_at', 'is', null), listed('expires_at', '>', now)])

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

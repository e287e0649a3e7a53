import type { NotNull } from 'kysely'
import type { Reader } from '../database/index.ts'
import { pictureReader } from '../media/index.ts'
import { publishedArticles } from '../news/index.ts'
import { type Ids, listParts } from './part-store.ts'
import { idsIn } from './sitemap.ts'

export type SitemapArticle = {
  id: number
  slug: string
  publishedAt: string
  updatedAt: string | null
  /** The cover first, then those of the text. */
  pictureIds: number[]
}

export type NewsArticle = { id: number; slug: string; title: string; publishedAt: string }

type Batch = { after: number; upTo: number; most: number }

export function sitemapReader(database: Reader) {
  const within = ({ after, upTo }: Ids, now: string) =>
    publishedArticles(database, now).where('articles.id', '>', after).where('articles.id', '<=', upTo)

  /** In order, so that PostgreSQL walks the numbers of this part alone. */
  const first = (ids: Ids, now: string) =>
    within(ids, now).clearSelect().select('articles.id').orderBy('articles.id').limit(1)

  return {
    /** Those that are not empty. */
    async listParts(now: string): Promise<number[]> {
      const { last } = await database
        .selectFrom('articles')
        .select((e) => e.fn.max('id').as('last'))
        .executeTakeFirstOrThrow()
      return listParts(database, last ?? 0, (ids) => first(ids, now))
    },

    async holdsAny(part: number, now: string): Promise<boolean> {
      return (await first(idsIn(part), now).executeTakeFirst()) !== undefined
    },

    /**
     * Another text for another state of this part. Every deed raises the version of its article, and no row is ever
     * removed; what merely time brings is counted. Walks the rows of the part alone.
     */
    async getMark(part: number, now: string): Promise<string> {
      const { after, upTo } = idsIn(part)
      const row = await database
        .selectFrom('articles')
        .select((e) => [
          e.fn.coalesce(e.fn.sum<number>('version'), e.lit(0)).as('versions'),
          e.fn.countAll<number>().filterWhere('published_at', '<=', now).as('begun'),
          e.fn.countAll<number>().filterWhere('expires_at', '<=', now).as('over'),
        ])
        .where('id', '>', after)
        .where('id', '<=', upTo)
        .executeTakeFirstOrThrow()
      return `${row.versions}-${row.begun}-${row.over}`
    },

    /** In the order of their numbers. */
    async listArticles({ most, ...range }: Batch, now: string): Promise<SitemapArticle[]> {
      const rows = await within(range, now)
        .clearSelect()
        .select(['articles.id', 'articles.live_edition_id', 'articles.published_at', 'articles.updated_at'])
        .select(['editions.slug', 'editions.cover_picture_id'])
        .$narrowType<{ published_at: NotNull }>()
        .orderBy('articles.id')
        .limit(most)
        .execute()
      const inText = await pictureReader(database).idsInTexts(rows.flatMap((row) => row.live_edition_id ?? []))
      return rows.map((row) => ({
        id: row.id,
        slug: row.slug,
        publishedAt: row.published_at,
        updatedAt: row.updated_at,
        pictureIds: [...new Set([row.cover_picture_id ?? [], inText.get(row.live_edition_id ?? 0) ?? []].flat())],
      }))
    },

    /** Of our own making, newest first: what names a source belongs to others. */
    async listNews(since: string, most: number, now: string): Promise<NewsArticle[]> {
      const rows = await publishedArticles(database, now)
        .where('articles.published_at', '>', since)
        .where('editions.source_name', '=', '')
        .where('editions.genre', '<>', 'reprint')
        .orderBy('articles.published_at', 'desc')
        .orderBy('articles.id', 'desc')
        .limit(most)
        .execute()
      return rows.map(({ id, slug, title, published_at }) => ({ id, slug, title, publishedAt: published_at }))
    },
  }
}

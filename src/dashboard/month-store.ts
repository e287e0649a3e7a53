import { type SelectQueryBuilder, sql } from 'kysely'
import { type Genre, inSight, type Sight } from '../articles/index.ts'
import type { Reader, Schema } from '../database/index.ts'
import { markdownWordCount } from '../text/markdown-words.ts'
import type { Month } from './month.ts'
import type { PublishedCount, ReportedArticle } from './report.ts'

/** Without its words, which take a look at its body. */
export type ReportRow = Omit<ReportedArticle, 'words'> & { editionId: number }

/** What readers got in a month by its public date, as the live edition has it; also what is over or was withdrawn since. */
export function monthReader(database: Reader, sight: Sight) {
  const published = ({ from, until }: Month, now: string): Published =>
    inSight(database.selectFrom('articles').innerJoin('editions', 'editions.id', 'articles.live_edition_id'), sight)
      .where('articles.live_edition_id', 'is not', null)
      .where('deleted_at', 'is', null)
      .where('articles.published_at', '>=', from)
      .where('articles.published_at', '<', until)
      .where('articles.published_at', '<=', now)
  const up = (month: Month, now: string) => published(month, now).where('withdrawn_at', 'is', null)
  /** A plan that was cancelled before its hour had no reader. */
  const withdrawn = (month: Month, now: string) =>
    published(month, now)
      .where('withdrawn_at', 'is not', null)
      .whereRef('withdrawn_at', '>', sql.ref('articles.published_at'))

  return {
    async count(month: Month, now: string): Promise<PublishedCount[]> {
      const rows = await counts(up(month, now))
        .unionAll(counts(withdrawn(month, now)))
        .execute()
      return rows.map((row) => ({ categoryId: row.category_id, author: row.author, count: row.count }))
    },

    /** By their public dates, the first of the month first. */
    async list(month: Month, now: string): Promise<ReportRow[]> {
      const rows = await lines(up(month, now))
        .unionAll(lines(withdrawn(month, now)))
        .orderBy('public_date')
        .orderBy('article_id')
        .execute()
      return rows.map((row) => ({
        id: row.article_id,
        editionId: row.edition_id,
        slug: row.slug,
        title: row.title,
        author: row.author,
        account: row.account ?? '',
        unit: row.unit,
        genre: (row.genre || 'news') as Genre,
        categoryId: row.category_id,
        publishedAt: row.public_date ?? now,
        isWithdrawn: row.withdrawn_at !== null,
        pictures: (row.shown ?? 0) + (row.cover_picture_id !== null && row.shown_cover === null ? 1 : 0),
      }))
    },

    /** The words of lead and body of each edition. */
    async countWords(editionIds: number[]): Promise<Map<number, number>> {
      if (editionIds.length === 0) return new Map()
      const rows = await database
        .selectFrom('editions')
        .select(['id', 'lead', 'body'])
        .where('id', 'in', editionIds)
        .execute()
      return new Map(rows.map(({ id, lead, body }) => [id, markdownWordCount(`${lead}\n\n${body}`)]))
    },
  }
}

type Published = SelectQueryBuilder<Schema, 'articles' | 'editions', unknown>

const counts = (query: Published) =>
  query.select((e) => ['category_id', 'author', e.fn.countAll<number>().as('count')]).groupBy(['category_id', 'author'])

const lines = (query: Published) =>
  query
    .leftJoin('staff', 'staff.id', 'articles.created_by')
    .select([
      'articles.id as article_id',
      'editions.id as edition_id',
      'articles.slug',
      'title',
      'author',
      'unit',
      'genre',
    ])
    .select(['category_id', 'articles.published_at as public_date', 'withdrawn_at', 'staff.name as account'])
    .select((e) => [
      'cover_picture_id',
      e
        .selectFrom('edition_pictures')
        .select((f) => f.fn.countAll<number>().as('count'))
        .whereRef('edition_id', '=', 'editions.id')
        .as('shown'),
      e
        .selectFrom('edition_pictures')
        .select('picture_id')
        .whereRef('edition_id', '=', 'editions.id')
        .whereRef('picture_id', '=', 'editions.cover_picture_id')
        .as('shown_cover'),
    ])

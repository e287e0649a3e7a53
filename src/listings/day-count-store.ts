import { sql } from 'kysely'
import type { Reader, Writer } from '../database/index.ts'
import { dayOf } from '../text/dates.ts'
import {
  type CountedRow,
  type DayCount,
  dayCounts,
  everywhere,
  periodCounts,
  periodIn,
  type Unit,
} from './day-count.ts'

/** Days of the calendar, the first and the last of whole periods; of one category or of all. */
export type DaySpan = { from: string; to: string; categoryId?: number }

/** More rows wait only while the lists of an older version are made anew. */
const mostUnsettled = 2_000

/** How many articles readers find of each day, month and year: each is kept, however many articles there are. */
export function dayCountReader(database: Reader, { now, timeZone }: { now: string; timeZone: string }) {
  let unsettled: Promise<DayCount[]> | null = null

  /** What has come up or ended since somebody caught up, which happens each minute; and what came up by a clock that was ahead. */
  async function listUnsettled(): Promise<DayCount[]> {
    const rows = await signed('came')
      .where('counted_day', 'is', null)
      .where('published_at', '<=', now)
      .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))
      .unionAll(signed('ended').where('counted_day', 'is not', null).where('expires_at', '<=', now))
      .unionAll(
        signed('tooSoon')
          .where('counted_day', 'is not', null)
          .where('article_id', 'in', scheduled())
          .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)])),
      )
      .limit(mostUnsettled)
      .execute()
    const of = (change: Change) => rows.filter((row) => row.change === change).map(countedRow)
    return [...dayCounts(of('came'), 1), ...dayCounts(of('ended'), -1), ...dayCounts(of('tooSoon'), -1)]
  }

  const signed = (change: Change) =>
    database
      .selectFrom('category_listings')
      .select(['article_id', 'category_id', 'published_at', 'counted_day'])
      .select(sql.lit(change).$castTo<Change>().as('change'))

  const scheduled = () =>
    database
      .selectFrom('articles')
      .select('id')
      .where('published_at', '>', now)
      .where('live_edition_id', 'is not', null)
      .where('withdrawn_at', 'is', null)
      .where('deleted_at', 'is', null)

  const countedRow = (row: UnsettledRow): CountedRow => ({
    articleId: row.article_id,
    categoryId: row.category_id,
    day: row.counted_day ?? dayOf(row.published_at, timeZone),
  })

  /** Asked once, however many counts a page has. */
  async function sum<Key>(
    stored: [Key, number][],
    fits: (count: DayCount) => boolean,
    keyOf: (count: DayCount) => Key,
  ): Promise<Map<Key, number>> {
    unsettled ??= listUnsettled()
    const sums = new Map(stored)
    for (const count of (await unsettled).filter(fits))
      sums.set(keyOf(count), (sums.get(keyOf(count)) ?? 0) + count.count)
    return new Map([...sums].filter(([, count]) => count > 0))
  }

  return {
    /** Keys are `2017`, `2017-02` or `2017-02-16`; those without articles are absent. */
    async countBy(unit: Unit, { from, to, categoryId = everywhere }: DaySpan): Promise<Map<string, number>> {
      const rows = await database
        .selectFrom('archive_counts')
        .select(['period', 'count'])
        .where('category_id', '=', categoryId)
        .where('unit', '=', unit)
        .where('period', '>=', periodIn(from, unit))
        .where('period', '<=', periodIn(to, unit))
        .execute()
      return sum(
        rows.map(({ period, count }) => [period, count]),
        (count) => count.day >= from && count.day <= to && count.categoryId === categoryId,
        ({ day }) => periodIn(day, unit),
      )
    },

    /** In one period, such as `2017` or `2017-02`: of each category, and of all under `everywhere`. */
    async countByCategory(period: string): Promise<Map<number, number>> {
      const rows = await database
        .selectFrom('archive_counts')
        .select(['category_id', 'count'])
        .where('period', '=', period)
        .execute()
      return sum(
        rows.map((row) => [row.category_id, row.count]),
        ({ day }) => day.slice(0, period.length) === period,
        ({ categoryId }) => categoryId,
      )
    },
  }
}

type Change = 'came' | 'ended' | 'tooSoon'
type UnsettledRow = { article_id: number; category_id: number; published_at: string; counted_day: string | null }

export function dayCountWriter(transaction: Writer) {
  return {
    async change(rows: CountedRow[], by: 1 | -1): Promise<void> {
      const changes = periodCounts(dayCounts(rows, by))
      if (changes.length === 0) return
      await transaction
        .insertInto('archive_counts')
        .values(changes.map(({ categoryId, ...change }) => ({ category_id: categoryId, ...change })))
        .onConflict((conflict) =>
          conflict
            .columns(['category_id', 'unit', 'period'])
            .doUpdateSet((e) => ({ count: e('archive_counts.count', '+', e.ref('excluded.count')) })),
        )
        .execute()
      if (by === 1) return
      await transaction
        .deleteFrom('archive_counts')
        .where('period', 'in', [...new Set(changes.map(({ period }) => period))])
        .where('count', '<=', 0)
        .execute()
    },
  }
}

import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Reader, Schema, Writer } from '../database/index.ts'
import { dayOf } from '../text/dates.ts'
import { type CountedRow, type DayCount, dayCounts, everywhere } from './day-count.ts'

/** What a count is asked for: days of the calendar, both among them, of one category or of all. */
export type DaySpan = { from: string; to: string; categoryId?: number }

/** A year, a month or a day is so many letters of `2017-02-16`. */
const letters = { year: 4, month: 7, day: 10 } as const

type Condition = (e: ExpressionBuilder<Schema, 'category_listings'>) => Expression<SqlBool>

/** More rows wait only while the lists of an older version are made anew. */
const mostUnsettled = 2_000

/** How many articles readers find of each day, month and year: sums over days, however many articles there are. */
export function dayCountReader(database: Reader, { now, timeZone }: { now: string; timeZone: string }) {
  /** What has come up or ended since somebody caught up, which happens each minute; and what came up by a clock that was ahead. */
  async function listUnsettled(): Promise<DayCount[]> {
    const stays: Condition = (e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)])
    const came = await listed((e) => e.and([e('counted_day', 'is', null), e('published_at', '<=', now), stays(e)]))
    const ended = await listed((e) => e.and([e('counted_day', 'is not', null), e('expires_at', '<=', now)]))
    const tooSoon = await listed((e) =>
      e.and([e('counted_day', 'is not', null), e('article_id', 'in', scheduled()), stays(e)]),
    )
    return [...dayCounts(came, 1), ...dayCounts(ended, -1), ...dayCounts(tooSoon, -1)]
  }

  const scheduled = () =>
    database
      .selectFrom('articles')
      .select('id')
      .where('published_at', '>', now)
      .where('live_edition_id', 'is not', null)
      .where('withdrawn_at', 'is', null)
      .where('deleted_at', 'is', null)

  async function listed(isMeant: Condition) {
    const rows = await database
      .selectFrom('category_listings')
      .select(['article_id', 'category_id', 'published_at', 'counted_day'])
      .where(isMeant)
      .limit(mostUnsettled)
      .execute()
    return rows.map(
      (row): CountedRow => ({
        articleId: row.article_id,
        categoryId: row.category_id,
        day: row.counted_day ?? dayOf(row.published_at, timeZone),
      }),
    )
  }

  async function sum<Key>(
    stored: DayCount[],
    { from, to, categoryId }: DaySpan,
    keyOf: (count: DayCount) => Key,
  ): Promise<Map<Key, number>> {
    const fits = (count: DayCount) =>
      count.day >= from && count.day <= to && (categoryId === undefined || count.categoryId === categoryId)
    const sums = new Map<Key, number>()
    for (const count of [...stored, ...(await listUnsettled()).filter(fits)])
      sums.set(keyOf(count), (sums.get(keyOf(count)) ?? 0) + count.count)
    return new Map([...sums].filter(([, count]) => count > 0))
  }

  return {
    /** Keys are `2017`, `2017-02` or `2017-02-16`; those without articles are absent. */
    async countBy(unit: keyof typeof letters, { from, to, categoryId = everywhere }: DaySpan) {
      const period = (e: ExpressionBuilder<Schema, 'archive_days'>) =>
        e.fn<string>('substr', ['day', e.lit(1), e.lit(letters[unit])])
      const rows = await database
        .selectFrom('archive_days')
        .select((e) => [period(e).as('day'), e.fn.sum<number>('count').as('count')])
        .where('category_id', '=', categoryId)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy(period)
        .execute()
      const stored = rows.map(({ day, count }) => ({ categoryId, day, count }))
      return sum(stored, { from, to, categoryId }, ({ day }) => day.slice(0, letters[unit]))
    },

    /** Of each category, and of all under `everywhere`. */
    async countByCategory({ from, to }: DaySpan): Promise<Map<number, number>> {
      const rows = await database
        .selectFrom('archive_days')
        .select((e) => ['category_id', e.fn.sum<number>('count').as('count')])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy('category_id')
        .execute()
      const stored = rows.map((row) => ({ categoryId: row.category_id, day: from, count: row.count }))
      return sum(stored, { from, to }, ({ categoryId }) => categoryId)
    },
  }
}

export function dayCountWriter(transaction: Writer) {
  return {
    async change(rows: CountedRow[], by: 1 | -1): Promise<void> {
      const changes = dayCounts(rows, by).map(({ categoryId, day, count }) => ({ category_id: categoryId, day, count }))
      if (changes.length === 0) return
      await transaction
        .insertInto('archive_days')
        .values(changes)
        .onConflict((conflict) =>
          conflict
            .columns(['category_id', 'day'])
            .doUpdateSet((e) => ({ count: e('archive_days.count', '+', e.ref('excluded.count')) })),
        )
        .execute()
      if (by === 1) return
      await transaction
        .deleteFrom('archive_days')
        .where('day', 'in', [...new Set(changes.map(({ day }) => day))])
        .where('count', '<=', 0)
        .execute()
    },
  }
}

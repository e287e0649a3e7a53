import { type AliasedExpression, sql } from 'kysely'
import type { Reader } from '../database/index.ts'
import { type LongList, periodAt, type Slice, type Start } from './list.ts'

type Kind = LongList['kind']
type ListedRow = { list_id: number; published_at: string; article_id: number; expires_at: string | null }

/** Instead of a month: all of them. */
const whole = ''

/** How long lists are and where their pages begin: `listing_months` keeps it, however many articles they hold. */
export function lengthReader(database: Reader) {
  return {
    async countOf({ kind, id }: LongList, now: string): Promise<number> {
      return (await lengthsOf(kind, [id], now)).get(id) ?? 0
    },

    /** Articles in each category and below it; a category without any is absent. */
    countByCategory: (ids: readonly number[], now: string): Promise<Map<number, number>> =>
      lengthsOf('category', ids, now),

    /** Before which instant a page begins, but for so many articles; null where no page is. */
    async findStart(list: LongList, { page, perPage }: Slice, now: string): Promise<Start | null> {
      if (page === 1) return { until: '9999', skipped: 0 }
      const months = await database
        .selectFrom(visible(list.kind, [list.id], now, 'month').as('counted'))
        .select((e) => ['month', e.fn.sum<number>('count').as('count')])
        .groupBy('month')
        .orderBy('month', 'desc')
        .execute()
      const counts = months.map(({ month, count }) => [month, count] as const)
      const start = periodAt(counts, (page - 1) * perPage)
      // The sign after the hyphen: behind all of this month, and before the next.
      return start && { until: `${start.period}.`, skipped: start.skipped }
    },
  }

  async function lengthsOf(kind: Kind, ids: readonly number[], now: string): Promise<Map<number, number>> {
    if (ids.length === 0) return new Map()
    const rows = await database
      .selectFrom(visible(kind, ids, now, 'whole').as('counted'))
      .select((e) => ['list_id', e.fn.sum<number>('count').as('count')])
      .groupBy('list_id')
      .execute()
    return new Map(rows.filter(({ count }) => count > 0).map((row) => [row.list_id, row.count]))
  }

  /** What is listed, in each month or in all, less what readers do not see yet or no longer: a few rows, each minute fewer. */
  function visible(kind: Kind, ids: readonly number[], now: string, by: 'month' | 'whole') {
    const hidden = rowsOf(kind, ids)
      .where('listed.published_at', '>', now)
      // As a union, what begins after its own end goes once.
      .union(rowsOf(kind, ids).where('listed.expires_at', '<=', now))
    const month = by === 'whole' ? sql.lit(whole) : sql`substr(published_at, 1, 7)`
    return database
      .selectFrom('listing_months')
      .select(['list_id', 'month', 'count'])
      .where('list', '=', kind)
      .where('list_id', 'in', ids)
      .where('month', by === 'whole' ? '=' : '>', whole)
      .unionAll(
        database
          .selectFrom(hidden.as('hidden'))
          .select(['list_id', month.$castTo<string>().as('month'), sql<number>`-1`.as('count')]),
      )
  }

  /** The engines look through it, to the table below. */
  function rowsOf(kind: Kind, ids: readonly number[]) {
    return database
      .selectFrom(tableOf(kind))
      .select(['listed.list_id', 'listed.published_at', 'listed.article_id'])
      .where('listed.list_id', 'in', ids)
  }

  function tableOf(kind: Kind): AliasedExpression<ListedRow, 'listed'> {
    const columns = ['published_at', 'article_id', 'expires_at'] as const
    return kind === 'category'
      ? database.selectFrom('category_listings').select('category_id as list_id').select(columns).as('listed')
      : database.selectFrom('label_listings').select('label_id as list_id').select(columns).as('listed')
  }
}

import type { Reader, Writer } from '../database/index.ts'
import { type Rules, rulesAtFirst } from './rules.ts'

export function rulesReader(database: Reader) {
  return {
    async get(): Promise<Rules> {
      const row = await database.selectFrom('newsroom_settings').selectAll().where('id', '=', 1).executeTakeFirst()
      if (!row) return rulesAtFirst
      return {
        gates: row.gates === 2 ? 2 : 1,
        fourEyes: row.four_eyes_since !== null,
        readerReports: row.reader_reports_since !== null,
        secondFactor: row.second_factor_since !== null,
      }
    },
  }
}

export function rulesWriter(transaction: Writer, now: string) {
  return {
    /** A rule that stays keeps the moment since when it counts. */
    async change({ gates, fourEyes, readerReports, secondFactor }: Rules): Promise<void> {
      await transaction
        .updateTable('newsroom_settings')
        .set((e) => ({
          gates,
          four_eyes_since: fourEyes ? e.fn.coalesce('four_eyes_since', e.val(now)) : null,
          reader_reports_since: readerReports ? e.fn.coalesce('reader_reports_since', e.val(now)) : null,
          second_factor_since: secondFactor ? e.fn.coalesce('second_factor_since', e.val(now)) : null,
        }))
        .where('id', '=', 1)
        .execute()
    },
  }
}

import type { Reader, Writer } from '../database/index.ts'
import { compareVietnamese } from '../text/order.ts'
import { goneBefore } from './presence.ts'

export function visitorReader(database: Reader) {
  return {
    /** Names of the others who have the article open, in Vietnamese order. */
    async listOthers(articleId: number, staffId: number, now: string): Promise<string[]> {
      const rows = await database
        .selectFrom('article_visitors')
        .innerJoin('staff', 'staff.id', 'article_visitors.staff_id')
        .select('name')
        .where('article_id', '=', articleId)
        .where('staff_id', '!=', staffId)
        .where('seen_at', '>=', goneBefore(now))
        .where('closed_at', 'is', null)
        .execute()
      return rows.map(({ name }) => name).sort(compareVietnamese)
    },
  }
}

export function visitorWriter(transaction: Writer, now: string) {
  const rowsOf = (staffId: number) => transaction.deleteFrom('article_visitors').where('staff_id', '=', staffId)

  return {
    async see(articleId: number, staffId: number): Promise<void> {
      // Each clears away only her own rows: two who cleared each other's would wait for one another on PostgreSQL.
      await rowsOf(staffId).where('seen_at', '<', goneBefore(now)).execute()
      await transaction
        .insertInto('article_visitors')
        .values({ article_id: articleId, staff_id: staffId, seen_at: now })
        .onConflict((conflict) => conflict.columns(['article_id', 'staff_id']).doUpdateSet({ seen_at: now }))
        .execute()
    },

    async leave(articleId: number, staffId: number): Promise<void> {
      await rowsOf(staffId).where('article_id', '=', articleId).execute()
    },
  }
}

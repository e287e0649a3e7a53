import type { Reader, Writer } from '../database/index.ts'
import { idleMs, later, longestMs, type Session } from './session.ts'
import type { Staff } from './staff.ts'
import { staffColumns, staffFrom } from './staff-store.ts'
import { publicIdOf } from './token.ts'

export function sessionReader(database: Reader) {
  return {
    /** The person behind a session that has not ended, as she stands now: a lost right counts at this request. */
    async findStaff(tokenHash: string, now: string): Promise<{ staff: Staff; seenAt: string } | null> {
      const row = await database
        .selectFrom('sessions')
        .innerJoin('staff', 'staff.id', 'sessions.staff_id')
        .select([...staffColumns, 'seen_at'])
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .where('seen_at', '>', later(now, -idleMs))
        .where('closed_at', 'is', null)
        .executeTakeFirst()
      return row ? { staff: staffFrom(row), seenAt: row.seen_at } : null
    },

    async listOf(staffId: number, now: string): Promise<Session[]> {
      const rows = await database
        .selectFrom('sessions')
        .select(['token_hash', 'created_at', 'seen_at', 'address', 'browser'])
        .where('staff_id', '=', staffId)
        .where('expires_at', '>', now)
        .where('seen_at', '>', later(now, -idleMs))
        .orderBy('seen_at', 'desc')
        .execute()
      return rows.map((row) => ({
        id: publicIdOf(row.token_hash),
        tokenHash: row.token_hash,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        address: row.address,
        browser: row.browser,
      }))
    },
  }
}

export function sessionWriter(transaction: Writer, now: string) {
  return {
    async begin(staffId: number, tokenHash: string, from: { address: string; browser: string }): Promise<void> {
      await transaction
        .insertInto('sessions')
        .values({
          token_hash: tokenHash,
          staff_id: staffId,
          created_at: now,
          seen_at: now,
          expires_at: later(now, longestMs),
          address: from.address.slice(0, 100),
          browser: from.browser.slice(0, 300),
        })
        .execute()
      await transaction.deleteFrom('sessions').where('expires_at', '<=', now).execute()
    },

    async see(tokenHash: string): Promise<void> {
      await transaction.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute()
    },

    async end(tokenHash: string): Promise<void> {
      await transaction.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
    },

    /** `keep` is the session that stays, if any. */
    async endAllOf(staffId: number, keep: string | null): Promise<void> {
      let query = transaction.deleteFrom('sessions').where('staff_id', '=', staffId)
      if (keep) query = query.where('token_hash', '!=', keep)
      await query.execute()
    },
  }
}

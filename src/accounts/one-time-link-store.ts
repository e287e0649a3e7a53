import type { Reader, Writer } from '../database/index.ts'
import { later } from './session.ts'
import type { Staff } from './staff.ts'
import { staffColumns, staffFrom } from './staff-store.ts'

const validForMs = 3 * 24 * 3_600_000

export function oneTimeLinkReader(database: Reader) {
  return {
    /** The person whom an unused, unexpired link lets in. */
    async findStaff(tokenHash: string, now: string): Promise<Staff | null> {
      const row = await database
        .selectFrom('one_time_links')
        .innerJoin('staff', 'staff.id', 'one_time_links.staff_id')
        .select(staffColumns)
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .where('closed_at', 'is', null)
        .executeTakeFirst()
      return row ? staffFrom(row) : null
    },
  }
}

export function oneTimeLinkWriter(transaction: Writer, now: string) {
  return {
    /** A new link ends the earlier ones. */
    async issue(staffId: number, tokenHash: string): Promise<void> {
      await this.endAllOf(staffId)
      await transaction
        .insertInto('one_time_links')
        .values({ token_hash: tokenHash, staff_id: staffId, created_at: now, expires_at: later(now, validForMs) })
        .execute()
    },

    /** False when somebody else used it a moment before. */
    async use(tokenHash: string): Promise<boolean> {
      const used = await transaction
        .updateTable('one_time_links')
        .set({ used_at: now })
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .returning('staff_id')
        .execute()
      return used.length > 0
    },

    async endAllOf(staffId: number): Promise<void> {
      await transaction
        .updateTable('one_time_links')
        .set({ used_at: now })
        .where('staff_id', '=', staffId)
        .where('used_at', 'is', null)
        .execute()
    },
  }
}

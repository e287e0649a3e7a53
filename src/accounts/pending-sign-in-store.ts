import type { Reader, Writer } from '../database/index.ts'
import { later } from './session.ts'
import type { Staff } from './staff.ts'
import { staffColumns, staffFrom } from './staff-store.ts'

/** How long the code may be owed after the password. */
export const pendingMs = 5 * 60_000

export function pendingSignInReader(database: Reader) {
  return {
    /** Who still owes the code in this browser. */
    async findStaff(tokenHash: string, now: string): Promise<Staff | null> {
      const row = await database
        .selectFrom('pending_sign_ins')
        .innerJoin('staff', 'staff.id', 'pending_sign_ins.staff_id')
        .select(staffColumns)
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .where('closed_at', 'is', null)
        .executeTakeFirst()
      return row ? staffFrom(row) : null
    },
  }
}

export function pendingSignInWriter(transaction: Writer, now: string) {
  return {
    async begin(staffId: number, tokenHash: string): Promise<void> {
      await transaction.deleteFrom('pending_sign_ins').where('expires_at', '<=', now).execute()
      await transaction
        .insertInto('pending_sign_ins')
        .values({ token_hash: tokenHash, staff_id: staffId, expires_at: later(now, pendingMs) })
        .execute()
    },

    /** Until this transaction ends nobody else can try a code for her: many at once would outrun the throttle. */
    async holdOwner(tokenHash: string): Promise<void> {
      // A lock that both engines know.
      await transaction
        .updateTable('staff')
        .set((e) => ({ totp_last_step: e.ref('totp_last_step') }))
        .where('id', 'in', (e) =>
          e.selectFrom('pending_sign_ins').select('staff_id').where('token_hash', '=', tokenHash),
        )
        .execute()
    },

    async end(tokenHash: string): Promise<void> {
      await transaction.deleteFrom('pending_sign_ins').where('token_hash', '=', tokenHash).execute()
    },

    async endAllOf(staffId: number): Promise<void> {
      await transaction.deleteFrom('pending_sign_ins').where('staff_id', '=', staffId).execute()
    },
  }
}

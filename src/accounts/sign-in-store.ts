import type { Reader, Writer } from '../database/index.ts'
import { later } from './session.ts'
import { type FailureKey, forgivenAfterMs, waitMs } from './sign-in-throttle.ts'
import { tokenHash } from './token.ts'

export function failureReader(database: Reader) {
  return {
    /** Milliseconds until the next try counts; 0 when it counts now. */
    async longestWait(keys: FailureKey[], now: string): Promise<number> {
      const rows = await database
        .selectFrom('sign_in_failures')
        .select(['key', 'count', 'last_at'])
        .where(
          'key',
          'in',
          keys.map(({ key }) => key),
        )
        .where('last_at', '>', later(now, -forgivenAfterMs))
        .execute()
      const failures = new Map(rows.map((row) => [row.key, { count: row.count, lastAt: row.last_at }]))
      const none = { count: 0, lastAt: now }
      return Math.max(0, ...keys.map(({ key, patience }) => waitMs(failures.get(key) ?? none, patience, now)))
    },
  }
}

export function failureWriter(transaction: Writer, now: string) {
  const forgiven = later(now, -forgivenAfterMs)
  return {
    async add(keys: FailureKey[]): Promise<void> {
      await transaction.deleteFrom('sign_in_failures').where('last_at', '<=', forgiven).execute()
      for (const { key } of keys) {
        await transaction
          .insertInto('sign_in_failures')
          .values({ key, count: 1, last_at: now })
          .onConflict((conflict) =>
            conflict.column('key').doUpdateSet((e) => ({ count: e('sign_in_failures.count', '+', 1), last_at: now })),
          )
          .execute()
      }
    },

    async forgive(key: string): Promise<void> {
      await transaction.deleteFrom('sign_in_failures').where('key', '=', key).execute()
    },

    /** Everything that was counted against this account, wherever it came from. */
    async forgiveAccount(email: string): Promise<void> {
      const pairs = `person ${email} `
      await transaction
        .deleteFrom('sign_in_failures')
        .where((e) =>
          e.or([
            e('key', 'in', [`account ${email}`, `codes ${email}`]),
            e(e.fn<string>('substr', ['key', e.val(1), e.val([...pairs].length)]), '=', pairs),
          ]),
        )
        .execute()
    },
  }
}

export function deviceReader(database: Reader) {
  return {
    /** Whether she signed in on the device with this token before; false for nobody and for no token. */
    async isKnown(staffId: number | undefined, token: string | null): Promise<boolean> {
      if (staffId === undefined || token === null) return false
      const row = await database
        .selectFrom('known_devices')
        .select('staff_id')
        .where('token_hash', '=', tokenHash(token))
        .where('staff_id', '=', staffId)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

export function deviceWriter(transaction: Writer, now: string) {
  return {
    async remember(staffId: number, deviceHash: string): Promise<void> {
      await transaction
        .insertInto('known_devices')
        .values({ token_hash: deviceHash, staff_id: staffId, created_at: now })
        .execute()
    },

    async forgetAllOf(staffId: number): Promise<void> {
      await transaction.deleteFrom('known_devices').where('staff_id', '=', staffId).execute()
    },
  }
}

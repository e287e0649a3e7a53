import type { Reader, Writer } from '../database/index.ts'
import { later } from './session.ts'
import { type FailureKey, type Failures, forgivenAfterMs } from './sign-in-throttle.ts'

export function failureReader(database: Reader) {
  return {
    async list(keys: FailureKey[], now: string): Promise<Map<string, Failures>> {
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
      return new Map(rows.map((row) => [row.key, { count: row.count, lastAt: row.last_at }]))
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
  }
}

export function deviceReader(database: Reader) {
  return {
    async isKnown(staffId: number, tokenHash: string): Promise<boolean> {
      const row = await database
        .selectFrom('known_devices')
        .select('staff_id')
        .where('token_hash', '=', tokenHash)
        .where('staff_id', '=', staffId)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

export function deviceWriter(transaction: Writer, now: string) {
  return {
    async remember(staffId: number, tokenHash: string): Promise<void> {
      await transaction
        .insertInto('known_devices')
        .values({ token_hash: tokenHash, staff_id: staffId, created_at: now })
        .execute()
    },

    async forgetAllOf(staffId: number): Promise<void> {
      await transaction.deleteFrom('known_devices').where('staff_id', '=', staffId).execute()
    },
  }
}

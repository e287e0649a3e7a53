import type { Reader, Writer } from '../database/index.ts'
import type { Missed } from './missed-address.ts'

export type MissedRow = { id: number; address: string; referrer: string; count: number; lastAt: string }
export type MissedCount = Missed & { count: number }
/** Lists go on after this one. */
export type MissedPlace = { count: number; id: number }

/** With more, those that were asked for least are forgotten. */
export const mostMissed = 2_000

export function missedAddressReader(database: Reader) {
  const columns = ['id', 'address', 'referrer', 'count', 'last_at'] as const

  return {
    /** Most often asked for first, without those that somebody waved away. */
    async listAfter(place: MissedPlace | null, most: number): Promise<MissedRow[]> {
      let query = database.selectFrom('missed_addresses').select(columns).where('ignored_at', 'is', null)
      if (place) query = query.where((e) => e(e.refTuple('count', 'id'), '<', e.tuple(place.count, place.id)))
      const rows = await query.orderBy('count', 'desc').orderBy('id', 'desc').limit(most).execute()
      return rows.map(({ last_at, ...row }) => ({ ...row, lastAt: last_at }))
    },

    async find(id: number): Promise<MissedRow | null> {
      const row = await database.selectFrom('missed_addresses').select(columns).where('id', '=', id).executeTakeFirst()
      if (!row) return null
      const { last_at, ...rest } = row
      return { ...rest, lastAt: last_at }
    },
  }
}

export function missedAddressWriter(transaction: Writer, now: string) {
  return {
    /** Adds to what is known of each; then the list is as long as it may be. */
    async add(counts: readonly MissedCount[]): Promise<void> {
      const rows = counts.map((missed) => ({ ...missed, last_at: now }))
      await transaction
        .insertInto('missed_addresses')
        .values(rows.sort((a, b) => (a.key < b.key ? -1 : 1)))
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((e) => ({
            count: e('missed_addresses.count', '+', e.ref('excluded.count')),
            referrer: e
              .case()
              .when('excluded.referrer', '=', '')
              .then(e.ref('missed_addresses.referrer'))
              .else(e.ref('excluded.referrer'))
              .end(),
            last_at: now,
          })),
        )
        .execute()
      await forgetLeast()
    },

    async ignore(id: number): Promise<void> {
      await transaction.updateTable('missed_addresses').set({ ignored_at: now }).where('id', '=', id).execute()
    },
  }

  async function forgetLeast() {
    const kept = transaction
      .selectFrom('missed_addresses')
      .select('id')
      .orderBy('count', 'desc')
      .orderBy('last_at', 'desc')
      .orderBy('id', 'desc')
      .limit(mostMissed)
    await transaction.deleteFrom('missed_addresses').where('id', 'not in', kept).execute()
  }
}

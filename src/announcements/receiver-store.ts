import type { Reader, Writer } from '../database/index.ts'
import type { Receiver, ReceiverKind } from './receiver.ts'

/** How things are with a receiver. */
export type ReceiverState = {
  id: number
  key: string
  kind: ReceiverKind
  host: string
  succeededAt: string | null
  failingSince: string | null
  pausedUntil: string | null
  stoppedAt: string | null
  /** How much its hour has come for and it was not told of yet. */
  waiting: number
}

export function receiverReader(database: Reader) {
  return {
    async listAll(now: string): Promise<ReceiverState[]> {
      const rows = await database
        .selectFrom('announcement_receivers as receiver')
        .select(['id', 'key', 'kind', 'host', 'succeeded_at', 'failing_since', 'paused_until', 'stopped_at'])
        .select((e) =>
          e
            .selectFrom('announcements')
            .select((count) => count.fn.countAll().as('count'))
            .whereRef('receiver_id', '=', 'receiver.id')
            .where('ended_at', 'is', null)
            .where('happened_at', '<=', now)
            .as('waiting'),
        )
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        key: row.key,
        kind: row.kind as ReceiverKind,
        host: row.host,
        succeededAt: row.succeeded_at,
        failingSince: row.failing_since,
        pausedUntil: row.paused_until,
        stoppedAt: row.stopped_at,
        waiting: Number(row.waiting),
      }))
    },

    async find(id: number): Promise<{ id: number; kind: ReceiverKind; host: string } | null> {
      const row = await database
        .selectFrom('announcement_receivers')
        .select(['id', 'kind', 'host'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? { ...row, kind: row.kind as ReceiverKind } : null
    },
  }
}

/** A process that tells a receiver something, so that it is the only one. */
export type Holder = { by: string; until: string }

export function receiverWriter(transaction: Writer, now: string) {
  const receiver = (id: number) => transaction.updateTable('announcement_receivers').where('id', '=', id)

  return {
    /** As the settings have them. With a receiver goes all that waited for it. */
    async settle(receivers: readonly Receiver[]): Promise<void> {
      const keys = receivers.map(({ key }) => key)
      await transaction
        .deleteFrom('announcement_receivers')
        .$if(keys.length > 0, (query) => query.where('key', 'not in', keys))
        .execute()
      for (const { key, kind, host } of receivers) {
        await transaction
          .insertInto('announcement_receivers')
          .values({ key, kind, host, added_at: now })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .execute()
      }
    },

    /** False while another process has it. */
    async hold(id: number, { by, until }: Holder): Promise<boolean> {
      const held = await receiver(id)
        .set({ held_by: by, held_until: until })
        .where((e) => e.or([e('held_until', 'is', null), e('held_until', '<=', now), e('held_by', '=', by)]))
        .returning('id')
        .execute()
      return held.length > 0
    },

    async release(id: number, by: string): Promise<void> {
      await receiver(id).set({ held_by: null, held_until: null }).where('held_by', '=', by).execute()
    },

    async noteSuccess(id: number, pausedUntil: string | null): Promise<void> {
      await receiver(id).set({ succeeded_at: now, failing_since: null, paused_until: pausedUntil }).execute()
    },

    async noteFailure(id: number, pausedUntil: string): Promise<void> {
      await receiver(id)
        .set((e) => ({ failing_since: e.fn.coalesce('failing_since', e.val(now)), paused_until: pausedUntil }))
        .execute()
    },

    async stop(id: number): Promise<void> {
      await receiver(id).set({ stopped_at: now, failing_since: null, paused_until: null }).execute()
    },

    async resume(id: number): Promise<void> {
      await receiver(id).set({ stopped_at: null, failing_since: null, paused_until: null }).execute()
    },

    /** Somebody does not want to wait. */
    async endPause(id: number): Promise<void> {
      await receiver(id).set({ paused_until: null }).execute()
    },
  }
}

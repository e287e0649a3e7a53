import type { Reader, Writer } from '../database/index.ts'
import type { AnnouncementType, Delivery, Outcome } from './announcement.ts'

export function deliveryReader(database: Reader) {
  const due = (now: string) =>
    database.selectFrom('announcements as due').where('due.ended_at', 'is', null).where('due.next_try_at', '<=', now)

  /** Those of one article one after the other. */
  const dueInOrder = (now: string) =>
    due(now).where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('announcements as earlier')
            .select('earlier.id')
            .whereRef('earlier.article_id', '=', 'due.article_id')
            .whereRef('earlier.receiver_id', '=', 'due.receiver_id')
            .whereRef('earlier.id', '<', 'due.id')
            .where('earlier.ended_at', 'is', null),
        ),
      ),
    )

  return {
    /** Who waits for something and may be asked now. */
    async listReady(now: string): Promise<{ id: number; key: string }[]> {
      return database
        .selectFrom('announcement_receivers as receiver')
        .select(['receiver.id', 'receiver.key'])
        .where('receiver.stopped_at', 'is', null)
        .where((e) => e.or([e('receiver.paused_until', 'is', null), e('receiver.paused_until', '<=', now)]))
        .where('receiver.id', 'in', dueInOrder(now).select('due.receiver_id'))
        .execute()
    },

    /** A test first, which somebody waits for; else the oldest. */
    async findNext(receiverId: number, now: string): Promise<Delivery | null> {
      const row = await dueInOrder(now)
        .select(columns)
        .where('due.receiver_id', '=', receiverId)
        .orderBy((e) => e.case().when('due.article_id', 'is', null).then(0).else(1).end())
        .orderBy('due.id')
        .limit(1)
        .executeTakeFirst()
      return row ? deliveryFrom(row) : null
    },

    /** For those who take many at once, in whatever order they happened. */
    async listDue(receiverId: number, now: string, most: number): Promise<Delivery[]> {
      const rows = await due(now)
        .select(columns)
        .where('due.receiver_id', '=', receiverId)
        .orderBy('due.id')
        .limit(most)
        .execute()
      return rows.map(deliveryFrom)
    },

    /** Slugs of articles, also of those that readers do not get any more. */
    async listSlugs(articleIds: readonly number[]): Promise<Map<number, string>> {
      if (articleIds.length === 0) return new Map()
      const rows = await database.selectFrom('articles').select(['id', 'slug']).where('id', 'in', articleIds).execute()
      return new Map(rows.map(({ id, slug }) => [id, slug]))
    },
  }
}

const columns = ['id', 'message_id', 'type', 'article_id', 'previous_slug', 'happened_at', 'tries'] as const

type DueRow = {
  id: number
  message_id: string
  type: string
  article_id: number | null
  previous_slug: string | null
  happened_at: string
  tries: number
}

const deliveryFrom = (row: DueRow): Delivery => ({
  id: row.id,
  messageId: row.message_id,
  type: row.type as AnnouncementType,
  articleId: row.article_id,
  previousSlug: row.previous_slug,
  happenedAt: row.happened_at,
  tries: row.tries,
})

/** What somebody resends: where it goes and what it tells. */
export type Sent = { receiverId: number; host: string; type: AnnouncementType; articleId: number | null }

export function deliveryWriter(transaction: Writer, now: string) {
  return {
    async end(ids: readonly number[], outcome: Outcome, result: string): Promise<void> {
      await transaction
        .updateTable('announcements')
        .set((e) => ({
          outcome,
          result,
          ended_at: now,
          next_try_at: null,
          ...(outcome === 'outdated' ? {} : { tried_at: now, tries: e('tries', '+', 1) }),
        }))
        .where('id', 'in', ids)
        .execute()
    },

    async tryAgain(ids: readonly number[], at: string, result: string): Promise<void> {
      await transaction
        .updateTable('announcements')
        .set((e) => ({ next_try_at: at, tried_at: now, result, tries: e('tries', '+', 1) }))
        .where('id', 'in', ids)
        .where('ended_at', 'is', null)
        .execute()
    },

    /** As if it had not been tried yet; null when it is not there any more, or was not true when its turn came. */
    async resend(id: number): Promise<Sent | null> {
      const row = await transaction
        .updateTable('announcements')
        .set({ next_try_at: now, waits_since: now, tries: 0, outcome: null, ended_at: null })
        .where('id', '=', id)
        .where('happened_at', '<=', now)
        .where((e) => e.or([e('outcome', 'is', null), e('outcome', '!=', 'outdated')]))
        .returning(['receiver_id', 'type', 'article_id'])
        .executeTakeFirst()
      if (!row) return null
      const { host } = await transaction
        .selectFrom('announcement_receivers')
        .select('host')
        .where('id', '=', row.receiver_id)
        .executeTakeFirstOrThrow()
      return { receiverId: row.receiver_id, host, type: row.type as AnnouncementType, articleId: row.article_id }
    },

    /** Whatever waits for a receiver that is gone. */
    async giveUpAllOf(receiverId: number, result: string): Promise<void> {
      await transaction
        .updateTable('announcements')
        .set({ outcome: 'given-up', result, ended_at: now, next_try_at: null })
        .where('receiver_id', '=', receiverId)
        .where('ended_at', 'is', null)
        .execute()
    },

    /** Gives how many there were. */
    async giveUpOlderThan(receiverId: number, before: string): Promise<number> {
      const given = await transaction
        .updateTable('announcements')
        .set({ outcome: 'given-up', ended_at: now, next_try_at: null })
        .where('receiver_id', '=', receiverId)
        .where('ended_at', 'is', null)
        .where('waits_since', '<', before)
        .returning('id')
        .execute()
      return given.length
    },

    /** The newest `most` go on waiting. Gives how many do not. */
    async giveUpBeyond(receiverId: number, most: number): Promise<number> {
      const oldestKept = transaction
        .selectFrom('announcements')
        .select('id')
        .where('receiver_id', '=', receiverId)
        .where('ended_at', 'is', null)
        .where('happened_at', '<=', now)
        .orderBy('id', 'desc')
        .limit(1)
        .offset(most - 1)
      const given = await transaction
        .updateTable('announcements')
        .set({ outcome: 'given-up', ended_at: now, next_try_at: null })
        .where('receiver_id', '=', receiverId)
        .where('ended_at', 'is', null)
        .where('happened_at', '<=', now)
        .where('id', '<', oldestKept)
        .returning('id')
        .execute()
      return given.length
    },

    /** Those that ended well are kept shorter than those that somebody may want to send once more. */
    async forget(before: { ended: string; givenUp: string }): Promise<void> {
      await transaction
        .deleteFrom('announcements')
        .where((e) =>
          e.or([
            e('ended_at', '<', before.givenUp),
            e.and([e('ended_at', '<', before.ended), e('outcome', '!=', 'given-up')]),
          ]),
        )
        .execute()
    },
  }
}

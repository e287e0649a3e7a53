import type { Writer } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { type Announcement, isEnding, testType } from './announcement.ts'

type Made = { now: string; random: World['random'] }

/** Writes what is to be told, in the transaction that makes it true. With nobody to tell, it writes nothing. */
export function announcementWriter(transaction: Writer, { now, random }: Made) {
  return {
    /**
     * In place of what was planned for this article and has not come true. Once readers lose it, nothing older of it is told
     * any more. Without announcements, only the plan is dropped.
     */
    async announce(articleId: number, announcements: readonly Announcement[]): Promise<void> {
      const receivers = await listTold()
      if (receivers.length === 0) return
      const waiting = transaction.deleteFrom('announcements').where('article_id', '=', articleId)
      const isOver = announcements.some(({ type }) => isEnding(type))
      await waiting
        .where('ended_at', 'is', null)
        .$if(!isOver, (query) => query.where('happened_at', '>', now))
        .execute()
      const rows = announcements.flatMap(({ type, happensAt, previousSlug }) =>
        receivers.map((receiverId) => ({ receiverId, type, articleId, happensAt, previousSlug })),
      )
      if (rows.length > 0) await insert(rows)
    },

    async addTest(receiverId: number): Promise<void> {
      await insert([{ receiverId, type: testType, articleId: null, happensAt: now, previousSlug: null }])
    },
  }

  async function listTold(): Promise<number[]> {
    const rows = await transaction
      .selectFrom('announcement_receivers')
      .select('id')
      .where('stopped_at', 'is', null)
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => id)
  }

  type Row = {
    receiverId: number
    type: string
    articleId: number | null
    happensAt: string
    previousSlug: string | null
  }

  async function insert(rows: readonly Row[]): Promise<void> {
    await transaction
      .insertInto('announcements')
      .values(
        rows.map(({ receiverId, type, articleId, happensAt, previousSlug }) => ({
          message_id: `msg_${random(16).toString('hex')}`,
          receiver_id: receiverId,
          type,
          article_id: articleId,
          previous_slug: previousSlug,
          happened_at: happensAt,
          waits_since: happensAt,
          next_try_at: happensAt,
        })),
      )
      .execute()
  }
}

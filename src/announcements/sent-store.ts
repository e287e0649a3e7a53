import type { Reader } from '../database/index.ts'
import type { AnnouncementType, Outcome } from './announcement.ts'

/** One announcement as staff look back at it. */
export type SentRow = {
  id: number
  receiverId: number
  type: AnnouncementType
  articleId: number | null
  /** Null for a test, and for an article that is erased. */
  title: string | null
  happenedAt: string
  tries: number
  triedAt: string | null
  result: string
  nextTryAt: string | null
  outcome: Outcome | null
  endedAt: string | null
}

export type SentFilter = 'all' | 'trouble'

export function sentReader(database: Reader) {
  return {
    /** Newest first, after the one with this number. `trouble`: what was tried in vain so far. */
    async listBefore(id: number | null, filter: SentFilter, most: number): Promise<SentRow[]> {
      const rows = await database
        .selectFrom('announcements as sent')
        .leftJoin('articles', 'articles.id', 'sent.article_id')
        .leftJoin('editions', (join) =>
          join.on((e) => e('editions.id', '=', e.fn.coalesce('articles.live_edition_id', 'articles.draft_edition_id'))),
        )
        .select(['sent.id', 'sent.receiver_id', 'sent.type', 'sent.article_id', 'editions.title', 'sent.happened_at'])
        .select(['sent.tries', 'sent.tried_at', 'sent.result', 'sent.next_try_at', 'sent.outcome', 'sent.ended_at'])
        .$if(id !== null, (query) => query.where('sent.id', '<', id ?? 0))
        .$if(filter === 'trouble', (query) =>
          query.where((e) =>
            e.or([
              e('sent.outcome', '=', 'given-up'),
              e.and([e('sent.ended_at', 'is', null), e('sent.tries', '>', 0)]),
            ]),
          ),
        )
        .orderBy('sent.id', 'desc')
        .limit(most)
        .execute()
      return rows.map((row) => ({
        id: row.id,
        receiverId: row.receiver_id,
        type: row.type as AnnouncementType,
        articleId: row.article_id,
        title: row.title,
        happenedAt: row.happened_at,
        tries: row.tries,
        triedAt: row.tried_at,
        result: row.result,
        nextTryAt: row.next_try_at,
        outcome: row.outcome as Outcome | null,
        endedAt: row.ended_at,
      }))
    },
  }
}

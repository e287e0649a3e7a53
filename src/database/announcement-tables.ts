import type { Generated } from 'kysely'

/** What other systems are told of articles. */

export type AnnouncementReceiverTable = {
  id: Generated<number>
  key: string
  kind: string
  host: string
  added_at: string
  succeeded_at: string | null
  failing_since: string | null
  paused_until: string | null
  stopped_at: string | null
  held_by: string | null
  held_until: string | null
}

export type AnnouncementTable = {
  id: Generated<number>
  message_id: string
  receiver_id: number
  type: string
  article_id: number | null
  previous_slug: string | null
  happened_at: string
  waits_since: string
  tries: Generated<number>
  tried_at: string | null
  result: Generated<string>
  next_try_at: string | null
  outcome: string | null
  ended_at: string | null
}

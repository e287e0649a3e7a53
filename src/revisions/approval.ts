import type { ArticleEvent } from './history.ts'

export type Signed = { by: string; at: string }

/** Who did what until an edition came where it stands; null for what nobody did, or what was undone. */
export type Approval = {
  written: Signed | null
  submitted: Signed | null
  reviewed: Signed | null
  approved: Signed | null
  /** It went to readers past the gates, and nobody has countersigned it. */
  isUnreviewed: boolean
}

const nothing: Approval = { written: null, submitted: null, reviewed: null, approved: null, isUnreviewed: false }

/** `events` oldest first. What came after the edition's last event concerns other editions. */
export function approvalOf(events: readonly ArticleEvent[], editionId: number): Approval {
  const last = events.findLastIndex((event) => event.editionId === editionId)
  return events.slice(0, last + 1).reduce(step, nothing)
}

function step(approval: Approval, { act, staffName, at }: ArticleEvent): Approval {
  const signed = { by: staffName, at }
  const unsigned = { ...nothing, written: approval.written ?? signed }
  switch (act) {
    case 'created':
    case 'saved':
    case 'restored-edition':
    case 'returned':
    case 'took-back':
      return unsigned
    case 'submitted':
      return { ...unsigned, submitted: signed }
    case 'reviewed':
      return { ...approval, reviewed: signed }
    case 'published':
    case 'scheduled':
    case 'updated':
    case 'corrected':
    case 'countersigned':
      return { ...approval, approved: signed, isUnreviewed: false }
    case 'published-unreviewed':
      return { ...approval, approved: signed, isUnreviewed: true }
    default:
      return approval
  }
}

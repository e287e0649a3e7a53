/** What can stand in the list of who did what. */
export type Act =
  | 'signed-in'
  | 'failed-to-sign-in'
  | 'signed-out'
  | 'invited'
  | 'set-password'
  | 'ended-sessions'
  | 'failed-second-step'
  | 'used-backup-code'
  | 'turned-on-second-factor'
  | 'turned-off-second-factor'
  | 'made-backup-codes'
  | 'reset-second-factor'
  | 'changed'
  | 'closed'
  | 'reopened'
  | 'created'
  | 'saved'
  | 'published'
  | 'scheduled'
  | 'trashed'
  | 'restored'
  | 'restored-edition'
  | 'uploaded'
  | 'described'
  | 'focused'
  | 'cropped'
  | 'replaced'
  | 'deleted'
  | 'moved'
  | 'hid'
  | 'showed'
  | 'submitted'
  | 'reviewed'
  | 'returned'
  | 'took-back'
  | 'published-unreviewed'
  | 'countersigned'
  | 'corrected'
  | 'updated'
  | 'withdrew'
  | 'erased'
  | 'exported'
  | 'imported'
  | 'answered'
  | 'shared'
  | 'revoked-link'
  | 'agreed'
  | 'asked-for-changes'
  | 'tested'
  | 'resent'
  | 'resumed'

export type SubjectKind =
  | 'article'
  | 'picture'
  | 'document'
  | 'category'
  | 'synonym'
  | 'agency'
  | 'link'
  | 'staff'
  | 'rules'
  | 'report'
  | 'legacy-address'
  | 'receiver'
  | 'audit'

export type Subject = { kind: SubjectKind; id: number | null; title: string }

/** Null stands for the portal itself or an operator at its shell. */
export type Actor = { id: number; name: string } | null

/** Somebody without an account, by the name under which staff asked for an answer. */
export type Outsider = { id: null; name: string }

export type AuditLine = {
  id: number
  at: string
  staffName: string
  act: Act
  subject: Subject
  note: string
  /** Empty in lines from before the chain. */
  hash: string
}

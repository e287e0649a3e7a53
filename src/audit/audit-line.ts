/** What can stand in the list of who did what. */
export type Act =
  | 'signed-in'
  | 'failed-to-sign-in'
  | 'signed-out'
  | 'invited'
  | 'set-password'
  | 'ended-sessions'
  | 'changed'
  | 'closed'
  | 'reopened'
  | 'created'
  | 'saved'
  | 'published'
  | 'scheduled'
  | 'took-down'
  | 'trashed'
  | 'restored'
  | 'uploaded'
  | 'described'
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

export type SubjectKind =
  | 'article'
  | 'picture'
  | 'category'
  | 'synonym'
  | 'agency'
  | 'link'
  | 'staff'
  | 'rules'
  | 'report'

export type Subject = { kind: SubjectKind; id: number | null; title: string }

/** Null stands for the portal itself or an operator at its shell. */
export type Actor = { id: number; name: string } | null

export type AuditLine = {
  id: number
  at: string
  staffName: string
  act: Act
  subject: Subject
  note: string
}

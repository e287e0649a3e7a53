import type { Act, SubjectKind } from './audit-line.ts'

/** Which lines are asked for; null and the empty text leave it open. */
export type AuditFilter = {
  kind: SubjectKind | null
  /** Of that kind. */
  subjectId: number | null
  /** `portal` for what nobody did who was signed in. */
  staffId: number | 'portal' | null
  act: Act | null
  /** A part of the subject's title; marks and capitals do not matter. */
  words: string
  /** Instants: the first one that counts, and the first one that does not any more. */
  from: string | null
  until: string | null
}

/** Where a line stands in the list. */
export type Place = { at: string; id: number }

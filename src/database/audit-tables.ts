import type { Generated } from 'kysely'

/** Who did what. */

export type AuditLineTable = {
  id: Generated<number>
  at: string
  staff_id: number | null
  staff_name: string
  act: string
  subject_kind: string
  subject_id: number | null
  subject_title: string
  note: string
  previous_hash: Generated<string>
  hash: Generated<string>
  subject_key: Generated<string>
}

export type AuditChainTable = { id: number; last_before: number; lines: number; last_hash: string }

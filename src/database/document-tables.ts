import type { Generated } from 'kysely'

/** Files that articles carry. */

export type DocumentTable = {
  id: Generated<number>
  key: string
  file_name: string
  title: string
  description: string
  search_key: string
  added_at: string
  added_by: number | null
  public_since: string | null
  deleted_at: string | null
}

export type DocumentVersionTable = {
  id: Generated<number>
  document_id: number
  key: string
  original_name: string
  kind: string
  bytes: number
  sha256: string
  pages: number | null
  warnings: string
  received_at: string
  received_by: number | null
  retired_at: string | null
}

export type DocumentTextTable = { document_id: number; text: string }

export type EditionDocumentTable = { edition_id: number; document_id: number; place: number }

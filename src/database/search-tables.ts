import type { Generated } from 'kysely'

export type SearchDocumentTable = {
  order_key: number
  article_id: number
  kind: string
  category_id: number | null
  published_at: string
  expires_at: string | null
  fields: string
  counted_at: string | null
}

export type SearchDocumentWordTable = { article_id: number; words: Buffer }

export type SearchWordTable = { folded: string; written: string; letters: number; count: number }

export type IndexRebuildTable = { name: string; version: number; last_id: number; finished_at: string | null }

export type SynonymTable = { id: Generated<number>; position: number; words: string }

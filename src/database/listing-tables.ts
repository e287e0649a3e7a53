import type { Generated } from 'kysely'

/** Under what readers find articles. */

export type CategoryListingTable = {
  category_id: number
  published_at: string
  article_id: number
  expires_at: string | null
  counted_day: string | null
}

export type LabelTable = { id: Generated<number>; kind: string; key: string; slug: string }

export type LabelListingTable = {
  label_id: number
  published_at: string
  article_id: number
  expires_at: string | null
  name: string
}

export type ArchiveCountTable = { category_id: number; unit: string; period: string; count: number }

export type ListingMonthTable = { list: string; list_id: number; month: string; count: number }

export type ListingRenewalTable = { id: number; version: string; last_id: number; finished_at: string | null }

import type { SectionRow } from './row-part.ts'

/** One section of the board, as `part('dashboard/section', section)` shows it. */
export type Section = {
  id: string
  title: string
  /** Where the rest is listed; `of` says of what, for who does not see the section around the link. */
  all: { path: string; of: string }[]
  seeAll: string
  rows: SectionRow[]
  /** Null when there are rows. */
  empty: EmptySection | null
}

export type EmptySection = { text: string; help: string; link: { name: string; path: string } | null }

export const section = (parts: Omit<Section, 'empty'>, empty: EmptySection): Section => ({
  ...parts,
  empty: parts.rows.length === 0 ? empty : null,
})

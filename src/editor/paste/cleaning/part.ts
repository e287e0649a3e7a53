import type { Piece } from '../../../word-files/rules/index.ts'

export type PartCell = { lines: Piece[][]; columns: number; rows: number }
export type PartRow = { isHead: boolean; cells: PartCell[] }

/** What a block of the paste is in an article. `isQuoted`: it stands in a quote, with its neighbours. */
export type Part = { isQuoted: boolean } & (
  | { kind: 'heading'; level: number; words: string }
  | { kind: 'paragraph'; pieces: Piece[]; isAtRight: boolean }
  | { kind: 'item'; depth: number; number: number | null; pieces: Piece[] }
  | { kind: 'picture'; at: number; alternativeText: string; caption: string }
  | { kind: 'table'; rows: PartRow[] }
)

export type Item = Extract<Part, { kind: 'item' }>

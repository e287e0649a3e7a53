import type { Piece } from '../block.ts'
import type { Grid } from '../rules/table-grid.ts'

/** A text as Markdown knows it. `depth` of an item counts from 0, `number` is null for a bullet. */
export type Part =
  | { kind: 'heading'; level: number; words: string }
  | { kind: 'paragraph'; pieces: Piece[]; isQuoted?: boolean }
  | { kind: 'item'; depth: number; number: number | null; pieces: Piece[] }
  | { kind: 'picture'; at: number; alternativeText: string; caption: string }
  | { kind: 'table'; grid: Grid }

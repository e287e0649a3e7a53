import { mostColumns, mostRows } from '../limits.ts'
import { Unreadable } from '../refusal.ts'

/** `widths` has the cells of each row. Throws `Unreadable`: `too-large`, for a table that nobody reads in an article. */
export function assertTableFits(widths: number[]) {
  if (widths.length > mostRows || widths.some((cells) => cells > mostColumns)) throw new Unreadable('too-large')
}

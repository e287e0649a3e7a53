import { mostColumns, mostRows } from '../limits.ts'
import { Unreadable } from '../refusal.ts'

/** Throws `Unreadable`: `too-large`, for a table that nobody would read in an article. */
export function assertTableFits(rows: number, columns: number) {
  if (rows > mostRows || columns > mostColumns) throw new Unreadable('too-large')
}

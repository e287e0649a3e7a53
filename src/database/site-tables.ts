/** One row: its number grows with everything that readers see. */
export type ContentVersionTable = { id: number; version: number }

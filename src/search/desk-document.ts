/** What staff find by words; each kind has an index of its own. */
export type DeskKind = 'articles' | 'pictures'

/** An article or a picture as the index of staff is told of it: plain text, where no phrase goes from line to line. */
export type DeskDocument = { id: number; lines: string[] }

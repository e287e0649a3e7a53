import type { Reader, Writer } from '../database/index.ts'

/** One index, as a rebuild goes through it: batch by batch, in the order of ids. */
export type IndexPart = {
  name: string
  /** Counts up whenever the index of an older version would be read wrongly. */
  version: number
  countAfter(database: Reader, id: number): Promise<number>
  /** Makes the index true for the documents that come next, and for the ids between them. */
  indexNext(transaction: Writer, after: number, now: string): Promise<Stretch>
}

/** Ids above `after` and up to `upTo`, in which so many documents lie. */
export type Stretch = { after: number; upTo: number; documents: number; isLast: boolean }

/** Short enough that nobody who reads or publishes meanwhile notices: about 30 ms. */
export const oneBatch = 25
const lastId = 2 ** 31 - 1

/** The stretch that these documents are all of, at most `oneBatch` in the order of ids. */
export function stretchOf(after: number, documents: readonly { id: number }[]): Stretch {
  const isLast = documents.length < oneBatch
  const upTo = isLast ? lastId : (documents.at(-1)?.id ?? lastId)
  return { after, upTo, documents: documents.length, isLast }
}

import { formatNumber } from '../text/numbers.ts'

export const maxMegabytes = 50
export const maxBytes = maxMegabytes * 1024 * 1024
/** A file that is too large is refused by itself and the others stay; one of this size stops the whole upload. */
export const stopBytes = 2 * maxBytes
export const maxFilesAtOnce = 10
/** What an article can carry. */
export const maxPerArticle = 30
/** UTF-16 units of what a document says that are kept for searching. */
export const mostLetters = 200_000

/** The limits as sentences show them. */
export type LimitNumbers = { megabytes: string; files: string }

export const limitNumbers: LimitNumbers = {
  megabytes: formatNumber(maxMegabytes),
  files: formatNumber(maxFilesAtOnce),
}

import { formatNumber } from '../text/numbers.ts'
import type { RefusedKind } from './picture-kind.ts'

export const maxMegabytes = 25
export const maxBytes = maxMegabytes * 1024 * 1024
/** A file that is too large is refused by itself and the others stay; one of this size stops the whole upload. */
export const stopMegabytes = 50
export const stopBytes = stopMegabytes * 1024 * 1024
export const maxMegapixels = 50
export const maxPixels = maxMegapixels * 1_000_000
/** Pixels; WebP knows no longer side. */
export const maxSide = 16_383
export const maxFilesAtOnce = 20
/** One step of the work on a picture; a file that takes longer was made to. */
export const maxSeconds = 30

/** A file that arrives in parts and has been silent for so long may make room for another one. */
export const quietMinutes = 10
/** Leftovers of uploads stay for so long: somebody may come back to them, and another process may be at work on them. */
export const leftoverHours = 24

/** What the picture worker finds wrong with a file of a right kind. */
export type WorkFault = 'damaged' | 'too-many-pixels' | 'too-long' | 'too-slow'

/** Why a file does not become a picture; `words.refusals` has the sentence. */
export type Refusal = RefusedKind | WorkFault | 'empty' | 'too-large'

/** The limits as sentences show them. */
export type LimitNumbers = { megabytes: string; megapixels: string; side: string; files: string }

export const limitNumbers: LimitNumbers = {
  megabytes: formatNumber(maxMegabytes),
  megapixels: formatNumber(maxMegapixels),
  side: formatNumber(maxSide),
  files: formatNumber(maxFilesAtOnce),
}

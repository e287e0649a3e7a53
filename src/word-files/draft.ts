import type { Dropped } from './dropped.ts'
import type { Legacy } from './rules/legacy.ts'

export type { Legacy } from './rules/legacy.ts'

/** `bytes` as the file holds them, unchecked but for their kind: the media room receives them like any upload. */
export type DraftPicture = { bytes: Buffer; name: string; alternativeText: string; caption: string }

export type Draft = {
  title: string
  lead: string
  /** Markdown without raw HTML; a picture stands as `![mô tả](tep:0 "chú thích")`, the number is its place in `pictures`. */
  body: string
  author: string
  unit: string
  /** Whom it was taken from: "Báo Gia Lai" of "(Theo Báo Gia Lai)". */
  source: string
  /** `45/QĐ-UBND` */
  documentNumber: string | null
  /** The day that the letterhead or the byline names: `2017-02-15`. */
  date: string | null
  pictures: DraftPicture[]
  /** What was left out or changed; `sentencesFor` tells it. */
  dropped: Dropped[]
}

/** `legacy`: the letters are of an old encoding and stay as they are; `converted` is the same draft in Unicode. */
export type DraftFromFile = Draft & { legacy: Legacy | null; converted?: Draft }

/** `pictureScheme` of a draft: its pictures have no number in the library yet. */
export const draftPictureScheme = 'tep:'

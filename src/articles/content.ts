/** What staff write; an edition holds one. Text is in its normal form, absent text is empty. */
export type Content = {
  title: string
  slug: string
  lead: string
  /** Markdown. */
  body: string
  categoryId: number | null
  genre: Genre
  author: string
  unit: string
  sourceName: string
  sourceAddress: string
  tags: string[]
  coverPictureId: number | null
  /** Attached documents, in the order that readers get them. */
  documentIds: number[]
  /** The date that readers shall see, ISO 8601 UTC; a future one schedules. Null is the moment of publishing. */
  publishAt: string | null
  /** From then on readers find it in no list; ISO 8601 UTC. */
  expireAt: string | null
  /** Until then it stands first on the home page; ISO 8601 UTC. */
  pinUntil: string | null
  change: Change
}

/** What kind of work it was: the month's report counts by it. */
export const genres = ['news', 'feature', 'interview', 'photo-story', 'notice', 'translation', 'reprint'] as const
export type Genre = (typeof genres)[number]

/**
 * What readers are told when this edition replaces the one that they have: nothing, that there is something new, or that
 * something was wrong.
 */
export type Change = { kind: ChangeKind; note: string; wrong: string; right: string }
export const changeKinds = ['minor', 'update', 'correction'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const noChange: Change = { kind: 'minor', note: '', wrong: '', right: '' }

export const emptyContent: Content = {
  title: '',
  slug: '',
  lead: '',
  body: '',
  categoryId: null,
  genre: 'news',
  author: '',
  unit: '',
  sourceName: '',
  sourceAddress: '',
  tags: [],
  coverPictureId: null,
  documentIds: [],
  publishAt: null,
  expireAt: null,
  pinUntil: null,
  change: noChange,
}

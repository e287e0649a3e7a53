/** What staff write; an edition holds one. Text is in its normal form, absent text is empty. */
export type Content = {
  title: string
  slug: string
  lead: string
  /** Markdown. */
  body: string
  categoryId: number | null
  author: string
  unit: string
  sourceName: string
  sourceAddress: string
  tags: string[]
  coverPictureId: number | null
  /** The date that readers shall see, ISO 8601 UTC; a future one schedules. Null is the moment of publishing. */
  publishAt: string | null
}

export const emptyContent: Content = {
  title: '',
  slug: '',
  lead: '',
  body: '',
  categoryId: null,
  author: '',
  unit: '',
  sourceName: '',
  sourceAddress: '',
  tags: [],
  coverPictureId: null,
  publishAt: null,
}

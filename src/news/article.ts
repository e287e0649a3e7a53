/** An article as its own page shows it: always the live edition. */
export type Article = {
  id: number
  /** Of the live edition; null in a preview. */
  editionId: number | null
  slug: string
  title: string
  lead: string
  /** Cleaned when it was saved, so that reading stays cheap. */
  bodyHtml: string
  categoryId: number | null
  author: string
  unit: string
  /** Where the text comes from; the address may be empty. */
  source: { name: string; address: string } | null
  tags: string[]
  coverPictureId: number | null
  /** The date that readers see, ISO 8601 UTC like the others. */
  publishedAt: string
  /** When it last told readers something new; null when it never did. */
  updatedAt: string | null
  /** From then on it stands in no list; null when it has no end. */
  expiresAt: string | null
}

/** An article as lists show it: never its body. */
export type Headline = Pick<
  Article,
  'id' | 'slug' | 'title' | 'lead' | 'categoryId' | 'coverPictureId' | 'publishedAt' | 'expiresAt'
>

/** Those that stand next to an article in its category, by date. */
export type Neighbours = { previous: Headline | null; next: Headline | null }

/** What an article leads to in its category. */
export type Beside = { neighbours: Neighbours; related: Headline[] }

/** Why an article that readers had stands in no list any more, while its page says so. */
export type Ending = { kind: 'withdrawn'; since: string; reason: string } | { kind: 'expired'; since: string }

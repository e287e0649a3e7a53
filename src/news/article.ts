/** An article as its own page shows it: always the live edition. */
export type Article = {
  id: number
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
  /** The date that readers see, ISO 8601 UTC. */
  publishedAt: string
}

/** An article as lists show it: never its body. */
export type Headline = Pick<Article, 'id' | 'slug' | 'title' | 'lead' | 'categoryId' | 'coverPictureId' | 'publishedAt'>

/** Those that stand next to an article in its category, by date. */
export type Neighbours = { previous: Headline | null; next: Headline | null }

/** Readers had it once; the address says so instead of pretending that it never was. */
export type Absence = { kind: 'gone'; since: string }

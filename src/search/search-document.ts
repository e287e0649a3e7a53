import type { Word } from './tokens.ts'

export type DocumentKind = 'article'

/** What the index is told of an article that is up, or that will be at its hour. */
export type SearchDocument = {
  articleId: number
  kind: DocumentKind
  title: string
  lead: string
  /** Plain text, as `plainText` makes it from HTML. */
  bodyText: string
  tags: string[]
  /** Author, then unit. */
  byline: string[]
  categoryId: number | null
  categoryName: string
  publishedAt: string
  /** From then on it is over: no reader finds it any more. */
  expiresAt: string | null
}

/** A document that the index found, with what is needed to rank it and to count it. */
export type FoundDocument = {
  articleId: number
  orderKey: number
  categoryId: number | null
  publishedAt: string
  /** Title, lead, tags and byline, folded, one a line, every word between spaces. */
  fields: string
}

/** A word of the vocabulary and how many articles hold it. */
export type CountedWord = Word & { count: number }

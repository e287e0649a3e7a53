import type { FeedFormat } from './paths.ts'

/** What is new on a page of ours, as programs get it in three formats. Every address is whole. */
export type Feed = {
  /** Stays when the page moves. */
  id: string
  title: string
  description: string
  /** Of the texts, as HTML writes it. */
  language: string
  /** The page whose news these are. */
  address: string
  /** Its own, in each format. */
  addresses: Record<FeedFormat, string>
  publisher: string
  /** When readers were last told something new: ISO 8601 UTC, like all times here. */
  updatedAt: string
  /** Whoever was published or changed last stands first. */
  entries: Entry[]
}

export type Entry = {
  /** Stays whatever becomes of title and address. */
  id: string
  address: string
  title: string
  summary: string
  /** Whole addresses alone, no scripts, no styles. */
  contentHtml: string
  publishedAt: string
  updatedAt: string
  /** Who wrote it; empty when nobody is named. */
  author: string
  /** Category and tags. */
  labels: string[]
  enclosure: Enclosure | null
}

/** A picture beside the text. */
export type Enclosure = { address: string; type: string; bytes: number }

export const mostEntries = 30

export const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

export const formatNames: Record<FeedFormat, string> = { rss: 'RSS', atom: 'Atom', json: 'JSON' }

/** What an empty feed was changed at: a moment that stays, so that asking twice gives the same. */
export const beforeAllNews = '2000-01-01T00:00:00.000Z'

/** When readers were last told something new: a small correction is nothing new. */
export const publicUpdate = ({ publishedAt, updatedAt }: { publishedAt: string; updatedAt: string | null }): string =>
  updatedAt !== null && updatedAt > publishedAt ? updatedAt : publishedAt

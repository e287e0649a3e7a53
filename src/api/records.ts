/**
 * What programs get. Addresses are whole, moments are ISO 8601 with the zone of the portal, null is written out, text that
 * nobody wrote is empty. Names stay for as long as the version in the address does; others may join them.
 */
export type ArticleSummary = {
  id: number
  url: string
  title: string
  summary: string
  category: CategoryLink | null
  publishedAt: string
  /** When it last told readers something new. */
  updatedAt: string | null
  /** From then on it stands in no list. */
  expiresAt: string | null
  picture: PictureRecord | null
}

export type ArticleRecord = ArticleSummary & {
  /** Clean HTML with whole addresses, without scripts and styles. */
  html: string
  author: string
  unit: string
  source: { name: string; url: string } | null
  tags: string[]
  documents: DocumentRecord[]
  /** Newest first. */
  updates: UpdateRecord[]
}

export type CategoryLink = { id: number; name: string; url: string }

export type CategoryRecord = CategoryLink & { description: string; parentId: number | null }

/** `url` leads to its widest file, which is a JPEG of this size in pixels. */
export type PictureRecord = {
  id: number
  url: string
  width: number
  height: number
  alternativeText: string
  caption: string
  credit: string
}

export type DocumentRecord = {
  id: number
  url: string
  title: string
  description: string
  fileName: string
  type: string
  bytes: number
  /** Of a PDF that could be read. */
  pages: number | null
  sha256: string
  publishedAt: string
}

export type UpdateRecord = {
  kind: 'update' | 'correction' | 'explanation'
  at: string
  note: string
  wrong: string
  right: string
}

/** On what terms it may be used. */
export type Licence = { text: string; source: string; url: string }

/** A page of a list: `next` is the address of the one behind it. */
export type ListRecord<Item> = { items: Item[]; next: string | null; licence: Licence }

import type { Content, DeskArticle } from '../articles/index.ts'

/** One saved text of an article, without the text. */
export type EditionHead = {
  id: number
  /** Editions count within their article; the first is 1. */
  number: number
  /** SHA-256 of everything that it holds; empty in editions from before it was kept. */
  hash: string
  savedAt: string
  savedByName: string
}

export type Edition = EditionHead & { content: Content; bodyPictures: number }

/** What this room must know of an article as it stands now. */
export type PresentArticle = Pick<
  DeskArticle,
  'id' | 'slug' | 'version' | 'editionId' | 'draftEditionId' | 'liveEditionId' | 'publishedAt' | 'deletedAt'
> & { content: Pick<Content, 'title'> }

const shortLength = 8

/** Enough to tell editions apart by eye; null without one. */
export const shortHash = ({ hash }: Pick<EditionHead, 'hash'>): string | null => hash.slice(0, shortLength) || null

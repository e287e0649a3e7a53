import type { Announcement, ArticleType } from '../announcements/index.ts'
import type { ChangeKind } from './content.ts'
import { type DeskArticle, deskState } from './desk-article.ts'

export type Launched = {
  /** As it was before; null when it is new. */
  article: DeskArticle | null
  slug: string
  publishedAt: string
  /** How readers are told of the change; null when they are not. */
  told: ChangeKind | null
}

/** What others are told when an edition goes live, now or at its hour; one that readers have is never put off. */
export function launchAnnouncements({ article, slug, publishedAt, told }: Launched, now: string): Announcement[] {
  const isOpen = article !== null && deskState(article, now) === 'live'
  if (!isOpen) return [announcement('article.published', publishedAt > now ? publishedAt : now)]
  return [{ ...announcement(changeType(told), now), previousSlug: article.slug === slug ? null : article.slug }]
}

/** What readers never had is not gone for anybody. */
export function withdrawalAnnouncements(article: DeskArticle, now: string): Announcement[] {
  return ['live', 'expired'].includes(deskState(article, now)) ? [announcement('article.withdrawn', now)] : []
}

export function trashAnnouncements({ publishedAt, withdrawnAt }: DeskArticle, now: string): Announcement[] {
  const wasPublic = publishedAt !== null && publishedAt < (withdrawnAt ?? now)
  return wasPublic ? [announcement('article.deleted', now)] : []
}

function changeType(told: ChangeKind | null): ArticleType {
  if (told === null) return 'article.revised'
  return told === 'correction' ? 'article.corrected' : 'article.updated'
}

const announcement = (type: ArticleType, happensAt: string): Announcement => ({ type, happensAt, previousSlug: null })

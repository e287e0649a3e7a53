import type { Content } from './content.ts'

/** An article as staff see it: the newest edition, and where the article stands. */
export type DeskArticle = {
  id: number
  /** Counts every save; a form that was opened on an older one is not saved over a newer one. */
  version: number
  slug: string
  content: Content
  draftEditionId: number | null
  liveEditionId: number | null
  publishedAt: string | null
  withdrawnAt: string | null
  deletedAt: string | null
  createdBy: number | null
  changedAt: string
  changedByName: string
}

export const deskStates = ['draft', 'scheduled', 'live', 'withdrawn', 'trash'] as const
export type DeskState = (typeof deskStates)[number]

type Standing = Pick<DeskArticle, 'liveEditionId' | 'publishedAt' | 'withdrawnAt' | 'deletedAt'>

/** Computed whenever it is read, so no timer can leave an article in the wrong state. */
export function deskState(article: Standing, now: string): DeskState {
  if (article.deletedAt) return 'trash'
  if (article.withdrawnAt) return 'withdrawn'
  if (article.liveEditionId === null || article.publishedAt === null) return 'draft'
  return article.publishedAt > now ? 'scheduled' : 'live'
}

/** Readers still see the last published edition while the newer one is being written. */
export const hasUnpublishedChanges = (article: Pick<DeskArticle, 'liveEditionId' | 'draftEditionId'>): boolean =>
  article.liveEditionId !== null && article.draftEditionId !== null

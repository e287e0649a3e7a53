import type { Content } from './content.ts'
import { noChange } from './content.ts'
import { contentHash } from './content-hash.ts'

/** Where the newest, unpublished edition stands on its way to readers. */
export const stages = ['draft', 'returned', 'submitted', 'reviewed'] as const
export type Stage = (typeof stages)[number]

/** An article as staff see it: the newest edition, and where the article stands. */
export type DeskArticle = {
  id: number
  /** Counts every save; a form that was opened on an older one is not saved over a newer one. */
  version: number
  slug: string
  content: Content
  /** The newest: the draft, or what readers have. */
  editionId: number
  draftEditionId: number | null
  liveEditionId: number | null
  stage: Stage
  submitted: Signature | null
  reviewed: Signature | null
  publishedAt: string | null
  expiresAt: string | null
  withdrawnAt: string | null
  withdrawnReason: string
  deletedAt: string | null
  /** Since when readers have it although nobody passed it, and who published it so. */
  unreviewed: Signature | null
  createdBy: number | null
  changedAt: string
  changedByName: string
}

export type Signature = { staffId: number | null; at: string }

export const deskStates = [...stages, 'scheduled', 'live', 'expired', 'withdrawn', 'trash'] as const
export type DeskState = (typeof deskStates)[number]

/** The lists of the newsroom: one for each state, and one of what was published past the gates. */
export const deskTabs = [...deskStates, 'unreviewed'] as const
export type DeskTab = (typeof deskTabs)[number]

type Standing = Pick<DeskArticle, 'liveEditionId' | 'stage' | 'publishedAt' | 'expiresAt' | 'withdrawnAt' | 'deletedAt'>

/** Computed whenever it is read, so no timer can leave an article in the wrong state. */
export function deskState(article: Standing, now: string): DeskState {
  if (article.deletedAt) return 'trash'
  if (article.withdrawnAt) return 'withdrawn'
  if (article.liveEditionId === null || article.publishedAt === null) return article.stage
  if (article.publishedAt > now) return 'scheduled'
  return article.expiresAt && article.expiresAt <= now ? 'expired' : 'live'
}

/** Readers could have read it: what changes now may have to be told. */
export const hadReaders = (article: Standing, now: string): boolean =>
  ['live', 'expired', 'withdrawn'].includes(deskState(article, now))

/** Where the edition that is being written stands; null when readers have the newest. */
export const workStage = ({ draftEditionId, stage }: Pick<DeskArticle, 'draftEditionId' | 'stage'>): Stage | null =>
  draftEditionId === null ? null : stage

/** Readers still see the last published edition while the newer one is being written. */
export const hasUnpublishedChanges = (article: Pick<DeskArticle, 'liveEditionId' | 'draftEditionId'>): boolean =>
  article.liveEditionId !== null && article.draftEditionId !== null

/** What an edit begins with: the newest edition; what readers are told of a change is told once. */
export const contentToEdit = ({ content, draftEditionId }: Pick<DeskArticle, 'content' | 'draftEditionId'>): Content =>
  draftEditionId === null ? { ...content, change: noChange } : content

export const isSame = (article: Pick<DeskArticle, 'content'>, content: Content): boolean =>
  contentHash(article.content) === contentHash(content)

/** Whether somebody saved without having changed anything. */
export const isUnchanged = (article: DeskArticle, content: Content): boolean =>
  contentHash(contentToEdit(article)) === contentHash(content)

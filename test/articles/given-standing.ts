import { emptyContent } from '../../src/articles/content.ts'
import type { DeskArticle, Stage } from '../../src/articles/desk-article.ts'

/** The article of every situation there can be, as a value. */

export const now = '2017-02-17T03:00:00.000Z'
const before = '2017-02-16T03:00:00.000Z'
const after = '2017-02-18T03:00:00.000Z'

/** Where the newest text stands: `none` when readers have it already, `new` before the first save. */
export const works = ['new', 'none', 'draft', 'returned', 'submitted', 'reviewed'] as const
export type Work = (typeof works)[number]

/** What readers get. */
export const standings = [
  'unpublished',
  'scheduled',
  'live',
  'expired',
  'withdrawn',
  'trash',
  'trash, was live',
] as const
export type Standing = (typeof standings)[number]

/** What was never saved stands nowhere; where no newer text is, readers have or had the newest. */
export function isPossible(work: Work, standing: Standing): boolean {
  if (work === 'new') return standing === 'unpublished'
  return work !== 'none' || (standing !== 'unpublished' && standing !== 'trash')
}

type Wish = {
  work: Work
  standing: Standing
  submittedBy: number | null
  reviewedBy: number | null
  markedBy: number | null
}

export function articleWhere({ work, standing, submittedBy, reviewedBy, markedBy }: Wish): DeskArticle | null {
  if (work === 'new') return null
  const wasLive = standing !== 'unpublished' && standing !== 'trash'
  const signature = (staffId: number | null) => (staffId === null ? null : { staffId, at: before })
  return {
    id: 1,
    version: 7,
    slug: 'mot-bai',
    content: { ...emptyContent, title: 'Một bài' },
    editionId: 12,
    draftEditionId: work === 'none' ? null : 12,
    liveEditionId: wasLive ? (work === 'none' ? 12 : 11) : null,
    stage: work === 'none' ? 'draft' : (work as Stage),
    submitted: signature(submittedBy),
    reviewed: signature(reviewedBy),
    publishedAt: wasLive ? (standing === 'scheduled' ? after : before) : null,
    expiresAt: standing === 'expired' ? now : null,
    withdrawnAt: standing === 'withdrawn' || standing === 'trash, was live' ? before : null,
    withdrawnReason: '',
    deletedAt: standing === 'trash' || standing === 'trash, was live' ? before : null,
    unreviewed: signature(markedBy),
    createdBy: 1,
    changedAt: before,
    changedByName: 'Nguyễn Thị Hương',
  }
}

import type { Rules } from '../rules/index.ts'
import type { Permission } from '../site/permissions.ts'
import { type DeskArticle, type DeskState, deskState, type Stage, workStage } from './desk-article.ts'

/** What somebody may do to an article. */
export const deeds = [
  'save',
  'submit',
  'take-back',
  'review',
  'send-back',
  'publish',
  'publish-unreviewed',
  'countersign',
  'withdraw',
  'trash',
  'restore',
] as const
export type Deed = (typeof deeds)[number]

/** Where the newest edition stands: `none` when readers have it already, `new` before the first save. */
type Work = Stage | 'none' | 'new'
type Standing = Exclude<DeskState, Stage> | 'unpublished'

type Transition = {
  work: readonly Work[]
  standing: readonly Standing[]
  permission: Permission
  /** Everything that it asks for besides the permission. */
  demands: readonly Demand[]
}

/**
 * `ready`: no check blocks. `note`, `reason`: a sentence why. `hers`: she submitted it herself. `other-eyes`: with four eyes,
 * neither who submitted nor who reviewed it. `gates-passed`: with four eyes, every gate before this one.
 */
type Demand =
  | 'ready'
  | 'note'
  | 'reason'
  | 'hers'
  | 'other-eyes'
  | 'gates-passed'
  | 'two-gates'
  | 'four-eyes'
  | 'unreviewed'

const anyWork: readonly Work[] = ['new', 'none', 'draft', 'returned', 'submitted', 'reviewed']
const kept: readonly Standing[] = ['unpublished', 'scheduled', 'live', 'expired', 'withdrawn']

/** The one table of what leads from where to where. */
export const transitions: Readonly<Record<Deed, Transition>> = {
  save: { work: anyWork, standing: kept, permission: 'write-articles', demands: [] },
  submit: {
    work: ['new', 'none', 'draft', 'returned'],
    standing: kept,
    permission: 'write-articles',
    demands: ['ready'],
  },
  'take-back': { work: ['submitted', 'reviewed'], standing: kept, permission: 'write-articles', demands: ['hers'] },
  review: {
    work: ['submitted'],
    standing: kept,
    permission: 'review-articles',
    demands: ['ready', 'two-gates', 'other-eyes'],
  },
  'send-back': { work: ['submitted', 'reviewed'], standing: kept, permission: 'review-articles', demands: ['note'] },
  publish: {
    work: anyWork,
    standing: kept,
    permission: 'publish-articles',
    demands: ['ready', 'gates-passed', 'other-eyes'],
  },
  'publish-unreviewed': {
    work: anyWork,
    standing: kept,
    permission: 'publish-unreviewed',
    demands: ['ready', 'four-eyes', 'reason'],
  },
  countersign: {
    work: anyWork,
    standing: ['scheduled', 'live', 'expired', 'withdrawn'],
    permission: 'publish-articles',
    demands: ['unreviewed'],
  },
  withdraw: {
    work: anyWork,
    standing: ['scheduled', 'live', 'expired'],
    permission: 'publish-articles',
    demands: ['reason'],
  },
  trash: {
    work: ['draft', 'returned', 'none'],
    standing: ['unpublished', 'withdrawn'],
    permission: 'write-articles',
    demands: [],
  },
  restore: { work: anyWork, standing: ['trash'], permission: 'write-articles', demands: [] },
}

/** All that the table looks at. */
export type Passing = Pick<
  DeskArticle,
  | 'draftEditionId'
  | 'liveEditionId'
  | 'stage'
  | 'submitted'
  | 'reviewed'
  | 'unreviewed'
  | 'publishedAt'
  | 'expiresAt'
  | 'withdrawnAt'
  | 'deletedAt'
>

export type Situation = {
  /** Null while it is not there yet. */
  article: Passing | null
  staff: { id: number; may(permission: Permission): boolean }
  rules: Rules
  now: string
}

/** `state`: not from here, or no longer. `permission`: not she. `own-gate`: nobody passes her own gate. */
export type Refusal = 'state' | 'permission' | 'own-gate'

/** Why she cannot do it now; null when she can, as far as no sentence and no check is asked for. */
export function refusalOf(deed: Deed, situation: Situation): Refusal | null {
  const { work, standing, permission, demands } = transitions[deed]
  const { article, staff, now } = situation
  if (!staff.may(permission)) return 'permission'
  if (!work.includes(workOf(article)) || !standing.includes(standingOf(article, now))) return 'state'
  if (isBeyondWriters(deed, article) && !staff.may('publish-articles')) return 'permission'
  return demands.map((demand) => unmet(demand, situation)).find((refusal) => refusal !== null) ?? null
}

export const mayDo = (deed: Deed, situation: Situation): boolean => refusalOf(deed, situation) === null

function unmet(demand: Demand, { article, staff, rules }: Situation): Refusal | null {
  switch (demand) {
    case 'ready':
    case 'note':
    case 'reason':
      return null
    case 'hers':
      return article?.submitted?.staffId === staff.id ? null : 'permission'
    case 'two-gates':
      return rules.gates === 2 ? null : 'state'
    case 'four-eyes':
      return rules.fourEyes ? null : 'state'
    case 'unreviewed':
      if (!article?.unreviewed) return 'state'
      return article.unreviewed.staffId === staff.id ? 'own-gate' : null
    case 'gates-passed':
      return !rules.fourEyes || hasPassedGates(article, rules) ? null : 'state'
    case 'other-eyes':
      return rules.fourEyes && hasSigned(article, staff.id) ? 'own-gate' : null
  }
}

const hasSigned = (article: Passing | null, staffId: number) =>
  article?.submitted?.staffId === staffId || article?.reviewed?.staffId === staffId

/** Whether only the last gate is left; what passed two is not stopped when the office now asks for one. */
const hasPassedGates = (article: Passing | null, { gates }: Rules): boolean =>
  workOf(article) === 'reviewed' || (gates === 1 && workOf(article) === 'submitted')

/** What readers had is not a writer's to throw away. */
const isBeyondWriters = (deed: Deed, article: Passing | null) =>
  (deed === 'trash' || deed === 'restore') && article !== null && article.liveEditionId !== null

const workOf = (article: Passing | null): Work => (article === null ? 'new' : (workStage(article) ?? 'none'))

function standingOf(article: Passing | null, now: string): Standing {
  const state = article === null ? 'draft' : deskState(article, now)
  return state === 'draft' || state === 'returned' || state === 'submitted' || state === 'reviewed'
    ? 'unpublished'
    : state
}

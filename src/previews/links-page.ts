import { deskArticlePath } from '../newsdesk/index.ts'
import { type Field, field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { dateWithTime } from '../text/dates.ts'
import type { Answer } from './answer.ts'
import { type LinkState, lifetimes, type PreviewLink } from './link.ts'
import type { TypedLink } from './link-form.ts'
import * as paths from './paths.ts'
import type { PreviewWords } from './words.ts'

export type LinksPage = {
  title: string
  words: PreviewWords
  article: { title: string; path: string }
  notice: Notice
  summary: IssueSummary
  /** A link just made, whose address is shown this once. */
  made: { address: string; help: string } | null
  /** Null when none can be made, for the reason in `refusal`. */
  form: { action: string; approver: Field; days: Field } | null
  refusal: string | null
  links: ShownLink[]
}

export type ShownLink = {
  anchor: string
  forWhom: string
  number: string
  state: { text: string; mark: 'live' | 'withdrawn' | 'draft' }
  made: string
  /** Null where nobody is asked. */
  answers: ShownAnswer[] | null
  /** Null for one that is over for good. */
  revokePath: string | null
}

export type ShownAnswer = { text: string; about: string; note: string[] }

/** Why no link can be made now; null when one can. */
export type SharingRefusal = keyof PreviewWords['refusals'] | null

export type LinksParts = {
  article: { id: number; title: string; editionId: number }
  links: { link: PreviewLink; state: LinkState; answers: Answer[] }[]
  refusal: SharingRefusal
  made: { address: string; expiresAt: string } | null
  typed: TypedLink
  issues: readonly Issue[]
  isRevoked: boolean
  timeZone: string
  words: PreviewWords
  toFix: (count: number) => string
}

export function linksPage(parts: LinksParts): LinksPage {
  const { article, links, refusal, made, issues, isRevoked, timeZone, words, toFix } = parts
  return {
    title: words.title,
    words,
    article: { title: article.title || words.untitled, path: deskArticlePath(article.id) },
    notice: isRevoked ? { kind: 'ok', text: words.revoked } : null,
    summary: issueSummary(issues, toFix),
    made: made && { address: made.address, help: words.madeHelp(dateWithTime(made.expiresAt, timeZone)) },
    form: refusal === null ? linkForm(parts) : null,
    refusal: refusal && words.refusals[refusal],
    links: links.map((each) => shownLink(each, parts)),
  }
}

function linkForm({ article, typed, issues, words }: LinksParts): LinksPage['form'] {
  const choices = lifetimes.map((days) => ({ value: String(days), name: words.days(days) }))
  return {
    action: paths.previewLinksPath(article.id),
    approver: field(
      { name: 'approver', label: words.approver, value: typed.approver, help: words.approverHelp },
      issues,
    ),
    days: field(
      { name: 'days', label: words.lifetime, value: String(typed.days ?? ''), control: 'select', choices },
      issues,
    ),
  }
}

const marks = { valid: 'live', revoked: 'withdrawn', expired: 'draft', published: 'draft', deleted: 'draft' } as const

/** One that ends with the trash may come back with the article. */
const canBeOpenedAgain = (state: LinkState) => state === 'valid' || state === 'deleted'

function shownLink({ link, state, answers }: LinksParts['links'][number], parts: LinksParts): ShownLink {
  const { article, timeZone, words } = parts
  const when = (instant: string) => dateWithTime(instant, timeZone)
  return {
    anchor: `lien-ket-${link.id}`,
    forWhom: link.approver === null ? words.forAnybody : words.forApprover(link.approver),
    number: words.number(link.id),
    state: { text: words.states[state], mark: marks[state] },
    made: words.madeBy(link.createdBy, when(link.createdAt), when(link.expiresAt)),
    answers: link.approver === null ? null : answers.map((answer) => shownAnswer(answer, parts)),
    revokePath: canBeOpenedAgain(state) ? paths.revokeLinkPath(article.id, link.id) : null,
  }
}

const shownAnswer = (answer: Answer, { article, timeZone, words }: LinksParts): ShownAnswer => ({
  text: words.answered(words.verdicts[answer.verdict], dateWithTime(answer.at, timeZone)),
  about: answer.editionId === article.editionId ? words.aboutNewest : words.aboutEarlier,
  note: answer.note.split('\n').filter((line) => line !== ''),
})

import { dateWithTime, zonedIso } from '../text/dates.ts'
import { formatNumber } from '../text/numbers.ts'
import { resendPath } from './paths.ts'
import type { ReceiverKind } from './receiver.ts'
import type { SentRow } from './sent-store.ts'
import { failures } from './verdict.ts'
import type { AnnouncementWords } from './words.ts'

export type SentLine = {
  type: string
  /** The article, for those that still have a text. */
  article: { title: string; path: string | null } | null
  receiver: string
  state: { name: 'live' | 'review' | 'returned' | 'scheduled' | 'withdrawn'; text: string; notes: string[] }
  at: { text: string; machine: string }
  resend: { path: string; about: string } | null
}

type Around = {
  receiver: { name: string; kind: ReceiverKind }
  now: string
  timeZone: string
  articleDeskPath: (id: number) => string
  words: AnnouncementWords
}

type State = keyof AnnouncementWords['states']

const looks = {
  delivered: 'live',
  outdated: 'withdrawn',
  'given-up': 'returned',
  planned: 'scheduled',
  waiting: 'review',
  retrying: 'review',
} as const

export function sentLine(row: SentRow, around: Around): SentLine {
  const { receiver, timeZone, articleDeskPath, words, now } = around
  const state = stateOf(row, now)
  const { id, articleId, title, happenedAt } = row
  const type = words.types[row.type]
  const shownTitle = articleId === null ? null : (title ?? words.articleNumber(String(articleId)))
  return {
    type,
    article: shownTitle === null ? null : { title: shownTitle, path: title ? articleDeskPath(articleId ?? 0) : null },
    receiver: receiver.name,
    state: { name: looks[state], text: words.states[state], notes: notesOf(row, state, around) },
    at: { text: dateWithTime(happenedAt, timeZone), machine: zonedIso(happenedAt, timeZone) },
    resend: ['delivered', 'given-up', 'retrying'].includes(state)
      ? { path: resendPath(id), about: words.ofAnnouncement(type, shownTitle ?? receiver.name) }
      : null,
  }
}

function stateOf({ outcome, tries, happenedAt }: SentRow, now: string): State {
  if (outcome !== null) return outcome
  if (happenedAt > now) return 'planned'
  return tries === 0 ? 'waiting' : 'retrying'
}

function notesOf(row: SentRow, state: State, { receiver, timeZone, words }: Around): string[] {
  const { tries, result, nextTryAt } = row
  if (state === 'outdated') return [words.outdatedHelp]
  if (state !== 'given-up' && state !== 'retrying') return []
  return [
    ...(result === '' ? [] : [reasonOf(result, receiver.kind, words)]),
    ...(tries === 0 ? [] : [words.tries(formatNumber(tries))]),
    ...(nextTryAt ? [words.nextTry(dateWithTime(nextTryAt, timeZone))] : []),
  ]
}

function reasonOf(result: string, kind: ReceiverKind, words: AnnouncementWords): string {
  const failure = failures.find((known) => known === result)
  if (failure) return words.failures[failure]
  if (kind === 'indexnow' && result === '403') return words.keyRefused
  if (kind === 'indexnow' && result === '422') return words.addressesRefused
  return result.startsWith('3') ? words.redirected(result) : words.answered(result)
}

import type { Notice } from '../site/forms.ts'
import { dateWithTime } from '../text/dates.ts'
import { formatNumber } from '../text/numbers.ts'
import { afterParameter, receiversPath, resumeReceiverPath, testReceiverPath, troubleParameter } from './paths.ts'
import type { ReceiverState } from './receiver-store.ts'
import { type SentLine, sentLine } from './sent-part.ts'
import type { SentFilter, SentRow } from './sent-store.ts'
import type { AnnouncementWords } from './words.ts'

export type ReceiversPage = {
  title: string
  words: AnnouncementWords
  notice: Notice
  /** How to turn it on; null when it is on. */
  off: { text: string; examples: { name: string; text: string }[] } | null
  receivers: ReceiverLine[]
  tabs: { name: string; path: string; isHere: boolean }[]
  rows: SentLine[]
  nothing: { title: string; help: string } | null
  first: string | null
  older: string | null
}

type ReceiverLine = {
  name: string
  kind: string
  state: { name: 'live' | 'review' | 'returned' | 'withdrawn'; text: string }
  notes: string[]
  deed: { path: string; name: string; about: string }
}

type ReceiversParts = {
  receivers: readonly ReceiverState[]
  isStaging: boolean
  filter: SentFilter
  /** One more than a page holds, where there is one. */
  rows: readonly SentRow[]
  perPage: number
  isFirst: boolean
  notice: Notice
  now: string
  timeZone: string
  articleDeskPath: (id: number) => string
  words: AnnouncementWords
}

export function receiversPage(parts: ReceiversParts): ReceiversPage {
  const { receivers, filter, rows, perPage, isFirst, isStaging, words, articleDeskPath } = parts
  const names = namesOf(receivers, words)
  const kinds = new Map(receivers.map(({ id, kind }) => [id, kind]))
  const shown = rows.slice(0, perPage)
  const last = rows.length > perPage ? shown.at(-1) : undefined
  return {
    title: words.title,
    words,
    notice: parts.notice,
    off: receivers.length > 0 ? null : offOf(isStaging, words),
    receivers: receivers.map((receiver) => receiverLine(receiver, names.get(receiver.id) ?? '', parts)),
    tabs: [
      { name: words.allTab, path: listAddress('all', null), isHere: filter === 'all' },
      { name: words.troubleTab, path: listAddress('trouble', null), isHere: filter === 'trouble' },
    ],
    rows: shown.map((row) => {
      const receiver = { name: names.get(row.receiverId) ?? '', kind: kinds.get(row.receiverId) ?? 'webhook' }
      return sentLine(row, { receiver, now: parts.now, timeZone: parts.timeZone, articleDeskPath, words })
    }),
    nothing: shown.length > 0 ? null : nothingOf(filter, words),
    first: isFirst ? null : listAddress(filter, null),
    older: last ? listAddress(filter, last.id) : null,
  }
}

/** Two addresses may lie on one host, and of neither more may be shown. */
function namesOf(receivers: readonly ReceiverState[], words: AnnouncementWords): Map<number, string> {
  return new Map(
    receivers.map(({ id, host }) => {
      const alike = receivers.filter((other) => other.host === host)
      const number = alike.findIndex((other) => other.id === id) + 1
      return [id, alike.length === 1 ? host : words.numbered(host, number)]
    }),
  )
}

function offOf(isStaging: boolean, words: AnnouncementWords): NonNullable<ReceiversPage['off']> {
  if (isStaging) return { text: words.staging, examples: [] }
  return {
    text: words.off,
    examples: [
      { name: words.exampleWebhook, text: `WEBHOOKS=${words.exampleAddress}\nWEBHOOK_SECRET=whsec_…` },
      { name: words.exampleSecret, text: 'echo whsec_$(openssl rand -base64 32)' },
      { name: words.exampleIndexNow, text: 'INDEXNOW_KEY=…' },
      { name: words.exampleKey, text: 'openssl rand -hex 16' },
    ],
  }
}

function receiverLine(receiver: ReceiverState, name: string, { timeZone, now, words }: ReceiversParts): ReceiverLine {
  const { id, kind, succeededAt, failingSince, pausedUntil, stoppedAt, waiting } = receiver
  const time = (instant: string) => dateWithTime(instant, timeZone)
  const about = words.ofReceiver(name)
  const notes = [
    ...(stoppedAt ? [words.stoppedHelp] : []),
    ...(succeededAt ? [words.lastSuccess(time(succeededAt))] : []),
    ...(failingSince && pausedUntil && pausedUntil > now ? [words.paused(time(pausedUntil))] : []),
    ...(waiting > 0 ? [words.waiting(formatNumber(waiting))] : []),
  ]
  return {
    name,
    kind: words.kinds[kind],
    state: stateOf(receiver, time, words),
    notes,
    deed: stoppedAt
      ? { path: resumeReceiverPath(id), name: words.resume, about }
      : { path: testReceiverPath(id), name: words.test, about },
  }
}

function stateOf(
  { stoppedAt, failingSince, succeededAt }: ReceiverState,
  time: (instant: string) => string,
  words: AnnouncementWords,
): ReceiverLine['state'] {
  if (stoppedAt) return { name: 'withdrawn', text: words.stopped(time(stoppedAt)) }
  if (failingSince) return { name: 'returned', text: words.failing(time(failingSince)) }
  return succeededAt ? { name: 'live', text: words.working } : { name: 'review', text: words.untried }
}

const nothingOf = (filter: SentFilter, words: AnnouncementWords) =>
  filter === 'all'
    ? { title: words.nothing, help: words.nothingHelp }
    : { title: words.nothingWrong, help: words.nothingWrongHelp }

function listAddress(filter: SentFilter, after: number | null): string {
  const wanted = [...(filter === 'trouble' ? [troubleParameter] : []), ...(after ? [`${afterParameter}=${after}`] : [])]
  return wanted.length === 0 ? receiversPath : `${receiversPath}?${wanted.join('&')}`
}

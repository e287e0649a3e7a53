import type { Notice } from '../site/forms.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { shortenAtWord } from '../text/display.ts'
import { type Clock, clockOf } from './clock-part.ts'
import { answeredReportsPath, reportPath, reportsPath } from './paths.ts'
import type { ReportRow } from './report.ts'
import type { ReportWords } from './words.ts'

export type QueuePage = {
  title: string
  words: ReportWords
  notice: Notice
  tabs: { name: string; path: string; count: string | null; isHere: boolean }[]
  rows: QueueRow[]
  nothing: { title: string; help: string }
  /** What the last column tells. */
  last: string
  first: string | null
  next: string | null
}

type Moment = { text: string; machine: string }
type QueueRow = {
  path: string
  excerpt: string
  article: string
  received: Moment
  clock: Clock | null
  answer: { name: string; by: string; time: Moment } | null
}

export type QueueParts = {
  /** Which list this is. */
  list: 'open' | 'answered'
  /** One more than a page holds, when there is more. */
  rows: ReportRow[]
  perPage: number
  /** The report after which this page begins; null on the first. */
  after: number | null
  openCount: number
  isAsked: boolean
  now: string
  timeZone: string
  words: ReportWords
}

const longestExcerpt = 140
export const afterParameter = 'sau'

export function queuePage(parts: QueueParts): QueuePage {
  const { list, rows, perPage, after, openCount, isAsked, words } = parts
  const path = list === 'open' ? reportsPath : answeredReportsPath
  const last = rows.length > perPage ? rows[perPage - 1] : undefined
  return {
    title: words.queueTitle,
    words,
    notice: isAsked ? null : { kind: 'warn', text: words.isOff },
    tabs: [
      { name: words.open, path: reportsPath, count: words.count(openCount), isHere: list === 'open' },
      { name: words.answered, path: answeredReportsPath, count: null, isHere: list === 'answered' },
    ],
    rows: rows.slice(0, perPage).map((row) => queueRow(row, parts)),
    nothing:
      list === 'open'
        ? { title: words.nothingOpen, help: words.nothingOpenHelp }
        : { title: words.nothingAnswered, help: words.nothingAnsweredHelp },
    last: list === 'open' ? words.deadline : words.answer,
    first: after === null ? null : path,
    next: last ? `${path}?${afterParameter}=${last.id}` : null,
  }
}

function queueRow(row: ReportRow, { now, timeZone, words }: QueueParts): QueueRow {
  const { answer } = row
  const moment = (at: string): Moment => ({ text: dateWithTime(at, timeZone), machine: zonedIso(at, timeZone) })
  return {
    path: reportPath(row.id),
    excerpt: shortenAtWord(row.body.replace(/\s+/g, ' '), longestExcerpt),
    article: row.articleTitle || words.untitled,
    received: moment(row.at),
    clock: answer === null ? clockOf(row.dueAt, now, timeZone, words) : null,
    answer: answer && { name: words.answers[answer.kind], by: answer.by, time: moment(answer.at) },
  }
}

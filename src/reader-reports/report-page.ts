import { type Field, field, type Issue, type IssueSummary, issueFor, issueSummary, type Notice } from '../site/forms.ts'
import { dateWithTime, shortDate, zonedIso } from '../text/dates.ts'
import type { TypedAnswer } from './answer-form.ts'
import { type Clock, clockOf } from './clock-part.ts'
import * as paths from './paths.ts'
import type { QuoteStanding } from './quote.ts'
import type { Report } from './report.ts'
import type { ReportWords } from './words.ts'

/** One report, for those who answer it. */
export type ReportPage = {
  title: string
  words: ReportWords
  queuePath: string
  notice: Notice
  summary: IssueSummary
  clock: Clock | null
  article: { title: string; editorPath: string; publicAddress: string | null }
  received: { text: string; machine: string }
  /** Its lines, empty ones left out: plain text, whatever it looks like. */
  lines: string[]
  quote: { text: string; standing: string } | null
  contact: { name: string; way: string } | null
  /** Why there is no contact. */
  noContact: string
  ways: Ways | null
  answer: { name: string; told: string; label: string; text: string } | null
}

type Ways = {
  correction: { action: string; wrong: string | null }
  /** Null while readers cannot see the article. */
  explanation: { action: string; field: Field } | null
  dismissal: { action: string; field: Field }
}

export type ReportParts = {
  report: Report
  article: { editorPath: string; publicAddress: string | null }
  standing: QuoteStanding
  typed: TypedAnswer
  issues: readonly Issue[]
  isDone: boolean
  now: string
  timeZone: string
  words: ReportWords
  toFix: (count: number) => string
}

export function reportPage(parts: ReportParts): ReportPage {
  const { report, article, standing, issues, isDone, now, timeZone, words, toFix } = parts
  return {
    title: words.reportTitle(report.id),
    words,
    queuePath: report.answer ? paths.answeredReportsPath : paths.reportsPath,
    notice: isDone ? { kind: 'ok', text: words.done } : null,
    summary: issueSummary(issues, toFix),
    clock: report.answer ? null : clockOf(report.dueAt, now, timeZone, words),
    article: { title: report.articleTitle || words.untitled, ...article },
    received: { text: dateWithTime(report.at, timeZone), machine: zonedIso(report.at, timeZone) },
    lines: report.body.split('\n').filter((line) => line.trim() !== ''),
    quote: report.quote === '' ? null : { text: report.quote, standing: words.standings[standing] },
    contact: report.name || report.contact ? { name: report.name, way: report.contact } : null,
    noContact: report.forgottenAt ? words.forgotten(shortDate(report.forgottenAt, timeZone)) : words.noContact,
    ways: report.answer ? null : waysOf(parts),
    answer: answerOf(parts),
  }
}

function waysOf({ report, article, typed, issues, words }: ReportParts): Ways {
  const note = { name: 'note', label: words.internalNote, value: typed.note, help: words.internalNoteHelp } as const
  const explanation = { name: 'explanation', label: words.explanation, value: typed.explanation } as const
  const area = { control: 'textarea', rows: 3 } as const
  return {
    correction: { action: paths.correctionPath(report.id), wrong: issueFor(issues, 'correction') },
    explanation:
      article.publicAddress === null
        ? null
        : { action: paths.explanationPath(report.id), field: field({ ...explanation, ...area }, issues) },
    dismissal: { action: paths.dismissalPath(report.id), field: field({ ...note, ...area }, issues) },
  }
}

function answerOf({ report, timeZone, words }: ReportParts): ReportPage['answer'] {
  const { answer, correction, note } = report
  if (answer === null) return null
  const { wrong = '', right = '' } = correction ?? {}
  const corrected = correction?.note || (wrong && right ? words.swapped(wrong, right) : '')
  return {
    name: words.answers[answer.kind],
    told: words.answeredBy(answer.by, dateWithTime(answer.at, timeZone)),
    label: words.answerTexts[answer.kind],
    text: answer.kind === 'corrected' ? corrected : note,
  }
}

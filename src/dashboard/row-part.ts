import type { CategoryTree } from '../categories/index.ts'
import { discussionPath, type UnseenMention } from '../discussion/index.ts'
import { type DeskWords, deskArticlePath, restoreAutosavePath, shapeOf } from '../newsdesk/index.ts'
import { clockOf, type ReportRow, type ReportWords, reportPath } from '../reader-reports/index.ts'
import { clockTime, dateWithTime, isSameDay, zonedIso } from '../text/dates.ts'
import { shortenAtWord } from '../text/display.ts'
import { type BoardArticle, type ComingArticle, gateFor, type Reviewer, type UnsavedArticle } from './board.ts'
import type { DashboardWords } from './words.ts'

export type SectionRow = {
  title: string
  path: string
  when: { text: string; moment: string } | null
  /** A shape of `public/styles/newsroom.css` and its word. */
  state: { shape: string; name: string } | null
  text: string
  /** For how long it has waited. */
  waits: { text: string; isLate: boolean } | null
  /** The verb of the button beside it; null where there is nothing but to open it. */
  button: string | null
}

/** What every row is told with. */
export type RowTools = {
  reviewer: Reviewer
  /** What waits since then or longer is late. */
  lateSince: string
  tree: CategoryTree
  timeZone: string
  words: DashboardWords
  deskWords: DeskWords
  reportWords: ReportWords
}

const longestNote = 160

export function unreviewedRow(article: BoardArticle, { words, deskWords }: RowTools): SectionRow {
  return articleRow(article, words, {
    state: { shape: 'returned', name: deskWords.tabs.unreviewed },
    text: words.waiting.unreviewed(article.told.by, oneLine(article.told.note)),
    button: words.waiting.countersign,
  })
}

export function returnedRow(article: BoardArticle, { words, deskWords }: RowTools): SectionRow {
  return articleRow(article, words, {
    state: stateOf(article, deskWords),
    text: words.waiting.returned(article.told.by, oneLine(article.told.note)),
  })
}

export function mentionRow({ articleId, articleTitle, by, text }: UnseenMention, { words }: RowTools): SectionRow {
  return plainRow({
    title: articleTitle || words.untitled,
    path: discussionPath(articleId),
    text: words.waiting.mentioned(by, text),
  })
}

export function passingRow(article: BoardArticle, tools: RowTools): SectionRow {
  const { reviewer, words, deskWords, lateSince } = tools
  const { stage, submitted, reviewed, changedAt } = article
  const since = (stage === 'reviewed' ? reviewed?.at : submitted?.at) ?? changedAt
  return articleRow(article, words, {
    state: stateOf(article, deskWords),
    text: whoAndWhere(article, tools).join(', '),
    waits: { text: waitsSince(since, tools), isLate: submitted !== null && submitted.at <= lateSince },
    button: gateFor(article, reviewer) ? words.waiting.review : null,
  })
}

export function lateRow(article: BoardArticle, tools: RowTools): SectionRow {
  const { words, deskWords } = tools
  return articleRow(article, words, {
    state: stateOf(article, deskWords),
    text: words.late.submitted(article.told.by),
    waits: { text: waitsSince(article.submitted?.at ?? article.changedAt, tools), isLate: true },
  })
}

export function overdueRow(report: ReportRow, { reviewer, timeZone, words, reportWords }: RowTools): SectionRow {
  return plainRow({
    title: report.articleTitle || words.untitled,
    path: reportPath(report.id),
    state: { shape: 'returned', name: clockOf(report.dueAt, reviewer.now, timeZone, reportWords).text },
    text: words.late.report(oneLine(report.body)),
  })
}

export function draftRow(article: BoardArticle, tools: RowTools): SectionRow {
  const { tree, words } = tools
  const { isLive, changed } = words.mine
  const where = categoryOf(article, tree, words)
  const when = changed(timeOf(article.changedAt, tools).text)
  return articleRow(article, words, {
    text: [where, ...(article.liveEditionId === null ? [] : [isLive]), when].join(', '),
  })
}

export function unsavedRow({ formKey, title, savedAt }: UnsavedArticle, tools: RowTools): SectionRow {
  const { words } = tools
  return plainRow({
    title: title || words.untitled,
    path: restoreAutosavePath(null, formKey),
    state: { shape: 'draft', name: words.mine.unsaved },
    text: words.mine.kept(timeOf(savedAt, tools).text),
  })
}

export function comingRow(article: ComingArticle, tools: RowTools): SectionRow {
  const { scheduled, ending } = tools.words.coming
  return articleRow(article, tools.words, {
    when: timeOf(article.at, tools),
    state:
      article.kind === 'scheduled' ? { shape: 'scheduled', name: scheduled } : { shape: 'withdrawn', name: ending },
    text: whoAndWhere(article, tools).join(', '),
  })
}

export function publishedRow(article: BoardArticle, tools: RowTools): SectionRow {
  const { by } = article.told
  return articleRow(article, tools.words, {
    when: timeOf(article.publishedAt ?? article.changedAt, tools),
    text: [...whoAndWhere(article, tools), ...(by ? [tools.words.published.by(by)] : [])].join(', '),
  })
}

const articleRow = (article: BoardArticle, words: DashboardWords, row: Partial<SectionRow>) =>
  plainRow({ title: article.title || words.untitled, path: deskArticlePath(article.id), ...row })

const plainRow = (row: Pick<SectionRow, 'title' | 'path'> & Partial<SectionRow>): SectionRow => ({
  when: null,
  state: null,
  text: '',
  waits: null,
  button: null,
  ...row,
})

const stateOf = ({ stage }: BoardArticle, { tabs }: DeskWords) => ({ shape: shapeOf(stage), name: tabs[stage] })

const whoAndWhere = (article: BoardArticle, { tree, words }: RowTools): string[] => [
  article.author || article.writtenBy || words.nobody,
  categoryOf(article, tree, words),
]

const categoryOf = ({ categoryId }: BoardArticle, tree: CategoryTree, words: DashboardWords) =>
  tree.find(categoryId)?.name ?? words.noCategory

const oneLine = (text: string) => shortenAtWord(text.replace(/\s+/g, ' '), longestNote)

const timeOf = (at: string, { reviewer, timeZone, words }: RowTools) => ({
  text: isSameDay(at, reviewer.now, timeZone) ? words.todayAt(clockTime(at, timeZone)) : dateWithTime(at, timeZone),
  moment: zonedIso(at, timeZone),
})

/** `chờ 52 phút`, `chờ 3 giờ`, `chờ 2 ngày`: what a person would say. */
function waitsSince(at: string, { reviewer, words }: RowTools): string {
  const minutes = Math.max(1, Math.floor((Date.parse(reviewer.now) - Date.parse(at)) / 60_000))
  const hours = Math.floor(minutes / 60)
  const { waitsMinutes, waitsHours, waitsDays } = words
  if (minutes < 60) return waitsMinutes(minutes)
  return hours < 24 ? waitsHours(hours) : waitsDays(Math.floor(hours / 24))
}

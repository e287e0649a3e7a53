import type { DeskTab } from '../articles/index.ts'
import type { UnseenMention } from '../discussion/index.ts'
import { articlesPath, newArticlePath } from '../newsdesk/index.ts'
import { type ReportRow, reportsPath } from '../reader-reports/index.ts'
import {
  type BoardArticle,
  type ComingArticle,
  fairShare,
  mostRows,
  type UnsavedArticle,
  type WaitingArticle,
  type WaitingKind,
} from './board.ts'
import type { MonthName } from './month.ts'
import { type MonthPart, monthPart } from './month-part.ts'
import type { PublishedCount } from './report.ts'
import * as row from './row-part.ts'
import { type Section, section } from './section-part.ts'
import type { DashboardWords } from './words.ts'

export type BoardPage = {
  title: string
  words: DashboardWords
  newPath: string
  /** What asks for her comes first; the second column stands beside it where there is room. */
  columns: Section[][]
  month: MonthPart
}

export type BoardParts = row.RowTools & {
  waiting: WaitingArticle[]
  mentions: UnseenMention[]
  late: BoardArticle[]
  overdue: ReportRow[]
  drafts: BoardArticle[]
  unsaved: UnsavedArticle[]
  coming: ComingArticle[]
  published: BoardArticle[]
  month: MonthName
  counts: PublishedCount[]
}

export function boardPage(parts: BoardParts): BoardPage {
  const { words, reviewer } = parts
  return {
    title: words.title,
    words,
    newPath: newArticlePath,
    columns: [
      [waitingSection(parts), lateSection(parts), mineSection(parts), comingSection(parts)],
      [publishedSection(parts)],
    ],
    month: monthPart({ ...parts, mayReport: reviewer.staff.may('review-articles') }),
  }
}

function waitingSection(parts: BoardParts): Section {
  const { waiting, mentions, reviewer, words } = parts
  const { title, nothing, nothingHelp, nothingToWrite, all } = words.waiting
  const ofKind = (kind: WaitingKind) => waiting.filter((article) => article.kind === kind)
  const rows = fairShare(
    [
      ofKind('unreviewed').map((article) => row.unreviewedRow(article, parts)),
      ofKind('returned').map((article) => row.returnedRow(article, parts)),
      mentions.map((mention) => row.mentionRow(mention, parts)),
      ofKind('passing').map((article) => row.passingRow(article, parts)),
    ],
    mostRows,
  )
  const listed = waiting.map(({ kind, stage }) => (kind === 'unreviewed' ? kind : stage))
  const tabs = (['unreviewed', 'returned', 'submitted', 'reviewed'] as const).filter((tab) => listed.includes(tab))
  return section(
    { id: 'waiting', title, all: tabs.map((tab) => listOf(tab, all[tab])), seeAll: words.seeAll, rows },
    {
      text: nothing,
      help: reviewer.staff.may('review-articles') ? nothingHelp : nothingToWrite,
      link: { name: words.write, path: newArticlePath },
    },
  )
}

function lateSection(parts: BoardParts): Section {
  const { late, overdue, words } = parts
  const { title, all, nothing, nothingHelp } = words.late
  const links = [
    ...(overdue.length > 0 ? [{ path: reportsPath, of: all.reports }] : []),
    ...(late.length > 0 ? [listOf('submitted', all.submitted)] : []),
  ]
  const rows = fairShare(
    [overdue.map((report) => row.overdueRow(report, parts)), late.map((article) => row.lateRow(article, parts))],
    mostRows,
  )
  return section(
    { id: 'late', title, all: links, seeAll: words.seeAll, rows },
    { text: nothing, help: nothingHelp, link: null },
  )
}

function mineSection(parts: BoardParts): Section {
  const { drafts, unsaved, words } = parts
  const { title, all, nothing } = words.mine
  const rows = [
    ...drafts.map((article) => ({ at: article.changedAt, row: row.draftRow(article, parts) })),
    ...unsaved.map((article) => ({ at: article.savedAt, row: row.unsavedRow(article, parts) })),
  ].sort((a, b) => Number(a.at < b.at) - Number(a.at > b.at))
  return section(
    {
      id: 'mine',
      title,
      all: [listOf('draft', all)],
      seeAll: words.seeAll,
      rows: rows.slice(0, mostRows).map((one) => one.row),
    },
    { text: nothing, help: '', link: { name: words.write, path: newArticlePath } },
  )
}

function comingSection(parts: BoardParts): Section {
  const { coming, words } = parts
  const { title, all, nothing, nothingHelp } = words.coming
  const rows = coming.map((article) => row.comingRow(article, parts))
  return section(
    { id: 'coming', title, all: [listOf('scheduled', all)], seeAll: words.seeAll, rows },
    { text: nothing, help: nothingHelp, link: null },
  )
}

function publishedSection(parts: BoardParts): Section {
  const { published, words } = parts
  const { title, all, nothing, nothingHelp } = words.published
  const rows = published.map((article) => row.publishedRow(article, parts))
  return section(
    { id: 'published', title, all: [listOf('live', all)], seeAll: words.seeAll, rows },
    { text: nothing, help: nothingHelp, link: null },
  )
}

const listOf = (tab: DeskTab, of: string) => ({ path: `${articlesPath}?trang-thai=${tab}`, of })

import { genres } from '../articles/index.ts'
import type { CategoryTree } from '../categories/index.ts'
import { articlePath } from '../news/index.ts'
import type { DeskWords } from '../newsdesk/index.ts'
import { type Field, field, type IssueSummary, issueSummary } from '../site/forms.ts'
import { shortDate, zonedIso } from '../text/dates.ts'
import { formatNumber } from '../text/numbers.ts'
import { type MonthName, monthsAfter, shownMonth } from './month.ts'
import { monthParameter, reportFileOf, reportOf, reportPath } from './paths.ts'
import { personTallies, type ReportedArticle, type Tally, tallyOf } from './report.ts'
import type { DashboardWords } from './words.ts'

export type ReportPage = {
  title: string
  words: DashboardWords
  summary: IssueSummary
  action: string
  monthField: Field
  previous: { name: string; path: string }
  next: { name: string; path: string } | null
  /** Null when no month was asked for that there can be. */
  month: MonthReport | null
}

export type MonthReport = {
  /** Whose articles it leaves out. */
  note: string | null
  exportPath: string
  people: PeopleTable
  withdrawn: string | null
  rows: ReportRow[]
  /** Said when there are no rows. */
  nothing: string
}

/** Only genres that the month has are columns. */
export type PeopleTable = { columns: { name: string; isNumber: boolean }[]; rows: TallyRow[]; total: TallyRow }

/** One person's line or the sum of all, as `part('dashboard/tally', row)` shows it; where lines are folded, cells tell their label. */
export type TallyRow = { name: string; cells: { label: string; value: string; isNumber: boolean }[] }

export type ReportRow = {
  date: string
  moment: string
  title: string
  path: string
  isWithdrawn: boolean
  author: string
  account: string
  unit: string
  genre: string
  category: string
  pictures: string
  words: string
}

export type ReportParts = {
  /** What was typed, and the month that it is; null for none. */
  typed: string
  month: MonthName | null
  thisMonth: MonthName
  articles: ReportedArticle[]
  isScoped: boolean
  tree: CategoryTree
  timeZone: string
  /** Of the site that readers open, when it is not this one. */
  siteUrl: string
  words: DashboardWords
  genreNames: DeskWords['genres']
  toFix: (count: number) => string
}

export function reportPage(parts: ReportParts): ReportPage {
  const { typed, month, thisMonth, words, toFix } = parts
  const issues = month === null ? [{ field: monthParameter, text: words.noMonth }] : []
  const here = month ?? thisMonth
  const [before, after] = [monthsAfter(here, -1), monthsAfter(here, 1)]
  return {
    title: month === null ? words.reportTitle : words.reportOf(shownMonth(month)),
    words,
    summary: issueSummary(issues, toFix),
    action: reportPath,
    monthField: field(
      {
        name: monthParameter,
        label: words.monthLabel,
        help: words.monthHelp,
        value: month ? shownMonth(month) : typed,
      },
      issues,
    ),
    previous: { name: words.previous(shownMonth(before)), path: reportOf(before) },
    next: here < thisMonth ? { name: words.next(shownMonth(after)), path: reportOf(after) } : null,
    month: month === null ? null : monthReport(month, parts),
  }
}

function monthReport(month: MonthName, parts: ReportParts): MonthReport {
  const { articles, isScoped, words } = parts
  const { withdrawn } = tallyOf(articles)
  return {
    note: isScoped ? words.inHerCategories : null,
    exportPath: reportFileOf(month),
    people: peopleTable(articles, parts),
    withdrawn: withdrawn > 0 ? words.withdrawnCount(formatNumber(withdrawn)) : null,
    rows: articles.map((article) => reportRow(article, parts)),
    nothing: words.noArticles(shownMonth(month)),
  }
}

function peopleTable(articles: ReportedArticle[], { words, genreNames }: ReportParts): PeopleTable {
  const all = tallyOf(articles)
  const shown = genres.filter((genre) => all.byGenre[genre] > 0)
  const total = tallyRow(all, words.total, '')
  return {
    columns: [
      { name: words.author, isNumber: false },
      ...total.cells.map(({ label, isNumber }) => ({ name: label, isNumber })),
    ],
    rows: personTallies(articles).map((tally) =>
      tallyRow(tally, tally.author || words.nobody, tally.accounts.join(', ')),
    ),
    total,
  }

  function tallyRow(tally: Tally, name: string, accounts: string): TallyRow {
    const number = (label: string, count: number) => ({ label, value: formatNumber(count), isNumber: true })
    return {
      name,
      cells: [
        { label: words.account, value: accounts, isNumber: false },
        ...shown.map((genre) => number(genreNames[genre], tally.byGenre[genre])),
        number(words.total, tally.articles),
        number(words.pictures, tally.pictures),
        number(words.words, tally.words),
      ],
    }
  }
}

function reportRow(article: ReportedArticle, { tree, timeZone, siteUrl, words, genreNames }: ReportParts): ReportRow {
  return {
    date: shortDate(article.publishedAt, timeZone),
    moment: zonedIso(article.publishedAt, timeZone),
    title: article.title,
    path: siteUrl + articlePath(article),
    isWithdrawn: article.isWithdrawn,
    author: article.author || words.nobody,
    account: article.account,
    unit: article.unit,
    genre: genreNames[article.genre],
    category: tree.find(article.categoryId)?.name ?? '',
    pictures: formatNumber(article.pictures),
    words: formatNumber(article.words),
  }
}

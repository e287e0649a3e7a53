import type { CategoryTree } from '../categories/index.ts'
import { toneKey } from '../text/fold.ts'
import { formatNumber } from '../text/numbers.ts'
import { type BarChart, barChart, sumOf } from './bar-chart.ts'
import { type MonthName, shownMonth } from './month.ts'
import { reportOf } from './paths.ts'
import { countBy, type NamedCount, type PublishedCount } from './report.ts'
import type { EmptySection } from './section-part.ts'
import type { DashboardWords } from './words.ts'

/** The month so far, as `part('dashboard/month', month)` shows it. */
export type MonthPart = {
  title: string
  total: string
  /** The whole report; null for who may not read it. */
  report: { name: string; path: string } | null
  charts: BarChart[]
  empty: EmptySection | null
}

type MonthParts = {
  month: MonthName
  counts: PublishedCount[]
  mayReport: boolean
  tree: CategoryTree
  words: DashboardWords
}

const mostNamesTogether = 3

export function monthPart({ month, counts, mayReport, tree, words }: MonthParts): MonthPart {
  const { title, total, full, nothing, nothingHelp } = words.month
  return {
    title: title(shownMonth(month)),
    total: total(formatNumber(sumOf(counts))),
    report: mayReport ? { name: full, path: reportOf(month) } : null,
    charts:
      counts.length === 0 ? [] : [categoryChart({ month, counts, tree, words }), authorChart({ month, counts, words })],
    empty: counts.length === 0 ? { text: nothing, help: nothingHelp, link: null } : null,
  }
}

function categoryChart({ month, counts, tree, words }: Omit<MonthParts, 'mayReport'>): BarChart {
  const { byCategory, category, noCategory } = words.month
  const numbers = countBy(counts, {
    keyOf: ({ categoryId }) => String(categoryId),
    nameOf: ({ categoryId }) => tree.find(categoryId)?.name ?? noCategory,
  })
  return chart('by-category', byCategory, category, { month, numbers, words })
}

function authorChart({ month, counts, words }: Omit<MonthParts, 'mayReport' | 'tree'>): BarChart {
  const { byAuthor, author } = words.month
  const numbers = countBy(counts, {
    keyOf: ({ author }) => toneKey(author),
    nameOf: ({ author }) => author || words.nobody,
  })
  return chart('by-author', byAuthor, author, { month, numbers, words })
}

type Told = { month: MonthName; numbers: NamedCount[]; words: DashboardWords }

function chart(id: string, caption: string, name: string, told: Told): BarChart {
  const { table, articles, others } = told.words.month
  return barChart(told.numbers, { id, caption, finding: finding(told), open: table, name, count: articles, others })
}

function finding({ month, numbers, words }: Told): string {
  const most = numbers[0]?.count ?? 0
  const first = numbers.filter(({ count }) => count === most).map(({ name }) => name)
  const [count, total] = [formatNumber(most), formatNumber(sumOf(numbers))]
  const when = shownMonth(month)
  if (first.length === 1) return words.month.most(when, first.join(), count, total)
  const named = first.length > mostNamesTogether ? [...first.slice(0, mostNamesTogether), '…'] : first
  return words.month.mostTogether(when, named.join(', '), count, total)
}

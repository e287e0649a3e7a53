import type { CategoryNode, CategoryTree } from '../categories/index.ts'
import type { Database } from '../database/index.ts'
import { dayCountReader } from '../listings/index.ts'
import { pictureReader } from '../media/index.ts'
import { articleReader, coverIds, type Headline, type List, periodAt, type Start } from '../news/index.ts'
import { countPages } from '../site/pagination.ts'
import { dayOf } from '../text/dates.ts'
import { type Period, periodOf, spanOf } from './period.ts'
import { type PeriodParts, periodPerPage } from './period-page.ts'
import type { StoryParts } from './stories-part.ts'
import type { YearParts } from './year-page.ts'

/** Who asks, and when. */
export type Asking = { database: Database; now: string; timeZone: string }
type Wish = { category: CategoryNode | null; tree: CategoryTree }

export async function readStories(
  { database, timeZone }: Asking,
  headlines: readonly Headline[],
  tree: CategoryTree,
): Promise<StoryParts> {
  return { headlines, pictures: await pictureReader(database.read).listByIds(coverIds(headlines)), tree, timeZone }
}

/** A month or a day; null for a page after its last one. */
export async function readPeriod(
  asking: Asking,
  { period, category, tree, page }: Wish & { period: Period; page: number },
): Promise<Omit<PeriodParts, 'language' | 'words'> | null> {
  const { database, now, timeZone } = asking
  const counts = dayCountReader(database.read, { now, timeZone })
  const month = periodOf(period.key.slice(0, 4), period.key.slice(5, 7)) ?? period
  const dayCounts = await counts.countBy('day', { ...within(category), from: month.first, to: month.last })
  const total = period.unit === 'day' ? (dayCounts.get(period.key) ?? 0) : sumOf(dayCounts)
  if (page > countPages(total, periodPerPage)) return null

  const list = listOf(category)
  const span = spanOf(period, timeZone)
  const articles = articleReader(database.read)
  const start = startOf({ period, page, dayCounts, timeZone })
  const headlines = await articles.listFrom(list, start, now, periodPerPage, span.from)
  const near = await articles.findNearest(list, span, now)
  const nearPeriod = (instant: string | null) => (instant === null ? null : sameUnit(period, dayOf(instant, timeZone)))
  return {
    ...(await readStories(asking, headlines, tree)),
    period,
    previous: nearPeriod(near.previous),
    next: nearPeriod(near.next),
    category,
    page,
    total,
    categoryCounts: await counts.countByCategory(period.key),
    dayCounts,
  }
}

/** Without a year it is the newest with news. */
export async function readYear(
  { database, now, timeZone }: Asking,
  { category, tree, year }: Wish & { year: string | null },
): Promise<Omit<YearParts, 'words'>> {
  const counts = dayCountReader(database.read, { now, timeZone })
  const years = await counts.countBy('year', { ...within(category), ...ever })
  const shown = year ?? [...years.keys()].sort().at(-1) ?? dayOf(now, timeZone).slice(0, 4)
  const span = { from: `${shown}-01-01`, to: `${shown}-12-31` }
  return {
    year: shown,
    isRoot: year === null,
    category,
    tree,
    years,
    months: await counts.countBy('month', { ...within(category), ...span }),
    categoryCounts: await counts.countByCategory(shown),
  }
}

/** The newest year of a category, which stands beside its list; null while nothing does in it. */
export async function readNewestYear(
  { database, now, timeZone }: Asking,
  { id }: CategoryNode,
): Promise<Pick<YearParts, 'year' | 'months' | 'years'> | null> {
  const months = await dayCountReader(database.read, { now, timeZone }).countBy('month', { categoryId: id, ...ever })
  const years = new Map<string, number>()
  for (const [month, count] of months) years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + count)
  const year = [...years.keys()].sort().at(-1)
  return year === undefined ? null : { year, months, years }
}

const ever = { from: '', to: '9999-12-31' }

const listOf = (category: CategoryNode | null): List =>
  category === null ? { kind: 'all' } : { kind: 'category', id: category.id }

const within = (category: CategoryNode | null) => (category === null ? {} : { categoryId: category.id })

type Numbered = { period: Period; page: number; dayCounts: ReadonlyMap<string, number>; timeZone: string }

/** Rows are skipped within one day alone. */
function startOf({ period, page, dayCounts, timeZone }: Numbered): Start {
  const days = [...dayCounts].filter(([day]) => day >= period.first && day <= period.last)
  const newestFirst = days.sort(([a], [b]) => b.localeCompare(a))
  const start = periodAt(newestFirst, (page - 1) * periodPerPage)
  if (start === null) return { until: spanOf(period, timeZone).until, skipped: 0 }
  return { until: spanOf({ first: start.period, last: start.period }, timeZone).until, skipped: start.skipped }
}

const sumOf = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)

function sameUnit({ unit }: Period, day: string): Period | null {
  const [year = '', month, date] = day.split('-')
  return unit === 'day' ? periodOf(year, month, date) : periodOf(year, month)
}

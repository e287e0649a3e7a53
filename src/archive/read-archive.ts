import { type CategoryNode, type CategoryTree, categoryReader } from '../categories/index.ts'
import type { Database } from '../database/index.ts'
import { dayCountReader } from '../listings/index.ts'
import { pictureReader } from '../media/index.ts'
import { articleReader, coverIds, type Headline, type List } from '../news/index.ts'
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
  tree?: CategoryTree,
): Promise<StoryParts> {
  return {
    headlines,
    pictures: await pictureReader(database.read).listByIds(coverIds(headlines)),
    tree: tree ?? (await categoryReader(database.read).getTree()),
    timeZone,
  }
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
  const headlines = await articles.listSlice(list, { page, perPage: periodPerPage, total }, now, span)
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
    categoryCounts: await counts.countByCategory({ from: period.first, to: period.last }),
    dayCounts,
  }
}

/** Without a year it is the newest with news. */
export async function readYear(
  { database, now, timeZone }: Asking,
  { category, tree, year }: Wish & { year: string | null },
): Promise<Omit<YearParts, 'words'>> {
  const counts = dayCountReader(database.read, { now, timeZone })
  const years = await counts.countBy('year', { ...within(category), from: '', to: '9999-12-31' })
  const shown = year ?? [...years.keys()].sort().at(-1) ?? dayOf(now, timeZone).slice(0, 4)
  const span = { from: `${shown}-01-01`, to: `${shown}-12-31` }
  return {
    year: shown,
    isRoot: year === null,
    category,
    tree,
    years,
    months: await counts.countBy('month', { ...within(category), ...span }),
    categoryCounts: await counts.countByCategory(span),
  }
}

const listOf = (category: CategoryNode | null): List =>
  category === null ? { kind: 'all' } : { kind: 'category', id: category.id }

const within = (category: CategoryNode | null) => (category === null ? {} : { categoryId: category.id })

const sumOf = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)

function sameUnit({ unit }: Period, day: string): Period | null {
  const [year = '', month, date] = day.split('-')
  return unit === 'day' ? periodOf(year, month, date) : periodOf(year, month)
}

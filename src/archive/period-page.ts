import type { CategoryNode } from '../categories/index.ts'
import type { Story } from '../news/index.ts'
import type { Crumbs, PublicPage } from '../site/layout.ts'
import { type Pages, pageAddress, pageParameter, paginate } from '../site/pagination.ts'
import type { Blank, Link } from './blank-part.ts'
import { type CalendarPart, calendarPart } from './calendar-part.ts'
import { type FilterPart, filterPart, filterQuery } from './filter-part.ts'
import { archivePath, categoryParameter } from './paths.ts'
import { type Period, periodAbove, shownPeriod } from './period.ts'
import { type StoryParts, shownStories } from './stories-part.ts'
import type { ArchiveWords } from './words.ts'

/** A month or a day: its news, and the calendar beside it. */
export type PeriodPage = PublicPage &
  Blank & {
    words: ArchiveWords
    crumbs: Crumbs
    title: string
    filter: FilterPart
    stories: Story[]
    pages: Pages
    calendar: CalendarPart
    /** Who looks for a day comes by its month: there the calendar stands first on a phone too. */
    isMonth: boolean
    previous: Link | null
    next: Link | null
    unitWords: { previous: string; next: string }
  }

export type PeriodParts = StoryParts & {
  period: Period
  /** Nearest before and after it with news, of the same unit. */
  previous: Period | null
  next: Period | null
  category: CategoryNode | null
  page: number
  total: number
  /** Of each category in this period, and of each day of its month. */
  categoryCounts: ReadonlyMap<number, number>
  dayCounts: ReadonlyMap<string, number>
  language: 'vi' | 'en'
  words: ArchiveWords
}

export const periodPerPage = 20

export function periodPage(parts: PeriodParts): PeriodPage {
  const { period, category, page, total, words } = parts
  const title = pageTitle(parts)
  const address = (key: string, node = category) => pageAddress(archivePath(key), filterQuery(node), 1)
  const numbered = (number: number) => pageAddress(archivePath(period.key), filterQuery(category), number)
  const link = (near: Period | null): Link | null => near && { text: shownPeriod(near), path: address(near.key) }
  return {
    head: {
      title: page === 1 ? title : words.numberedTitle(title, page),
      description: words.periodDescription(title),
      // An empty day is nobody's find.
      path: total === 0 ? null : numbered(page),
      kind: 'website',
      picture: null,
    },
    reads: [pageParameter, categoryParameter],
    place: category?.path ?? null,
    words,
    crumbs: crumbs(parts, address),
    title,
    filter: filterPart({ ...parts, counts: parts.categoryCounts, path: (node) => address(period.key, node) }),
    stories: shownStories(parts),
    pages: paginate({ here: page, perPage: periodPerPage, total, address: numbered, range: words.range }),
    calendar: calendarPart({
      ...parts,
      month: period.key.slice(0, 7),
      here: period.unit === 'day' ? period.key : null,
      counts: parts.dayCounts,
      path: address,
    }),
    isMonth: period.unit === 'month',
    previous: link(parts.previous),
    next: link(parts.next),
    unitWords: { previous: words.previous[period.unit], next: words.next[period.unit] },
    blank: total === 0 ? blank(parts, link(parts.previous ?? parts.next)) : null,
  }
}

function pageTitle({ period, category, words }: PeriodParts): string {
  const shown = shownPeriod(period)
  const title = period.unit === 'month' ? words.inMonth(shown) : words.onDay(shown)
  return category === null ? title : words.within(title, category.pageName)
}

function crumbs({ period, words }: PeriodParts, address: (key: string) => string): Crumbs {
  const month = period.unit === 'day' ? periodAbove(period) : null
  const year = period.key.slice(0, 4)
  const monthName = (key: string) => words.monthName(Number(key.slice(5, 7)))
  const here = period.unit === 'day' ? shownPeriod(period) : monthName(period.key)
  const above = [
    { name: words.archive, path: address('') },
    { name: year, path: address(year) },
    ...(month ? [{ name: monthName(month.key), path: address(month.key) }] : []),
  ]
  return { above, here, shortened: here }
}

const blank = ({ period, words }: PeriodParts, nearest: Link | null): PeriodPage['blank'] => ({
  title: words.nothing[period.unit](shownPeriod(period)),
  text: nearest ? words.nearest[period.unit] : words.noNewsHelp,
  nearest,
})

import { dayOf, instantOf } from '../text/dates.ts'
import type { FoundDocument } from './search-document.ts'

/** How many of the found articles stand in each category and in each year. */
export type Facets = { categories: Map<number, number>; years: Map<number, number> }

export function countFacets(documents: FoundDocument[], timeZone: string): Facets {
  const categories = new Map<number, number>()
  const years = new Map<number, number>()
  const yearOf = yearReader(timeZone)
  for (const { categoryId, publishedAt } of documents) {
    if (categoryId !== null) count(categories, categoryId)
    count(years, yearOf(publishedAt))
  }
  return { categories, years }
}

/** From its first to its last moment in that zone. */
export function yearTime(year: number, timeZone: string): { from: string; upTo: string } {
  const next = Date.parse(startOf(year + 1, timeZone))
  return { from: startOf(year, timeZone), upTo: new Date(next - 1).toISOString() }
}

export const yearIn = (instant: string, timeZone: string): number => Number(dayOf(instant, timeZone).slice(0, 4))

const startOf = (year: number, timeZone: string): string => {
  const day = `${String(year).padStart(4, '0')}-01-01`
  return instantOf(`${day}T00:00`, timeZone) ?? `${day}T00:00:00.000Z`
}

/** Reading the wall clock of a thousand articles would take longer than finding them; the ends of a year tell the same. */
function yearReader(timeZone: string): (instant: string) => number {
  const starts = new Map<number, string>()
  const start = (year: number) => {
    const known = starts.get(year) ?? startOf(year, timeZone)
    starts.set(year, known)
    return known
  }
  return (instant) => {
    const year = Number(instant.slice(0, 4))
    if (instant >= start(year + 1)) return year + 1
    return instant < start(year) ? year - 1 : year
  }
}

function count<Key>(counts: Map<Key, number>, key: Key) {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

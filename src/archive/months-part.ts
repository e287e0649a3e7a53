import type { Months } from '../news/index.ts'
import { monthsOf } from './period.ts'
import type { ArchiveWords } from './words.ts'

type MonthsParts = {
  year: string
  /** Of each month with news, as `2017-02`, and of each year. */
  months: ReadonlyMap<string, number>
  years: ReadonlyMap<string, number>
  path: (period: string) => string
  words: ArchiveWords
}

/** The twelve months of a year; those without news are text, not links. Years stand beside them, the newest first. */
export function monthsPart({ year, months, years, path, words }: MonthsParts): Months {
  return {
    title: words.inYear(year),
    months: monthsOf(year).map((month) => {
      const count = months.get(month) ?? 0
      const name = words.monthName(Number(month.slice(5)))
      return { name, count: count > 0 ? words.count(count) : '', path: count > 0 ? path(month) : null }
    }),
    years: [...years]
      .sort(([a], [b]) => b.localeCompare(a))
      .map(([one, count]) => ({ name: one, count: words.count(count), path: path(one), isHere: one === year })),
  }
}

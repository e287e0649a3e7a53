/** A row of a list with the day under which it is counted; null while it is not. */
export type CountedRow = { articleId: number; categoryId: number; day: string | null }

export type DayCount = { categoryId: number; day: string; count: number }

export type Unit = keyof typeof letters
export type PeriodCount = { categoryId: number; unit: Unit; period: string; count: number }

/** Stands for all categories together. */
export const everywhere = 0

/** A year, a month or a day is so many letters of `2017-02-16`. */
const letters = { year: 4, month: 7, day: 10 } as const

export const periodIn = (day: string, unit: Unit): string => day.slice(0, letters[unit])

/** What comes to the counts of days, or goes from them, with these rows: in each category, and once for all of them. */
export function dayCounts(rows: readonly CountedRow[], by: 1 | -1): DayCount[] {
  const counts = new Map<string, DayCount>()
  const add = (categoryId: number, day: string) => {
    const key = `${day} ${categoryId}`
    const { count } = counts.get(key) ?? { count: 0 }
    counts.set(key, { categoryId, day, count: count + by })
  }
  const articles = new Map<number, string>()
  for (const { articleId, categoryId, day } of rows) {
    if (day === null) continue
    add(categoryId, day)
    articles.set(articleId, day)
  }
  for (const day of articles.values()) add(everywhere, day)
  return [...counts.values()]
}

/** The same for each day, each month and each year. */
export function periodCounts(days: readonly DayCount[]): PeriodCount[] {
  const counts = new Map<string, PeriodCount>()
  for (const unit of ['year', 'month', 'day'] as const) {
    for (const { categoryId, day, count } of days) {
      const period = periodIn(day, unit)
      const key = `${period} ${categoryId}`
      counts.set(key, { categoryId, unit, period, count: (counts.get(key)?.count ?? 0) + count })
    }
  }
  return [...counts.values()]
}

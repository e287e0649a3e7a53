export type DayReads = { day: string; articleId: number; count: number }

/** The days that a ranking looks at, today first. */
export const rankedDays = 7
/** After so many days a reader counts half. */
const halfLife = 2
const dayMs = 24 * 60 * 60 * 1000

/** Numbers of the articles, the most read first; the newer article where two are equal. */
export function rank(reads: readonly DayReads[], today: string, most: number): number[] {
  const scores = new Map<number, number>()
  for (const { day, articleId, count } of reads) {
    const age = Math.max(0, (Date.parse(today) - Date.parse(day)) / dayMs)
    scores.set(articleId, (scores.get(articleId) ?? 0) + count * 2 ** (-age / halfLife))
  }
  return [...scores]
    .sort(([a, scoreOfA], [b, scoreOfB]) => scoreOfB - scoreOfA || b - a)
    .slice(0, most)
    .map(([articleId]) => articleId)
}

/** The last days up to today. */
export const daysUpTo = (today: string, count: number): string[] =>
  Array.from({ length: count }, (_, age) => new Date(Date.parse(today) - age * dayMs).toISOString().slice(0, 10))

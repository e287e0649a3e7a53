/** A list of articles as readers know it; one of a category holds those below it too, a label is a tag or an author. */
export type List = { kind: 'all' } | LongList

/** One that readers turn the numbered pages of. */
export type LongList = { kind: 'category'; id: number } | { kind: 'label'; id: number }

/** The page of a list, counted from 1. */
export type Slice = { page: number; perPage: number }

/** Where in a list an article stands: lists go by date, and by id where dates are equal. */
export type Place = { publishedAt: string; id: number }

/** From this instant until before that one. */
export type Span = { from: string; until: string }

/** Where a page of a list begins: before this instant, but for so many articles. */
export type Start = { until: string; skipped: number }

/**
 * In which of these periods the article stands that has so many before it, and how many of them lie in the same one. Counts
 * stand in the order of the list; null behind its end.
 */
export function periodAt(counts: Iterable<readonly [period: string, count: number]>, before: number) {
  let skipped = before
  for (const [period, count] of counts) {
    if (skipped < count) return { period, skipped }
    skipped -= count
  }
  return null
}

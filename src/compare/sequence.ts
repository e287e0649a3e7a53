import { diffArrays } from 'diff'

/** A stretch of two lists: the same on both sides, or what stands on either side where they differ (one may be empty). */
export type Run = { isSame: boolean; before: string[]; after: string[] }

// The search walks every pair of a place and a difference: both its steps and its comparisons of words have a ceiling.
const mostSteps = 3_000_000
const mostComparisons = 80_000_000

/**
 * How many differences may be searched for in a part of `size` letters out of `total`, so that all parts of two texts
 * together stay within the ceiling. An article of ordinary length never meets its limit.
 */
export function searchLimit(size: number, total: number): number {
  const share = size / Math.max(total, 1)
  return Math.floor(Math.min(Math.sqrt(2 * mostSteps * share), mostComparisons / Math.max(total, 1)))
}

/** The two lists as runs in their order. Beyond `limit` differences all that is not alike at either end is one run. */
export function compareSequences(before: string[], after: string[], limit: number): Run[] {
  const start = commonStart(before, after)
  const end = commonEnd(before.slice(start), after.slice(start))
  const middleBefore = before.slice(start, before.length - end)
  const middleAfter = after.slice(start, after.length - end)
  return [
    same(before.slice(0, start)),
    ...compareMiddle(middleBefore, middleAfter, limit),
    same(before.slice(before.length - end)),
  ].filter((run) => run.before.length + run.after.length > 0)
}

function compareMiddle(before: string[], after: string[], limit: number): Run[] {
  const whole = { isSame: false, before, after }
  if (before.length === 0 || after.length === 0) return [whole]
  const numberOf = numbering()
  const changes = diffArrays(before.map(numberOf), after.map(numberOf), { maxEditLength: limit })
  if (changes === undefined) return [whole]

  return stretchesOf(changes).map(({ isSame, removed, added }) => ({
    isSame,
    before: before.slice(removed.from, removed.to),
    after: after.slice(added.from, added.to),
  }))
}

type Stretch = { isSame: boolean; removed: Range; added: Range }
type Range = { from: number; to: number }
type Change = { added: boolean; removed: boolean; count: number }

/** What was removed and added at one place, in whatever order, is one stretch. */
function stretchesOf(changes: Change[]): Stretch[] {
  const stretches: Stretch[] = []
  let [atBefore, atAfter] = [0, 0]
  for (const { added, removed, count } of changes) {
    const isSame = !added && !removed
    let last = stretches.at(-1)
    if (last === undefined || last.isSame || isSame) {
      last = { isSame, removed: { from: atBefore, to: atBefore }, added: { from: atAfter, to: atAfter } }
      stretches.push(last)
    }
    if (!added) atBefore += count
    if (!removed) atAfter += count
    last.removed.to = atBefore
    last.added.to = atAfter
  }
  return stretches
}

function same(words: string[]): Run {
  return { isSame: true, before: words, after: words }
}

function commonStart(before: string[], after: string[]): number {
  let length = 0
  while (length < before.length && length < after.length && before[length] === after[length]) length++
  return length
}

function commonEnd(before: string[], after: string[]): number {
  let length = 0
  while (
    length < before.length &&
    length < after.length &&
    before[before.length - 1 - length] === after[after.length - 1 - length]
  ) {
    length++
  }
  return length
}

/** Equal words get equal numbers, which are compared faster than words. */
function numbering(): (word: string) => number {
  const numbers = new Map<string, number>()
  return (word) => {
    const number = numbers.get(word) ?? numbers.size
    numbers.set(word, number)
    return number
  }
}

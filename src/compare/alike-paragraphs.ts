/** A paragraph and what became of it; null on the side where it does not stand. */
export type Pair = { before: string; after: string } | { before: string; after: null } | { before: null; after: string }

const leastLikeness = 0.3
/** Above this paragraphs are paired by their order: comparing each with each takes too long. */
const mostComparisons = 900

/** Which of the new paragraphs each old one became, in their order: those that share most words. */
export function alikeParagraphs(before: string[], after: string[]): Pair[] {
  if (before.length * after.length > mostComparisons) return inOrder(before, after)
  const [bags, otherBags] = [before.map(bagOf), after.map(bagOf)]
  const likeness = bags.map((bag) => otherBags.map((other) => likenessOf(bag, other)))
  return bestPairs(before, after, likeness)
}

function inOrder(before: string[], after: string[]): Pair[] {
  const paired = Math.min(before.length, after.length)
  return [
    ...before.slice(0, paired).map((text, index) => ({ before: text, after: after[index] ?? '' })),
    ...before.slice(paired).map((text) => ({ before: text, after: null })),
    ...after.slice(paired).map((text) => ({ before: null, after: text })),
  ]
}

/** Of all ways to pair without crossing, the one with most likeness: the longest common subsequence with weights. */
function bestPairs(before: string[], after: string[], likeness: number[][]): Pair[] {
  const best = bestFrom(before.length, after.length, likeness)
  const bestAt = (row: number, column: number) => best[row]?.[column] ?? 0
  const pairs: Pair[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    const [old, young] = [before[row], after[column]]
    const gain = likeness[row]?.[column] ?? 0
    if (
      old !== undefined &&
      young !== undefined &&
      gain > 0 &&
      bestAt(row, column) === gain + bestAt(row + 1, column + 1)
    ) {
      pairs.push({ before: old, after: young })
      row++
      column++
    } else if (old !== undefined && (young === undefined || bestAt(row, column) === bestAt(row + 1, column))) {
      pairs.push({ before: old, after: null })
      row++
    } else if (young !== undefined) {
      pairs.push({ before: null, after: young })
      column++
    }
  }
  return pairs
}

/** `best[row][column]`: the most likeness that the paragraphs from there on can have together. */
function bestFrom(rows: number, columns: number, likeness: number[][]): number[][] {
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const at = (r: number, c: number) => best[r]?.[c] ?? 0
      const paired = (likeness[row]?.[column] ?? 0) + at(row + 1, column + 1)
      const values = best[row]
      if (values) values[column] = Math.max(paired, at(row + 1, column), at(row, column + 1))
    }
  }
  return best
}

type Bag = { counts: Map<string, number>; size: number }

function bagOf(text: string): Bag {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, size: words.length }
}

/** The share of words that both have; 0 where it is too small for one to have become the other. */
function likenessOf(bag: Bag, other: Bag): number {
  let shared = 0
  for (const [word, count] of bag.counts) shared += Math.min(count, other.counts.get(word) ?? 0)
  const likeness = shared / Math.max(bag.size, other.size, 1)
  return likeness < leastLikeness ? 0 : likeness
}

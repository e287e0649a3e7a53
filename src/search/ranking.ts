import type { Unit } from './query.ts'
import { type CompletedQuery, hasMarks, phrases } from './query-expression.ts'
import type { FoundDocument } from './search-document.ts'
import type { Word } from './tokens.ts'

/** What the index says of the candidates: keys of those that hold the words so. */
export type Facts = {
  /** All in the title. */
  title: ReadonlySet<number>
  /** All in one row. */
  adjacent: ReadonlySet<number>
  /** With the marks that were typed. */
  exact: ReadonlySet<number>
  /** The same, in the title. */
  exactTitle: ReadonlySet<number>
  /** Without completing the last word. */
  finished: ReadonlySet<number>
}

/** Title far above lead, tags, byline with category, and body. */
const fieldWeights = [60, 12, 8, 4]
const weightInBody = 1
const adjacentBonus = 8
const finishedBonus = 10
const wholeTitleBonus = 30
/** Above all else: with another tone it is another word. */
const exactBonus = 1_000
const shareWithoutMarks = 0.5

/** How well a field holds a unit: not, begun by its last word, or wholly. */
type Share = 0 | 0.5 | 1

/**
 * The best, at most so many; of equals the newest first. Nothing here knows which engine found the documents. Fields
 * are read in waves, from those that can come first to those that cannot, which are mostly left alone.
 */
export function ranked(documents: FoundDocument[], query: CompletedQuery, facts: Facts, most: number): FoundDocument[] {
  const { score, highest } = scorer(query, facts)
  const waves = [...Map.groupBy(documents, highest)].sort(([a], [b]) => b - a)
  let best: Scored[] = []
  for (const [reach, wave] of waves) {
    if ((best[most - 1]?.score ?? Number.NEGATIVE_INFINITY) > reach) break
    best = [...best, ...wave.map((document) => ({ document, score: score(document) }))].sort(bestFirst)
  }
  return best.slice(0, most).map(({ document }) => document)
}

type Scored = { document: FoundDocument; score: number }

const bestFirst = (a: Scored, b: Scored): number => b.score - a.score || newestFirst(a.document, b.document)

export function newestFirst(a: FoundDocument, b: FoundDocument): number {
  if (a.publishedAt !== b.publishedAt) return a.publishedAt < b.publishedAt ? 1 : -1
  return b.articleId - a.articleId
}

function scorer(query: CompletedQuery, facts: Facts) {
  const units = query.units.map((unit) => patternsOf(unit, query.completions))
  const isMarked = hasMarks(query)
  const rows = phrases(query)
    .filter((row) => row.length > 1)
    .map(spaced)

  return { score, highest }

  function score({ orderKey, fields }: FoundDocument): number {
    // Most documents hold most units in their body alone: one look at all fields at once spares four.
    const present = units.filter((unit) => shareOf(unit, fields) > 0)
    if (present.length === 0) return factsScore(orderKey)
    const parts = fields.split('\n').map((field, place) => (fieldWeights[place] ?? 0) * inField(field, present))
    const isOtherWord = isMarked && !facts.exactTitle.has(orderKey)
    const title = (parts[0] ?? 0) * (isOtherWord ? shareWithoutMarks : 1)
    const isWholeTitle = rows.some((row) => fields.startsWith(`${row}\n`))
    return title + sum(parts.slice(1)) + (isWholeTitle ? wholeTitleBonus : 0) + factsScore(orderKey)
  }

  /** The part of the units that it holds, and as much again when all stand in one row. */
  function inField(field: string, present: Patterns[]): number {
    const shares = present.map((unit) => shareOf(unit, field))
    const isWhole = present.length === units.length && !shares.includes(0)
    const isRow = isWhole && rows.some((row) => field.includes(row))
    return sum(shares) / units.length + (isRow ? 1 : 0)
  }

  function factsScore(key: number): number {
    const isExact = facts.exact.has(key) || facts.exactTitle.has(key)
    return (
      weightInBody +
      (facts.adjacent.has(key) ? adjacentBonus : 0) +
      (facts.finished.has(key) ? finishedBonus : 0) +
      (isExact ? exactBonus : 0)
    )
  }

  /** No score of this document can be above it. */
  function highest({ orderKey }: FoundDocument): number {
    const [titleWeight = 0, ...otherWeights] = fieldWeights
    const isInTitle = facts.title.has(orderKey)
    const title = isInTitle ? 2 * titleWeight + wholeTitleBonus : titleWeight * (1 - 1 / units.length)
    return title + 2 * sum(otherWeights) + factsScore(orderKey)
  }
}

/** A unit as texts to look for in a field, where every word stands between spaces. */
type Patterns = {
  typed: string[]
  others: string[]
  /** What its last word may become; null when it is finished. */
  begun: { start: string; wholes: string[] } | null
}

function patternsOf({ kind, words, others, isOpen }: Unit, completions: Word[]): Patterns {
  const typed = kind === 'phrase' ? [spaced(foldedOf(words))] : foldedOf(words).map((word) => spaced([word]))
  const before = foldedOf(words.slice(0, -1))
  const wholes = completions.map(({ folded }) => spaced([...before, folded]))
  return {
    typed,
    others: others.map((other) => spaced(foldedOf(other))),
    begun: isOpen ? { start: spaced(foldedOf(words)).trimEnd(), wholes } : null,
  }
}

function shareOf({ typed, begun, others }: Patterns, field: string): Share {
  const holds = (pattern: string) => field.includes(pattern)
  if (typed.every(holds) || others.some(holds)) return 1
  return begun && holds(begun.start) && begun.wholes.some(holds) ? 0.5 : 0
}

const foldedOf = (words: Word[]): string[] => words.map(({ folded }) => folded)
const spaced = (words: string[]): string => ` ${words.join(' ')} `
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

import { allOf, anyOf, type Expression, mapWords, word } from './expression.ts'
import { titleWord } from './index-text.ts'
import type { Query, Unit } from './query.ts'
import { isMarked, type Word } from './tokens.ts'

/** A query with the words of our articles that its last, perhaps unfinished word may become. */
export type CompletedQuery = Query & { completions: Word[] }

/** Every way to write a synonym multiplies the phrases, so they are bounded. */
const mostPhrases = 8

/** What a document must hold to be found. Marks do not matter here, so that nothing is lost. */
export function matching(query: CompletedQuery): Expression {
  return allOf(query.units.map((unit) => unitExpression(unit, completionsOf(unit, query))))
}

/** The same as `matching`, with the last word as it stands. */
export function finished(query: CompletedQuery): Expression {
  return allOf(query.units.map((unit) => unitExpression(unit, [])))
}

/** The same as `matching`, where the last word may go on in any way: staff look for one thing, not for the best of many. */
export const begun = (query: Query): Expression => allOf(query.units.map(begunUnit))

/** The same as `begun`, with the marks that were typed. Null when none were. */
export function exactlyBegun(query: Query): Expression | null {
  if (!hasMarks(query)) return null
  return allOf(query.units.map((unit) => (unit.words.some(isMarked) ? exactBegunUnit(unit) : begunUnit(unit))))
}

/** The same as `matching`, with all words in one row. Null where one row is what `matching` asks already. */
export function adjacent(query: CompletedQuery): Expression | null {
  const rows = phrases(query)
  if (query.units.length === 1 && query.units[0]?.kind === 'phrase') return null
  return (rows[0]?.length ?? 0) < 2 ? null : anyOf(rows.map((phrase) => ({ phrase })))
}

/** The same as `matching`, with the marks that were typed. Null when none were. */
export function exact(query: CompletedQuery): Expression | null {
  if (!hasMarks(query)) return null
  const units = query.units.map((unit) =>
    unit.words.some(isMarked)
      ? exactUnit(unit, completionsOf(unit, query))
      : unitExpression(unit, completionsOf(unit, query)),
  )
  return allOf(units)
}

export const hasMarks = ({ units }: Query): boolean => units.some((unit) => unit.words.some(isMarked))

/** The same asked of titles alone. */
export const inTitle = (expression: Expression): Expression => mapWords(expression, titleWord)

/** The query as rows of folded words, with synonyms in place of what was typed; the likeliest first. */
export function phrases(query: CompletedQuery): string[][] {
  return query.units.reduce<string[][]>(
    (rows, unit) => {
      const ways = [unit.words, ...unit.others].map(foldedOf)
      const open = completionsOf(unit, query).map(({ folded }) => [...foldedOf(unit.words.slice(0, -1)), folded])
      const longer = rows.flatMap((row) => [...ways, ...open].map((way) => [...row, ...way]))
      return longer.slice(0, mostPhrases)
    },
    [[]],
  )
}

function unitExpression(unit: Unit, completions: Word[]): Expression {
  const lastWords = withoutRepeats([...foldedOf(unit.words.slice(-1)), ...foldedOf(completions)])
  const before = foldedOf(unit.words.slice(0, -1))
  const typed =
    unit.kind === 'phrase'
      ? anyOf(lastWords.map((last) => ({ phrase: [...before, last] })))
      : allOf([...before.map(word), anyOf(lastWords.map(word))])
  const typedRow = [...before, lastWords[0]].join(' ')
  const others = unit.others.map(foldedOf).filter((other) => other.join(' ') !== typedRow)
  return anyOf([typed, ...others.map((phrase) => ({ phrase }))])
}

/** Words of a phrase are asked for one by one: words with marks have no neighbours in the index. */
function exactUnit(unit: Unit, completions: Word[]): Expression {
  const last = unit.words.at(-1)
  const goOn = completions.filter(({ written }) => last && written.startsWith(last.written))
  const lastWords = withoutRepeats([...(last ? [last.written] : []), ...goOn.map(({ written }) => written)])
  return exactly(unit, anyOf(lastWords.map(word)))
}

/** An open unit was typed in one row; see `parseQuery`. */
function begunUnit(unit: Unit): Expression {
  if (!unit.isOpen) return unitExpression(unit, [])
  const others = unit.others.map(foldedOf).map((phrase) => ({ phrase }))
  return anyOf([{ begun: foldedOf(unit.words) }, ...others])
}

function exactBegunUnit(unit: Unit): Expression {
  return unit.isOpen
    ? exactly(unit, { begun: unit.words.slice(-1).map(({ written }) => written) })
    : exactUnit(unit, [])
}

function exactly(unit: Unit, lastWord: Expression): Expression {
  const typed = [...unit.words.slice(0, -1).map(({ written }) => word(written)), lastWord]
  const others = unit.others.map((other) => allOf(other.map(({ written }) => word(written))))
  return anyOf([allOf(typed), ...others])
}

const completionsOf = (unit: Unit, query: CompletedQuery): Word[] => (unit.isOpen ? query.completions : [])

const foldedOf = (words: Word[]): string[] => words.map(({ folded }) => folded)

const withoutRepeats = (words: string[]): string[] => [...new Set(words)]

import type { SearchDocument } from './search-document.ts'
import { createTokenizer, isMarked, type Token, type Tokenizer } from './tokens.ts'

/**
 * Words of our own making stand in the same index as those of texts. They begin with a letter for private use, which
 * no word of a text can have.
 */
export const categoryWord = (id: number): string => `\uE000${id}`
export const titleWord = (word: string): string => `\uE002${word}`

/** What every index is told. */
export type PlacedWords = {
  /** Words that follow one another, so that phrases can be found in them: folded. */
  runs: string[][]
  /** Words that no phrase asks for: those with their marks. */
  loose: string[]
}

/** What the index of readers is told: the title stands in it once more by itself, and the category. */
export type IndexText = PlacedWords & {
  /** Title, lead, tags and byline, folded, one a line, every word between spaces. */
  fields: string
  /** Each word of the document once, as it is written. */
  words: string[]
}

/** PostgreSQL keeps no more places of one word, and none after 16,383; both engines shall find the same. */
const mostPlacesOfWord = 255
const mostPlaces = 16_000
/** Longer than any word that somebody would mean. */
const longestCounted = 32

export function indexText(document: SearchDocument, tokenize: Tokenizer = createTokenizer()): IndexText {
  const title = tokenize(document.title)
  const fields = [
    [title],
    [tokenize(document.lead)],
    document.tags.map(tokenize),
    [...document.byline, document.categoryName].map(tokenize),
  ]
  const lines = [...fields.flat(), ...document.bodyText.split('\n').map(tokenize)]
  const all = lines.flat()
  return {
    runs: placedRuns([title.map(({ folded }) => titleWord(folded)), ...lines.map(foldedWords)]),
    loose: [
      ...markedWords(title).map(titleWord),
      ...markedWords(all),
      ...(document.categoryId === null ? [] : [categoryWord(document.categoryId)]),
    ],
    fields: fields.map(fieldLine).join('\n'),
    words: [...new Set(all.map(({ written }) => written))].filter((word) => word.length <= longestCounted),
  }
}

/** No phrase goes from one line to another. */
export function placedWords(lines: string[], tokenize: Tokenizer): PlacedWords {
  const tokens = lines.map(tokenize)
  return { runs: placedRuns(tokens.map(foldedWords)), loose: markedWords(tokens.flat()) }
}

const foldedWords = (tokens: Token[]): string[] => tokens.map(({ folded }) => folded)

/** Past the limits a word has no neighbours: it is found by itself only. */
function placedRuns(lines: string[][]): string[][] {
  const places = new Map<string, number>()
  const runs: string[][] = []
  let run: string[] = []
  let total = 0
  for (const line of lines) {
    for (const word of line) {
      const place = (places.get(word) ?? 0) + 1
      places.set(word, place)
      if (place <= mostPlacesOfWord && total < mostPlaces) {
        run.push(word)
        total++
      } else {
        endRun()
        if (place === 1) runs.push([word])
      }
    }
    endRun()
  }
  return runs

  function endRun() {
    if (run.length === 0) return
    runs.push(run)
    run = []
    // The gap takes a place too.
    total++
  }
}

const markedWords = (tokens: Token[]): string[] => [...new Set(tokens.filter(isMarked).map(({ written }) => written))]

/** Two spaces part what no phrase may cross. */
const fieldLine = (parts: Token[][]): string => ` ${parts.map((part) => foldedWords(part).join(' ')).join('  ')} `

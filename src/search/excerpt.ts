import type { CompletedQuery } from './query-expression.ts'
import { createTokenizer, isMarked, type Token, type Word } from './tokens.ts'

/** A stretch of text in its own spelling; hits are what the reader looked for. */
export type Piece = { text: string; isHit: boolean }
export type Pieces = Piece[]

/** Marks hits in texts of one page, which share most of their words. */
export type Marker = {
  mark(text: string): Pieces
  /** About two lines around the best hits, or the beginning. */
  excerpt(text: string): Pieces
}

const roomBefore = 60
const longestExcerpt = 230
const mostPlacesTried = 50
/** Nobody reads on in a list. */
const mostLettersRead = 60_000
// Words with one of these between them are not neighbours in the eyes of a reader.
const parts = /[\n.,;:!?…]/

export function createMarker(query: CompletedQuery): Marker {
  const tokenize = createTokenizer()
  const sought = soughtRows(query)

  function hitsIn(text: string): Hit[] {
    return joinNeighbours(text, findRows(tokenize(text), sought))
  }

  return {
    mark: (text) => cut(text, hitsIn(text), 0, text.length),

    excerpt(text) {
      const read = text.slice(0, mostLettersRead)
      const hits = hitsIn(read)
      const from = wordStart(read, bestPlace(read, hits))
      const to = wordEnd(read, from + longestExcerpt)
      const pieces = cut(read, hits, from, to)
      const before = from > 0 ? [{ text: '… ', isHit: false }] : []
      return [...before, ...pieces, ...(to < text.length ? [{ text: ' …', isHit: false }] : [])]
    },
  }
}

type Hit = { from: number; to: number; words: number }
type Row = { folded: string[]; written: string[] | null }

/** Rows of words to look for: each word that may stand by itself, phrases and synonyms as a whole. */
function soughtRows(query: CompletedQuery): Row[] {
  return query.units.flatMap((unit) => {
    const typed = unit.kind === 'phrase' ? [unit.words] : unit.words.map((word) => [word])
    const last = typed.at(-1) ?? []
    const goOn = unit.isOpen ? query.completions.map((word) => [...last.slice(0, -1), word]) : []
    return [...typed.map(typedRow), ...[...goOn, ...unit.others].map(anyRow)]
  })
}

const typedRow = (words: Word[]): Row => ({
  ...anyRow(words),
  written: words.some(isMarked) ? formsOf(words, 'written') : null,
})
const anyRow = (words: Word[]): Row => ({ folded: formsOf(words, 'folded'), written: null })
const formsOf = (words: Word[], form: keyof Word): string[] => words.map((word) => word[form])

/** Where a text has a word with the marks that were typed, the same letters with others are another word. */
function findRows(tokens: Token[], rows: Row[]): Token[][] {
  const found = rows.map((): { folded: Token[][]; written: Token[][] } => ({ folded: [], written: [] }))
  const beginnings = Map.groupBy(rows.keys(), (number) => rows[number]?.folded[0])
  for (const [place, token] of tokens.entries()) {
    for (const number of beginnings.get(token.folded) ?? []) {
      const row = rows[number]
      const stretch = tokens.slice(place, place + (row?.folded.length ?? 0))
      if (row && isRow(stretch, row.folded, 'folded')) found[number]?.folded.push(stretch)
      if (row?.written && isRow(stretch, row.written, 'written')) found[number]?.written.push(stretch)
    }
  }
  return found.flatMap(({ folded, written }) => (written.length > 0 ? written : folded))
}

const isRow = (tokens: Token[], row: string[], form: keyof Word): boolean =>
  tokens.length === row.length && row.every((word, step) => tokens[step]?.[form] === word)

/** One mark for words side by side. Beside "bình đẳng giới" a lone "giới" would only be noise. */
function joinNeighbours(text: string, rows: Token[][]): Hit[] {
  const tokens = [...new Map(rows.flat().map((token) => [token.from, token])).values()].sort((a, b) => a.from - b.from)
  const hits: Hit[] = []
  for (const { from, to } of tokens) {
    const last = hits.at(-1)
    const gap = last ? text.slice(last.to, from) : ''
    const isNeighbour = last !== undefined && gap.length <= 3 && !parts.test(gap) && !/[\p{L}\p{N}]/u.test(gap)
    if (last && isNeighbour) hits[hits.length - 1] = { from: last.from, to, words: last.words + 1 }
    else hits.push({ from, to, words: 1 })
  }
  const longest = Math.max(0, ...hits.map(({ words }) => words))
  return hits.filter(({ words }) => words > 1 || longest === 1)
}

/** Where the longest row of hits begins; of equals, where most different ones follow within an excerpt. */
function bestPlace(text: string, hits: Hit[]): number {
  const longest = Math.max(0, ...hits.map(({ words }) => words))
  const places = hits
    .filter(({ words }) => words === longest)
    .slice(0, mostPlacesTried)
    .map(({ from }) => ({ from, kinds: kindsAfter(text, hits, from) }))
  return places.toSorted((a, b) => b.kinds - a.kinds || a.from - b.from)[0]?.from ?? 0
}

function kindsAfter(text: string, hits: Hit[], from: number): number {
  const near = hits.filter((hit) => hit.from >= from && hit.to <= from + longestExcerpt - roomBefore)
  return new Set(near.map((hit) => text.slice(hit.from, hit.to).toLowerCase())).size
}

function wordStart(text: string, hit: number): number {
  const from = Math.max(0, hit - roomBefore)
  if (from === 0) return 0
  const gap = text.slice(from, hit).search(/\s/)
  return gap < 0 ? hit : from + gap + 1
}

function wordEnd(text: string, end: number): number {
  if (end >= text.length) return text.length
  for (let at = end; at > end - roomBefore; at--) if (/\s/.test(text.charAt(at))) return at
  return end
}

function cut(text: string, hits: Hit[], from: number, to: number): Pieces {
  const pieces: Pieces = []
  let at = from
  for (const hit of hits.filter((one) => one.from >= from && one.to <= to)) {
    pieces.push({ text: text.slice(at, hit.from), isHit: false }, { text: text.slice(hit.from, hit.to), isHit: true })
    at = hit.to
  }
  pieces.push({ text: text.slice(at, to), isHit: false })
  return pieces.filter((piece) => piece.text !== '')
}

import { normalLine } from '../text/normal-form.ts'
import { findSynonyms, type SynonymGroup } from './synonym.ts'
import { createTokenizer, type Token, type Tokenizer, type Word } from './tokens.ts'

/** One thing that a document must hold. */
export type Unit = {
  words: Token[]
  /** `phrase` wants the words in a row, as quoted or written together; `all` wants them anywhere. */
  kind: 'phrase' | 'all'
  /** Other ways to write it, each in a row. */
  others: Word[][]
  /** Whether its last word may go on: it is the last that was typed, and perhaps unfinished. */
  isOpen: boolean
}

export type Query = {
  /** As it was typed, in its normal form; places of words refer to it. */
  text: string
  /** Whether something at the end was left out. */
  isCut: boolean
  /** None when nothing was typed that can be searched. */
  units: Unit[]
}

export const mostLetters = 200
/** A row of single letters would otherwise be a hundred words. */
const mostWords = 32
const shortestOpen = 2
const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu
/** What is written together with one of these is one thing: 45/QĐ-UBND, 16/02/2017, 2.400. */
const together = /^[/\-–.:_@]$/u

/** Nothing that a person types is an operator, but for quotation marks. */
export function parseQuery(typed: string, groups: SynonymGroup[]): Query {
  const line = normalLine(typed)
  const text = normalLine(Array.from(line).slice(0, mostLetters).join(''))
  const pieces = readPieces(text, createTokenizer())
  const kept = atMostWords(pieces)
  return { text, isCut: text !== line || countWords(kept) < countWords(pieces), units: unitsOf(kept, groups) }
}

type Piece = { words: Token[]; isQuoted: boolean }

function readPieces(text: string, tokenize: Tokenizer): Piece[] {
  const quotes = Array.from(text.matchAll(quoted), ({ index, 0: whole }) => ({ from: index, to: index + whole.length }))
  const quoteOf = (token: Token) => quotes.findIndex(({ from, to }) => token.from >= from && token.to <= to)
  const pieces: Piece[] = []
  let before: Token | null = null
  for (const token of tokenize(text)) {
    const last = pieces.at(-1)
    const quote = quoteOf(token)
    const goesOn = before && quote === quoteOf(before) && (quote >= 0 || isTogether(text, before, token))
    if (last && goesOn) last.words.push(token)
    else pieces.push({ words: [token], isQuoted: quote >= 0 })
    before = token
  }
  return pieces
}

const isTogether = (text: string, before: Token, after: Token): boolean =>
  together.test(text.slice(before.to, after.from))

function atMostWords(pieces: Piece[]): Piece[] {
  let total = 0
  const kept: Piece[] = []
  for (const { words, isQuoted } of pieces) {
    const room = words.slice(0, mostWords - total)
    total += room.length
    if (room.length > 0) kept.push({ words: room, isQuoted })
  }
  return kept
}

const countWords = (pieces: Piece[]): number => pieces.flatMap(({ words }) => words).length

function unitsOf(pieces: Piece[], groups: SynonymGroup[]): Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < pieces.length; ) {
    const run = findSynonyms(unquotedFrom(pieces, at), groups)
    const taken = run ? piecesFor(pieces, at, run.length) : 0
    const piecesTaken = pieces.slice(at, at + Math.max(1, taken))
    units.push(unitOf(piecesTaken, taken > 0 && run ? run.others : []))
    at += piecesTaken.length
  }
  return units.map((unit, place) => (place < units.length - 1 ? { ...unit, isOpen: false } : unit))
}

/** Words of a synonym that were typed apart may also stand apart: nothing gets lost by knowing more ways to write it. */
function unitOf(pieces: Piece[], others: Word[][]): Unit {
  const words = pieces.flatMap((piece) => piece.words)
  const isLong = (words.at(-1)?.folded.length ?? 0) >= shortestOpen
  return {
    words,
    kind: pieces.length > 1 || words.length === 1 ? 'all' : 'phrase',
    others,
    isOpen: pieces.length === 1 && !pieces[0]?.isQuoted && isLong,
  }
}

/** What stands in quotation marks is meant literally. */
function unquotedFrom(pieces: Piece[], at: number): Word[] {
  const end = pieces.findIndex((piece, place) => place >= at && piece.isQuoted)
  return pieces.slice(at, end < 0 ? pieces.length : end).flatMap((piece) => piece.words)
}

/** How many pieces hold exactly these words; none when the last word of the synonym stands inside a piece. */
function piecesFor(pieces: Piece[], at: number, length: number): number {
  let words = 0
  for (let place = at; place < pieces.length; place++) {
    words += pieces[place]?.words.length ?? 0
    if (words >= length) return words === length ? place - at + 1 : 0
  }
  return 0
}

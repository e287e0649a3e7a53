import { type ListPlace, type Paragraph, type Piece, text, wordsOf } from '../block.ts'
import { withoutStart } from './without-start.ts'

/** `number` is null for a bullet; `rank` tells which marks stand below which: `1.` above `-` above `+`. */
export type FoundItem = { number: number | null; rank: number; pieces: Piece[]; isTyped: boolean }

const numberRank = 0
const bulletRank = 1
const plusRank = 2

/** Hyphens, dashes, dots and what symbol fonts draw; a hyphen before a digit is a minus. */
const bullet = /^(?:[-–—](?:\s+|(?=[\p{L}“"(]))|\+(?:\s+|(?=\p{L}))|\*\s+|[•·●○■□▪◆➢✓✔\uf0a7\uf0b7\uf0d8\uf0fc]\s*)/u
const number = /^(\d{1,3})[.)]\s+/
const plainNumber = /^(\d{1,3})[.)]$/

/** An item of a list that the program made or that somebody typed with "- ", "+ " or "1. "; null for a paragraph. */
export function itemOf(block: Paragraph): FoundItem | null {
  return block.list ? listedItem(block, block.list) : typedItem(block)
}

function listedItem({ pieces }: Paragraph, { level, label }: ListPlace): FoundItem | null {
  if (label === null) return { number: null, rank: bulletRank + level, pieces, isTyped: false }
  const written = plainNumber.exec(label)?.[1]
  return written === undefined ? null : { number: Number(written), rank: numberRank + level, pieces, isTyped: false }
}

export function typedItem(block: Paragraph): FoundItem | null {
  const words = wordsOf(block)
  const numbered = number.exec(words)
  if (numbered) {
    const pieces = withoutStart(block.pieces, numbered[0].length)
    return { number: Number(numbered[1]), rank: numberRank, pieces, isTyped: true }
  }
  const mark = bullet.exec(words)?.[0]
  if (mark === undefined || mark.length === words.length) return null
  const rank = mark.startsWith('+') ? plusRank : bulletRank
  return { number: null, rank, pieces: withoutStart(block.pieces, mark.length), isTyped: true }
}

/** The ranks of the items that the next one stands in and its own; its depth is their number less one. */
export const openRanks = (open: number[], rank: number): number[] => [...open.filter((above) => above < rank), rank]

/** Letters and Roman numbers are no lists in Markdown: they stay what they look like, words. */
export function withLabel(block: Paragraph): Paragraph {
  const label = block.list?.label
  if (!label) return block
  const look = block.pieces.find((piece) => piece.kind === 'text')?.look
  return { ...block, list: null, pieces: [text(`${label} `, look), ...block.pieces] }
}

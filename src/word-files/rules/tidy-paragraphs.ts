import {
  type Block,
  isParagraph,
  isWhollyBold,
  type Paragraph,
  type Piece,
  plainLook,
  type TextPiece,
  text,
  wordsOf,
} from '../block.ts'
import { type Dropped, dropped } from '../dropped.ts'
import { joinAlike } from '../office-text.ts'

export type Tidied = { blocks: Block[]; dropped: Dropped[] }

/** So many spaces or tabs before a line push it to the right edge; fewer are the indent of a paragraph. */
const pushingSpaces = 18
const pushingTabs = 4

/** Paragraphs that say or show something, one for each line that was meant as one, without the spaces that place them. */
export function tidyParagraphs(blocks: Block[]): Tidied {
  const told: Dropped[] = []
  const tidied = blocks.flatMap((block): Block[] => {
    if (!isParagraph(block)) return [tidyTable(block, told)]
    const lines = splitLines(block)
    if (lines.length > 1) told.push(...dropped('softBreaks', lines.length - 1))
    const kept = lines.flatMap(splitPictures).flatMap((line) => tidyParagraph(line, told))
    if (kept.length === 0 && lines.length === 1 && wordsOf(block) === '') told.push(...dropped('emptyParagraphs', 1))
    return kept
  })
  return { blocks: tidied, dropped: told }
}

/** Inside a cell a line is no paragraph of its own; what else was tidied there is nobody's concern. */
function tidyTable(table: Extract<Block, { kind: 'table' }>, told: Dropped[]): Block {
  const tidyCell = (blocks: Block[]) => {
    const { blocks: tidied, dropped: inside } = tidyParagraphs(blocks)
    told.push(...inside.filter(({ what }) => what === 'doubledSpaces'))
    return tidied
  }
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: tidyCell(cell.blocks) })),
    })),
  }
}

/** Shift+Enter: a new paragraph to the eye, unless the sentence goes on below, or the line is one of a title. */
export function splitLines(block: Paragraph): Paragraph[] {
  const lines: Piece[][] = [[]]
  for (const piece of block.pieces) {
    if (piece.kind === 'break') lines.push([])
    else lines.at(-1)?.push(piece)
  }
  if (lines.length === 1) return [block]
  const staysOne = block.headingLevel !== null || block.list !== null || isWhollyBold(block)
  const joined: Paragraph[] = []
  for (const pieces of lines) {
    const line = { ...block, pieces }
    const last = joined.at(-1)
    if (last && (staysOne || goesOn(wordsOf(last), wordsOf(line)))) {
      last.pieces = [...last.pieces, space(last.pieces), ...pieces]
    } else joined.push(line)
  }
  return joined
}

const goesOn = (above: string, below: string) =>
  above !== '' && !/[.!?:;…]["”)]?$/.test(above) && /^[\p{Ll},]/u.test(below)

function space(pieces: Piece[]): TextPiece {
  const last = pieces.findLast((piece) => piece.kind === 'text')
  return text(' ', last?.kind === 'text' ? last.look : plainLook)
}

/** A picture is a paragraph of its own on our pages; what stands before and after it stays in order. */
function splitPictures(block: Paragraph): Paragraph[] {
  if (!block.pieces.some(({ kind }) => kind === 'picture')) return [block]
  const parts: Piece[][] = [[]]
  for (const piece of block.pieces) {
    if (piece.kind === 'picture') parts.push([piece], [])
    else parts.at(-1)?.push(piece)
  }
  return parts.filter((pieces) => pieces.length > 0).map((pieces) => ({ ...block, pieces }))
}

function tidyParagraph(block: Paragraph, told: Dropped[]): Paragraph[] {
  if (block.pieces.some(({ kind }) => kind === 'picture')) return [block]
  const words = wordsOf(block)
  if (words === '' && !block.pieces.some(({ kind }) => kind === 'note')) return []
  if (isRuleLine(words)) {
    told.push(...dropped('ruleLines', 1))
    return []
  }
  const { pieces, lead, doubled } = singleSpaced(block.pieces)
  told.push(...dropped('indents', lead.length), ...dropped('doubledSpaces', doubled))
  return [{ ...block, pieces: joinAlike(pieces), align: isPushed(lead, words) ? 'right' : block.align }]
}

/** "-----", "* * *" and "---o0o---" part what stands above from what stands below, and say nothing. */
export const isRuleLine = (words: string): boolean =>
  /^[-–—_=*~.…\s]{3,}$/.test(words) || /^[-–—_=*~\s]*o\s?[0Oo]\s?o[-–—_=*~\s]*$/.test(words)

function isPushed(lead: string, words: string): boolean {
  const tabs = lead.split('\t').length - 1
  return words.length <= 120 && (tabs >= pushingTabs || lead.length - tabs + tabs * 5 >= pushingSpaces)
}

/** Drawn as nothing; the soft hyphen is ư in old fonts. */
const invisible = /(?!\u00ad)\p{Cf}/gu
const blank = /\s/

/** `lead` is the white space that the line began with; `doubled` counts the places that had more than one space. */
function singleSpaced(pieces: Piece[]): { pieces: Piece[]; lead: string; doubled: number } {
  let [lead, doubled, isStart, gap] = ['', 0, true, 0]
  const spaced = pieces.map((piece): Piece => {
    if (piece.kind !== 'text') {
      isStart = false
      gap = 0
      return piece
    }
    let words = ''
    for (const letter of piece.text.replace(invisible, '')) {
      if (!blank.test(letter)) {
        words += letter
        isStart = false
        gap = 0
      } else if (isStart) lead += letter
      else {
        gap++
        if (gap === 1) words += ' '
        if (gap === 2) doubled++
      }
    }
    return { ...piece, text: words.normalize('NFC') }
  })
  return { pieces: withoutTail(spaced), lead, doubled }
}

function withoutTail(pieces: Piece[]): Piece[] {
  const last = pieces.findLastIndex((piece) => piece.kind !== 'text' || piece.text.trim() !== '')
  const kept = pieces.slice(0, last + 1)
  return kept
    .map((piece, at) => (piece.kind === 'text' && at === last ? { ...piece, text: piece.text.trimEnd() } : piece))
    .filter((piece) => piece.kind !== 'text' || piece.text !== '')
}

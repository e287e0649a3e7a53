import { fold } from '../../text/fold.ts'
import {
  type Block,
  type Cell,
  isParagraph,
  isStrong,
  type Piece,
  paragraph,
  paragraphsIn,
  type Row,
  type Table,
  text,
  wordsIn,
  wordsOf,
} from '../block.ts'
import { mostColumns } from '../limits.ts'
import { typedItem } from './typed-lists.ts'

/** A table as Markdown can write it: one head, every row as wide, nothing merged. */
export type Grid = { head: Piece[][]; rows: Piece[][][] }

export type Gridded = { grid: Grid; mergedCells: number; nestedTables: number }

type Place = { cell: Cell; isFirst: boolean }

/** What a merged cell says stands in each place that it covered; a row that is one cell stays one line. */
export function gridOf(table: Table): Gridded {
  const places = placesOf(table.rows)
  const width = Math.max(1, ...places.map((row) => row.length))
  const lines = places.map((row) => lineOf(row, width))
  const heads = headRows(table.rows)
  const cells = table.rows.flatMap((row) => row.cells)
  return {
    grid: {
      head: heads === 0 ? Array.from({ length: width }, () => []) : joinedHead(lines.slice(0, heads)),
      rows: lines.slice(heads),
    },
    mergedCells: cells.filter(({ columns, rows }) => columns > 1 || rows > 1).length,
    nestedTables: cells.flatMap(({ blocks }) => blocks.filter((block) => !isParagraph(block))).length,
  }
}

/** Which cell covers each place of the grid. */
function placesOf(rows: Row[]): Place[][] {
  const places: Place[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of row.cells) {
      while (places[at]?.[column]) column++
      for (let below = 0; below < cell.rows && at + below < rows.length; below++) {
        for (let right = 0; right < cell.columns && column + right < mostColumns; right++) {
          const line = places[at + below]
          if (line) line[column + right] = { cell, isFirst: below === 0 && right === 0 }
        }
      }
      column += cell.columns
    }
  })
  return places
}

function lineOf(row: Place[], width: number): Piece[][] {
  const isOneCell = width > 1 && row.length === width && row.every((place) => place?.cell === row[0]?.cell)
  return Array.from({ length: width }, (_, column) => {
    const place = row[column]
    return place && (place.isFirst || !isOneCell) ? piecesIn(place.cell.blocks) : []
  })
}

/** A cell is one line: its paragraphs follow each other, items of a list with a semicolon between them. */
function piecesIn(blocks: Block[]): Piece[] {
  const lines = paragraphsIn(blocks).map((block) => {
    const item = typedItem(block)
    return {
      pieces: item && item.number === null ? item.pieces : block.pieces,
      isItem: item !== null || block.list !== null,
    }
  })
  return lines.flatMap(({ pieces, isItem }, at) => {
    const isSecondItem = isItem && lines[at - 1]?.isItem
    const needsMark = isSecondItem && !/[.;,:]$/.test(wordsOf(paragraph(lines[at - 1]?.pieces ?? [])))
    return at === 0 ? pieces : [text(needsMark ? '; ' : ' '), ...pieces]
  })
}

/** Rows marked as head; else the first, where it looks like one; else none. */
export function headRows(rows: Row[]): number {
  const marked = rows.findIndex(({ isHead }) => !isHead)
  if (marked !== 0) return marked < 0 ? Math.min(1, rows.length) : marked
  const [first, second] = rows
  if (!first || !second || !looksLikeHead(first)) return 0
  const goesOn = first.cells.some((cell) => cell.columns > 1) && isAllStrong(second)
  return goesOn ? Math.min(2, rows.length - 1) : 1
}

const looksLikeHead = (row: Row): boolean => isAllStrong(row) || isAllCentred(row) || isCounted(row)

const saying = (row: Row) => row.cells.filter(({ blocks }) => wordsIn(blocks) !== '')
const isAllStrong = (row: Row): boolean =>
  saying(row).length > 0 &&
  saying(row).every(({ blocks }) => paragraphsIn(blocks).every((block) => wordsOf(block) === '' || isStrong(block)))
const isAllCentred = (row: Row): boolean =>
  saying(row).length > 1 &&
  saying(row).every(
    ({ blocks }) =>
      paragraphsIn(blocks).every((block) => block.align === 'center') && !/^[\d.,%\s]+$/.test(wordsIn(blocks)),
  )
/** "STT", "TT" or "Số TT" heads the numbers of rows in every office. */
const isCounted = (row: Row): boolean =>
  /^(?:stt|tt|so tt|so thu tu)\.?$/.test(fold(wordsIn(row.cells[0]?.blocks ?? [])))

/** Two rows of a head become one: "Năm 2016 – Kế hoạch", each part once. */
function joinedHead(lines: Piece[][][]): Piece[][] {
  const [first = [], ...others] = lines
  return first.map((pieces, column) => {
    const said = [pieces, ...others.map((line) => line[column] ?? [])].map((each) => wordsOf(paragraph(each)))
    const parts = said.filter((words, at) => words !== '' && said.indexOf(words) === at)
    return parts.length > 1 ? [text(parts.join(' – '))] : parts.length === 1 ? [text(parts[0] ?? '')] : []
  })
}

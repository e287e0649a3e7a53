import {
  type Block,
  type Cell,
  type Dropped,
  dropped,
  headRows,
  isParagraph,
  isText,
  itemOf,
  type Paragraph,
  type Piece,
  paragraph,
  paragraphsIn,
  splitLines,
  type Table,
  text,
  withLabel,
} from '../../../word-files/rules/index.ts'
import type { PartCell, PartRow } from './part.ts'

/** A table as it was, merged cells too; a cell holds lines of words and no blocks. */
export function arrangeTable(table: Table, told: Dropped[]): PartRow[] {
  const heads = headRows(table.rows)
  told.push(...dropped('nestedTables', nestedIn(table)))
  return table.rows.map(({ cells }, at) => ({
    isHead: at < heads,
    cells: cells.map((cell) => (at < heads ? headPart(cell) : cellPart(cell))),
  }))
}

const nestedIn = ({ rows }: Table): number =>
  rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.filter((block) => !isParagraph(block)))).length

function cellPart({ blocks, columns, rows }: Cell): PartCell {
  return { lines: linesIn(blocks), columns, rows }
}

/** A head is bold by itself. */
function headPart(cell: Cell): PartCell {
  const part = cellPart(cell)
  const plain = (piece: Piece) => (isText(piece) ? { ...piece, look: { ...piece.look, isBold: false } } : piece)
  return { ...part, lines: part.lines.map((line) => line.map(plain)) }
}

/** Its paragraphs; where a sentence goes on in the next one, they are one line. */
function linesIn(blocks: Block[]): Piece[][] {
  const pieces = paragraphsIn(blocks)
    .map((block) => signed(block).pieces.filter((piece) => piece.kind !== 'picture'))
    .filter((line) => line.some((piece) => isText(piece) && piece.text.trim() !== ''))
    .flatMap((line, at): Piece[] => (at === 0 ? line : [{ kind: 'break' }, ...line]))
  return splitLines(paragraph(pieces)).map((line) => line.pieces)
}

/** An item keeps its sign as a word. */
function signed(block: Paragraph): Paragraph {
  if (block.list === null) return block
  if (block.list.label !== null) return withLabel(block)
  return itemOf(block) ? { ...block, pieces: [text('- '), ...block.pieces] } : block
}

import { fold } from '../../text/fold.ts'
import { type Block, type Cell, isOnlyPictures, isParagraph, type Table, wordsIn, wordsOf } from '../block.ts'

const longestCaption = 250

/** Tables that only place things on the page, as the paragraphs that they place. `count` says how many. */
export function unrollLayoutTables(blocks: Block[]): { blocks: Block[]; count: number } {
  let count = 0
  const unrolled = blocks.flatMap((block) => {
    const inside = isParagraph(block) ? null : placedBy(block)
    if (inside === null) return [block]
    count++
    return unrollLayoutTables(inside).blocks
  })
  return { blocks: unrolled, count }
}

/** What the table places, null where it is one that compares. */
function placedBy(table: Table): Block[] | null {
  const cells = table.rows.flatMap(({ cells }) => cells)
  if (cells.every(({ blocks }) => wordsIn(blocks) === '' && !blocks.some(isOnlyPictures))) return []
  if (table.rows.every((row) => row.cells.length <= 1)) return cells.flatMap(({ blocks }) => blocks)
  if (isSignature(cells)) return cells.flatMap(({ blocks }) => blocks).map(atTheRight)
  return isAlbum(cells) ? albumOf(table) : null
}

/** "Nơi nhận: …" at the left, who signed at the right. */
const isSignature = (cells: Cell[]) =>
  cells.length <= 4 && cells.some(({ blocks }) => /^noi nhan\b/.test(fold(wordsIn(blocks))))

/** Photos side by side, with what is said below them and nothing else. */
function isAlbum(cells: Cell[]): boolean {
  const said = cells.filter(({ blocks }) => wordsIn(blocks) !== '')
  const shown = cells.filter(({ blocks }) => blocks.some(isOnlyPictures))
  return (
    shown.length > 0 &&
    said.length <= shown.length &&
    said.every(({ blocks }) => wordsIn(blocks).length <= longestCaption)
  )
}

/** Each picture with the words below it, which are centred now, so that they are known as its caption. */
function albumOf({ rows }: Table): Block[] {
  return rows.flatMap(({ cells }, at) =>
    cells.flatMap((cell, column): Block[] => {
      if (!cell.blocks.some(isOnlyPictures)) return []
      const below = rows[at + 1]?.cells[column]?.blocks ?? []
      const own = cell.blocks.filter((block) => isOnlyPictures(block) || wordsIn([block]) !== '')
      return [...own, ...(below.some(isOnlyPictures) ? [] : below)].map(centred)
    }),
  )
}

/** Who signs heads nothing, however bold. */
const atTheRight = (block: Block): Block => (isParagraph(block) ? { ...block, align: 'right' } : block)

const centred = (block: Block): Block =>
  isParagraph(block) && wordsOf(block) !== '' ? { ...block, align: 'center' } : block

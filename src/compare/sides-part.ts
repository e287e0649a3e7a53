import { compareParagraphs, type ParagraphRow } from './paragraph-rows.ts'
import { comparePieces, type Piece } from './pieces.ts'
import type { CompareWords } from './words.ts'

/** Words that stayed, came and went, as `part('compare/pieces', …)` shows them. */
export type PiecesPart = { pieces: Piece[]; words: CompareWords }

/** Two texts side by side, one below the other where there is no room, as `part('compare/sides', …)` shows them. */
export type SidesPart = { names: { before: string; after: string }; blocks: Block[]; words: CompareWords }

type Block =
  | { kind: 'pair'; before: Piece[]; after: Piece[] }
  | { kind: 'same'; text: string }
  | { kind: 'kept'; summary: string; texts: string[] }

type Wish = { before: string; after: string; names: SidesPart['names']; words: CompareWords }

/** More paragraphs in a row that stayed as they were are folded. */
const mostShown = 2

/** Markdown of many paragraphs. */
export function textSides({ before, after, names, words }: Wish): SidesPart {
  const blocks: Block[] = []
  let same: string[] = []
  const endSame = () => {
    const isLong = same.length > mostShown
    if (isLong) blocks.push({ kind: 'kept', summary: words.kept(same.length), texts: same })
    else blocks.push(...same.map((text): Block => ({ kind: 'same', text })))
    same = []
  }
  for (const row of compareParagraphs(before, after)) {
    if (row.kind === 'same') {
      same.push(textOf(row))
      continue
    }
    endSame()
    blocks.push({ kind: 'pair', before: row.before, after: row.after })
  }
  endSame()
  return { names, blocks, words }
}

/** A field of one line. */
export function lineSides({ before, after, names, words }: Wish): SidesPart {
  const pieces = comparePieces(before, after)
  const pair: Block = {
    kind: 'pair',
    before: pieces.filter(({ kind }) => kind !== 'added'),
    after: pieces.filter(({ kind }) => kind !== 'removed'),
  }
  return { names, blocks: [pair], words }
}

const textOf = ({ before }: ParagraphRow) => before.map(({ text }) => text).join('')

import type { Block, Paragraph, Piece } from './block.ts'
import { isParagraph } from './block.ts'
import type { Dropped } from './dropped.ts'

export type FoundPicture = { bytes: Uint8Array; name: string }

/** What any file comes to before anybody judges how it looks: .docx, .odt and .txt alike. */
export type OfficeText = {
  blocks: Block[]
  /** Footnotes and endnotes in the order of their first mention. */
  notes: Block[][]
  pictures: FoundPicture[]
  dropped: Dropped[]
}

/** The same blocks, every paragraph replaced. */
export function mapParagraphs(blocks: Block[], change: (block: Paragraph) => Paragraph): Block[] {
  return blocks.map((block) =>
    isParagraph(block)
      ? change(block)
      : {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, blocks: mapParagraphs(cell.blocks, change) })),
          })),
        },
  )
}

/** Neighbours that look alike are one: programs cut runs at every correction, and a letter of VNI is two of theirs. */
export function joinAlike(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.kind === 'text' && last?.kind === 'text' && piece.href === last.href && isSameLook(piece, last)) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    } else joined.push(piece)
  }
  return joined
}

type Looking = {
  look: { isBold: boolean; isItalic: boolean; isStruck: boolean; raised: string | null; font: string | null }
}

function isSameLook({ look: a }: Looking, { look: b }: Looking): boolean {
  return (
    a.isBold === b.isBold &&
    a.isItalic === b.isItalic &&
    a.isStruck === b.isStruck &&
    a.raised === b.raised &&
    a.font === b.font
  )
}

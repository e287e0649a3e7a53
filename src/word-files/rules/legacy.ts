import { detectLegacyEncoding, fromLegacyEncoding, type LegacyEncoding } from '../../text/legacy-encoding.ts'
import { isText, type Paragraph, paragraphsIn, type TextPiece } from '../block.ts'
import { mapParagraphs, type OfficeText } from '../office-text.ts'

export type Legacy = 'tcvn3' | 'vni'

export type FoundLegacy = { legacy: Legacy; fonts: string[]; paragraphs: number; converted: OfficeText }

const vietnameseInUnicode = /[\u0100-\u024f]|[\u0300-\u036f]|[\u1e00-\u1eff]/
/** Who types a whole paragraph in one font shows it in its first lines. */
const enoughToJudge = 2000
const legacyLetters = /[\u0080-\u00ff]/

/** By its fonts, else by its letters; null where everything is Unicode. */
export function findLegacy(document: OfficeText): FoundLegacy | null {
  const counts: Record<LegacyEncoding, number> = { TCVN3: 0, VNI: 0 }
  const fonts = new Set<string>()
  for (const block of paragraphsIn([...document.blocks, ...document.notes.flat()])) {
    const found = encodingsOf(block).filter(({ encoding }) => encoding !== null)
    for (const { piece } of found) if (piece.look.font && encodingOfFont(piece.look.font)) fonts.add(piece.look.font)
    const [first] = found
    if (first?.encoding) counts[first.encoding]++
  }
  const paragraphs = counts.TCVN3 + counts.VNI
  if (paragraphs === 0) return null
  return {
    legacy: counts.TCVN3 >= counts.VNI ? 'tcvn3' : 'vni',
    fonts: [...fonts],
    paragraphs,
    converted: {
      ...document,
      blocks: mapParagraphs(document.blocks, toUnicode),
      notes: document.notes.map((note) => mapParagraphs(note, toUnicode)),
    },
  }
}

function encodingOfFont(font: string): LegacyEncoding | null {
  if (/^\.vn/i.test(font)) return 'TCVN3'
  return /^vni[- ]/i.test(font) ? 'VNI' : null
}

/** The encoding of each piece; a piece in plain letters reads alike in all, so it has none. */
function encodingsOf(block: Paragraph): { piece: TextPiece; encoding: LegacyEncoding | null }[] {
  const pieces = block.pieces.filter(isText)
  const words = pieces.map((piece) => piece.text).join('')
  const byLetters = detectLegacyEncoding(words.slice(0, enoughToJudge))
  return pieces.map((piece) => ({
    piece,
    encoding: isOld(piece.text) ? (encodingOfFont(piece.look.font ?? '') ?? byLetters) : null,
  }))
}

/** Whoever types Unicode in an old font sees other letters than the font has. */
const isOld = (words: string) => legacyLetters.test(words) && !vietnameseInUnicode.test(words)

function toUnicode(block: Paragraph): Paragraph {
  const encodings = new Map(encodingsOf(block).map(({ piece, encoding }) => [piece, encoding]))
  const pieces = block.pieces.map((piece) =>
    piece.kind === 'text' ? inUnicode(piece, encodings.get(piece) ?? null) : piece,
  )
  return { ...block, pieces }
}

/** Fonts like .VnTimeH draw small letters as capitals. */
function inUnicode(piece: TextPiece, encoding: LegacyEncoding | null): TextPiece {
  const words = encoding ? fromLegacyEncoding(piece.text, encoding) : piece.text
  return { ...piece, text: /^\.vn.*h$/i.test(piece.look.font ?? '') ? words.toUpperCase() : words }
}

/** How text looks; offices say with it what is a title, a heading or a name. */
export type Look = {
  isBold: boolean
  isItalic: boolean
  isStruck: boolean
  raised: 'up' | 'down' | null
  font: string | null
}

export type TextPiece = { kind: 'text'; text: string; look: Look; href: string | null }
export type Piece =
  | TextPiece
  | { kind: 'break' }
  /** `at` is the place in the pictures of the file. */
  | { kind: 'picture'; at: number; alternativeText: string }
  /** `at` is the place in the notes of the file. */
  | { kind: 'note'; at: number }

export type Align = 'left' | 'center' | 'right' | 'justify'

/** `label` as the program shows it (`1.`, `I.`, `Điều 3.`), null for a bullet. */
export type ListPlace = { level: number; label: string | null }

/**
 * `headingLevel` is 0 for a title, 1 and more for headings, null where no style says so. `isQuoted` is what web pages say of a
 * quotation; files have no word for it.
 */
export type Paragraph = {
  kind: 'paragraph'
  pieces: Piece[]
  align: Align
  headingLevel: number | null
  list: ListPlace | null
  isQuoted?: true
}

/** `columns` and `rows` are how many places of the grid it covers. */
export type Cell = { blocks: Block[]; columns: number; rows: number }
export type Row = { isHead: boolean; cells: Cell[] }
export type Table = { kind: 'table'; rows: Row[] }
export type Block = Paragraph | Table

export const plainLook: Look = { isBold: false, isItalic: false, isStruck: false, raised: null, font: null }

export const text = (words: string, look: Look = plainLook, href: string | null = null): TextPiece => ({
  kind: 'text',
  text: words,
  look,
  href,
})

export function paragraph(pieces: Piece[], rest: Partial<Omit<Paragraph, 'kind' | 'pieces'>> = {}): Paragraph {
  return { kind: 'paragraph', align: 'left', headingLevel: null, list: null, ...rest, pieces }
}

export const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph'
export const isText = (piece: Piece): piece is TextPiece => piece.kind === 'text'

/** The words in one line, single-spaced. */
export function wordsOf({ pieces }: Paragraph): string {
  return pieces
    .map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'break' ? ' ' : ''))
    .join('')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
}

/** Pieces that say something; a bold sentence may end in a full stop that is not. */
const telling = ({ pieces }: Paragraph) => pieces.filter(isText).filter((piece) => /[\p{L}\p{N}]/u.test(piece.text))

const isWholly = (is: (look: Look) => boolean) => (block: Paragraph) => {
  const pieces = telling(block)
  return pieces.length > 0 && pieces.every(({ look }) => is(look))
}

export const isWhollyBold = isWholly((look) => look.isBold)
export const isWhollyItalic = isWholly((look) => look.isItalic)

/** "THÔNG BÁO", not "UBND": two words at least, or a long one. */
export function isInCapitals(words: string): boolean {
  const letters = words.replace(/[^\p{L}]/gu, '')
  return letters.length > 5 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

/** Written so that it stands out: offices have no other heading. */
export const isStrong = (block: Paragraph): boolean => isWhollyBold(block) || isInCapitals(wordsOf(block))

export const picturesIn = ({ pieces }: Paragraph) => pieces.filter((piece) => piece.kind === 'picture')
export const isOnlyPictures = (block: Block): boolean =>
  isParagraph(block) && wordsOf(block) === '' && picturesIn(block).length > 0

/** Every paragraph in reading order, those of tables too. */
export function paragraphsIn(blocks: Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    isParagraph(block)
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks))),
  )
}

export const wordsIn = (blocks: Block[]): string => paragraphsIn(blocks).map(wordsOf).filter(Boolean).join(' ')

import {
  type Align,
  type Block,
  isParagraph,
  type ListPlace,
  type Look,
  type Paragraph,
  type Piece,
  paragraph,
  type Table,
  text,
} from '../../../word-files/rules/index.ts'

/** What holds for the words inside of an element; `depth` counts the lists that they stand in. */
export type Surroundings = {
  look: Look
  href: string | null
  isPreformatted: boolean
  align: Align
  headingLevel: number | null
  list: ListPlace | null
  isQuoted: boolean
  depth: number
}

export type Paragraphs = ReturnType<typeof createParagraphs>

const ruleLine = '-----'
/** Control characters and halves of letters. */
const unseen = /(?!\s)[\p{Cc}\p{Cs}]/gu

/** Gathers words to paragraphs: one begins with its first word and ends where an element begins or ends that stands alone. */
export function createParagraphs() {
  const blocks: Block[] = []
  let open: Paragraph | null = null

  return { addWords, addBreak, addPicture, addRule, addTable, end, finish }

  function addWords(words: string, around: Surroundings) {
    if (around.isPreformatted) return addLines(words, around)
    const spaced = words.replace(unseen, '').replace(/[ \t\r\n\f]+/g, ' ')
    const said = open === null || endsBlank(open) ? spaced.replace(/^ /, '') : spaced
    if (said !== '') add(text(said, around.look, around.href), around)
  }

  function addLines(words: string, around: Surroundings) {
    words
      .replace(unseen, '')
      .split(/\r\n?|\n/)
      .forEach((line, at) => {
        if (at > 0) addBreak(around)
        if (line !== '') add(text(line, around.look, around.href), around)
      })
  }

  function addBreak(around: Surroundings) {
    add({ kind: 'break' }, around)
  }

  function addPicture(picture: Piece, around: Surroundings) {
    add(picture, around)
  }

  /** Dropped as a typed one is, and counted with them. */
  function addRule() {
    end()
    blocks.push(paragraph([text(ruleLine)]))
  }

  function addTable({ caption, table }: { caption: Block[]; table: Table }) {
    end()
    blocks.push(...caption, ...(table.rows.length > 0 ? [table] : []))
  }

  function end() {
    if (open) blocks.push(open)
    open = null
  }

  function finish(): Block[] {
    end()
    return blocks
  }

  function add(piece: Piece, around: Surroundings) {
    open ??= itemGoingOn(around) ?? begun(around)
    open.pieces.push(piece)
  }

  /** A second paragraph of one item: an item of ours is one paragraph. */
  function itemGoingOn({ list, headingLevel }: Surroundings): Paragraph | null {
    const last = blocks.at(-1)
    if (list === null || !last || !isParagraph(last) || last.list !== list || last.headingLevel !== headingLevel)
      return null
    blocks.pop()
    last.pieces.push({ kind: 'break' })
    return last
  }
}

function begun({ align, headingLevel, list, isQuoted }: Surroundings): Paragraph {
  const block = paragraph([], { align, headingLevel: isQuoted ? null : headingLevel, list })
  return isQuoted ? { ...block, isQuoted: true } : block
}

function endsBlank({ pieces }: Paragraph): boolean {
  const last = pieces.at(-1)
  return last?.kind === 'break' || (last?.kind === 'text' && last.text.endsWith(' '))
}

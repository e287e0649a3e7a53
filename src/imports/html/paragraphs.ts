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
} from '../../word-files/index.ts'

/** What holds for the words inside of an element; `depth` counts the lists that they stand in. */
export type Surroundings = {
  look: Look
  href: string | null
  /** A line break is one to readers: `pre`, and texts that WordPress keeps. */
  hasLines: boolean
  align: Align
  headingLevel: number | null
  list: ListPlace | null
  isQuoted: boolean
  depth: number
}

export type Paragraphs = ReturnType<typeof createParagraphs>

const ruleLine = '-----'

/** Gathers words to paragraphs: one begins with its first word and ends where an element begins or ends that stands alone. */
export function createParagraphs() {
  const blocks: Block[] = []
  let open: Paragraph | null = null

  return { addWords, addPiece, addRule, addTable, end, finish }

  function addWords(words: string, around: Surroundings) {
    if (around.hasLines) return addLines(words, around)
    const spaced = words.replace(/[ \t\r\n\f]+/g, ' ')
    const said = open === null || endsBlank(open) ? spaced.replace(/^ /, '') : spaced
    if (said !== '') addPiece(text(said, around.look, around.href), around)
  }

  /** An empty line ends a paragraph, any other break a line. */
  function addLines(words: string, around: Surroundings) {
    for (const [at, part] of words.split(/\r?\n[ \t]*\r?\n\s*/).entries()) {
      if (at > 0) end()
      for (const [place, line] of part.split(/\r?\n/).entries()) {
        if (place > 0 && open) addPiece({ kind: 'break' }, around)
        if (line.trim() !== '' || open) addPiece(text(line, around.look, around.href), around)
      }
    }
  }

  function addRule() {
    end()
    blocks.push(paragraph([text(ruleLine)]))
  }

  function addTable(table: Table) {
    end()
    if (table.rows.length > 0) blocks.push(table)
  }

  function end() {
    if (open) blocks.push(open)
    open = null
  }

  function finish(): Block[] {
    end()
    return blocks
  }

  function addPiece(piece: Piece, around: Surroundings) {
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
  return paragraph([], { align, list, headingLevel: isQuoted ? null : headingLevel, ...(isQuoted ? { isQuoted } : {}) })
}

function endsBlank({ pieces }: Paragraph): boolean {
  const last = pieces.at(-1)
  return last?.kind === 'break' || (last?.kind === 'text' && last.text.endsWith(' '))
}

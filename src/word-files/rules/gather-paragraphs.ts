import {
  type Align,
  type Block,
  isParagraph,
  type ListPlace,
  type Look,
  type Paragraph,
  type Piece,
  paragraph,
  text,
} from '../block.ts'

/** What holds for the words inside of an element; `depth` counts the lists that they stand in. */
export type Surroundings = {
  look: Look
  href: string | null
  /** A line break is one to readers, as in `pre`. */
  hasLines: boolean
  align: Align
  headingLevel: number | null
  list: ListPlace | null
  isQuoted: boolean
  depth: number
}

const ruleLine = '-----'

/** Gathers words of HTML to paragraphs: one begins with its first word and ends where an element begins or ends that stands alone. */
export function gatherParagraphs() {
  const blocks: Block[] = []
  let open: Paragraph | null = null

  return { addWords, addPiece, addRule, addBlocks, isOpen: () => open !== null, end, finish }

  /** As HTML means them: any run of blanks is one space. */
  function addWords(words: string, around: Surroundings) {
    const spaced = words.replace(/[ \t\r\n\f]+/g, ' ')
    const said = open === null || endsBlank(open) ? spaced.replace(/^ /, '') : spaced
    if (said !== '') addPiece(text(said, around.look, around.href), around)
  }

  function addPiece(piece: Piece, around: Surroundings) {
    open ??= itemGoingOn(around) ?? begun(around)
    open.pieces.push(piece)
  }

  /** Dropped as a typed one is, and counted with them. */
  function addRule() {
    addBlocks([paragraph([text(ruleLine)])])
  }

  function addBlocks(others: Block[]) {
    end()
    blocks.push(...others)
  }

  function end() {
    if (open) blocks.push(open)
    open = null
  }

  function finish(): Block[] {
    end()
    return blocks
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

import type { Piece } from '../block.ts'
import { draftPictureScheme } from '../draft.ts'
import type { Grid } from '../rules/table-grid.ts'
import { escapeStart, escapeWords } from './escape-markdown.ts'
import { inlineMarkdown, pictureMarkdown } from './inline-markdown.ts'
import type { Part } from './part.ts'

export type Written = { markdown: string; droppedLinks: number }

type Item = Extract<Part, { kind: 'item' }>
/** An item that later ones may stand in or beside. `column` is where its words begin. */
type OpenItem = { number: number | null; sign: string; column: number }

/**
 * The parts as Markdown without raw HTML, an empty line between them; items of a list and paragraphs of a quotation follow each
 * other. `pictureScheme` stands before the number of each picture.
 */
export function writeMarkdown(parts: Part[], pictureScheme = draftPictureScheme): Written {
  let droppedLinks = 0
  const inline = (pieces: Piece[]) => {
    const line = inlineMarkdown(pieces, noteSign, (at, alternativeText) =>
      pictureMarkdown(`${pictureScheme}${at}`, { alternativeText, caption: '' }),
    )
    droppedLinks += line.droppedLinks
    return line.markdown.trim()
  }

  const blocks: string[] = []
  let open: OpenItem[] = []
  for (const [at, part] of parts.entries()) {
    if (part.kind !== 'item') {
      const block = blockOf(part, inline, pictureScheme)
      if (isQuote(part) && isQuote(parts[at - 1])) blocks[blocks.length - 1] += `\n>\n${block}`
      else blocks.push(block)
      open = []
      continue
    }
    const isFirst = open.length === 0 || isOtherList(part, open)
    const { line, items } = itemLine(part, open, inline(part.pieces))
    open = items
    if (isFirst) blocks.push(line)
    else blocks[blocks.length - 1] += `\n${line}`
  }
  return { markdown: blocks.filter((block) => block !== '').join('\n\n'), droppedLinks }
}

/** Bullets after numbers, or numbers after bullets, are a list of their own. */
const isOtherList = (item: Item, open: OpenItem[]) =>
  item.depth === 0 && (item.number === null) !== (open[0]?.number === null)

/** As it stands beside the word that it explains, and before the note in the list at the end. */
const noteSign = (at: number) => ` [${at + 1}]`

const isQuote = (part: Part | undefined) => part?.kind === 'paragraph' && part.isQuoted === true

function blockOf(part: Exclude<Part, Item>, inline: (pieces: Piece[]) => string, pictureScheme: string): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${escapeWords(part.words).replace(/#+$/, '\\$&')}`
    case 'paragraph':
      return `${part.isQuoted ? '> ' : ''}${escapeStart(inline(part.pieces))}`
    case 'picture':
      return pictureMarkdown(`${pictureScheme}${part.at}`, part)
    case 'table':
      return tableOf(part.grid, inline)
  }
}

/** Numbers that do not follow each other take another sign: Markdown counts the items of one list by itself. */
function itemLine(item: Item, open: OpenItem[], words: string): { line: string; items: OpenItem[] } {
  const above = open.slice(0, item.depth)
  const before = open[item.depth]
  const indent = above.at(-1)?.column ?? 0
  const follows = before?.number !== null && before?.number !== undefined && item.number === before.number + 1
  const sign = item.number === null ? '-' : follows ? before.sign : before?.sign === '.' ? ')' : '.'
  const mark = item.number === null ? '- ' : `${item.number}${sign} `
  const own: OpenItem = { number: item.number, sign, column: indent + mark.length }
  return { line: ' '.repeat(indent) + mark + escapeStart(words), items: [...above, own] }
}

function tableOf({ head, rows }: Grid, inline: (pieces: Piece[]) => string): string {
  const line = (cells: Piece[][]) => `| ${cells.map((pieces) => cellOf(inline(pieces))).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

/** A bar parts cells even where it stands in code or in an address. */
const cellOf = (markdown: string) => markdown.replaceAll('|', '\\|')

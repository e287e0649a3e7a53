import type { Item, Part, PartCell, PartRow } from './part.ts'
import { escaped, writeInline } from './write-inline.ts'
import { writeLists } from './write-lists.ts'

/** Stands in the HTML for a picture that is not uploaded yet; its value is the number of the picture. */
export const pictureMark = 'data-pasted'

/** The parts as HTML that holds nothing but what is written here. Pictures are numbered from `firstPicture`. */
export function writeHtml(parts: Part[], firstPicture: number): string {
  return runsOf(parts, (part) => part.isQuoted)
    .map((run) => {
      const blocks = writeBlocks(run, firstPicture)
      return run[0]?.isQuoted ? `<blockquote>\n${blocks}\n</blockquote>` : blocks
    })
    .join('\n')
}

const writeBlocks = (parts: Part[], firstPicture: number): string =>
  runsOf(parts, isItem)
    .flatMap((run) => {
      const items = run.filter(isItem)
      return items.length > 0 ? [writeLists(items)] : run.map((part) => writeBlock(part, firstPicture))
    })
    .join('\n')

const isItem = (part: Part): part is Item & Part => part.kind === 'item'

function writeBlock(part: Part, firstPicture: number): string {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level}>${escaped(part.words)}</h${part.level}>`
    case 'paragraph':
      // Who signs heads nothing; without the mark a bold name would become a heading when it is pasted again.
      return `<p${part.isAtRight ? ' align="right"' : ''}>${writeInline(part.pieces)}</p>`
    case 'picture':
      return writePicture(part, firstPicture)
    case 'table':
      return writeTable(part.rows)
    case 'item':
      return writeLists([part])
  }
}

function writePicture(
  { at, alternativeText, caption }: Extract<Part, { kind: 'picture' }>,
  firstPicture: number,
): string {
  const title = caption === '' ? '' : ` title="${escaped(caption)}"`
  return `<img ${pictureMark}="${firstPicture + at}" alt="${escaped(alternativeText)}"${title}>`
}

function writeTable(rows: PartRow[]): string {
  const head = rows.filter(({ isHead }) => isHead)
  const body = rows.filter(({ isHead }) => !isHead)
  const groups = [...writeRows('thead', 'th', head), ...writeRows('tbody', 'td', body)]
  return `<table>\n${groups.join('\n')}\n</table>`
}

function writeRows(group: string, tag: string, rows: PartRow[]): string[] {
  if (rows.length === 0) return []
  const lines = rows.map(({ cells }) => `<tr>${cells.map((cell) => writeCell(tag, cell)).join('')}</tr>`)
  return [`<${group}>\n${lines.join('\n')}\n</${group}>`]
}

function writeCell(tag: string, { lines, columns, rows }: PartCell): string {
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`
  return `<${tag}${spans}>${lines.map(writeInline).join('<br>')}</${tag}>`
}

/** Neighbours of which the same is true. */
function runsOf(parts: Part[], is: (part: Part) => boolean): Part[][] {
  const runs: Part[][] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last?.[0] && is(last[0]) === is(part)) last.push(part)
    else runs.push([part])
  }
  return runs
}

import { DOMSerializer, type Node } from '@tiptap/pm/model'
import { attributeOf, type Style } from './escape.ts'
import { writeBlocks, writePicture } from './write-block.ts'
import { writeLine } from './write-line.ts'

/** With bars where Markdown can say it, else in HTML. */
export function writeTable(table: Node, style: Style): string {
  return isPlain(table) ? writeBars(table, style) : writeHtml(table, style)
}

const isHeader = (cell: Node) => cell.type.name === 'tableHeader'
const alignOf = (cell: Node | undefined): string => String(cell?.attrs['align'] ?? '')
const isRowOfHeaders = (row: Node | undefined) =>
  row !== undefined && row.childCount > 0 && row.children.every(isHeader)

/** One row of headers, single cells of one paragraph, one place for the words of each column. */
function isPlain(table: Node): boolean {
  const [head, ...rows] = table.children
  if (!head || !isRowOfHeaders(head)) return false
  const isRegular = rows.every((row) => row.childCount === head.childCount && !row.children.some(isHeader))
  const areAligned = rows.every((row) =>
    row.children.every((cell, at) => alignOf(cell) === alignOf(head.maybeChild(at) ?? undefined)),
  )
  return isRegular && areAligned && table.children.every((row) => row.children.every(isSingle))
}

function isSingle({ attrs, children }: Node): boolean {
  const isSpanning = attrs['colspan'] !== 1 || attrs['rowspan'] !== 1
  return !isSpanning && children.length === 1 && ['paragraph', 'picture'].includes(children[0]?.type.name ?? '')
}

const dashes: Record<string, string> = { left: ':--', center: ':-:', right: '--:', '': '---' }

function writeBars(table: Node, style: Style): string {
  const [head, ...rows] = table.children
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const words = (row: Node) =>
    row.children.map((cell) => cellWords(cell, { ...style, isOneLine: true, isInTable: true }))
  const rule = (head?.children ?? []).map((cell) => dashes[alignOf(cell)] ?? '---')
  return [...(head ? [words(head)] : []), rule, ...rows.map(words)].map(line).join('\n')
}

function cellWords(cell: Node, style: Style): string {
  const content = cell.child(0)
  return content.type.name === 'picture' ? writePicture(content).replaceAll('|', '\\|') : writeLine(content, style)
}

function writeHtml(table: Node, style: Style): string {
  const rows = table.children.map((row) => {
    const cells = row.children.map((cell) => cellHtml(cell, style))
    return `<tr>\n${cells.join('\n')}\n</tr>`
  })
  const [head, ...body] = rows
  if (!isRowOfHeaders(table.firstChild ?? undefined)) return `<table>\n${rows.join('\n')}\n</table>`
  return `<table>\n<thead>\n${head}\n</thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`
}

/** A cell of one paragraph in HTML alone; Markdown between empty lines where there is more. */
function cellHtml(cell: Node, style: Style): string {
  const name = isHeader(cell) ? 'th' : 'td'
  const opening = `<${name}${attributesOf(cell)}>`
  const [only, ...others] = cell.children
  if (only?.type.name === 'paragraph' && others.length === 0) return `${opening}${inlineHtml(only)}</${name}>`
  return `${opening}\n\n${writeBlocks(cell, { ...style, isOneLine: false, isInTable: false })}\n\n</${name}>`
}

function attributesOf({ attrs }: Node): string {
  const said = ['colspan', 'rowspan', 'align'].filter((name) => attrs[name] !== null && attrs[name] !== 1)
  return said.map((name) => ` ${name}="${attributeOf(String(attrs[name]))}"`).join('')
}

function inlineHtml(paragraph: Node): string {
  const holder = document.createElement('p')
  holder.append(DOMSerializer.fromSchema(paragraph.type.schema).serializeFragment(paragraph.content))
  return holder.innerHTML.replace(/\s*\n\s*/g, ' ')
}

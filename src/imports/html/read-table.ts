import type { Element } from 'hast'
import { type Block, type Cell, mostColumns, mostRows, type Row, type Table } from '../../word-files/index.ts'
import { attributeOf, isElement, type Node } from './element-kinds.ts'

/** Places of a grid; a table that asks for more was made to burst. */
const mostPlaces = 100_000

/** Null for a table that is too large to be one. */
export function readTable(element: Element, read: (cell: Element) => Block[]): Table | null {
  const lines = rowsOf(element)
  const shapes = lines.map((line) => childrenNamed(line, 'td', 'th').map((cell) => ({ cell, ...spansOf(cell) })))
  const places = shapes.flat().reduce((sum, { columns, rows }) => sum + columns * Math.min(rows, lines.length), 0)
  if (lines.length > mostRows || places > mostPlaces) return null
  const rows = shapes.map(
    (cells, at): Row => ({
      isHead: isHead(lines[at], cells),
      cells: cells.map(({ cell, columns, rows }): Cell => ({ blocks: read(cell), columns, rows })),
    }),
  )
  return { kind: 'table', rows: rows.filter(({ cells }) => cells.length > 0) }
}

function rowsOf(table: Element): Element[] {
  const groups = childrenNamed(table, 'thead', 'tbody', 'tfoot', 'tr')
  return groups.flatMap((group) => (group.tagName === 'tr' ? [group] : childrenNamed(group, 'tr')))
}

const isHead = (line: Element | undefined, cells: { cell: Element }[]) =>
  line !== undefined && cells.length > 0 && cells.every(({ cell }) => cell.tagName === 'th')

const spansOf = (cell: Element) => ({
  columns: span(cell, 'colSpan', mostColumns),
  rows: span(cell, 'rowSpan', mostRows),
})

function span(cell: Element, name: string, most: number): number {
  const wanted = Number.parseInt(attributeOf(cell, name), 10)
  return wanted >= 1 ? Math.min(wanted, most) : 1
}

const childrenNamed = (element: Element, ...names: string[]): Element[] =>
  element.children.filter((node: Node): node is Element => isElement(node) && names.includes(node.tagName))

import {
  type Block,
  type Cell,
  mostColumns,
  mostRows,
  type Row,
  type Surroundings,
  type Table,
} from '../../../word-files/rules/index.ts'
import { isElement } from './element-kinds.ts'
import { tidySpans } from './tidy-spans.ts'

type Reader = {
  read(element: Element, around: Surroundings): Block[]
  isShown(element: Element): boolean
}

/** Rows in the order in which they are shown. A cell is read for itself: no list and no heading goes on into it. */
export function readTable(
  element: Element,
  around: Surroundings,
  { read, isShown }: Reader,
): { caption: Block[]; table: Table } {
  const inside = { ...around, list: null, headingLevel: null, depth: 0 }
  const caption = childrenNamed(element, 'caption').flatMap((each) => read(each, { ...inside, align: 'center' }))
  const lines = rowsOf(element).filter(isShown)
  const rows = lines.map((line): Row => {
    const cells = childrenNamed(line, 'td', 'th').filter(isShown)
    return {
      isHead: isHead(line, cells),
      cells: cells.map((cell): Cell => cellOf(cell, read(cell, inside))),
    }
  })
  return { caption, table: { kind: 'table', rows: tidySpans(rows) } }
}

function rowsOf(table: Element): Element[] {
  const groups = [
    ...childrenNamed(table, 'thead'),
    ...childrenNamed(table, 'tbody', 'tr'),
    ...childrenNamed(table, 'tfoot'),
  ]
  return groups.flatMap((group) => (group.localName === 'tr' ? [group] : childrenNamed(group, 'tr')))
}

const isHead = (line: Element, cells: Element[]) =>
  line.parentElement?.localName === 'thead' || (cells.length > 0 && cells.every(({ localName }) => localName === 'th'))

function cellOf(cell: Element, blocks: Block[]): Cell {
  return { blocks, columns: span(cell, 'colspan', mostColumns), rows: span(cell, 'rowspan', mostRows) }
}

function span(cell: Element, name: string, most: number): number {
  const wanted = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return wanted >= 1 ? Math.min(wanted, most) : 1
}

const childrenNamed = (element: Element, ...names: string[]): Element[] =>
  [...element.childNodes].filter(isElement).filter(({ localName }) => names.includes(localName))

import type { ChainedCommands, Command, Editor } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { Feature, Tool } from '../feature.ts'

/** A table, and what can be done with it while the caret stands in one. */
export const tables: Feature = {
  tools: () => ({
    table: {
      run: (editor) => void editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
      isUsable: (editor) => !editor.isActive('table'),
    },
    'row-above': within((chain) => chain.addRowBefore().command(alignNewCells)),
    'row-below': within((chain) => chain.addRowAfter().command(alignNewCells)),
    'row-remove': within((chain) => chain.deleteRow()),
    'column-before': within((chain) => chain.addColumnBefore()),
    'column-after': within((chain) => chain.addColumnAfter()),
    'column-remove': within((chain) => chain.deleteColumn()),
    merge: { ...within((chain) => chain.mergeCells()), isUsable: (editor) => editor.can().mergeCells() },
    split: { ...within((chain) => chain.splitCell()), isUsable: (editor) => editor.can().splitCell() },
    'header-row': within((chain) => chain.toggleHeaderRow()),
    'align-left': aligned(null),
    'align-center': aligned('center'),
    'align-right': aligned('right'),
    'table-remove': within((chain) => chain.deleteTable()),
  }),
}

const within = (change: (chain: ChainedCommands) => ChainedCommands): Tool => ({
  run: (editor) => void change(editor.chain().focus()).run(),
})

/** The whole column: Markdown knows one place for the words of each. */
const aligned = (align: 'center' | 'right' | null): Tool => ({
  run: (editor) => alignColumn(editor, align),
  isPressed: (editor) => alignHere(editor) === align,
})

const cellNames = ['tableCell', 'tableHeader']

function alignHere(editor: Editor): unknown {
  const cell = cellNames.find((name) => editor.isActive(name))
  return cell ? (editor.getAttributes(cell)['align'] ?? null) : undefined
}

type Cell = { node: Node; place: number; column: number }

function alignColumn(editor: Editor, align: string | null) {
  const { $from } = editor.state.selection
  const table = tableAround($from)
  if (!table) return
  const change = editor.state.tr
  const column = $from.index(table.depth + 1)
  for (const cell of cellsOf(table)) {
    if (cell.column === column) change.setNodeMarkup(cell.place, null, { ...cell.node.attrs, align })
  }
  editor.view.dispatch(change)
  editor.view.focus()
}

/** A new row takes the places of the first one. */
const alignNewCells: Command = ({ tr }) => {
  const table = tableAround(tr.selection.$from)
  const cells = table ? cellsOf(table) : []
  for (const { node, place, column } of cells) {
    const align = table?.node.firstChild?.maybeChild(column)?.attrs['align'] ?? null
    if (node.content.size === 2 && align !== null) tr.setNodeMarkup(place, null, { ...node.attrs, align })
  }
  return true
}

function tableAround($place: ResolvedPos): { node: Node; start: number; depth: number } | null {
  for (let depth = $place.depth; depth > 0; depth--) {
    const node = $place.node(depth)
    if (node.type.name === 'table') return { node, start: $place.start(depth), depth }
  }
  return null
}

function cellsOf({ node: table, start }: { node: Node; start: number }): Cell[] {
  const cells: Cell[] = []
  table.forEach((row, rowPlace) => {
    row.forEach((node, cellPlace, column) => void cells.push({ node, place: start + rowPlace + 1 + cellPlace, column }))
  })
  return cells
}

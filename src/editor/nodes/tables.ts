import { TableCell, TableHeader, TableRow, Table as TiptapTable } from '@tiptap/extension-table'

/** Where the words of a cell stand: an attribute that the renderer allows, no style. */
const align = {
  default: null,
  parseHTML: (element: HTMLElement) => /^(?:left|center|right)$/.exec(element.getAttribute('align') ?? '')?.[0] ?? null,
  renderHTML: (attributes: Record<string, unknown>) => (attributes['align'] ? { align: attributes['align'] } : {}),
}
const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Math.min(Math.max(Number(element.getAttribute(name)) || 1, 1), 100),
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === 1 ? {} : { [name]: attributes[name] }),
})
/** Only for the commands, which look for it; columns have no widths. */
const colwidth = { default: null, rendered: false, parseHTML: () => null }

const cellAttributes = () => ({ colspan: span('colspan'), rowspan: span('rowspan'), colwidth, align })

/** Without the widths of columns, which would be inline styles. Tab leaves the last cell instead of adding rows for ever. */
export const Table = TiptapTable.extend({
  renderHTML: () => ['table', ['tbody', 0]],
  addNodeView: () => null,
  addKeyboardShortcuts() {
    return { ...this.parent?.(), Tab: () => this.editor.commands.goToNextCell() }
  },
}).configure({ resizable: false })

const simpleCell = (tag: 'td' | 'th') => ({
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag }],
  renderHTML: ({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) => [tag, HTMLAttributes, 0] as const,
})

export const Cell = TableCell.extend(simpleCell('td'))
export const HeaderCell = TableHeader.extend(simpleCell('th'))
export const Row = TableRow

import type { Editor, NodeViewRendererProps } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { NodeView } from '@tiptap/pm/view'

/** What the buttons of a block do with it, besides what all blocks can. */
export type Acts = Record<string, (block: PlacedBlock) => void>

/** A block where it stands now. */
export type PlacedBlock = { editor: Editor; node: Node; place: number; set(attributes: Record<string, unknown>): void }

export type BlockWish = {
  dom: HTMLElement
  /** Where the content of the block goes; a block without content has none. */
  contentDOM?: HTMLElement
  acts?: Acts
  draw(node: Node): void
}

/**
 * A block with fields (`data-attribute`) and buttons (`data-act`) of its own. What is typed in a field is an attribute of the
 * block at once, and undone with everything else.
 */
export function blockView({ editor, node: first, getPos }: NodeViewRendererProps, wish: BlockWish): NodeView {
  const { dom, contentDOM } = wish
  const fields = [...dom.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-attribute]')]
  let node = first

  for (const field of fields) {
    field.addEventListener('input', () => set({ [field.dataset['attribute'] ?? '']: field.value }))
    field.addEventListener('keydown', (event) => leaveOrUndo(event as KeyboardEvent))
  }
  dom.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-act]')
    if (!button || button.closest('[data-block]') !== dom) return
    act(button.dataset['act'] ?? '')
  })
  draw()

  function act(name: string) {
    const place = getPos()
    if (place === undefined) return
    const block = { editor, node, place, set }
    ;(wish.acts?.[name] ?? common[name])?.(block)
  }

  function set(attributes: Record<string, unknown>) {
    const place = getPos()
    if (place === undefined) return
    editor.view.dispatch(editor.state.tr.setNodeMarkup(place, null, { ...node.attrs, ...attributes }))
  }

  function draw() {
    for (const field of fields) {
      const value = String(node.attrs[field.dataset['attribute'] ?? ''])
      if (field.value !== value) field.value = value
    }
    wish.draw(node)
  }

  /** Enter would send the form. */
  function leaveOrUndo(event: KeyboardEvent) {
    const key = event.key.toLowerCase()
    const isCommand = event.ctrlKey || event.metaKey
    const change =
      isCommand && (key === 'y' || (key === 'z' && event.shiftKey)) ? 'redo' : isCommand && key === 'z' ? 'undo' : null
    if (change) editor.commands[change]()
    else if (event.key === 'Escape' || (event.key === 'Enter' && event.target instanceof HTMLInputElement))
      editor.view.focus()
    else return
    event.preventDefault()
  }

  return {
    dom,
    ...(contentDOM ? { contentDOM } : {}),
    update(next) {
      if (next.type !== node.type) return false
      node = next
      draw()
      return true
    },
    // What happens in the fields is theirs; what happens in the content is the editor's.
    stopEvent: (event) => isOwn(event.target) && !isDrag(event),
    ignoreMutation: (change) => !contentDOM?.contains(change.target),
  }

  function isOwn(target: EventTarget | null): boolean {
    return (
      target instanceof Element &&
      target.closest('input,select,button,label,a') !== null &&
      dom.contains(target) &&
      !contentDOM?.contains(target)
    )
  }
}

const isDrag = ({ type }: Event) => ['dragover', 'dragenter', 'drop'].includes(type)

const common: Acts = {
  up: (block) => move(block, -1),
  down: (block) => move(block, 1),
  remove: ({ editor, node, place }) => {
    editor
      .chain()
      .deleteRange({ from: place, to: place + node.nodeSize })
      .focus()
      .run()
  },
  /** The content stays, without the box round it. */
  unwrap: ({ editor, node, place }) => {
    editor.view.dispatch(editor.state.tr.replaceWith(place, place + node.nodeSize, node.content))
    editor.view.focus()
  },
}

/** Changes places with the block before or behind it; the focus stays on the button. */
function move({ editor, node, place }: PlacedBlock, step: -1 | 1) {
  const $place = editor.state.doc.resolve(place)
  const neighbour = step < 0 ? $place.nodeBefore : $place.parent.maybeChild($place.index() + 1)
  if (!neighbour) return
  const to = step < 0 ? place - neighbour.nodeSize : place + neighbour.nodeSize
  const change = editor.state.tr.delete(place, place + node.nodeSize).insert(to, node)
  editor.view.dispatch(closeHistory(change).setSelection(NodeSelection.create(change.doc, to)).scrollIntoView())
  const moved = editor.view.nodeDOM(to)
  if (moved instanceof HTMLElement)
    moved.querySelector<HTMLElement>(`[data-act="${step < 0 ? 'up' : 'down'}"]`)?.focus()
}

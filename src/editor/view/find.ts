import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Feature } from '../feature.ts'
import { createFindBar } from './find-bar.ts'
import { type Finding, findHits, type Hit } from './find-hits.ts'

const key = new PluginKey<Finding>('find')
const nothing: Finding = { isOpen: false, query: '', isExact: false, hits: [], at: 0 }
const longestSelection = 100

/** Words are found and replaced in the text as it looks; in its source the browser finds by itself. */
export const find: Feature = {
  extensions: (desk) => [
    Extension.create({
      name: 'find',
      addKeyboardShortcuts: () => ({
        'Mod-f': ({ editor }) => open(editor),
        'Mod-h': ({ editor }) => open(editor),
      }),
      addProseMirrorPlugins: () => [
        new Plugin<Finding>({
          key,
          state: { init: () => nothing, apply },
          props: { decorations },
          view: (view) => createFindBar({ bar: desk.part('find'), view, read: () => read(view.state), tell }),
        }),
      ],
    }),
  ],
  tools: () => ({ find: { run: open, isPressed: ({ state }) => read(state).isOpen } }),
}

const read = (state: EditorState): Finding => key.getState(state) ?? nothing

/** A change of what is wanted, in a step that is no step of undo. */
const tell = (change: Transaction, wish: Partial<Finding>): Transaction => change.setMeta(key, wish)

function open(editor: Editor): true {
  const { state, view } = editor
  const { from, to } = state.selection
  const selected = to - from > longestSelection ? '' : state.doc.textBetween(from, to, '\n')
  const query = selected === '' || selected.includes('\n') ? read(state).query : selected
  view.dispatch(tell(state.tr, { isOpen: true, query }))
  return true
}

function apply(change: Transaction, before: Finding): Finding {
  const wish = change.getMeta(key) as Partial<Finding> | undefined
  const now = { ...before, ...wish }
  if (!now.isOpen) return now.hits.length > 0 ? { ...now, hits: [] } : now
  const isSame = before.isOpen && now.query === before.query && now.isExact === before.isExact && !change.docChanged
  if (isSame) return now
  const hits = findHits(change.doc, now)
  return { ...now, hits, at: wish?.at ?? firstFrom(hits, change.selection.from) }
}

/** The search goes on from the caret. */
function firstFrom(hits: Hit[], place: number): number {
  return Math.max(
    0,
    hits.findIndex(({ from }) => from >= place),
  )
}

function decorations(state: EditorState): DecorationSet | null {
  const { hits, at } = read(state)
  if (hits.length === 0) return null
  const marks = hits.map(({ from, to }, place) =>
    Decoration.inline(from, to, { class: place === at ? 'hit here' : 'hit' }),
  )
  return DecorationSet.create(state.doc, marks)
}

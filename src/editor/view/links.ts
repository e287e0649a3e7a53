import { type Editor, Extension, getAttributes, getMarkRange } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Desk, Feature } from '../feature.ts'
import { answerOf } from './ask.ts'
import { found } from './desk.ts'
import { addressFrom, isAddress, withoutOwnSite } from './link-address.ts'
import { offerArticles } from './link-targets.ts'

/** Links by a dialog, and of addresses that somebody types: readers get those as links, so they are seen as links. */
export const links: Feature = {
  begin: (desk) => offerArticles(desk.dialog('link'), desk.form.dataset['linkTargets'] ?? ''),
  extensions: (desk) => [
    Extension.create({
      name: 'links',
      addKeyboardShortcuts: () => ({
        'Mod-k': ({ editor }) => {
          void askLink(editor, desk)
          return true
        },
      }),
      addProseMirrorPlugins: () => [new Plugin({ props: { handleTextInput, handleKeyDown } })],
    }),
  ],
  tools: (desk) => ({
    link: { run: (editor) => void askLink(editor, desk), isPressed: (editor) => editor.isActive('link') },
  }),
}

async function askLink(editor: Editor, desk: Desk) {
  const dialog = desk.dialog('link')
  const field = found<HTMLInputElement>(dialog, '[name=href]')
  const label = found<HTMLInputElement>(dialog, '[name=words]')
  const { from, to } = linkedRange(editor)
  const words = editor.state.doc.textBetween(from, to, ' ')
  const old = String(getAttributes(editor.state, 'link')['href'] ?? '')
  const judge = () =>
    field.setCustomValidity(isAddress(addressFrom(field.value)) ? '' : (dialog.dataset['wrong'] ?? ''))
  field.value = old
  label.value = words
  field.oninput = judge
  judge()
  const answer = await answerOf(dialog)
  if (answer === null) return void editor.view.focus()
  const href = withoutOwnSite(addressFrom(String(answer.get('href'))), desk.form.dataset['site'] ?? '')
  const typed = String(answer.get('words')).trim()
  if (href === '') return void editor.chain().focus().setTextSelection({ from, to }).unsetMark('link').run()
  const said = typed || href
  const chain = editor.chain().focus().setTextSelection({ from, to })
  if (said !== words)
    chain.insertContentAt({ from, to }, { type: 'text', text: said, marks: [{ type: 'link', attrs: { href } }] }).run()
  else chain.setMark('link', { href, title: null }).setTextSelection(to).run()
}

/** The whole link that the caret stands in, else what is selected. */
function linkedRange({ state }: Editor): { from: number; to: number } {
  const { selection, schema } = state
  const type = schema.marks['link']
  const range = selection.empty && type ? getMarkRange(selection.$from, type) : undefined
  return range ? { from: range.from, to: range.to } : { from: selection.from, to: selection.to }
}

function handleTextInput(view: EditorView, from: number, _to: number, text: string): boolean {
  return text === ' ' && linkBefore(view, from)
}

function handleKeyDown(view: EditorView, { key, isComposing }: KeyboardEvent): boolean {
  return key === 'Enter' && !isComposing && view.state.selection.empty && linkBefore(view, view.state.selection.from)
}

/** Always false: what was typed goes in as usual. */
function linkBefore(view: EditorView, to: number): false {
  const { state } = view
  const $to = state.doc.resolve(to)
  const type = state.schema.marks['link']
  const word = /(?:^|[\s(])((?:https?:\/\/|www\.)\S*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/i.exec(
    $to.parent.textBetween(0, $to.parentOffset, '\n', '\ufffc'),
  )?.[1]
  if (!word || !type || $to.parent.type.spec.code || type.isInSet($to.marks())) return false
  const href = /^www\./i.test(word) ? `http://${word}` : addressFrom(word)
  view.dispatch(state.tr.addMark(to - word.length, to, type.create({ href })))
  return false
}

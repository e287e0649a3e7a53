import type { Editor, NodeViewRendererProps } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import type { Desk, Feature } from '../feature.ts'
import { Notice, Passage } from '../nodes/blocks.ts'
import { Language } from '../nodes/marks.ts'
import { answerOf } from './ask.ts'
import { blockView } from './block-view.ts'
import { found } from './desk.ts'

/** Boxes round other blocks: notices, and passages in another language. Their kind is chosen at their top. */
export const boxes: Feature = {
  extensions: (desk) => [
    Notice.extend({ addNodeView: () => (props) => boxView(props, desk, 'notice') }),
    Passage.extend({ addNodeView: () => (props) => boxView(props, desk, 'passage') }),
    Language,
  ],
  tools: (desk) => ({
    notice: {
      run: (editor) =>
        void (
          editor.isActive('notice') ? editor.chain().focus().lift('notice') : editor.chain().focus().wrapIn('notice')
        ).run(),
      isPressed: (editor) => editor.isActive('notice'),
    },
    language: {
      run: (editor) => void markLanguage(editor, desk),
      isPressed: (editor) => editor.isActive('language') || editor.isActive('passage'),
    },
  }),
}

function boxView(props: NodeViewRendererProps, desk: Desk, name: 'notice' | 'passage'): NodeView {
  const dom = desk.part(name)
  const contentDOM = found(dom, '[data-content]')
  return blockView(props, {
    dom,
    contentDOM,
    draw: ({ attrs }) => {
      if (name === 'notice') dom.dataset['level'] = String(attrs['kind'])
      else contentDOM.lang = String(attrs['lang'])
      if (name === 'passage') offer(dom, String(attrs['lang']))
    },
  })
}

/** A language that the list does not name stays what it is. */
function offer(dom: HTMLElement, lang: string) {
  const list = found<HTMLSelectElement>(dom, 'select')
  if (![...list.options].some(({ value }) => value === lang)) list.append(new Option(lang, lang))
  list.value = lang
}

/** Words within a paragraph get a mark; whole paragraphs, or none, a passage of their own. */
async function markLanguage(editor: Editor, desk: Desk) {
  if (editor.isActive('language'))
    return void editor.chain().focus().extendMarkRange('language').unsetMark('language').run()
  if (editor.isActive('passage')) return void editor.chain().focus().lift('passage').run()
  const answer = await answerOf(desk.dialog('language'))
  const lang = answer?.get('lang')
  if (typeof lang !== 'string') return
  const { empty, $from, $to } = editor.state.selection
  const isWithin = !empty && $from.sameParent($to) && $to.pos - $from.pos < $from.parent.content.size
  if (isWithin) editor.chain().focus().setMark('language', { lang }).run()
  else editor.chain().focus().wrapIn('passage', { lang }).run()
}

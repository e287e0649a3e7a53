import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Fragment, type Node } from '@tiptap/pm/model'
import { readWithSources } from '../reading/read-markdown.ts'
import type { Writer } from '../writing/write-markdown.ts'

const pauseMs = 150

export type FieldSync = {
  /** Writes into the field what was typed and is not there yet. */
  flush(): void
  /** Whether somebody else wrote into the field. */
  isBehind(): boolean
  /** Brings into the editor what somebody else wrote into the field, as one step of undo. */
  follow(): void
}

/**
 * The field holds what the form sends, and is the truth: it is written when the writer changes something, and only then. Blocks
 * that nobody touched stay in it letter by letter.
 */
export function syncField(editor: Editor, field: HTMLTextAreaElement, writer: Writer): FieldSync {
  let seen = ''
  let written = ''
  let waiting: ReturnType<typeof setTimeout> | undefined
  bring('first')

  editor.on('update', () => {
    clearTimeout(waiting)
    waiting = setTimeout(flush, pauseMs)
  })

  function flush() {
    clearTimeout(waiting)
    const now = writer.write(editor.state.doc)
    if (now === written) return
    written = now
    seen = now
    field.value = now
    // Browsers give back other line ends than they were given.
    seen = field.value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const isBehind = () => field.value !== seen

  function follow() {
    if (isBehind()) bring('later')
  }

  function bring(when: 'first' | 'later') {
    seen = field.value
    const { document, sources } = readWithSources(seen, editor.schema)
    writer.remember(sources)
    const { tr, doc } = editor.state
    if (when === 'first') {
      editor.view.dispatch(tr.replaceWith(0, doc.content.size, document.content).setMeta('addToHistory', false))
    } else {
      const { from, to, blocks } = difference(doc, document)
      if (from < to || blocks.length > 0) editor.view.dispatch(closeHistory(tr.replaceWith(from, to, blocks)))
    }
    written = writer.write(editor.state.doc)
    clearTimeout(waiting)
  }

  return { flush, isBehind, follow }
}

/** The stretch of the old document that is not in the new one, and what stands there instead; blocks stay whole. */
function difference(before: Node, after: Node): { from: number; to: number; blocks: readonly Node[] } {
  const olds = withoutEnd(before)
  const news = withoutEnd(after)
  let start = 0
  while (start < olds.length && start < news.length && olds[start]?.eq(news[start] as Node)) start++
  let same = 0
  while (same < Math.min(olds.length, news.length) - start && olds.at(-1 - same)?.eq(news.at(-1 - same) as Node)) same++
  const from = sizeOf(olds.slice(0, start))
  const blocks = news.slice(start, news.length - same)
  return { from, to: from + sizeOf(olds.slice(start, olds.length - same)), blocks }
}

/** Empty paragraphs at the end are only a place to write in. */
function withoutEnd({ children }: Node): readonly Node[] {
  const last = children.findLastIndex((block) => block.type.name !== 'paragraph' || block.childCount > 0)
  return children.slice(0, last + 1)
}

const sizeOf = (blocks: readonly Node[]) => Fragment.fromArray([...blocks]).size

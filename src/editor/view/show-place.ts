import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import { readMarkdown } from '../reading/read-markdown.ts'
import type { Writer } from '../writing/write-markdown.ts'

/** Letters that nobody writes, put into the Markdown to find in the document where they come out. */
const [startSign, endSign] = ['\ue0f0', '\ue0f1']

/** Selects in the editor what stands between two places of the Markdown, and brings it into view. */
export function showPlace(editor: Editor, writer: Writer, markdown: string, start: number, end: number) {
  const found = blockAround(editor.state.doc, writer, markdown, start)
  if (found === null) return void editor.view.focus()
  const { block, place, at, text } = found
  const last = Math.min(end, at + text.length)
  const parts = [
    text.slice(0, start - at),
    startSign,
    text.slice(start - at, last - at),
    endSign,
    text.slice(last - at),
  ]
  const marked = readMarkdown(parts.join(''), editor.schema)
  const from = placeOf(marked, startSign)
  const to = placeOf(marked, endSign)
  const { doc, tr } = editor.state
  const isSame = from !== null && to !== null && marked.textContent.replace(/[\ue0f0\ue0f1]/g, '') === block.textContent
  const selection = isSame ? TextSelection.create(doc, place + from, place + to - 1) : wholeOf(doc, place)
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView())
  editor.view.focus()
}

type Around = { block: Node; place: number; at: number; text: string }

/** The block whose writing reaches over this place of the Markdown. */
function blockAround(document: Node, writer: Writer, markdown: string, offset: number): Around | null {
  const written = writer.writeEach(document)
  let [at, place] = [0, 0]
  let last: Around | null = null
  for (const [number, text] of written.entries()) {
    const block = document.child(number)
    const begins = text === '' ? -1 : markdown.indexOf(text, at)
    if (begins >= 0) {
      if (begins > offset) break
      last = { block, place, at: begins, text }
      at = begins + text.length
      if (offset <= at) break
    }
    place += block.nodeSize
  }
  return last
}

function placeOf(document: Node, sign: string): number | null {
  let place: number | null = null
  document.descendants((node, at) => {
    const index = node.text?.indexOf(sign) ?? -1
    if (index >= 0) place ??= at + index
    return place === null
  })
  return place
}

function wholeOf(document: Node, place: number): Selection {
  const node = document.nodeAt(place)
  return node && NodeSelection.isSelectable(node) && node.isAtom
    ? NodeSelection.create(document, place)
    : Selection.near(document.resolve(place + 1))
}

import { Extension } from '@tiptap/core'
import { closeHistory, undo } from '@tiptap/pm/history'
import type { ResolvedPos, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type CleanPaste, cleanPasted, cleanPlainPasted } from './cleaning/clean-pasted.ts'
import { type Carried, carriedBy, isPicture, nothingCarried } from './clipboard.ts'
import { holdSubmit } from './hold-submit.ts'
import { insertPictures } from './insert-pictures.ts'
import { isOwnSlice } from './own-slice.ts'
import type { PasteLine } from './paste-line.ts'
import { PendingPicture } from './pending-picture.ts'
import { plainLines } from './plain-text.ts'
import type { SendPicture, Sent } from './send-picture.ts'
import { pendingIn, settlePictures } from './settle-pictures.ts'
import { headedByItself, plainSlice, sliceOf } from './slices.ts'
import { createUploads, fileOf } from './uploads.ts'
import { filled } from './wording.ts'

export type PastingTools = { line: PasteLine; send: SendPicture }

const key = new PluginKey('pasting')

/** What is pasted or dropped is cleaned before it goes in, as one step that undo takes back; pictures come after it. */
export const createPasting = (tools: PastingTools) =>
  Extension.create({
    name: 'pasting',
    // Before everybody else who looks at a paste.
    priority: 1000,
    addExtensions: () => [PendingPicture.configure({ sending: tools.line.words.sending })],
    addProseMirrorPlugins() {
      return [pastingPlugin(tools, () => this.editor.view)]
    },
  })

function pastingPlugin({ line, send }: PastingTools, view: () => EditorView): Plugin {
  const uploads = createUploads(send, settle)
  /** What this paste carries and what was made of its HTML: ProseMirror asks for each by itself. */
  let carried: Carried = nothingCarried
  let cleaned: CleanPaste | null = null
  /** Our own HTML goes in as it is. */
  let isReady = false

  return new Plugin({
    key,
    props: {
      handleDOMEvents: {
        paste: (_, event) => begin(event.clipboardData),
        drop: (_, event) => begin(event.dataTransfer),
      },
      transformPastedHTML,
      transformPastedText: (words, _, { state }) =>
        state.selection.$from.parent.type.spec.code ? words : plainLines(words),
      clipboardTextParser: parsePlain,
      transformPasted: (slice) => (cleaned === null ? slice : headedByItself(slice)),
      handlePaste: (view, _, slice) => take(view, slice, null),
      handleDrop: (view, event, slice, isMoved) => {
        if (isMoved) return false
        return take(view, slice, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null)
      },
    },
    appendTransaction(changes, _, state) {
      if (changes.some(isWriting)) line.leave()
      return changes.some((change) => change.docChanged || change.getMeta(key)) ? settlePictures(state, uploads) : null
    },
    view: (view) => ({ destroy: holdSubmit(view, line) }),
  })

  /** Who took the paste back meanwhile is told nothing. */
  function settle(place: string, sent: Sent, { name }: File) {
    const { state, dispatch } = view()
    const isAwaited = pendingIn(state.doc).some(({ node }) => node.attrs['key'] === place)
    dispatch(state.tr.setMeta(key, 'settled').setMeta('addToHistory', false))
    const said = 'issue' in sent ? filled(line.words.failed, { name, issue: sent.issue }) : line.words.arrived
    if (isAwaited) line.add(said)
  }

  function begin(transfer: DataTransfer | null): false {
    carried = carriedBy(transfer)
    cleaned = null
    return false
  }

  function transformPastedHTML(html: string): string {
    if (isReady || isOwnSlice(html)) return html
    cleaned = cleanPasted(html, { firstPicture: uploads.next(), rtf: carried.rtf })
    return cleaned.html
  }

  /** Without form: Ctrl+Shift+V, and a single line, which goes into a sentence. */
  function parsePlain(words: string, $context: ResolvedPos, isPlain: boolean): Slice {
    const judged = cleanPlainPasted(words)
    if (isPlain || (!words.includes('\n') && judged.legacy === null)) return plainSlice(words, $context)
    cleaned = judged
    return sliceOf(judged.html, $context)
  }

  /** False lets ProseMirror put the slice in. */
  function take(view: EditorView, slice: Slice, at: number | null): boolean {
    const [{ files }, paste] = [carried, cleaned]
    carried = nothingCarried
    cleaned = null
    line.leave()
    if (files.length > 0 && saysNothing(paste, slice)) return takeFiles(view, files, at)
    if (paste === null) return false
    for (const picture of paste.pictures) uploads.start(fileOf(picture))
    line.tellPaste(paste, () => convert(view, paste.legacy?.html ?? paste.html))
    if (paste.html === '') return true
    view.dispatch(closeHistory(view.state.tr))
    return false
  }

  function takeFiles(view: EditorView, files: File[], at: number | null): boolean {
    const pictures = files.filter(isPicture)
    line.tell(pictures.length < files.length ? line.words.onlyPictures : '')
    if (pictures.length > 0) insertPictures(view, pictures, uploads, at)
    return true
  }

  /** The offer stands only while the paste is the last thing that was done. */
  function convert(view: EditorView, html: string) {
    view.focus()
    undo(view.state, view.dispatch)
    isReady = true
    view.pasteHTML(html)
    isReady = false
    line.tell(line.words.converted)
  }
}

/** Office programs put a picture of the text beside it; a screenshot or "Copy image" has no words. */
const saysNothing = (paste: CleanPaste | null, slice: Slice) => (paste ? paste.html === '' : slice.size === 0)

function isWriting(change: Transaction): boolean {
  const root = (change.getMeta('appendedTransaction') as Transaction | undefined) ?? change
  const isPaste = root.getMeta('paste') || root.getMeta('uiEvent') === 'drop'
  return change.docChanged && !isPaste && root.getMeta('addToHistory') !== false
}

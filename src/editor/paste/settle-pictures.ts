import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { PendingPicture } from './pending-picture.ts'
import type { Uploads } from './uploads.ts'

type Place = { at: number; node: Node; isAlone: boolean }

/** Places whose picture has arrived show it; those whose picture never will are gone. Undoing the paste takes both back. */
export function settlePictures(state: EditorState, uploads: Uploads): Transaction | null {
  const settled = pendingIn(state.doc).filter(({ node }) => !isOnItsWay(node, uploads))
  if (settled.length === 0) return null
  const change = state.tr.setMeta('addToHistory', false)
  for (const place of [...settled].reverse()) settle(change, place, uploads)
  return change
}

export function pendingIn(document: Node): Place[] {
  const places: Place[] = []
  document.descendants((node, at, parent) => {
    if (node.type.name === PendingPicture.name) places.push({ at, node, isAlone: parent?.childCount === 1 })
    return !node.isTextblock
  })
  return places
}

const isOnItsWay = ({ attrs }: Node, uploads: Uploads) =>
  uploads.isKnown(String(attrs['key'])) && uploads.outcomeOf(String(attrs['key'])) === null

function settle(change: Transaction, { at, node, isAlone }: Place, uploads: Uploads) {
  const { picture, paragraph } = node.type.schema.nodes
  const sent = uploads.outcomeOf(String(node.attrs['key']))
  const end = at + node.nodeSize
  if (sent && 'picture' in sent && picture) {
    const { alt, caption } = node.attrs
    change.replaceWith(at, end, picture.create({ src: `anh:${sent.picture.id}`, alt, caption }))
  } else if (isAlone && paragraph) change.replaceWith(at, end, paragraph.create())
  else change.delete(at, end)
}

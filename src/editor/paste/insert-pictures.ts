import { closeHistory } from '@tiptap/pm/history'
import { Fragment, Slice } from '@tiptap/pm/model'
import { dropPoint } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { named } from './clipboard.ts'
import { PendingPicture } from './pending-picture.ts'
import type { Uploads } from './uploads.ts'

/** Places for pictures that are on their way from now on: where something is selected, or near `at`. */
export function insertPictures({ state, dispatch }: EditorView, files: File[], uploads: Uploads, at: number | null) {
  const places = files.map((file, place) =>
    state.schema.node(PendingPicture.name, { key: uploads.start(named(file, place)) }),
  )
  const slice = new Slice(Fragment.from(places), 0, 0)
  const change = closeHistory(state.tr).setMeta('paste', true)
  if (at === null) change.replaceSelection(slice)
  else {
    const point = dropPoint(state.doc, at, slice) ?? at
    change.replaceRange(point, point, slice)
  }
  dispatch(change.scrollIntoView())
}

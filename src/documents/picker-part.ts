import type { Document } from './document.ts'
import { documentsField } from './document-form.ts'
import { fileFacts } from './document-label.ts'
import { choicesPath, documentPath, libraryPath } from './paths.ts'
import type { DocumentWords } from './words.ts'

/**
 * What `part('documents/picker', picker)` shows in the form of an article: chosen documents in their order and the newest
 * others, each with a tick; `public/scripts/documents-picker.js` moves them and brings new ones.
 */
export type DocumentPicker = {
  words: DocumentWords
  field: string
  libraryPath: string
  choicesPath: string
  chosen: DocumentChoice[]
  others: DocumentChoice[]
}

/** A document as the newsroom chooses it; scripts get it in JSON. */
export type DocumentChoice = { id: number; title: string; facts: string; path: string }

/** One line of the picker. */
export type PickerRow = { choice: DocumentChoice; field: string; isChosen: boolean }

export function documentPicker(chosen: Document[], newest: Document[], words: DocumentWords): DocumentPicker {
  const ids = new Set(chosen.map(({ id }) => id))
  return {
    words,
    field: documentsField,
    libraryPath,
    choicesPath,
    chosen: chosen.map((document) => documentChoice(document, words)),
    others: newest.filter(({ id }) => !ids.has(id)).map((document) => documentChoice(document, words)),
  }
}

export const documentChoice = ({ id, title, file }: Document, words: DocumentWords): DocumentChoice => ({
  id,
  title,
  facts: fileFacts(file, words),
  path: documentPath(id),
})

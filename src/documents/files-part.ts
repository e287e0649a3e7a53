import type { Document } from './document.ts'
import { documentLabel } from './document-label.ts'
import { publicPath } from './paths.ts'
import type { DocumentWords } from './words.ts'

/** What `part('documents/files', files)` shows below an article. */
export type FilesPart = { title: string; files: ShownFile[] }
export type ShownFile = { title: string; path: string; label: string; description: string }

/** Null when there is nothing to show. In a preview, where readers cannot get them yet, `address` leads elsewhere. */
export function filesPart(
  documents: Document[],
  words: DocumentWords,
  address: (document: Document) => string = publicPath,
): FilesPart | null {
  if (documents.length === 0) return null
  const files = documents.map((document) => ({
    title: document.title,
    path: address(document),
    label: documentLabel(document.file, words),
    description: document.description,
  }))
  return { title: words.files, files }
}

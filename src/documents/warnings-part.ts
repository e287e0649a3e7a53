import { looksLikeFileName } from '../text/file-name.ts'
import type { Document, DocumentFile } from './document.ts'
import type { DocumentWarning } from './document-kind.ts'
import type { DocumentWords } from './words.ts'

/** A sentence for everything that its owner should know. */
export function warningsOf({ title, file }: Pick<Document, 'title'> & { file: DocumentFile }, words: DocumentWords) {
  const aboutFile = file.warnings.map((warning) => sentence(warning, words))
  return looksLikeFileName(title) ? [...aboutFile, words.titleIsFileName] : aboutFile
}

function sentence(warning: DocumentWarning, words: DocumentWords): string {
  return warning.kind === 'programs' ? words.programs(warning.names.join(', ')) : words.warnings[warning.kind]
}

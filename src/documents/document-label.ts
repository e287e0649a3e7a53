import { formatBytes, formatNumber } from '../text/numbers.ts'
import type { DocumentFile } from './document.ts'
import type { DocumentWords } from './words.ts'

type Shown = Pick<DocumentFile, 'kind' | 'bytes' | 'pages'>

/** `Tải về (PDF, 1,2 MB, 3 trang)`: readers know before they press what they will get. */
export const documentLabel = (file: Shown, words: DocumentWords): string => words.download(fileFacts(file, words))

/** `PDF, 1,2 MB, 3 trang` */
export function fileFacts({ kind, bytes, pages }: Shown, words: DocumentWords): string {
  const facts = [kind.toUpperCase(), formatBytes(bytes)]
  return [...facts, ...(pages === null ? [] : [words.pages(pages, formatNumber(pages))])].join(', ')
}

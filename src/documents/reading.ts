import type { DocumentKind, DocumentWarning, Refusal } from './document-kind.ts'

/** A file to be read, of a kind that has words for the search. */
export type ReadTask = { path: string; kind: Extract<DocumentKind, 'pdf' | 'docx'> }

/** What a file says of itself. `text` is in its normal form and not longer than searching needs. */
export type Reading = { pages: number | null; text: string; warnings: DocumentWarning[] }

/** There is no such document inside, or nobody can open it. */
export type ReadFault = Extract<Refusal, 'damaged' | 'locked'>

/** Of a file that was made to be slow or huge, or that our reader does not understand. */
export const unread: Reading = { pages: null, text: '', warnings: [{ kind: 'unread' }] }

/** A page with fewer letters is a picture with at most a stamp or a number on it. */
const fewestLetters = 30

/** Whether most of the pages are pictures: such a PDF has nothing for a blind reader or for the search. */
export function isScan(lettersOfPages: readonly number[]): boolean {
  const empty = lettersOfPages.filter((letters) => letters < fewestLetters)
  return empty.length > lettersOfPages.length / 2
}

export const countLetters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

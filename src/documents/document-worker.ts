import { normalText } from '../text/normal-form.ts'
import { mostLetters } from './document-limits.ts'
import { readDocx } from './docx-reading.ts'
import { readPdf } from './pdf-reading.ts'
import type { ReadFault, Reading, ReadTask } from './reading.ts'

/** The thread is ended a little later; what was read until here is kept. */
const enoughMs = 7_000

export default async function read({ path, kind }: ReadTask): Promise<Reading | ReadFault> {
  const reading = kind === 'pdf' ? await readPdf(path, Date.now() + enoughMs) : await readDocx(path)
  return typeof reading === 'string' ? reading : { ...reading, text: boundedText(reading.text) }
}

/** A file may hold millions of letters in one line, so it is cut before it is cleaned. The cut may halve a letter. */
function boundedText(text: string): string {
  return normalText(text.slice(0, 2 * mostLetters))
    .slice(0, mostLetters)
    .replace(/\p{Cs}$/u, '')
}

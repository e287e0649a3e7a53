import { readFile } from 'node:fs/promises'
import { getDocumentProxy } from 'unpdf'
import { mostLetters } from './document-limits.ts'
import { countLetters, isScan, type ReadFault, type Reading, unread } from './reading.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Nobody prints more; a number made up by a file is not shown. */
const mostPages = 100_000

/** Its pages and words. What is not read by `deadline` (milliseconds since 1970) is left out. */
export async function readPdf(path: string, deadline: number): Promise<Reading | ReadFault> {
  const pdf = await openPdf(path)
  if (typeof pdf === 'string') return pdf
  if (pdf.numPages > mostPages) return unread
  const { texts, isWhole } = await readPages(pdf, deadline)
  const warnings = [
    ...(isScan(texts.map(countLetters)) ? [{ kind: 'scan' } as const] : []),
    ...(isWhole ? [] : unread.warnings),
  ]
  return { pages: pdf.numPages, text: texts.join('\n'), warnings }
}

async function openPdf(path: string): Promise<Pdf | ReadFault> {
  try {
    return await getDocumentProxy(new Uint8Array(await readFile(path)), { verbosity: 0 })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') return 'locked'
    if (name === 'InvalidPDFException') return 'damaged'
    throw error
  }
}

/** As many pages as searching needs, one after the other; a page that cannot be read is left out. */
async function readPages(pdf: Pdf, deadline: number): Promise<{ texts: string[]; isWhole: boolean }> {
  const texts: string[] = []
  let length = 0
  let isWhole = true
  for (let page = 1; page <= pdf.numPages && length < mostLetters; page++) {
    if (Date.now() > deadline) return { texts, isWhole: false }
    const text = await readPage(pdf, page).catch(() => null)
    if (text === null) isWhole = false
    else texts.push(text)
    length += text?.length ?? 0
  }
  return { texts, isWhole }
}

async function readPage(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

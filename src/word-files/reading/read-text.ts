import { type Block, paragraph, text } from '../block.ts'
import type { OfficeText } from '../office-text.ts'
import { Unreadable } from '../refusal.ts'
import { decodeText } from './text-encoding.ts'

/** Columns: a file whose lines are no longer was broken by the program that wrote it. */
const wrappedAt = 120

/** The first line is the title, empty lines part paragraphs. Throws `Unreadable`: `not-a-document`. */
export function readText(bytes: Uint8Array): OfficeText {
  const decoded = decodeText(bytes)
  if (decoded === null) throw new Unreadable('not-a-document')
  const lines = decoded.replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n').split('\n')
  return { blocks: asBlocks(paragraphsOf(lines)), notes: [], pictures: [], dropped: [] }
}

function paragraphsOf(lines: string[]): string[] {
  const isWrapped = lines.every((line) => line.length <= wrappedAt)
  const paragraphs: string[] = []
  let isNew = true
  for (const line of lines) {
    const goesOn = isWrapped && !isNew && !/^(?:\s{2,}|\t|[-+*•] |\d{1,3}[.)] )/.test(line)
    if (line.trim() === '') isNew = true
    else if (goesOn) paragraphs[paragraphs.length - 1] += ` ${line.trim()}`
    else {
      paragraphs.push(line)
      // The title ends with its line, whatever follows.
      isNew = paragraphs.length === 1
    }
  }
  return paragraphs
}

const asBlocks = (paragraphs: string[]): Block[] =>
  paragraphs.map((words, at) => paragraph([text(words)], { headingLevel: at === 0 ? 0 : null }))

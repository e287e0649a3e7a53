import { wordCount } from '../display.ts'
import type { Remark } from './finding.ts'
import type { Line } from './lines.ts'

const maxWords = 40
const sentence = /[^.!?…]+(?:[.!?…]+(?!["”’)\]*_]*(?:\s|$))[^.!?…]+)*/gu

/** Sentences of more than forty words. A row of a table is no sentence; a line break ends one. */
export function longSentenceRemarks(lines: Line[]): Remark[] {
  return lines
    .filter((line) => !line.text.trimStart().startsWith('|'))
    .flatMap(sentencesIn)
    .flatMap(({ start, end, text }): Remark[] => {
      const words = wordCount(text)
      if (words <= maxWords) return []
      const reason = { code: 'longSentence', parts: { words } } as const
      return [{ kind: 'longSentence', start, end, proposed: null, reason }]
    })
}

function sentencesIn(line: Line): Line[] {
  return [...line.text.matchAll(sentence)].map(({ 0: found, index }) => {
    const text = found.trim()
    const start = line.start + index + (found.length - found.trimStart().length)
    return { text, start, end: start + text.length }
  })
}

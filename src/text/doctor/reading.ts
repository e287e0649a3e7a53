import { invisibleLetters } from './letters.ts'
import { type Line, linesOf } from './lines.ts'
import { blankOut, whatIsNotProse } from './prose.ts'
import { type Word, wordsIn } from './word-list.ts'

/** A text as its reader sees it: composed letters, our own Đ, plain spaces, nothing invisible. */
export type Reading = {
  /** With blanks of the same length for what is not prose: addresses, code, the targets of links. */
  prose: string
  lines: Line[]
  words: Word[]
  /** Where a stretch of the prose stands in the text as it was typed. */
  placeOf: (start: number, end: number) => { start: number; end: number }
}

export function readText(typed: string): Reading {
  const { text, starts, ends } = seenText(typed)
  const prose = blankOut(text, whatIsNotProse(text))
  return {
    prose,
    lines: linesOf(prose),
    words: wordsIn(prose),
    placeOf: (start, end) => ({ start: starts[start] ?? typed.length, end: ends[end - 1] ?? typed.length }),
  }
}

// Runs that are as they should be, the Icelandic Đ left out; then letter by letter, each with its marks.
const pieces =
  /([ -~\n“”‘’–…\u00c0-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u024f\u1e00-\u1eff]+(?!\p{M}))|\P{M}\p{M}*|\p{M}+/gu

/** The text as seen; `starts` and `ends` tell for each UTF-16 unit of it where it stands in what was typed. */
function seenText(typed: string): { text: string; starts: number[]; ends: number[] } {
  const [starts, ends]: [number[], number[]] = [[], []]
  let text = ''
  for (const { 0: piece, 1: plain, index } of typed.matchAll(pieces)) {
    const seen = plain ?? asSeen(piece)
    text += seen
    for (let unit = 0; unit < seen.length; unit++) {
      starts.push(plain === undefined ? index : index + unit)
      ends.push(plain === undefined ? index + piece.length : index + unit + 1)
    }
  }
  return { text, starts, ends }
}

const otherD: Record<string, string> = { Ð: 'Đ', Ɖ: 'Đ', ð: 'đ', ɖ: 'đ' }

function asSeen(letter: string): string {
  return letter
    .replace(invisibleLetters, '')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .replace(/[ÐƉðɖ]/g, (d) => otherD[d] ?? d)
    .normalize('NFC')
}

import type { Remark } from './finding.ts'
import type { Line } from './lines.ts'
import { isSyllable } from './spelling.ts'
import { isAllCapitals, type Word } from './word-list.ts'

const listMarker = /^ *(?:[-*+>]|\d{1,9}[.)]|#{1,6})? */

/** Two spaces and more between words; not the indents and list markers of Markdown, nor the padding of its tables. */
export function doubledSpaceRemarks(lines: Line[]): Remark[] {
  return lines.flatMap((line) => {
    const textStart = listMarker.exec(line.text)?.[0].length ?? 0
    return [...line.text.matchAll(/(?<=[^ |]) {2,}(?=[^ |])/g)]
      .filter(({ index }) => index >= textStart)
      .map(({ 0: spaces, index }): Remark => {
        const start = line.start + index
        const reason = { code: 'doubledSpace', parts: { spaces: spaces.length } } as const
        return { kind: 'doubledSpace', start, end: start + spaces.length, proposed: ' ', reason }
      })
  })
}

// A mark ends its word, or it is none: ".docx", ":)" and "2 : 1" are left alone.
const spaceBeforeMark =
  /(?<=[\p{L}\p{M}\p{N})\]"”’%]) +(?=(?<mark>[,;!?…)]|\.(?=["”’)]?(?:\s|$))|:(?=["”’]?(?:\s|$))))/gu

export function spaceBeforeMarkRemarks(lines: Line[]): Remark[] {
  return lines.flatMap((line) =>
    [...line.text.matchAll(spaceBeforeMark)]
      .filter((gap) => !isBetweenDigits(line, gap.index, gap.index + gap[0].length + 1))
      .map(({ 0: gap, index, groups: { mark = '' } = {} }): Remark => {
        const start = line.start + index
        const reason = { code: 'spaceBeforeMark', parts: { mark } } as const
        return { kind: 'spaceBeforeMark', start, end: start + gap.length, proposed: '', reason }
      }),
  )
}

function isBetweenDigits({ text }: Line, gap: number, afterMark: number): boolean {
  return /\d/.test(text.charAt(gap - 1)) && /^ ?\d/.test(text.slice(afterMark, afterMark + 2))
}

const markBetweenWords = /^[)”"%]?([,;:!?.])$/

/** A mark that the next word touches: "xã,thị trấn". Numbers, times, addresses and "TP.HCM" keep theirs. */
export function missingSpaceRemarks(prose: string, words: Word[]): Remark[] {
  return words.flatMap((right, at): Remark[] => {
    const left = words[at - 1]
    if (left === undefined || right.start - left.end > 2) return []
    const gap = prose.slice(left.end, right.start)
    const mark = markBetweenWords.exec(gap)?.[1]
    if (mark === undefined || !separates(mark, left, right)) return []
    const reason = { code: 'missingSpace', parts: { mark } } as const
    return [{ kind: 'missingSpace', start: left.end, end: right.start, proposed: `${gap} `, reason }]
  })
}

function separates(mark: string, left: Word, right: Word): boolean {
  if (!/^\p{L}/u.test(right.text)) return false
  if (mark === '.') return isOrdinary(left) && right.isCapital && !isAllCapitals(right.text) && right.text.length > 1
  if (mark === ':') return isOrdinary(left)
  return left.text.length > 1 || right.text.length > 1
}

/** A syllable with a small letter at its end, so neither "TP" nor "ThS" nor "km". */
function isOrdinary({ text }: Word): boolean {
  return text.length > 1 && /\p{Ll}$/u.test(text) && isSyllable(text)
}

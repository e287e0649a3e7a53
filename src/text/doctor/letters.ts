import type { Remark } from './finding.ts'
import { linesOf } from './lines.ts'

/** Zero widths, soft hyphens, direction marks, control characters, halves of surrogate pairs. */
export const invisibleLetters = /\p{Cf}|\p{Cs}|\u034f|(?![\n\t])\p{Cc}/gu

// Line breaks of other systems do their work; the joiner inside an emoji family holds it together.
const strayInvisible = /(?:(?![\n\t\r\v\f\u0085])(?:\p{Cc}|\p{Cf}|\p{Cs}|\u034f)(?<!\p{So}\ufe0f?\u200d))+/gu

export function invisibleRemarks(text: string): Remark[] {
  return [...text.matchAll(strayInvisible)].map(({ 0: found, index }) => ({
    kind: 'invisible',
    start: index,
    end: index + found.length,
    proposed: '',
    reason: { code: 'invisible', parts: { letters: Array.from(found).length, codePoint: codePointOf(found) } },
  }))
}

const letterWithMarks = /\P{M}\p{M}+/gu

/** One remark for a line, because whole paragraphs come decomposed; letters without a composed form are as they should be. */
export function decomposedRemarks(text: string): Remark[] {
  return linesOf(text).flatMap((line): Remark[] => {
    const letters = [...line.text.matchAll(letterWithMarks)].filter(([letter]) => letter.normalize('NFC') !== letter)
    const [first, last] = [letters.at(0), letters.at(-1)]
    if (!first || !last) return []
    const [from, to] = [first.index, last.index + last[0].length]
    return [
      {
        kind: 'decomposedLetters',
        start: line.start + from,
        end: line.start + to,
        proposed: line.text.slice(from, to).normalize('NFC'),
        reason: { code: 'decomposedLetters', parts: { letters: letters.length } },
      },
    ]
  })
}

// The Icelandic and African Đ; Cyrillic and Greek letters that a Latin font draws alike.
const lookAlikes = new Map(
  Object.entries({
    ÐƉ: 'Đ',
    ðɖ: 'đ',
    АΑ: 'A',
    ВΒ: 'B',
    С: 'C',
    ЕΕ: 'E',
    НΗ: 'H',
    ІΙ: 'I',
    КΚ: 'K',
    МΜ: 'M',
    Ν: 'N',
    ОΟ: 'O',
    РΡ: 'P',
    ТΤ: 'T',
    ХΧ: 'X',
    УΥ: 'Y',
    а: 'a',
    с: 'c',
    е: 'e',
    і: 'i',
    оο: 'o',
    р: 'p',
    х: 'x',
    у: 'y',
  }).flatMap(([alike, ours]) => [...alike].map((letter): [string, string] => [letter, ours])),
)
const foreignLetters = /[\p{Script=Cyrillic}\p{Script=Greek}ÐƉðɖ]/gu
const word = /[\p{L}\p{M}]+/gu

export function lookAlikeRemarks(text: string): Remark[] {
  if (text.search(foreignLetters) < 0) return []
  return [...text.matchAll(word)].flatMap(({ 0: found, index }): Remark[] => {
    const letters = found.match(foreignLetters) ?? []
    const isMixed = letters.length > 0 && (/\p{Script=Latin}/u.test(found) || /[ÐƉðɖ]/.test(found))
    if (!isMixed || !letters.every((letter) => lookAlikes.has(letter))) return []
    const proposed = found.replace(foreignLetters, (letter) => lookAlikes.get(letter) ?? letter)
    return [
      {
        kind: 'lookAlike',
        start: index,
        end: index + found.length,
        proposed,
        reason: { code: 'lookAlike', parts: { letters: letters.join(' '), proposed } },
      },
    ]
  })
}

function codePointOf(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

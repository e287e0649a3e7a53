import { type Spelling, spellingOf } from './spelling.ts'

export type Word = Spelling & {
  text: string
  start: number
  end: number
  /** Letters and tone, the same for "hoà" and "hòa". */
  key: string
  isCapital: boolean
  /** At the head of a sentence, a cell or a line, where everything has a capital. */
  isFirst: boolean
}

const word = /[\p{L}\p{M}\p{N}]+/gu

/** The words of a text in their order; a number counts as one. */
export function wordsIn(prose: string): Word[] {
  const spellings = new Map<string, Spelling>()
  let end = 0
  return [...prose.matchAll(word)].map(({ 0: text, index: start }) => {
    const spelling = spellings.get(text) ?? spellingOf(text)
    spellings.set(text, spelling)
    const isFirst = end === 0 || opensSentence(prose.slice(end, start))
    end = start + text.length
    return { ...spelling, text, start, end, key: keyOf(spelling), isCapital: /^\p{Lu}/u.test(text), isFirst }
  })
}

export function keyOf({ letters, tone }: Spelling): string {
  return letters + tone
}

/** Whether only one space stands between two words. */
export function areNeighbours(prose: string, left: Word, right: Word): boolean {
  return right.start === left.end + 1 && prose.charAt(left.end) === ' '
}

export function isAllCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
}

/** The syllable with the capitals of what the author wrote. */
export function withCapitalsOf(written: string, syllable: string): string {
  if (isAllCapitals(written)) return syllable.toUpperCase()
  return /^\p{Lu}/u.test(written) ? syllable.charAt(0).toUpperCase() + syllable.slice(1) : syllable
}

function opensSentence(gap: string): boolean {
  return /[.!?…:\n|]/.test(gap)
}

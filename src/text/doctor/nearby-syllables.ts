import { allTones, type Spelling, syllableOf } from './spelling.ts'

const otherMarks: Record<string, string> = {
  a: 'ăâ',
  ă: 'aâ',
  â: 'aă',
  e: 'ê',
  ê: 'e',
  o: 'ôơ',
  ô: 'oơ',
  ơ: 'oô',
  u: 'ư',
  ư: 'u',
  d: 'đ',
  đ: 'd',
}

/** The syllables that the word becomes when its tone moves to its right place. */
export function withTonePlaced({ letters, tone }: Spelling): string[] {
  return spelled([...tone].map((one) => ({ letters, tone: one })))
}

/** The syllables that another tone makes of the word. */
export function withOtherTone({ letters }: Spelling): string[] {
  return spelled(allTones.map((tone) => ({ letters, tone })))
}

/** The syllables that a mark which was forgotten makes of the word: "nguời" becomes "người". */
export function withForgottenMark({ letters, tone }: Spelling): string[] {
  return withOtherLetter(letters, tone, (letter) => (/[aeoud]/.test(letter) ? otherMarks[letter] : ''))
}

/** The syllables that one other mark makes of the word: "chổ" has none of them, it is a syllable already. */
export function withOtherMark({ letters, tone }: Spelling): string[] {
  return withOtherLetter(letters, tone, (letter) => otherMarks[letter])
}

/** "nghành" and "ngiên": the h belongs before e, ê and i alone. */
export function withOtherConsonant({ letters, tone }: Spelling): string[] {
  const swapped = letters.replace(/^(n?g)(h?)/, (_, start: string, h: string) => start + (h === '' ? 'h' : ''))
  return swapped === letters ? [] : spelled([{ letters: swapped, tone }])
}

function withOtherLetter(letters: string, tone: string, othersOf: (letter: string) => string | undefined): string[] {
  return spelled(
    [...letters].flatMap((letter, at) =>
      [...(othersOf(letter) ?? '')].map((other) => ({
        letters: letters.slice(0, at) + other + letters.slice(at + 1),
        tone,
      })),
    ),
  )
}

function spelled(spellings: Spelling[]): string[] {
  return [...new Set(spellings.map(syllableOf).filter((syllable) => syllable !== null))]
}

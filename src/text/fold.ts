import { normalLine } from './normal-form.ts'

// Letters that Unicode does not decompose: ours, the ƀ of Jrai and Bahnar, and what is typed in place of đ.
const plainLetters: Record<string, string> = { đ: 'd', ð: 'd', ɖ: 'd', ƀ: 'b' }

/** Text for finding: lower case, without any mark, đ as d and ƀ as b. "ĐẮK PƠ" and "đăk po" fold alike. */
export function fold(text: string): string {
  return Array.from(text.normalize('NFC'), foldLetter).join('')
}

/**
 * The folded text with the way back: the hit `[from, to)` in `folded` is `[starts[from], starts[to])` in the NFC text,
 * marks included. `starts` has one entry for each UTF-16 unit and a last one for the end.
 */
export function foldWithMap(text: string): { folded: string; starts: number[] } {
  const starts: number[] = []
  let folded = ''
  let position = 0
  for (const letter of text.normalize('NFC')) {
    const bare = foldLetter(letter)
    for (let unit = 0; unit < bare.length; unit++) starts.push(position)
    folded += bare
    position += letter.length
  }
  return { folded, starts: [...starts, position] }
}

/**
 * One key for the two ways to place a tone (hòa and hoà, khỏe and khoẻ, thủy and thuỷ), for comparing tags, categories
 * and people. Never show it: published text keeps the placement of its author.
 */
export function toneKey(text: string): string {
  return normalLine(text).toLowerCase().normalize('NFC').replace(toneOnSecondVowel, withToneOnFirstVowel)
}

// Only where the syllable ends: "hoàn" has one spelling. After q the u belongs to the consonant: "quý".
const toneOnSecondVowel = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![\p{L}\p{M}])/gu

function withToneOnFirstVowel(vowels: string): string {
  const [first, second, tone] = vowels.normalize('NFD')
  return `${first}${tone}${second}`.normalize('NFC')
}

function foldLetter(letter: string): string {
  // Half of what is written here has no marks, and needs no look at them.
  if (letter < '\u0080') return letter.toLowerCase()
  const bare = letter.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return plainLetters[bare] ?? bare
}

import { readSyllable } from '../syllable.ts'

/** A word without its tone, in lower case and NFC, and the tone as its combining mark. "cuả" and "của" are spelled alike. */
export type Spelling = { letters: string; tone: string }

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
export const allTones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

export function spellingOf(word: string): Spelling {
  const decomposed = word.toLowerCase().normalize('NFD')
  return { letters: decomposed.replace(tones, '').normalize('NFC'), tone: decomposed.match(tones)?.join('') ?? '' }
}

const frontVowel = /^[eêiy]/
const endsInStop = /[ptc]$|ch$/
const highlandRime = /k$|^ă$/

/**
 * The syllable of these letters and this tone as Vietnamese spelling has it, null where it has none. The set of syllables
 * is not a list: it follows from the phonology that school grammars describe (onset, rime, tone), namely
 * - the rimes of the syllable tables (`syllable.ts`), those of highland names left out;
 * - k, gh, ngh before e ê i y, and c, g, ng before the rest;
 * - only sắc and nặng before a final p, t, c, ch;
 * - the tone over the marked vowel, else over the last vowel before a final consonant, else over the last but one.
 */
export function syllableOf({ letters, tone }: Spelling): string | null {
  const parts = readSyllable(letters)
  if (parts === null || !isOurOnset(parts.onset, parts.rime)) return null
  if (highlandRime.test(parts.rime) || !allTones.includes(tone)) return null
  if (endsInStop.test(parts.rime) && !/[\u0301\u0323]/.test(tone)) return null
  const at = vowelWithTone(parts.rime)
  return (parts.onset + parts.rime.slice(0, at + 1) + tone + parts.rime.slice(at + 1)).normalize('NFC')
}

/** Whether a word is a syllable of Vietnamese with its tone in the right place: both "hòa" and "hoà" are. */
export function isSyllable(word: string): boolean {
  const syllable = syllableOf(spellingOf(word))
  const small = word.toLowerCase()
  return syllable !== null && (small === syllable || small === withToneOnSecondVowel(syllable))
}

function isOurOnset(onset: string, rime: string): boolean {
  if (/^(?:k|gh|ngh)$/.test(onset)) return frontVowel.test(rime)
  if (/^(?:c|ng)$/.test(onset)) return !frontVowel.test(rime)
  // The i of "gì" and "giếng" is written once for onset and rime.
  if (onset === 'g') return !/^[eêy]/.test(rime)
  return !/^(?:bl|br|chr|dr|gr|hr|kl|kp|kr|ml|pl|sr)$/.test(onset)
}

function vowelWithTone(rime: string): number {
  const marked = rime.search(/[ăâêôơ]|ư(?!ơ)/)
  if (marked >= 0) return marked
  const vowels = /^[aeiouy]+/.exec(rime)?.[0].length ?? 0
  if (vowels < rime.length) return vowels - 1
  return Math.max(0, vowels - 2)
}

function withToneOnSecondVowel(syllable: string): string {
  const decomposed = syllable.normalize('NFD')
  return decomposed.replace(/(o(?=.[ae]$)|u(?=.y$))([\u0300\u0301\u0303\u0309\u0323])(.)$/, '$1$3$2').normalize('NFC')
}

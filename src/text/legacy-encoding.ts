import { tcvn3Letters, vniLetters } from './legacy-letters.ts'
import { readSyllable } from './syllable.ts'

export type LegacyEncoding = 'TCVN3' | 'VNI'

const legacyWord = /[A-Za-z\u0080-\u009f\u00a1-\u00ff]+/g
const vietnameseInUnicode = /[\u0100-\u024f]|[\u0300-\u036f]|[\u1e00-\u1eff]/

/**
 * The encoding of a text that looks like "TiÕng ViÖt" or "Tieáng Vieät", null when it is as it should be. Hand it a text of
 * one origin, such as a paragraph, before `normalText`, which drops soft hyphens. Judged on whole words: enough of them must
 * become Vietnamese syllables that were none before. A text that has Vietnamese letters of Unicode is never legacy.
 */
export function detectLegacyEncoding(text: string): LegacyEncoding | null {
  if (vietnameseInUnicode.test(text)) return null
  const words = text.match(legacyWord) ?? []
  const tcvn3 = evidence(words, fromTcvn3)
  const vni = evidence(words, fromVni)
  if (isProof(tcvn3) && tcvn3.revealed.some(hasSignOrInnerCapital) && weightOf(tcvn3) >= weightOf(vni)) return 'TCVN3'
  return isProof(vni) ? 'VNI' : null
}

/** The text in Unicode, NFC. */
export function fromLegacyEncoding(text: string, encoding: LegacyEncoding): string {
  return encoding === 'VNI' ? fromVni(text) : fromTcvn3(text)
}

type Evidence = { revealed: string[]; foreign: string[] }
type Decode = (text: string) => string

/** 'revealed' are syllables only once converted, 'foreign' are none either way. The rest says nothing. */
function evidence(words: string[], decode: Decode): Evidence {
  const telling = words.filter((word) => !isAbbreviationOrSign(word) && !isSyllableAsItIs(word))
  const becomesSyllable = (word: string) => {
    const decoded = decode(word)
    return decoded !== word && !hasCombiningSign.test(word) && isSyllable(decoded)
  }
  return {
    revealed: telling.filter(becomesSyllable),
    foreign: telling.filter((word) => !becomesSyllable(word)),
  }
}

/** One long word with a sign or a capital inside is proof enough: no European language writes so. */
function isProof(found: Evidence): boolean {
  const isEnough =
    found.revealed.length > 1 || found.revealed.some((word) => word.length > 3 && hasSignOrInnerCapital(word))
  return isEnough && weightOf(found) > 0
}

function weightOf({ revealed, foreign }: Evidence): number {
  return revealed.length - foreign.length
}

// B0 to B4 are combining tones in TCVN 5712, in honest text the signs of "5°C" and "m²".
const hasCombiningSign = /[\u00b0-\u00b4]/

function hasSignOrInnerCapital(word: string): boolean {
  return /[\u00a1-\u00bf×÷]/.test(word) || /\p{Ll}\p{Lu}/u.test(word)
}

/** "UBND", "§", "¥" or "Õ" could be anything. */
function isAbbreviationOrSign(word: string): boolean {
  return word.length === 1 || !/[A-Za-z]/.test(word) || /^[A-Z]+$/.test(word)
}

/** Lenient: a soft hyphen may stand anywhere, and French "tôt" passes. "TiÕng" does not: it has a capital inside. */
function isSyllableAsItIs(word: string): boolean {
  return !/\p{Ll}\p{Lu}/u.test(word) && readSyllable(word.replaceAll('\u00ad', '')) !== null
}

/** Syllables that end in a stop have the tone sắc or nặng, or are none of ours. */
function isSyllable(word: string): boolean {
  const syllable = readSyllable(word)
  return syllable !== null && (!/[ptc]$|ch$/.test(syllable.rime) || /[\u0301\u0323]/.test(syllable.tone))
}

function fromVni(text: string): string {
  let unicode = ''
  for (let at = 0; at < text.length; ) {
    const pair = vniLetters.get(text.slice(at, at + 2))
    unicode += pair ?? vniLetters.get(text.charAt(at)) ?? text.charAt(at)
    at += pair === undefined ? 1 : 2
  }
  return unicode.normalize('NFC')
}

/** Capitals with a tone are a matter of the font in TCVN3 (.VnTimeH): "Céng Hoµ" beside "CéNG HOµ". */
function fromTcvn3(text: string): string {
  if (isInCapitals(text)) return tcvn3ToUnicode(text).toUpperCase()
  return text.replace(/\S+/g, (word) => {
    return isInCapitals(word) ? tcvn3ToUnicode(word).toUpperCase() : tcvn3ToUnicode(word)
  })
}

function isInCapitals(text: string): boolean {
  return !/[a-z]/.test(text) && (text.match(/[A-Z]/g) ?? []).length > 1
}

function tcvn3ToUnicode(text: string): string {
  return Array.from(text, (letter) => tcvn3Letters.get(letter) ?? letter)
    .join('')
    .normalize('NFC')
}

import { compounds } from './compounds.ts'
import { bindingWords, otherWords, standingWords } from './other-words.ts'
import { spellingOf } from './spelling.ts'
import { keyOf } from './word-list.ts'

/** A word of two syllables: as it is written, and the keys of its halves. */
export type Compound = { first: string; second: string; firstKey: string; secondKey: string }

const compoundList = listed(compounds).map(compoundOf)
const compoundPairs = new Set(compoundList.map(pairKey))
const knownPairs = new Set([...compoundPairs, ...listed(otherWords).map(compoundOf).map(pairKey)])
const bindingKeys = new Set(listed(bindingWords).map(keyIn))
const standingKeys = new Set(listed(standingWords).map(keyIn))
const commonSyllables = new Set([
  ...[...knownPairs].flatMap((pair) => pair.split(' ')),
  ...bindingKeys,
  ...standingKeys,
])
const compoundsByLetters = Map.groupBy(compoundList, ({ first, second }) => lettersOf(first, second))

/** Whether two syllables, given by their keys, are a word that the doctor knows. */
export function isKnownPair(firstKey: string, secondKey: string): boolean {
  return knownPairs.has(`${firstKey} ${secondKey}`)
}

/** Whether they are a word of the table of office words. */
export function isCompound(firstKey: string, secondKey: string): boolean {
  return compoundPairs.has(`${firstKey} ${secondKey}`)
}

/** Whether a syllable stands in one of the words that the doctor knows. */
export function isCommonSyllable(key: string): boolean {
  return commonSyllables.has(key)
}

/** Whether two words meet by chance wherever sentences are written, such as "thì" and "xã": one of them binds. */
export function mayMeetByChance(binding: string, other: string): boolean {
  return bindingKeys.has(binding) && (bindingKeys.has(other) || standingKeys.has(other))
}

/** The words of the table that have these letters in some tones. */
export function compoundsSpelled(firstLetters: string, secondLetters: string): Compound[] {
  return compoundsByLetters.get(`${firstLetters} ${secondLetters}`) ?? []
}

function listed(words: string): string[] {
  return words
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function compoundOf(word: string): Compound {
  const [first = '', second = ''] = word.split(' ')
  return { first, second, firstKey: keyIn(first), secondKey: keyIn(second) }
}

function keyIn(syllable: string): string {
  return keyOf(spellingOf(syllable))
}

function pairKey({ firstKey, secondKey }: Compound): string {
  return `${firstKey} ${secondKey}`
}

function lettersOf(first: string, second: string): string {
  return `${spellingOf(first).letters} ${spellingOf(second).letters}`
}

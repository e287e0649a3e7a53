import type { Familiar } from './familiar.ts'
import type { Reason, Remark } from './finding.ts'
import { isCommonSyllable, isKnownPair } from './lexicon.ts'
import {
  withForgottenMark,
  withOtherConsonant,
  withOtherMark,
  withOtherTone,
  withTonePlaced,
} from './nearby-syllables.ts'
import { isSyllable, spellingOf } from './spelling.ts'
import { areNeighbours, keyOf, type Word, withCapitalsOf } from './word-list.ts'

/** Words spelled as no syllable is, where a tone or one mark makes one of them: "đựơc", "huớng dẫn", "kêt quả". */
export function syllableRemarks(prose: string, words: Word[], familiar: Familiar): Remark[] {
  const cases = new Map<string, Case | null>()
  return words.flatMap((word, at): Remark[] => {
    const known = cases.get(word.text)
    const found = known === undefined ? caseOf(word) : known
    cases.set(word.text, found)
    if (found === null || isJoined(prose, word) || isAmongHighlandWords(words, at)) return []
    if (familiar.hasWord(word.text)) return []
    return remarkOn(word, candidatesAt(prose, words, at, found))
  })
}

type Candidate = { syllable: string; key: string }

/** A misspelled word and what it may have been, the best evidence first: the same letters, a mark forgotten, any mark. */
type Case = { placed: Candidate[]; forgotten: Candidate[]; nearby: Candidate[] }

function caseOf(word: Word): Case | null {
  if (!isMisspelled(word)) return null
  const placed = withTonePlaced(word)
  const forgotten = [...withOtherTone(word), ...withForgottenMark(word)]
  const nearby = [...placed, ...forgotten, ...withOtherMark(word), ...withOtherConsonant(word)]
  const candidates = (syllables: string[]) =>
    [...new Set(syllables)].map((syllable) => ({ syllable, key: keyOf(spellingOf(syllable)) }))
  return { placed: candidates(placed), forgotten: candidates(forgotten), nearby: candidates(nearby) }
}

/** Only words with marks of ours can be judged: without any, "that" and "chat" may be English. */
export function isMisspelled({ text, letters, tone }: Word): boolean {
  return (
    text.length <= 8 && /^[a-zđăâêôơư]+$/.test(letters) && (tone !== '' || /[^a-z]/.test(letters)) && !isSyllable(text)
  )
}

/** Pieces of "ki-lô-mét", "H'Hương" or "v.v" are not judged alone. */
function isJoined(prose: string, { start, end }: Word): boolean {
  const joint = /[\p{L}\p{M}\p{N}'’ʼ/_@&+-]/u
  return joint.test(prose.charAt(start - 1)) || joint.test(prose.charAt(end))
}

const highlandLetter = /[ƀčñĭĕŏŭ]|\u0306/i

function isAmongHighlandWords(words: Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at + 4).some(({ letters }) => highlandLetter.test(letters))
}

/** Beside a neighbour that makes a known word of it, a candidate needs no other evidence; a name has no other. */
function candidatesAt(prose: string, words: Word[], at: number, { placed, forgotten, nearby }: Case): string[] {
  const fitting = nearby.filter(fitsIn(prose, words, at))
  const isCommon = ({ key }: Candidate) => isCommonSyllable(key)
  const likely = forgotten.filter(isCommon)
  const chosen = mayBeName(words, at)
    ? fitting
    : [placed, fitting, likely.length === 1 ? likely : nearby.filter(isCommon)].find(({ length }) => length > 0)
  return (chosen ?? []).map(({ syllable }) => syllable)
}

function mayBeName(words: Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (!word?.isCapital) return false
  return !word.isFirst || next?.isCapital === true
}

/** Whether a syllable makes a known word with one of its neighbours. */
function fitsIn(prose: string, words: Word[], at: number): (candidate: Candidate) => boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  const isBefore = before && word && areNeighbours(prose, before, word)
  const isAfter = after && word && areNeighbours(prose, word, after)
  return ({ key }) => Boolean((isBefore && isKnownPair(before.key, key)) || (isAfter && isKnownPair(key, after.key)))
}

function remarkOn(word: Word, candidates: string[]): Remark[] {
  const written = candidates.slice(0, 3).map((candidate) => withCapitalsOf(word.text, candidate))
  const [first, another] = written
  if (first === undefined) return []
  const proposed = another === undefined ? first : null
  return [{ kind: 'syllable', start: word.start, end: word.end, proposed, reason: reasonFor(word, written) }]
}

function reasonFor({ text, key }: Word, candidates: string[]): Reason {
  const [only = '', another] = candidates
  const isSame = another === undefined && keyOf(spellingOf(only)) === key
  return isSame
    ? { code: 'misplacedTone', parts: { found: text, proposed: only } }
    : { code: 'noSyllable', parts: { found: text, candidates } }
}

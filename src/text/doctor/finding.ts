import type { LegacyEncoding } from '../legacy-encoding.ts'

export type FindingKind =
  | 'legacyEncoding'
  | 'decomposedLetters'
  | 'lookAlike'
  | 'invisible'
  | 'doubledSpace'
  | 'doubledWord'
  | 'spaceBeforeMark'
  | 'missingSpace'
  | 'weekday'
  | 'impossibleDate'
  | 'abbreviation'
  | 'longSentence'
  | 'syllable'
  | 'word'

/** What a sentence about a finding needs to know, by the code of its reason. */
export type ReasonParts = {
  legacyEncoding: { encoding: LegacyEncoding; proposed: string }
  decomposedLetters: { letters: number }
  lookAlike: { letters: string; proposed: string }
  invisible: { letters: number; codePoint: string }
  doubledSpace: { spaces: number }
  doubledWord: { word: string }
  spaceBeforeMark: { mark: string }
  missingSpace: { mark: string }
  weekday: { written: string; actual: string; date: string }
  /** `lastDay` is null where the month itself does not exist. */
  impossibleDate: { date: string; lastDay: number | null }
  unexplainedAbbreviation: { abbreviation: string; expansion: string | null }
  longSentence: { words: number }
  misplacedTone: { found: string; proposed: string }
  noSyllable: { found: string; candidates: string[] }
  likelyWord: { found: string; candidates: string[] }
}

export type ReasonCode = keyof ReasonParts
export type Reason<Code extends ReasonCode = ReasonCode> = {
  [Each in Code]: { code: Each; parts: ReasonParts[Each] }
}[Code]

/** Positions are UTF-16 units of the text that was examined: `text.slice(start, end) === found`. */
export type Finding = {
  kind: FindingKind
  start: number
  end: number
  found: string
  /** What to write instead; null where only a person can know. */
  proposed: string | null
  reason: Reason
}

/** A finding before it is known what stands at its place. */
export type Remark = Omit<Finding, 'found'>

const advice: ReadonlySet<FindingKind> = new Set(['abbreviation', 'longSentence'])

/** Whether a finding is advice on style, right or wrong as its author sees it, and not a likely mistake. */
export function isAdvice(finding: Finding): boolean {
  return advice.has(finding.kind)
}

/** The text with what is proposed written at its place; unchanged where nothing is proposed. */
export function applyFinding(text: string, { start, end, proposed }: Finding): string {
  return proposed === null ? text : text.slice(0, start) + proposed + text.slice(end)
}

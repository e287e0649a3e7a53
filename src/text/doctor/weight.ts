import type { Finding, FindingKind } from './finding.ts'

/** What a reader stumbles over comes first, what only an editor sees later, advice on style last. */
const places: Record<FindingKind, number> = {
  legacyEncoding: 0,
  syllable: 1,
  word: 1,
  weekday: 2,
  impossibleDate: 3,
  doubledWord: 4,
  lookAlike: 5,
  decomposedLetters: 6,
  invisible: 7,
  missingSpace: 8,
  spaceBeforeMark: 9,
  doubledSpace: 10,
  abbreviation: 11,
  longSentence: 12,
}

/** Kind by kind, and within each in the order in which they were found. */
export function inOrderOfWeight<Found extends Pick<Finding, 'kind'>>(findings: Found[]): Found[] {
  return findings.toSorted((a, b) => places[a.kind] - places[b.kind])
}

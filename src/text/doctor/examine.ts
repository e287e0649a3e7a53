import { abbreviationRemarks, abbreviationsExplainedIn } from './abbreviations.ts'
import { impossibleDateRemarks, weekdayRemarks } from './dates.ts'
import { doubledWordRemarks } from './doubled-words.ts'
import { familiarWith } from './familiar.ts'
import type { Finding, Remark } from './finding.ts'
import { legacyRemarks } from './legacy.ts'
import { decomposedRemarks, invisibleRemarks, lookAlikeRemarks } from './letters.ts'
import { blankOut } from './prose.ts'
import { readText } from './reading.ts'
import { longSentenceRemarks } from './sentences.ts'
import { doubledSpaceRemarks, missingSpaceRemarks, spaceBeforeMarkRemarks } from './spacing.ts'
import { syllableRemarks } from './syllable-typos.ts'
import { wordRemarks } from './word-typos.ts'

export type ExamineOptions = {
  /** Names, tags and abbreviations of the agency; findings about them are kept back. */
  known?: ReadonlySet<string>
}

/**
 * What a careful colleague would point out in a text, plain or Markdown, in the order of the text; findings of one kind
 * never overlap. Takes time in proportion to the length. Lines in an old encoding are judged for nothing else.
 */
export function examine(text: string, options: ExamineOptions = {}): Finding[] {
  const legacy = legacyRemarks(text)
  const modern = blankOut(text, legacy)
  const asTyped = [...legacy, ...invisibleRemarks(modern), ...decomposedRemarks(modern), ...lookAlikeRemarks(modern)]
  return withoutOverlaps([...asTyped, ...asReadRemarks(modern, options)])
    .map((remark) => ({ ...remark, found: text.slice(remark.start, remark.end) }))
    .filter(({ found, proposed }) => found !== proposed)
}

function asReadRemarks(text: string, { known }: ExamineOptions): Remark[] {
  const { prose, lines, words, placeOf } = readText(text)
  const familiar = familiarWith(known)
  return [
    ...doubledSpaceRemarks(lines),
    ...spaceBeforeMarkRemarks(lines),
    ...missingSpaceRemarks(prose, words),
    ...doubledWordRemarks(prose, words),
    ...weekdayRemarks(prose),
    ...impossibleDateRemarks(prose),
    ...syllableRemarks(prose, words, familiar),
    ...wordRemarks(prose, words, familiar),
    ...abbreviationRemarks(lines, familiar),
    ...longSentenceRemarks(lines),
  ].map((remark) => ({ ...remark, ...placeOf(remark.start, remark.end) }))
}

/** In the order of the text; of two of one kind that overlap, the first stays. */
function withoutOverlaps(remarks: Remark[]): Remark[] {
  const ends = new Map<string, number>()
  return remarks
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ kind, start, end }) => {
      const isFree = start >= (ends.get(kind) ?? 0)
      if (isFree) ends.set(kind, end)
      return isFree
    })
}

/** The abbreviations that a text explains: hand them over as `known` with the fields that are read after it. */
export function abbreviationsExplained(text: string): Set<string> {
  return abbreviationsExplainedIn(readText(text).lines)
}

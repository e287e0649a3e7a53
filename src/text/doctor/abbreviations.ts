import { fold } from '../fold.ts'
import { expansionOf, isSelfEvident } from './abbreviation-table.ts'
import type { Familiar } from './familiar.ts'
import type { Remark } from './finding.ts'
import type { Line } from './lines.ts'
import { isSyllable } from './spelling.ts'

// Not "45/QĐ-UBND", "QP-AN" or "TP.HCM": those are read as a whole.
const abbreviation = /(?<![\p{L}\p{M}\p{N}/.&@_-])\p{Lu}{2,}(?![\p{L}\p{M}\p{N}/&@_]|[.-][\p{L}\p{N}])/gu

type Use = { text: string; start: number; before: string; after: string }

/** Abbreviations that are not explained where they are first used. Lines all in capitals are titles and explain nothing. */
export function abbreviationRemarks(lines: Line[], familiar: Familiar): Remark[] {
  return [...firstUses(lines).values()]
    .filter((use) => !isExplained(use) && !familiar.hasWord(use.text))
    .map(({ text, start, before }): Remark => {
      const expansion = expansionOf(text)
      const parts = { abbreviation: text, expansion }
      return {
        kind: 'abbreviation',
        start,
        end: start + text.length,
        proposed: expansion === null || isInBrackets(before) ? null : `${atHead(expansion, before)} (${text})`,
        reason: { code: 'unexplainedAbbreviation', parts },
      }
    })
}

/** The abbreviations that a text explains, as "known" for the fields that are read after it. */
export function abbreviationsExplainedIn(lines: Line[]): Set<string> {
  return new Set([...firstUses(lines).values()].filter(isExplained).map(({ text }) => text))
}

function firstUses(lines: Line[]): Map<string, Use> {
  const uses = new Map<string, Use>()
  for (const line of lines) {
    if (!/\p{Ll}/u.test(line.text)) continue
    for (const { 0: text, index } of line.text.matchAll(abbreviation)) {
      if (uses.has(text) || isSelfEvident(text) || isSyllable(text)) continue
      const [before, after] = [line.text.slice(Math.max(0, index - 80), index), line.text.slice(index + text.length)]
      uses.set(text, { text, start: line.start + index, before, after: after.slice(0, 80) })
    }
  }
  return uses
}

const openingBracket = /[\p{L}\p{N}][”"]? ?\((?:(?:viết|gọi) tắt:? )?["“]?(?:\p{Lu}+, ){0,5}$/iu
const closingBracket = /^(?:, \p{Lu}+){0,5}["”]?\)/u

/** "Ủy ban nhân dân (UBND)", "gọi tắt là UBND" or "UBND (Ủy ban nhân dân)". */
function isExplained({ text, before, after }: Use): boolean {
  if (/tắt là:? ?["“]?$/iu.test(before)) return true
  if (openingBracket.test(before) && closingBracket.test(after)) return true
  const explanation = /^ \((?<words>[^()]+)\)/.exec(after)?.groups?.['words'] ?? ''
  return initialsOf(explanation) === fold(text)
}

function initialsOf(words: string): string {
  return fold(words)
    .split(/[^\p{L}]+/u)
    .map((word) => word.charAt(0))
    .join('')
}

function isInBrackets(before: string): boolean {
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

function atHead(expansion: string, before: string): string {
  const isFirst = /(?:^|[.!?:|]["”)]?)[\s*_>“"-]*$/u.test(before)
  return isFirst ? expansion.charAt(0).toUpperCase() + expansion.slice(1) : expansion
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleArticles } from '../../../src/sample/articles/index.ts'
import { compounds } from '../../../src/text/doctor/compounds.ts'
import { applyFinding, examine } from '../../../src/text/doctor/index.ts'
import { allTones, spellingOf, syllableOf } from '../../../src/text/doctor/spelling.ts'
import { withCapitalsOf } from '../../../src/text/doctor/word-list.ts'
import { cleanProse } from './clean-prose.ts'

const minFound = 0.97
const minRight = 0.96

const table = new Set(compounds.split(/[,\n]/).map((word) => word.trim()))
const twoWords = /(?<![\p{L}\p{M}])(?<first>[\p{L}\p{M}]+) (?=(?<second>[\p{L}\p{M}]+))/gu

/** The same numbers in every run: a linear congruence with the constants of Numerical Recipes. */
function diceOf(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

type Slip = { line: string; mistyped: string; start: number; end: number }

/** Every word of the table in a text, one of its syllables typed with a wrong tone. */
function slipsIn(line: string, dice: (sides: number) => number): Slip[] {
  return [...line.matchAll(twoWords)]
    .filter(({ groups: { first, second } = {} }) => table.has(`${first} ${second}`.toLowerCase()))
    .map(({ index, groups: { first = '', second = '' } = {} }) => {
      const [syllable, start] = dice(2) === 0 ? [first, index] : [second, index + first.length + 1]
      const wrong = withOtherTone(syllable, dice)
      const mistyped = line.slice(0, start) + wrong + line.slice(start + syllable.length)
      return { line, mistyped, start, end: start + wrong.length }
    })
}

function withOtherTone(syllable: string, dice: (sides: number) => number): string {
  const { letters, tone } = spellingOf(syllable)
  const others = allTones.filter((other) => other !== tone)
  const other = others[dice(others.length)] ?? ''
  if (tone !== '') return Array.from(syllable.normalize('NFC'), (letter) => retoned(letter, tone, other)).join('')
  return withCapitalsOf(syllable, syllableOf({ letters, tone: other }) ?? syllable)
}

function retoned(letter: string, tone: string, other: string): string {
  const bare = letter.normalize('NFD').replace(tone, '').normalize('NFC')
  return bare === letter ? letter : (bare + other).normalize('NFC')
}

test('nearly every wrong tone in a word of the table is found, and most are put right', (t) => {
  const dice = diceOf(20170215)
  const texts = [cleanProse, ...sampleArticles.slice(1).map(({ title, lead, body }) => `${title}\n${lead}\n${body}`)]
  const slips = texts.flatMap((text) => text.split('\n')).flatMap((line) => slipsIn(line, dice))
  const answers = slips.map(({ mistyped, start, end }) =>
    examine(mistyped).filter(
      (finding) => /^(?:word|syllable)$/.test(finding.kind) && finding.start < end && finding.end > start,
    ),
  )
  const found = answers.filter(({ length }) => length > 0).length
  const right = answers.filter((findings, at) =>
    findings.some((finding) => applyFinding(slips[at]?.mistyped ?? '', finding) === slips[at]?.line),
  ).length

  t.diagnostic(`${slips.length} wrong tones: ${found} found, ${right} put right`)
  assert.ok(slips.length > 1000)
  assert.ok(found / slips.length >= minFound)
  assert.ok(right / slips.length >= minRight)
})

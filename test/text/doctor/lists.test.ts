import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expansionOf } from '../../../src/text/doctor/abbreviation-table.ts'
import { compounds } from '../../../src/text/doctor/compounds.ts'
import { bindingWords, otherWords, standingWords } from '../../../src/text/doctor/other-words.ts'
import { isSyllable } from '../../../src/text/doctor/spelling.ts'
import { fold } from '../../../src/text/fold.ts'

function listed(words: string): string[] {
  return words
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

test('every word of the tables has two syllables, spelled right, and stands there once', () => {
  const words = [...listed(compounds), ...listed(otherWords)]
  for (const word of words) {
    assert.equal(word.split(' ').length, 2, word)
    assert.ok(word.split(' ').every(isSyllable), word)
  }
  assert.equal(new Set(words).size, words.length)
  assert.ok(listed(compounds).length > 900)
})

test('the words that meet by chance have one syllable', () => {
  for (const word of [...listed(bindingWords), ...listed(standingWords)]) assert.ok(isSyllable(word), word)
})

test('an abbreviation begins as what it stands for', () => {
  for (const abbreviation of ['UBND', 'DTTS', 'PCCC', 'GCNQSDĐ', 'VKSND']) {
    assert.equal(fold(expansionOf(abbreviation) ?? '').charAt(0), fold(abbreviation).charAt(0))
  }
  assert.equal(expansionOf('BTV'), null)
})

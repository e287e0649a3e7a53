import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearestWord, wrongLetters } from '../../src/search/nearest-word.ts'

const vocabulary = [
  { written: 'hội', folded: 'hoi', count: 9 },
  { written: 'hỏi', folded: 'hoi', count: 3 },
  { written: 'nghị', folded: 'nghi', count: 8 },
  { written: 'nghĩa', folded: 'nghia', count: 2 },
  { written: 'huyện', folded: 'huyen', count: 20 },
  { written: '2017', folded: '2017', count: 50 },
]
const nearest = (typed: string) => nearestWord(typed, vocabulary)?.written ?? null

test('one wrong, missing, doubled or swapped letter is one mistake', () => {
  for (const typed of ['huyan', 'huyn', 'huyenn', 'huyne']) assert.equal(wrongLetters(typed, 'huyen', 2), 1)
  assert.equal(wrongLetters('huyen', 'huyen', 2), 0)
  assert.equal(wrongLetters('xuyan', 'huyen', 2), 2)
  assert.equal(wrongLetters('abcdefgh', 'huyen', 2), 3)
})

test('the nearest word is meant, of equally near ones the most frequent', () => {
  assert.equal(nearest('huyenn'), 'huyện')
  assert.equal(nearest('hoii'), 'hội')
  assert.equal(nearest('nghai'), 'nghị')
})

test('a short word may have one mistake, the shortest none', () => {
  assert.equal(nearest('xxi'), null)
  assert.equal(nearest('ho'), null)
  assert.equal(nearest('xuyxn'), null)
  assert.equal(nearest('xuyenh'), 'huyện')
})

test('numbers are meant as they are typed', () => assert.equal(nearest('2018'), null))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createTokenizer } from '../../src/search/tokens.ts'
import { fold } from '../../src/text/fold.ts'
import { normalLine } from '../../src/text/normal-form.ts'
import { anyText } from '../text/vietnamese-letters.ts'

const tokenize = createTokenizer()
const written = (text: string) => tokenize(text).map((word) => word.written)
const folded = (text: string) => tokenize(text).map((word) => word.folded)

test('a word keeps its marks once and loses them once', () => {
  assert.deepEqual(tokenize('Đăk Pơ'), [
    { written: 'đăk', folded: 'dak', from: 0, to: 3 },
    { written: 'pơ', folded: 'po', from: 4, to: 6 },
  ])
})

test('two ways to place a tone are one word', () => {
  assert.deepEqual(written('Hoà khoẻ thuỷ'), written('hòa khỏe thủy'))
})

test('an apostrophe inside belongs to its word, quotation marks do not', () => {
  for (const text of ["K'Bang", 'K’Bang', 'KʼBang', 'K`Bang', 'kbang']) assert.deepEqual(written(text), ['kbang'])
  assert.deepEqual(written("'Hội nghị' ’mía’"), ['hội', 'nghị', 'mía'])
})

test('a document number is its parts', () => {
  assert.deepEqual(folded('45/QĐ-UBND'), ['45', 'qd', 'ubnd'])
})

test('what Word beautifies is plain again', () => {
  assert.deepEqual(folded('320 m², oﬃce, ２０１７'), ['320', 'm2', 'office', '2017'])
})

test('signs, emoji and marks without a letter are no words', () => {
  assert.deepEqual(tokenize('— 🌾 ? \u0301\u0301 ( * ) "'), [])
})

test('no word is too long for an index', () => {
  assert.equal(written('a'.repeat(5_000))[0]?.length, 64)
  assert.equal(written('𝒳'.repeat(500)).length, 1)
})

test('every word is in its place, in its own spelling', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const text = normalLine(typed)
      for (const token of tokenize(text)) {
        assert.equal(fold(token.written), token.folded)
        assert.match(text.slice(token.from, token.to), /^[\p{L}\p{M}\p{N}]/u)
      }
    }),
    { numRuns: 500 },
  )
})

test('decomposed and composed text have the same words', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const [composed, decomposed] = [normalLine(text.normalize('NFC')), normalLine(text.normalize('NFD'))]
      assert.deepEqual(written(composed), written(decomposed))
    }),
  )
})

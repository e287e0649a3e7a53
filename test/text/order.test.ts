import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareVietnamese } from '../../src/text/order.ts'
import { pairs } from './pairs.ts'
import { anyText, smallWords } from './vietnamese-letters.ts'

const text = fc.oneof(anyText, smallWords)

for (const pair of pairs.order) {
  test(`the order is ${pair.out.join(', ')}`, () => assert.deepEqual(pair.in.toSorted(compareVietnamese), pair.out))
}

test('numbers are in the order of their value', () => {
  assert.deepEqual(['Bài 10', 'Bài 2'].sort(compareVietnamese), ['Bài 2', 'Bài 10'])
})

test('only identical texts are equal', () => {
  assert.notEqual(compareVietnamese('ạ', 'ạ'.normalize('NFD')), 0)
  fc.assert(fc.property(text, text, (a, b) => (compareVietnamese(a, b) === 0) === (a === b)))
})

test('turning two texts round turns their order round', () => {
  fc.assert(
    fc.property(text, text, (a, b) => Math.sign(compareVietnamese(a, b)) + Math.sign(compareVietnamese(b, a)) === 0),
  )
})

test('what comes before the middle comes before the last', () => {
  fc.assert(
    fc.property(text, text, text, (...texts) => {
      const [a, b, c] = texts.sort(compareVietnamese)
      assert.ok(compareVietnamese(a ?? '', b ?? '') <= 0)
      assert.ok(compareVietnamese(b ?? '', c ?? '') <= 0)
      assert.ok(compareVietnamese(a ?? '', c ?? '') <= 0)
    }),
  )
})

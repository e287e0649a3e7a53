import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatBytes, formatNumber } from '../../src/text/numbers.ts'
import { pairs } from './pairs.ts'

for (const pair of pairs.number) {
  test(`${pair.in} is written ${pair.out}`, () => assert.equal(formatNumber(pair.in), pair.out))
}

test('sizes have the unit that keeps them short', () => {
  assert.equal(formatBytes(0), '0 byte')
  assert.equal(formatBytes(184 * 1024 + 100), '184 KB')
  assert.equal(formatBytes(1.2 * 1024 ** 2), '1,2 MB')
  assert.equal(formatBytes(3 * 1024 ** 3), '3 GB')
})

test('a size that rounds up to the next unit is written in it', () => {
  assert.equal(formatBytes(1024 ** 2 - 1), '1 MB')
  assert.equal(formatBytes(1024 ** 3 - 1), '1 GB')
})

test('no size below a terabyte has more than four digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1024, max: 1000 * 1024 ** 3 }), (bytes) =>
      /^\d{1,4}(,\d)? [KMG]B$/.test(formatBytes(bytes)),
    ),
  )
})

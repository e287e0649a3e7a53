import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { slugOf } from '../../src/text/slug.ts'
import { pairs } from './pairs.ts'
import { anyText } from './vietnamese-letters.ts'

for (const pair of pairs.slug) {
  test(`the slug of "${pair.in.slice(0, 50)}" is ${pair.out}`, () => assert.equal(slugOf(pair.in, pair.max), pair.out))
}

test('an apostrophe does not split a name', () => {
  assert.equal(slugOf("K'Bang và K’Bang"), 'kbang-va-kbang')
})

test('a raised digit is a digit', () => assert.equal(slugOf('100 m²'), '100-m2'))

test('a text without letters has no slug', () => assert.equal(slugOf('… – !'), ''))

test('one syllable longer than the limit is cut', () => assert.equal(slugOf('a'.repeat(30), 10), 'a'.repeat(10)))

test('a slug is made of plain letters, digits and single hyphens, and no longer than asked', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 0, max: 30 }), (text, max) => {
      const slug = slugOf(text, max)
      assert.match(slug, /^[a-z0-9]*(-[a-z0-9]+)*$/)
      assert.ok(slug.length <= max)
      assert.equal(slugOf(slug, max), slug)
    }),
  )
})

test('decomposed and composed text have the same slug', () => {
  fc.assert(fc.property(anyText, (text) => slugOf(text.normalize('NFD')) === slugOf(text)))
})

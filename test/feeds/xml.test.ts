import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { branch, leaf, xmlDocument } from '../../src/feeds/xml.ts'
import { readXml, textOf } from './read-xml.ts'

const document = (text: string) => xmlDocument(branch('a', [leaf('b', text, { c: text }), leaf('d', null, { e: 1 })]))

test('what looks like markup comes back as text', () => {
  const text = `a < b && c > "d" 'e' ]]> <![CDATA[ <!-- &amp; &#0; <?x ?>`
  const root = readXml(document(text))

  assert.equal(textOf(root, 'b'), text)
  assert.deepEqual(
    root.children.map(({ attributes }) => attributes),
    [{ c: text }, { e: '1' }],
  )
})

test('letters of every script, emoji and marks of direction stay', () => {
  const text = 'Hơ̆ ƀơi Ẫ ự Đ 👩🏽‍🌾 \u202bعربي\u202c 𠮷'
  assert.equal(textOf(readXml(document(text)), 'b'), text)
})

test('what XML cannot hold is left out, and nothing else', () => {
  const text = 'a\u0000b\u0008c\u000bd\u001fe\ud800f\udfffg\ufffeh\uffffi\tj\nk'
  assert.equal(textOf(readXml(document(text)), 'b'), 'abcdefghi\tj\nk')
})

test('any text at all is well-formed and keeps its letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = textOf(readXml(document(text)), 'b') ?? ''
      const letters = (written: string) => written.replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '')
      assert.equal(letters(read), letters(text))
    }),
  )
})

test('the parser of these tests refuses what is not well-formed', () => {
  for (const broken of ['<a>\u0008</a>', '<a>&</a>', '<a><b></a>', '<a b="<"/>', '<a/><b/>', '<a>]]></a>', '<x:a/>']) {
    assert.throws(() => readXml(broken), broken)
  }
})

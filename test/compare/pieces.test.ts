import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { comparePieces, type Piece } from '../../src/compare/index.ts'
import { anyText, smallWords } from '../text/vietnamese-letters.ts'

/** `[-removed-]` and `{+added+}` */
function written(pieces: Piece[]): string {
  const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] }
  return pieces.map(({ kind, text }) => `${signs[kind][0]}${text}${signs[kind][1]}`).join('')
}

const side = (pieces: Piece[], kind: 'added' | 'removed') =>
  pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map(({ text }) => text)
    .join('')

const facts: [string, string, string, string][] = [
  ['a changed word is one word', 'Xã Ia Băng họp', 'Xã Ia Băng hợp', 'Xã Ia Băng [-họp-]{+hợp+}'],
  ['a tone is no word of its own', 'thủy lợi', 'thuỷ lợi', '[-thủy-]{+thuỷ+} lợi'],
  ['an added word brings its space', 'Hội nghị', 'Hội nghị tổng kết', 'Hội nghị{+ tổng kết+}'],
  ['punctuation is a word of its own', 'Kính gửi.', 'Kính gửi:', 'Kính gửi[-.-]{+:+}'],
  ['a number is whole with its comma', 'dài 2,4 km', 'dài 2,5 km', 'dài [-2,4-]{+2,5+} km'],
  ['a date is whole', 'ngày 15/02/2017.', 'ngày 16/02/2017.', 'ngày [-15/02/2017-]{+16/02/2017+}.'],
  ['a clock time is whole', 'lúc 09:15,', 'lúc 09:30,', 'lúc [-09:15-]{+09:30+},'],
  [
    'words changed in a row are one change',
    'ông Nam và bà Lan',
    'chị Hoa và bà Lan',
    '[-ông Nam-]{+chị Hoa+} và bà Lan',
  ],
  ['a new paragraph is one change', 'Một\n\nBa', 'Một\n\nHai\n\nBa', 'Một\n\n{+Hai\n\n+}Ba'],
  ['all is new where there was nothing', '', 'Tin mới', '{+Tin mới+}'],
  ['all is gone where nothing is left', 'Tin cũ', '', '[-Tin cũ-]'],
]

for (const [fact, before, after, pieces] of facts) {
  test(fact, () => assert.equal(written(comparePieces(before, after)), pieces))
}

test('a text typed with loose marks is the same text', () => {
  assert.deepEqual(comparePieces('Đường Trần Phú'.normalize('NFD'), 'Đường Trần Phú'), [
    { kind: 'same', text: 'Đường Trần Phú' },
  ])
})

test('nothing against nothing has no pieces', () => assert.deepEqual(comparePieces('', ''), []))

const texts = fc.oneof(
  anyText,
  smallWords,
  fc.array(fc.constantFrom('a', 'b', ' ', '\n', '.')).map((all) => all.join('')),
)

test('what stayed and what went is the old text, what stayed and what came is the new one', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const pieces = comparePieces(before, after)
      assert.equal(side(pieces, 'removed'), before.normalize('NFC'))
      assert.equal(side(pieces, 'added'), after.normalize('NFC'))
      assert.ok(pieces.every(({ text }) => text !== ''))
    }),
  )
})

test('neighbours are never of one kind', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const kinds = comparePieces(before, after).map(({ kind }) => kind)
      assert.ok(kinds.every((kind, index) => kind !== kinds[index + 1]))
    }),
  )
})

test('only texts that differ have changes', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const hasChanges = comparePieces(before, after).some(({ kind }) => kind !== 'same')
      assert.equal(hasChanges, before.normalize('NFC') !== after.normalize('NFC'))
    }),
  )
})

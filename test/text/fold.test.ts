import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fold, foldWithMap, toneKey } from '../../src/text/fold.ts'
import { pairs } from './pairs.ts'
import { anyText } from './vietnamese-letters.ts'

describe('fold', () => {
  const plainPairs = pairs.search.filter(({ query, match }) => match && !/['"]|45 qd|kbang/.test(query))
  for (const { text, query } of plainPairs) {
    test(`"${query}" is found in "${text}"`, () => assert.ok(fold(text).includes(fold(query))))
  }

  test('"qui" is not in "Quý I"', () => assert.ok(!fold('Quý I').includes('qui')))

  test('highland letters fold to what any keyboard has', () => {
    assert.equal(fold('ƀơi dêh čar lŏn Hơ\u0306'), 'boi deh car lon ho')
  })

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => assert.equal(fold(fold(text)), fold(text))),
      { numRuns: 2000 },
    )
  })

  test('decomposed and composed text fold alike', () => {
    fc.assert(fc.property(anyText, (text) => fold(text.normalize('NFD')) === fold(text)))
  })
})

describe('the map of a folded text', () => {
  test('a hit in the folded text is the right letters of the original', () => {
    const text = 'Siu Hơ\u0306 ở ĐẮK PƠ'
    const { folded, starts } = foldWithMap(text)

    assert.equal(original(text, starts, folded.indexOf('dak po'), 6), 'ĐẮK PƠ')
    assert.equal(original(text, starts, folded.indexOf('ho'), 2), 'Hơ\u0306')
  })

  test('it never goes back and has an entry for the end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded, starts } = foldWithMap(text)
        assert.equal(folded, fold(text))
        assert.equal(starts.length, folded.length + 1)
        assert.equal(starts.at(-1), text.normalize('NFC').length)
        assert.ok(starts.every((start, index) => start >= (starts[index - 1] ?? 0)))
      }),
    )
  })

  test('it points to where letters begin', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const composed = text.normalize('NFC')
        const boundaries = new Set([composed.length])
        let position = 0
        for (const letter of composed) {
          boundaries.add(position)
          position += letter.length
        }
        assert.ok(foldWithMap(text).starts.every((start) => boundaries.has(start)))
      }),
    )
  })

  function original(text: string, starts: number[], from: number, length: number): string {
    return text.normalize('NFC').slice(starts[from], starts[from + length])
  }
})

describe('toneKey', () => {
  for (const { a, b, same } of pairs.toneKey) {
    test(`"${a}" and "${b}" are ${same ? 'one' : 'two'}`, () => assert.equal(toneKey(a) === toneKey(b), same))
  }

  test('"Uỷ ban  Nhân dân" and "ủy ban nhân dân" are one', () => {
    assert.equal(toneKey('Uỷ ban  Nhân dân'), toneKey('ủy ban nhân dân'.normalize('NFD')))
  })

  test('marks tell words apart, and a closed syllable is left alone', () => {
    assert.notEqual(toneKey('hòa'), toneKey('hoa'))
    assert.equal(toneKey('Hoàn Khuỷu'), 'hoàn khuỷu')
  })

  test('the key of a key is the key', () => {
    fc.assert(fc.property(anyText, (text) => toneKey(toneKey(text)) === toneKey(text)))
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paragraph, paragraphsIn, plainLook, type TextPiece, text, wordsOf } from '../../../src/word-files/block.ts'
import type { OfficeText } from '../../../src/word-files/office-text.ts'
import { findLegacy } from '../../../src/word-files/rules/legacy.ts'

const written = (words: string, font: string | null) => text(words, { ...plainLook, font })
const document = (...paragraphs: TextPiece[][]): OfficeText => ({
  blocks: paragraphs.map((pieces) => paragraph(pieces)),
  notes: [],
  pictures: [],
  dropped: [],
})
const convertedOf = (given: OfficeText) => paragraphsIn(findLegacy(given)?.converted.blocks ?? []).map(wordsOf)

describe('an old encoding', () => {
  test('is known by its font, piece by piece', () => {
    const given = document([written('Héi nghÞ', '.VnTime'), written(' năm 2016', 'Times New Roman')])
    assert.deepEqual(convertedOf(given), ['Hội nghị năm 2016'])
    const { legacy, fonts, paragraphs } = findLegacy(given) ?? {}
    assert.deepEqual([legacy, fonts, paragraphs], ['tcvn3', ['.VnTime'], 1])
    assert.deepEqual(convertedOf(document([written('Hoäi nghò', 'VNI-Times')])), ['Hội nghị'])
  })

  test('is known by its letters where the font says nothing', () => {
    const given = document([written('Trong n¨m 2016, c«ng t¸c nµy ®­îc quan t©m', null)])
    assert.deepEqual(convertedOf(given), ['Trong năm 2016, công tác này được quan tâm'])
    assert.deepEqual(findLegacy(given)?.fonts, [])
  })

  test('draws small letters as capitals in some fonts', () => {
    assert.deepEqual(convertedOf(document([written('Th«ng b¸o', '.VnTimeH'), written(' ubnd', '.VnTimeH')])), [
      'THÔNG BÁO UBND',
    ])
  })

  test('is not what somebody types in Unicode with an old font', () => {
    for (const pieces of [[written('Hội nghị tổng kết', '.VnTime')], [written('UBND 2016', '.VnTime')]]) {
      assert.equal(findLegacy(document(pieces)), null)
    }
    assert.equal(findLegacy(document([written('Hội nghị là của huyện', null)])), null)
  })
})

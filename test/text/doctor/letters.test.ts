import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { examine } from '../../../src/text/doctor/index.ts'
import { told } from './told.ts'

describe('old encodings', () => {
  test('a paragraph in TCVN3 or VNI is shown as it should read', () => {
    assert.deepEqual(told('Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'legacyEncoding'), [
      'Céng hoµ x· héi chñ nghÜa ViÖt Nam → Cộng hoà xã hội chủ nghĩa Việt Nam',
    ])
    assert.deepEqual(told('Xaõ hoäi', 'legacyEncoding'), ['Xaõ hoäi → Xã hội'])
  })

  test('old paragraphs among new ones are judged alone, and for nothing else', () => {
    const text = 'Hội nghị tổng kết\n\nLao ®éng  ,th­¬ng binh vµ x· héi\n\nBà con'
    assert.deepEqual(
      examine(text).map(({ kind, start }) => [kind, start]),
      [['legacyEncoding', text.indexOf('Lao')]],
    )
  })
})

describe('decomposed letters', () => {
  test('a line is composed at once, from its first loose mark to its last', () => {
    const text = `Họp dân. ${'Hội nghị'.normalize('NFD')} tổng kết`
    assert.deepEqual(told(text, 'decomposedLetters'), [`${'ội nghị'.normalize('NFD')} → ội nghị`])
  })

  test('a highland letter without a composed form is as it should be', () => {
    assert.deepEqual(told('Ơ\u0306 ƀơi dêh čar', 'decomposedLetters'), [])
  })

  test('a misprint in decomposed text is found too, where it stands', () => {
    const text = 'Ở mốt số nơi'.normalize('NFD')
    assert.deepEqual(told(text, 'word'), [`${'mốt số'.normalize('NFD')} → một số`])
  })
})

describe('letters that only look like ours', () => {
  for (const [text, expected] of [
    ['Ðiều 5', 'Ðiều → Điều'],
    ['ðồng', 'ðồng → đồng'],
    ['Thông bаo', 'bаo → bao'],
    ['Κế hoạch', 'Κế → Kế'],
  ] as const) {
    test(`"${text}"`, () => assert.deepEqual(told(text, 'lookAlike'), [expected]))
  }

  test('words of another script stay', () => assert.deepEqual(told('Москва và Αθήνα', 'lookAlike'), []))
})

describe('invisible characters', () => {
  test('they go, each row at once', () => {
    assert.deepEqual(told('\ufeffThông\u200b\u200b báo', 'invisible'), ['\ufeff → ', '\u200b\u200b → '])
  })

  test('line breaks, tabs and the joints of emoji families stay', () => {
    assert.deepEqual(told('Một\r\nhai\tba 👨‍👩‍👧', 'invisible'), [])
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { keepTogether, shortenAtWord, wordCount } from '../../src/text/display.ts'
import { anyText, smallWords } from './vietnamese-letters.ts'

describe('keepTogether', () => {
  const kept = {
    'dài 2,4 km và': 'dài 2,4_km và',
    'trên 60 tuổi': 'trên 60_tuổi',
    'tháng 3': 'tháng_3',
    '02 tập thể và 5 cá nhân': '02_tập_thể và 5_cá_nhân',
    'tăng 5 %': 'tăng 5_%',
    'ngày 15 tháng 3 năm 2017': 'ngày_15 tháng_3 năm_2017',
    'trong 3 tháng': 'trong 3_tháng',
    'Lao động - thương binh – xã hội': 'Lao động_- thương binh_– xã hội',
    'nhóm 3 mẹ': 'nhóm 3 mẹ',
  }
  for (const [text, shown] of Object.entries(kept)) {
    test(`"${text}"`, () => assert.equal(keepTogether(text).replaceAll('\u00a0', '_'), shown))
  }

  test('once is enough, and only spaces change', () => {
    const word = fc.constantFrom(
      '2,4',
      '3',
      'km',
      'tháng',
      'năm',
      'tập',
      'thể',
      'cá',
      'nhân',
      '-',
      '–',
      'ngày',
      '%',
      'hội',
    )
    const text = fc.oneof(
      anyText,
      fc.array(word).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        const shown = keepTogether(typed)
        assert.equal(keepTogether(shown), shown)
        assert.equal(shown.replaceAll('\u00a0', ' '), typed.replaceAll('\u00a0', ' '))
      }),
    )
  })
})

describe('shortenAtWord', () => {
  test('a text that fits stays', () => assert.equal(shortenAtWord('Hội nghị', 8), 'Hội nghị'))

  test('a longer one ends at a word, without punctuation before the dots', () => {
    assert.equal(shortenAtWord('Hội nghị, tổng kết', 12), 'Hội nghị…')
    assert.equal(shortenAtWord('Hội nghị - tổng kết', 12), 'Hội nghị…')
    assert.equal(shortenAtWord('tăng 5% so với năm ngoái', 10), 'tăng 5%…')
  })

  test('a single long word is cut between letters', () => {
    assert.equal(shortenAtWord('aaaaơ\u0306b', 6), 'aaaa…')
    assert.equal(shortenAtWord('aa😀😀', 4), 'aa…')
  })

  test('it is never longer than asked and never cuts a letter', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, smallWords), fc.integer({ min: 0, max: 40 }), (text, max) => {
        const short = shortenAtWord(text, max)
        assert.ok(short.length <= max || short === text)
        if (text.isWellFormed()) assert.ok(short.isWellFormed())
        if (short !== text) assert.doesNotMatch(short, /[\s.,;:!?-]…$/)
      }),
    )
  })
})

test('words are what stands between spaces and can be read', () => {
  assert.equal(wordCount('Quyết định số 45/QĐ-UBND - Đak  Pơ\n'), 6)
  assert.equal(wordCount('Quyết định'.normalize('NFD')), 2)
  assert.equal(wordCount(' … '), 0)
})

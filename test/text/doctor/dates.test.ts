import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pairs } from '../pairs.ts'
import { told } from './told.ts'

describe('a weekday that contradicts its date', () => {
  for (const [text, expected] of [
    ['sáng thứ hai, ngày 15/02/2017', 'thứ hai → thứ tư'],
    ['Thứ Hai, 15/02/2017', 'Thứ Hai → Thứ Tư'],
    ['THỨ HAI, 15/02/2017', 'THỨ HAI → THỨ TƯ'],
    ['Thứ 2, ngày 15 tháng 02 năm 2017', 'Thứ 2 → Thứ 4'],
    ['Thứ 2, 19/02/2017', 'Thứ 2 → Chủ nhật'],
    ['ngày 15/02/2017 (thứ Sáu)', 'thứ Sáu → thứ Tư'],
  ] as const) {
    test(`"${text}"`, () => assert.deepEqual(told(text, 'weekday'), [expected]))
  }

  test('every one in a text', () => {
    assert.deepEqual(told('Thứ Tư, 15/02/2017; Thứ Tư, 16/02/2017; thứ Hai, 17/02/2017', 'weekday'), [
      'Thứ Tư → Thứ Năm',
      'thứ Hai → thứ Sáu',
    ])
  })

  test('wherever the text layer warns', () => {
    for (const { in: text } of pairs.weekday) assert.equal(told(text, 'weekday').length, 1, text)
  })

  for (const text of ['Thứ Tư, 15/02/2017', 'lần thứ hai, 15/02/2017', 'thứ ba, 31/02/2017']) {
    test(`"${text}" has none`, () => assert.deepEqual(told(text, 'weekday'), []))
  }
})

describe('a day that no calendar has', () => {
  for (const [text, date] of [
    ['ngày 31/02/2017', '31/02/2017'],
    ['31.4.2017', '31.4.2017'],
    ['Ngày 30 tháng 2', '30 tháng 2'],
    ['ngày 29 tháng 02 năm 2017', '29 tháng 02 năm 2017'],
    ['ngày 31/6', '31/6'],
    ['02/15/2017', '02/15/2017'],
  ] as const) {
    test(`"${text}"`, () => assert.deepEqual(told(text, 'impossibleDate'), [`${date} → ?`]))
  }

  for (const text of [
    '29/02/2016',
    'ngày 29/2',
    'Quyết định 45/2017/QĐ-UBND',
    'đạt 31/2 xã',
    '(0269) 38-27-5000',
    '99-99-9999',
  ]) {
    test(`"${text}" is none`, () => assert.deepEqual(told(text, 'impossibleDate'), []))
  }
})

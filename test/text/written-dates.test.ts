import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseDate, weekdayWarning } from '../../src/text/dates.ts'
import { pairs } from './pairs.ts'

describe('a date that a person typed', () => {
  for (const pair of pairs.parseDate) {
    test(`"${pair.in}" is ${pair.out ?? 'no date'}`, () => assert.equal(parseDate(pair.in), pair.out))
  }

  const more = {
    '2017-02-15': '2017-02-15',
    '15.2.2017': '2017-02-15',
    'CHỦ NHẬT, ngày 19/02/2017': '2017-02-19',
    'Thứ 4, 15/02/2017': '2017-02-15',
    '29/02/2016': '2016-02-29',
  }
  for (const [typed, day] of Object.entries(more)) {
    test(`"${typed}" is ${day}`, () => assert.equal(parseDate(typed), day))
  }

  for (const typed of [
    '',
    '15/02',
    '15/02/17',
    '15/02-2017',
    '29/02/2017',
    '0/1/2017',
    '02/15/2017',
    '15/02/20177',
    'hôm qua',
  ]) {
    test(`"${typed}" is no date`, () => assert.equal(parseDate(typed), null))
  }

  test('decomposed text is read as well', () => {
    assert.equal(parseDate('ngày 15 tháng 02 năm 2017'.normalize('NFD')), '2017-02-15')
  })

  test('every day that we write is read again', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        assert.equal(parseDate(day.split('-').reverse().join('/')), day)
      }),
    )
  })
})

describe('a weekday beside a date', () => {
  for (const pair of pairs.weekday) {
    test(`"${pair.in}" has the warning "${pair.warning}"`, () =>
      assert.equal(weekdayWarning(pair.in)?.text, pair.warning))
  }

  test('the warning says what is written and what is right', () => {
    assert.deepEqual(weekdayWarning('Khai mạc sáng thứ hai, ngày 15 tháng 2 năm 2017.'), {
      written: 'thứ hai',
      actual: 'Thứ Tư',
      date: '2017-02-15',
      text: '15/02/2017 là Thứ Tư',
    })
  })

  test('it may stand behind the date', () => {
    assert.equal(weekdayWarning('ngày 15/02/2017 (thứ Sáu)')?.actual, 'Thứ Tư')
  })

  test('the first wrong one counts', () => {
    assert.equal(weekdayWarning('Thứ Tư, 15/02/2017; Thứ Tư, 16/02/2017')?.date, '2017-02-16')
  })

  for (const text of [
    'Thứ 4 ngày 15-02-2017',
    'THỨ TƯ, 15/2/2017',
    'Chủ nhật (19/02/2017)',
    'lần thứ hai, 15/02/2017',
    'thứ ba, 31/02/2017',
  ]) {
    test(`"${text}" has no warning`, () => assert.equal(weekdayWarning(text), null))
  }
})

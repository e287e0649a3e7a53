import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDateFormat, readOldDate } from '../../src/imports/old-date.ts'

const zone = 'Asia/Ho_Chi_Minh'
const read = (written: string, format: string | null = null) => readOldDate(written, format, zone)

test('dates of old sites are read as they were meant', () => {
  for (const [written, instant] of [
    ['2015-05-04 08:30:00', '2015-05-04T01:30:00.000Z'],
    ['2015-05-04T08:30:00+07:00', '2015-05-04T01:30:00.000Z'],
    ['2015-05-04T01:30:00Z', '2015-05-04T01:30:00.000Z'],
    ['Mon, 04 May 2015 01:30:00 +0000', '2015-05-04T01:30:00.000Z'],
    ['Thứ hai, 04/05/2015, 08:30 GMT+7', '2015-05-04T01:30:00.000Z'],
    ['04/05/2015 3:05:09 CH', '2015-05-04T08:05:09.000Z'],
    ['08:30 | 04-05-2015', '2015-05-04T01:30:00.000Z'],
    ['Ngày đăng: 4.5.2015', '2015-05-03T17:00:00.000Z'],
    ['Hà Nội, ngày 04 tháng 5 năm 2015', '2015-05-03T17:00:00.000Z'],
    ['12/05/2015 12:10 SA', '2015-05-11T17:10:00.000Z'],
  ] as const)
    assert.equal(read(written), instant, written)
})

test('a format decides which number is the month', () => {
  assert.equal(read('2/15/2017 9:30:00 AM', 'M/d/yyyy h:mm:ss a'), '2017-02-15T02:30:00.000Z')
  assert.equal(read('Đăng lúc 09:30, 15.02.2017', 'HH:mm, dd.MM.yyyy'), '2017-02-15T02:30:00.000Z')
  assert.equal(read('15/02/2017', 'M/d/yyyy'), null)
  assert.deepEqual(['dd/MM/yyyy', 'yyyy-MM-dd HH:mm', 'dd/MM', 'dd/dd/yyyy', 'EEE dd/MM/yyyy'].map(isDateFormat), [
    true,
    true,
    false,
    false,
    false,
  ])
})

test('what is no day, and what programs write where they know none, is no date', () => {
  for (const written of ['', 'hôm qua', '31/02/2017', '0000-00-00 00:00:00', '01/01/0001', '1/1/1900', '15/02/17'])
    assert.equal(read(written), null, written)
})

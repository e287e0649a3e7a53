import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthNameOf, monthOf, monthsAfter, parseMonth, shownMonth } from '../../src/dashboard/month.ts'

const zone = 'Asia/Ho_Chi_Minh'

test('a month is read as it stands in addresses and as people write it', () => {
  for (const typed of ['2017-02', '2017-2', '02/2017', '2/2017', '2-2017', '02.2017', '02 / 2017'])
    assert.equal(parseMonth(typed), '2017-02', typed)
})

test('what is no month is none', () => {
  for (const typed of [
    '',
    '2017',
    '2017-13',
    '2017-00',
    '13/2017',
    '0/2017',
    '02/17',
    '1017-02',
    '3017-02',
    '2017-02-01',
  ])
    assert.equal(parseMonth(typed), null, typed)
  assert.equal(parseMonth('12/2017'), '2017-12')
})

test('a month begins and ends with midnight in the agency’s zone', () => {
  assert.deepEqual(monthOf('2017-02', zone), {
    name: '2017-02',
    from: '2017-01-31T17:00:00.000Z',
    until: '2017-02-28T17:00:00.000Z',
  })
  assert.equal(monthNameOf('2017-01-31T16:59:59.999Z', zone), '2017-01')
  assert.equal(monthNameOf('2017-01-31T17:00:00.000Z', zone), '2017-02')
})

test('where summer time begins at midnight, the month begins an hour later', () => {
  const { from } = monthOf('2023-10', 'America/Asuncion')
  assert.equal(from, '2023-10-01T04:00:00.000Z')
})

test('months go on over the turn of the year', () => {
  assert.deepEqual([monthsAfter('2017-01', -1), monthsAfter('2016-12', 1)], ['2016-12', '2017-01'])
  assert.equal(shownMonth('2017-02'), '02/2017')
})

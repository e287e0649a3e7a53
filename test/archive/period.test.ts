import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodAbove, periodOf, shownPeriod, spanOf, weekdays, weeksOf } from '../../src/archive/period.ts'

test('a year, a month and a day begin and end where the calendar says', () => {
  assert.deepEqual(periodOf('2016', '02'), { unit: 'month', key: '2016-02', first: '2016-02-01', last: '2016-02-29' })
  assert.deepEqual(periodOf('2017'), { unit: 'year', key: '2017', first: '2017-01-01', last: '2017-12-31' })
  const day = periodOf('2017', '02', '16')
  assert.deepEqual(day, { unit: 'day', key: '2017-02-16', first: '2017-02-16', last: '2017-02-16' })
})

test('what no calendar has is no period', () => {
  const strange = [
    '2017/02/31',
    '2017/02/29',
    '2017/13',
    '2017/00',
    '2017/02/00',
    '2017/2',
    '2017/02/5',
    '17',
    '1899',
    'hai',
  ]
  for (const address of strange) {
    const [year = '', month, day] = address.split('/')
    assert.equal(periodOf(year, month, day), null, address)
  }
  assert.equal(periodOf('2017-02'), null)
  assert.notEqual(periodOf('2016', '02', '29'), null)
})

test('a period lasts from midnight to midnight in the office', () => {
  assert.deepEqual(spanOf({ first: '2017-02-16', last: '2017-02-16' }, 'Asia/Ho_Chi_Minh'), {
    from: '2017-02-15T17:00:00.000Z',
    until: '2017-02-16T17:00:00.000Z',
  })
  // The clock skipped the midnight with which this day would have begun.
  assert.equal(
    spanOf({ first: '2018-11-04', last: '2018-11-04' }, 'America/Sao_Paulo').from,
    '2018-11-04T03:00:00.000Z',
  )
})

test('weeks go from Monday to Sunday and hold every day of the month once', () => {
  const weeks = weeksOf('2017-02')
  assert.deepEqual(weeks[0], [null, null, '2017-02-01', '2017-02-02', '2017-02-03', '2017-02-04', '2017-02-05'])
  assert.deepEqual(weeks.at(-1), ['2017-02-27', '2017-02-28', null, null, null, null, null])
  assert.equal(weeksOf('2010-02').length, 4)
  for (const month of ['2017-01', '2016-02', '2017-10', '2023-10']) {
    const days = weeksOf(month)
      .flat()
      .filter((day) => day !== null)
    assert.equal(new Set(days).size, Number(periodOf(month.slice(0, 4), month.slice(5))?.last.slice(8)), month)
    assert.ok(weeksOf(month).every(({ length }) => length === 7))
  }
  assert.deepEqual([weekdays('vi')[0], weekdays('vi')[6]], ['Thứ Hai', 'Chủ Nhật'])
})

test('each period is shown as people write it, and lies in the one above it', () => {
  const [day, month, year] = [periodOf('2017', '02', '06'), periodOf('2017', '02'), periodOf('2017')]
  assert.deepEqual(
    [day, month, year].map((one) => one && shownPeriod(one)),
    ['06/02/2017', '2/2017', '2017'],
  )
  assert.deepEqual(
    [day, month, year].map((one) => one && periodAbove(one)),
    [month, year, null],
  )
})

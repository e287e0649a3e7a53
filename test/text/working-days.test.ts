import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instantOf, localDateTime } from '../../src/text/dates.ts'
import { workingDaysBefore } from '../../src/text/working-days.ts'

const zone = 'Asia/Ho_Chi_Minh'
const before = (local: string, count: number, inZone = zone) =>
  localDateTime(workingDaysBefore(instantOf(local, inZone) ?? assert.fail(), count, inZone), inZone)

// 17/02/2017 is a Friday.
describe('two working days before', () => {
  const moments: [what: string, now: string, wanted: string][] = [
    ['a Friday is Wednesday', '2017-02-17T10:00', '2017-02-15T10:00'],
    ['a Monday is Thursday', '2017-02-20T10:00', '2017-02-16T10:00'],
    ['a Tuesday is Friday', '2017-02-21T08:30', '2017-02-17T08:30'],
    ['a Saturday: Thursday and Friday have passed whole', '2017-02-18T10:00', '2017-02-16T00:00'],
    ['a Sunday is the same', '2017-02-19T23:59', '2017-02-16T00:00'],
    ['a first of the month', '2017-03-01T10:00', '2017-02-27T10:00'],
  ]
  for (const [what, now, wanted] of moments) test(what, () => assert.equal(before(now, 2), wanted))
})

test('no working day before now is now, but no weekend counts', () => {
  assert.equal(before('2017-02-17T10:00', 0), '2017-02-17T10:00')
  assert.equal(before('2017-02-18T10:00', 0), '2017-02-18T00:00')
})

test('the days are those of the zone', () => {
  // Sunday evening in Vietnam, already Monday in Auckland.
  const instant = instantOf('2017-02-19T22:00', zone) ?? assert.fail()
  assert.equal(localDateTime(workingDaysBefore(instant, 1, zone), zone), '2017-02-17T00:00')
  assert.equal(localDateTime(workingDaysBefore(instant, 1, 'Pacific/Auckland'), 'Pacific/Auckland'), '2017-02-17T04:00')
})

test('a time that the clock skipped is a little later on the same day', () => {
  assert.equal(before('2022-03-23T01:30', 1, 'Asia/Tehran'), '2022-03-22T01:30')
  assert.equal(before('2022-03-23T00:30', 1, 'Asia/Tehran'), '2022-03-22T04:00')
})

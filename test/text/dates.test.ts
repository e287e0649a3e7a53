import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  clockTime,
  dateWithTime,
  dayOf,
  instantOf,
  isSameDay,
  localDateTime,
  longDate,
  shortDate,
  timeWithDate,
  zonedIso,
} from '../../src/text/dates.ts'
import { pairs } from './pairs.ts'

const zone = 'Asia/Ho_Chi_Minh'

describe('an instant in Vietnam', () => {
  for (const { instant, long, short, withTime } of pairs.date) {
    test(`${instant} is ${long ?? short}`, () => {
      assert.equal(shortDate(instant, zone), short)
      if (long) assert.equal(longDate(instant, zone), long)
      if (withTime) assert.equal(timeWithDate(instant, zone), withTime)
    })
  }

  test('each form has its own look', () => {
    const instant = '2017-02-17T02:05:09.123Z'
    assert.equal(dateWithTime(instant, zone), '17/02/2017, 09:05')
    assert.equal(clockTime(instant, zone), '09:05')
    assert.equal(dayOf(instant, zone), '2017-02-17')
    assert.equal(zonedIso(instant, zone), '2017-02-17T09:05:09+07:00')
    assert.equal(localDateTime(instant, zone), '2017-02-17T09:05')
    assert.equal(longDate(instant, zone, 'en'), 'Friday, 17 February 2017')
  })

  test('Sunday is Chủ Nhật', () => assert.equal(longDate('2017-02-19T05:00:00Z', zone), 'Chủ Nhật, 19/02/2017'))

  test('midnight is 00:00', () => assert.equal(localDateTime('2017-02-15T17:00:00Z', zone), '2017-02-16T00:00'))

  test('the day changes at 17:00 UTC', () => {
    assert.ok(isSameDay('2017-02-14T17:00:00Z', '2017-02-15T16:59:59Z', zone))
    assert.ok(!isSameDay('2017-02-14T16:59:59Z', '2017-02-14T17:00:00Z', zone))
  })

  test('what is no instant or no zone is a bug of the caller', () => {
    assert.throws(() => shortDate('hôm qua', zone), RangeError)
    assert.throws(() => shortDate('2017-02-15T01:30:00Z', 'Asia/Đak_Pơ'), RangeError)
  })
})

describe('a zone behind UTC', () => {
  test('its offset has a minus', () => {
    assert.equal(zonedIso('2017-02-15T01:30:00Z', 'America/St_Johns'), '2017-02-14T22:00:00-03:30')
  })
})

describe('a local time that a person typed', () => {
  test('it is an instant again, with or without seconds', () => {
    assert.equal(instantOf('2017-02-16T16:40', zone), '2017-02-16T09:40:00.000Z')
    assert.equal(instantOf('2017-02-16T16:40:30', zone), '2017-02-16T09:40:30.000Z')
  })

  for (const typed of [
    '',
    '16/02/2017',
    '2017-02-31T10:00',
    '2017-13-01T10:00',
    '2017-02-16T24:00',
    '2017-02-16T10:60',
  ]) {
    test(`"${typed}" is none`, () => assert.equal(instantOf(typed, zone), null))
  }

  test('a time that the clock skipped is none, of a time that came twice it is the first', () => {
    assert.equal(instantOf('2017-03-26T02:30', 'Europe/Berlin'), null)
    assert.equal(instantOf('2017-10-29T02:30', 'Europe/Berlin'), '2017-10-29T00:30:00.000Z')
  })

  test('to local time and back is the same minute', () => {
    const minutes = fc.integer({ min: Date.UTC(1976, 0) / 60_000, max: Date.UTC(2100, 0) / 60_000 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(zone, 'UTC', 'Asia/Kolkata', 'Pacific/Honolulu'), (minute, place) => {
        const instant = new Date(minute * 60_000).toISOString()
        assert.equal(instantOf(localDateTime(instant, place), place), instant)
        assert.equal(new Date(zonedIso(instant, place)).toISOString(), instant)
      }),
    )
  })
})

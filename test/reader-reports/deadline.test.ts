import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clockOf } from '../../src/reader-reports/clock-part.ts'
import { daysLeft, dueAt } from '../../src/reader-reports/deadline.ts'
import { reportWords } from '../../src/reader-reports/words.ts'

const zone = 'Asia/Ho_Chi_Minh'

describe('the ten-day clock', () => {
  test('ends with the tenth calendar day after the day of arrival', () => {
    assert.equal(dueAt('2017-02-17T03:00:00.000Z', zone), '2017-02-27T16:59:59.999Z')
  })

  test('counts days as the agency’s clocks show them, not as UTC does', () => {
    const lastOfTheDay = '2017-02-17T16:59:59.999Z'
    const firstOfTheNext = '2017-02-17T17:00:00.000Z'
    assert.equal(dueAt(lastOfTheDay, zone), '2017-02-27T16:59:59.999Z')
    assert.equal(dueAt(firstOfTheNext, zone), '2017-02-28T16:59:59.999Z')
  })

  test('goes over the end of a month and of a leap February', () => {
    assert.equal(dueAt('2020-02-25T03:00:00.000Z', zone), '2020-03-06T16:59:59.999Z')
    assert.equal(dueAt('2026-12-28T03:00:00.000Z', zone), '2027-01-07T16:59:59.999Z')
  })

  test('ends where a day begins at one o’clock too', () => {
    // In Beirut clocks went from 00:00 to 01:00 on 31/03/2024; the day before is the tenth.
    assert.equal(dueAt('2024-03-20T10:00:00.000Z', 'Asia/Beirut'), '2024-03-30T21:59:59.999Z')
  })

  test('changes at midnight', () => {
    const due = dueAt('2017-02-17T03:00:00.000Z', zone)
    const left = (now: string) => daysLeft(due, now, zone)
    assert.equal(left('2017-02-17T03:00:00.000Z'), 10)
    assert.equal(left('2017-02-24T16:59:59.999Z'), 3)
    assert.equal(left('2017-02-24T17:00:00.000Z'), 2)
    assert.equal(left('2017-02-27T16:59:59.999Z'), 0)
    assert.equal(left('2017-02-27T17:00:00.000Z'), -1)
  })

  test('says how much is left in words, and is red when it is over', () => {
    const due = '2017-02-27T16:59:59.999Z'
    const clock = (now: string, language: 'vi' | 'en' = 'vi') => {
      const { text, isLate } = clockOf(due, now, zone, reportWords[language])
      return [text, isLate]
    }
    assert.deepEqual(clock('2017-02-24T03:00:00.000Z'), ['còn 3 ngày', false])
    assert.deepEqual(clock('2017-02-27T16:59:59.999Z'), ['hết hạn hôm nay', false])
    assert.deepEqual(clock('2017-03-01T03:00:00.000Z'), ['quá hạn 2 ngày', true])
    assert.deepEqual(clock('2017-02-26T03:00:00.000Z', 'en'), ['1 day left', false])
    assert.deepEqual(clock('2017-02-28T03:00:00.000Z', 'en'), ['1 day overdue', true])
    assert.equal(clockOf(due, due, zone, reportWords.vi).due, 'Hạn 27/02/2017')
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Answer, judge, pausesInMinutes } from '../../src/announcements/verdict.ts'

const now = '2017-02-17T03:00:00.000Z'
const status = (number: number, retryAfter: string | null = null): Answer => ({ status: number, retryAfter })
const minutesUntil = (instant: string) => (Date.parse(instant) - Date.parse(now)) / 60_000

function next(answer: Answer, tries = 1) {
  const verdict = judge(answer, 'webhook', tries, now)
  assert.equal(verdict.kind, 'again')
  return verdict.kind === 'again' ? [minutesUntil(verdict.at), minutesUntil(verdict.pausedUntil)] : []
}

describe('what a receiver answers', () => {
  test('with any 2xx, it has been told', () => {
    for (const number of [200, 201, 202, 204])
      assert.deepEqual(judge(status(number), 'webhook', 1, now), { kind: 'delivered', pausedUntil: null })
  })

  test('with anything else or nothing, it is told again after growing pauses, which end after a day and a half', () => {
    const answers = [status(500), status(404), status(301), { failure: 'timeout' } as const]
    for (const answer of answers)
      assert.deepEqual(
        pausesInMinutes.map((_, place) => next(answer, place + 1)[0]),
        [1, 5, 30, 120, 480, 1440],
      )
    assert.equal(judge(status(500), 'webhook', 7, now).kind, 'refused')
  })

  test('with 410, nothing is sent there any more', () =>
    assert.equal(judge(status(410), 'webhook', 1, now).kind, 'gone'))

  test('with a wish to wait, it is left alone for so long, a day at most', () => {
    assert.deepEqual(next(status(429, '600')), [10, 10])
    assert.deepEqual(next(status(503, 'Fri, 17 Feb 2017 03:20:00 GMT')), [20, 20])
    assert.deepEqual(next(status(429, '99999999')), [1440, 1440])
    assert.deepEqual(next(status(429, '60'), 3), [30, 1])
    for (const nonsense of ['-5', 'soon', '', 'Thu, 16 Feb 2017 03:20:00 GMT'])
      assert.deepEqual(next(status(429, nonsense)), [1, 1], nonsense)
    assert.deepEqual(next(status(500, '600')), [1, 1])
  })

  test('search engines are asked once a minute, and not twice for what they will not take', () => {
    const engine = (number: number) => judge(status(number), 'indexnow', 1, now).kind
    const accepted = judge(status(202), 'indexnow', 1, now)
    assert.equal(accepted.kind === 'delivered' && minutesUntil(accepted.pausedUntil ?? now), 1)
    assert.deepEqual([400, 422].map(engine), ['refused', 'refused'])
    assert.deepEqual([403, 429, 500].map(engine), ['again', 'again', 'again'])
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysUpTo, rank } from '../../src/readership/ranking.ts'

test('a reader of today counts twice as much as one of the day before yesterday', () => {
  const reads = [
    { day: '2017-02-15', articleId: 1, count: 10 },
    { day: '2017-02-17', articleId: 2, count: 6 },
    { day: '2017-02-17', articleId: 3, count: 4 },
  ]
  assert.deepEqual(rank(reads, '2017-02-17', 10), [2, 1, 3])
})

test('days add up, equals go to the newer article, and the list has an end', () => {
  const reads = [
    { day: '2017-02-17', articleId: 1, count: 2 },
    { day: '2017-02-16', articleId: 1, count: 2 },
    { day: '2017-02-17', articleId: 2, count: 3 },
    { day: '2017-02-17', articleId: 3, count: 3 },
  ]
  assert.deepEqual(rank(reads, '2017-02-17', 2), [1, 3])
  assert.deepEqual(rank([], '2017-02-17', 2), [])
})

test('a clock that was ahead gives nobody more than today', () => {
  const reads = [
    { day: '2017-03-17', articleId: 1, count: 3 },
    { day: '2017-02-17', articleId: 2, count: 4 },
  ]
  assert.deepEqual(rank(reads, '2017-02-17', 2), [2, 1])
})

test('seven days end with today', () => {
  assert.deepEqual(daysUpTo('2017-03-02', 3), ['2017-03-02', '2017-03-01', '2017-02-28'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { historyOf } from '../../src/revisions/history.ts'
import { events, head } from './given-past.ts'

const told = (entries: ReturnType<typeof historyOf>) =>
  entries.map(({ act, edition }) => [act, edition?.number ?? null])

test('the history tells the newest first, each event with its edition', () => {
  const past = historyOf(events(['created', 10], ['saved', 20], ['submitted', 20], ['published', 20]), [
    head(1),
    head(2),
  ])
  assert.deepEqual(told(past), [
    ['published', 2],
    ['submitted', 2],
    ['saved', 2],
    ['created', 1],
  ])
})

test('an edition is saved once, however many events name it', () => {
  const past = historyOf(events(['created', 10], ['submitted', 10], ['published', 10]), [head(1)])
  assert.deepEqual(
    past.map(({ isFirst }) => isFirst),
    [false, false, true],
  )
})

test('editions from before there were events were saved by whom they name', () => {
  const past = historyOf(events(['saved', 30]), [head(1), head(2, { savedByName: 'Trần Văn Bình' }), head(3)])
  assert.deepEqual(told(past), [
    ['saved', 3],
    ['saved', 2],
    ['saved', 1],
  ])
  assert.equal(past[1]?.staffName, 'Trần Văn Bình')
  assert.equal(past[1]?.at, head(2).savedAt)
  assert.ok(past.every(({ isFirst }) => isFirst))
})

test('of events at the same moment the later one stands first', () => {
  const [created, published] = events(['created', 10], ['published', 10])
  assert.ok(created && published)
  const past = historyOf([created, { ...published, at: created.at }], [head(1)])
  assert.deepEqual(told(past), [
    ['published', 1],
    ['created', 1],
  ])
})

test('what happened to the article as a whole names no edition', () => {
  assert.deepEqual(told(historyOf(events(['erased', null]), [])), [['erased', null]])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inBatches } from '../../src/imports/in-batches.ts'

async function batchesOf(weights: (number | null)[]): Promise<(number | null)[][]> {
  async function* all() {
    yield* weights
  }
  return Array.fromAsync(inBatches(all(), (weight) => weight, { count: 3, weight: 100 }))
}

test('neighbours go together, as many and as heavy as may be', async () => {
  assert.deepEqual(await batchesOf([1, 1, 1, 1]), [[1, 1, 1], [1]])
  assert.deepEqual(await batchesOf([60, 40, 1]), [[60, 40], [1]])
  assert.deepEqual(await batchesOf([60, 41, 59]), [[60], [41, 59]])
  assert.deepEqual(await batchesOf([]), [])
})

test('what has no weight goes alone, and what is too heavy as well', async () => {
  assert.deepEqual(await batchesOf([1, null, 1, 1]), [[1], [null], [1, 1]])
  assert.deepEqual(await batchesOf([1, 500, 1]), [[1], [500], [1]])
})

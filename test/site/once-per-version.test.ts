import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oncePerVersion } from '../../src/site/once-per-version.ts'

/** What was read is the key and how often it was asked for. */
function given({ fails = false } = {}) {
  const content = { version: 1 as number | null, fails }
  let count = 0
  const read = async (key: string) => {
    count += 1
    if (content.fails) throw new Error('the database is away')
    return `${key} ${count}`
  }
  const contentVersion = { current: () => content.version, refresh: async () => {} }
  return { content, ask: oncePerVersion(contentVersion, read) }
}

test('it is read once for each key, also by those who ask meanwhile, until something changes', async () => {
  const { content, ask } = given()
  assert.deepEqual(await Promise.all([ask('a'), ask('a'), ask('b')]), ['a 1', 'a 1', 'b 2'])
  assert.equal(await ask('a'), 'a 1')
  content.version = 2
  assert.equal(await ask('a'), 'a 3')
})

test('while nobody knows whether something changed, it is read each time', async () => {
  const { content, ask } = given()
  content.version = null
  assert.deepEqual([await ask('a'), await ask('a')], ['a 1', 'a 2'])
})

test('a failure is not kept', async () => {
  const { content, ask } = given({ fails: true })
  await assert.rejects(ask('a'), /away/)
  content.fails = false
  assert.equal(await ask('a'), 'a 2')
})

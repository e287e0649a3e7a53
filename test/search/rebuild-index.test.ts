import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '../../src/database/index.ts'
import { rebuildIndex, rebuildOutdated, reindexCategory } from '../../src/search/rebuild-index.ts'
import { searchWriter } from '../../src/search/write-index.ts'
import { type GivenSearch, givenSearch, now } from './given-search.ts'

const tools = ({ database }: GivenSearch) => ({ database, world: { clock: { now: () => now } } })

/** As an older version, or another program, would have left it. */
async function forgetIndex({ database }: GivenSearch, ids: number[]) {
  await inTransaction(database, (transaction) => searchWriter(database, transaction, now).removeAll(ids))
}

test('every live article is indexed anew, batch by batch', async () => {
  const given = await givenSearch()
  const ids: number[] = []
  for (let number = 1; number <= 30; number++) ids.push(await given.add({ title: `Mía ${number}` }))
  await given.add({ title: 'Mía', isLive: false, at: null })
  await forgetIndex(given, ids)
  assert.deepEqual(await given.search('mía'), [])

  const progress: string[] = []
  const done = await rebuildIndex(tools(given), (count, total) => void progress.push(`${count}/${total}`))
  assert.equal(done, 30)
  assert.deepEqual(progress, ['25/30', '30/30'])
  assert.deepEqual(
    (await given.search('mía')).toSorted((a, b) => a - b),
    ids,
  )
})

test('readers are answered between the batches', async () => {
  const given = await givenSearch()
  for (let number = 1; number <= 60; number++) await given.add({ title: 'Mía' })
  let [turns, isDone] = [0, false]
  const count = () => {
    turns++
    if (!isDone) setImmediate(count)
  }
  setImmediate(count)
  await rebuildIndex(tools(given))
  isDone = true
  assert.ok(turns >= 3)
})

test('what is not live any more is taken out', async () => {
  const given = await givenSearch()
  const stays = await given.add({ title: 'Mía' })
  const goes = await given.add({ title: 'Mía' })
  await given.database.write.updateTable('articles').set({ withdrawn_at: now }).where('id', '=', goes).execute()

  await rebuildIndex(tools(given))
  assert.deepEqual(await given.search('mía'), [stays])
  const words = await given.database.read.selectFrom('search_words').select(['written', 'count']).execute()
  assert.deepEqual(words, [{ written: 'mía', count: 1 }])
})

test('one that was cut off goes on where it stopped', async () => {
  const given = await givenSearch()
  const ids: number[] = []
  for (let number = 1; number <= 40; number++) ids.push(await given.add({ title: 'Mía' }))
  await forgetIndex(given, ids)
  const cut = rebuildIndex(tools(given), () => {
    throw new Error('power cut')
  })
  await assert.rejects(cut, /power cut/)
  assert.equal((await given.search('mía')).length, 25)

  assert.equal(await rebuildIndex(tools(given)), 15)
  assert.equal((await given.search('mía')).length, 40)
})

test('at the start of a portal nothing is done when the index is of this version', async () => {
  const given = await givenSearch()
  const id = await given.add({ title: 'Mía' })
  await forgetIndex(given, [id])

  assert.equal(await rebuildOutdated(tools(given)), 1)
  assert.equal(await rebuildOutdated(tools(given)), 0)
  assert.deepEqual(await given.search('mía'), [id])
})

test('articles follow the name of their category', async () => {
  const given = await givenSearch()
  const categoryId = await given.addCategory('nong-nghiep', 'Nông nghiệp')
  const id = await given.add({ title: 'Mía', categoryId })
  await given.add({ title: 'Lúa' })
  await given.database.write
    .updateTable('categories')
    .set({ name: 'Trồng trọt' })
    .where('id', '=', categoryId)
    .execute()

  assert.equal(await reindexCategory(tools(given), categoryId), 1)
  assert.deepEqual(await given.search('trong trot'), [id])
  assert.deepEqual(await given.search('nong nghiep'), [])
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inTransaction } from '../../src/database/index.ts'
import { rebuildIndex, rebuildOutdated } from '../../src/search/rebuild-index.ts'
import { reindexCategory } from '../../src/search/reindex-category.ts'
import { deskIndexOf } from '../../src/search/search-index.ts'
import { searchWriter } from '../../src/search/write-index.ts'
import { type GivenSearch, givenSearch, now } from './given-search.ts'

const tools = ({ database }: GivenSearch) => ({ database, world: { clock: { now: () => now } } })

const byNumber = (a: number, b: number): number => a - b

/** As an older version, or another program, would have left it. */
async function forgetIndex({ database }: GivenSearch, ids: number[]) {
  await inTransaction(database, (transaction) => searchWriter(database, transaction, now).removeAll(ids))
}

test('every live article is indexed anew, batch by batch, then every article and picture for staff', async () => {
  const given = await givenSearch()
  const ids: number[] = []
  for (let number = 1; number <= 30; number++) ids.push(await given.add({ title: `Mía ${number}` }))
  await given.add({ title: 'Mía', isLive: false, at: null })
  await forgetIndex(given, ids)
  assert.deepEqual(await given.search('mía'), [])

  const progress: string[] = []
  const done = await rebuildIndex(tools(given), (count, total) => void progress.push(`${count}/${total}`))
  assert.equal(done, 61)
  assert.deepEqual(progress, ['25/61', '30/61', '55/61', '61/61', '61/61'])
  assert.deepEqual((await given.search('mía')).toSorted(byNumber), ids)
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

  assert.equal(await rebuildIndex(tools(given)), 15 + 40)
  assert.equal((await given.search('mía')).length, 40)
})

test('at the start of a portal nothing is done when every index is of this version', async () => {
  const given = await givenSearch()
  const id = await given.add({ title: 'Mía' })
  await forgetIndex(given, [id])

  assert.equal(await rebuildOutdated(tools(given)), 2)
  assert.equal(await rebuildOutdated(tools(given)), 0)
  assert.deepEqual(await given.search('mía'), [id])
})

test('articles follow the name of their category', async () => {
  const given = await givenSearch()
  const categoryId = await given.addCategory('nong-nghiep', 'Nông nghiệp')
  const id = await given.add({ title: 'Mía', categoryId })
  const draft = await given.add({ title: 'Ngô', categoryId, isLive: false, at: null })
  await given.add({ title: 'Lúa' })
  await given.database.write
    .updateTable('categories')
    .set({ name: 'Trồng trọt' })
    .where('id', '=', categoryId)
    .execute()

  await reindexCategory(tools(given), categoryId)
  assert.deepEqual(await given.search('trong trot'), [id])
  assert.deepEqual(await given.search('nong nghiep'), [])
  assert.deepEqual(await given.searchDesk('trong trot'), [id, draft])
  assert.deepEqual(await given.searchDesk('nong nghiep'), [])
})

test('many articles follow it, batch by batch', async () => {
  const given = await givenSearch()
  const categoryId = await given.addCategory('nong-nghiep', 'Nông nghiệp')
  const ids: number[] = []
  for (let number = 1; number <= 51; number++) ids.push(await given.add({ categoryId }))
  await given.database.write.updateTable('categories').set({ name: 'Trồng trọt' }).execute()

  await reindexCategory(tools(given), categoryId)
  assert.deepEqual((await given.search('trong trot')).toSorted(byNumber), ids)
  assert.deepEqual(await given.searchDesk('trong trot'), ids)
})

describe('what staff find', () => {
  test('is made at the first start of the version that brings it, without what readers have', async () => {
    const given = await givenSearch()
    const ids = [await given.add({ title: 'Mía' }), await given.add({ title: 'Mía', isLive: false, at: null })]
    await rebuildIndex(tools(given))
    await forgetDeskIndex(given, ids)
    await given.database.write.deleteFrom('index_rebuilds').where('name', '!=', 'public').execute()
    assert.deepEqual(await given.searchDesk('mía'), [])

    assert.equal(await rebuildOutdated(tools(given)), 2)
    assert.deepEqual(await given.searchDesk('mía'), ids)
    assert.equal(await rebuildOutdated(tools(given)), 0)
  })

  test('is made anew from what articles and pictures are, however wrong it was', async () => {
    const given = await givenSearch()
    const stays = await given.add({ title: 'Mía', isLive: false })
    const goes = await given.add({ title: 'Mía', isLive: false })
    const lost = await given.add({ title: 'Mía', isLive: false })
    const [shown, removed] = [await given.addPicture('ruộng mía.jpg'), await given.addPicture('mía cũ.jpg')]
    await forgetDeskIndex(given, [lost])
    await given.database.write.updateTable('articles').set({ erased_at: now }).where('id', '=', goes).execute()
    await given.database.write.updateTable('pictures').set({ deleted_at: now }).where('id', '=', removed).execute()

    await rebuildIndex(tools(given))
    await rebuildIndex(tools(given))
    assert.deepEqual(await given.searchDesk('mía'), [stays, lost])
    assert.deepEqual(await given.searchPictures('mia'), [shown])
  })

  test('goes on where it stopped, and begins nothing again that was finished', async () => {
    const given = await givenSearch()
    const ids: number[] = []
    for (let number = 1; number <= 40; number++) ids.push(await given.add({ title: 'Mía', isLive: false }))
    await forgetDeskIndex(given, ids)
    const cut = rebuildIndex(tools(given), (done) => {
      if (done === 25) throw new Error('power cut')
    })
    await assert.rejects(cut, /power cut/)
    assert.equal((await given.searchDesk('mía')).length, 25)

    assert.equal(await rebuildOutdated(tools(given)), 15)
    assert.deepEqual(await given.searchDesk('mía'), ids)
  })
})

async function forgetDeskIndex({ database }: GivenSearch, ids: number[]) {
  const index = deskIndexOf(database, 'articles')
  await inTransaction(database, async (transaction) => {
    for (const id of ids) await index.remove(transaction, id)
  })
}

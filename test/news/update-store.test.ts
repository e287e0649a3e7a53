import assert from 'node:assert/strict'
import { test } from 'node:test'
import { updateReader } from '../../src/news/index.ts'
import { givenNews, now, setEnd, tell, withdraw } from './given-news.ts'

const tomorrow = '2017-02-18T03:00:00.000Z'
const dayAt = (day: number) => `2017-02-${String(day).padStart(2, '0')}T03:00:00.000Z`

test('what readers are told of an article comes newest first, and nothing of another', async () => {
  const { database, add } = await givenNews()
  const [id, other] = [await add(), await add()]
  await tell(database, id, { kind: 'correction', at: dayAt(16), note: 'Sai tên', wrong: 'mốt', right: 'một' })
  await tell(database, other, { note: 'Chuyện khác' })
  await tell(database, id, { kind: 'explanation', at: dayAt(17), note: 'Số liệu đúng' })

  assert.deepEqual(await updateReader(database.read).listOf(id), [
    { kind: 'explanation', at: dayAt(17), note: 'Số liệu đúng', wrong: '', right: '' },
    { kind: 'correction', at: dayAt(16), note: 'Sai tên', wrong: 'mốt', right: 'một' },
  ])
})

test('the list of corrections holds those of articles that readers see, and no other news', async () => {
  const { database, add } = await givenNews()
  const correct = async (id: number) => {
    await tell(database, id, { kind: 'correction', wrong: `sai ${id}`, right: 'đúng' })
    return id
  }
  const shown = await correct(await add({ title: 'Còn đó' }))
  await tell(database, shown, { note: 'Thêm ảnh' })
  await correct(await add({ at: tomorrow }))
  await correct(await add({ isLive: false, at: null }))
  await correct(await add({ deletedAt: now }))
  const withdrawn = await correct(await add())
  await withdraw(database, withdrawn, { at: now })
  await setEnd(database, await correct(await add()), now)

  const reader = updateReader(database.read)
  assert.equal(await reader.countCorrections(now), 1)
  const listed = await reader.listCorrections({ page: 1, perPage: 20 }, now)
  assert.deepEqual(
    listed.map(({ article, update }) => [article, update.wrong]),
    [[{ id: shown, slug: 'tin', title: 'Còn đó' }, `sai ${shown}`]],
  )
})

test('pages of corrections give each once, newest first', async () => {
  const { database, add } = await givenNews()
  const id = await add()
  for (let number = 1; number <= 7; number++)
    await tell(database, id, { kind: 'correction', at: dayAt(Math.ceil(number / 2)), wrong: String(number) })

  const page = async (number: number) => {
    const listed = await updateReader(database.read).listCorrections({ page: number, perPage: 3 }, now)
    return listed.map(({ update }) => update.wrong)
  }
  assert.deepEqual(await Promise.all([1, 2, 3, 4].map(page)), [['7', '6', '5'], ['4', '3', '2'], ['1'], []])
})

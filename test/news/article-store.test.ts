import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleReader } from '../../src/news/index.ts'
import { givenNews, now, type Standing } from './given-news.ts'

const tomorrow = '2017-02-18T03:00:00.000Z'
const dayAt = (day: number) => `2017-02-${String(day).padStart(2, '0')}T03:00:00.000Z`
const ids = (headlines: { id: number }[]) => headlines.map(({ id }) => id)

test('readers get the whole live edition', async () => {
  const given = await givenNews()
  const id = await given.add({ title: 'Ruộng rau bén rễ' })

  assert.deepEqual(await articleReader(given.database.read).findPublished(id, now), {
    id,
    slug: 'tin',
    title: 'Ruộng rau bén rễ',
    lead: 'Tóm tắt',
    bodyHtml: '<p>Nội dung</p>',
    categoryId: given.economy,
    author: 'Lan Hương',
    unit: 'Văn phòng',
    source: null,
    tags: ['bình đẳng giới', 'hội nghị'],
    coverPictureId: null,
    publishedAt: '2017-02-16T03:00:00.000Z',
  })
})

test('what is not published stands nowhere, and what is published stands everywhere', async () => {
  const given = await givenNews()
  const hidden: Standing[] = [
    { isLive: false, at: null },
    { at: tomorrow },
    { withdrawnAt: dayAt(17) },
    { deletedAt: dayAt(17) },
  ]
  const absent = await Promise.all(hidden.map(given.add))
  const shown = await given.add()

  const reader = articleReader(given.database.read)
  for (const id of absent) assert.equal(await reader.findPublished(id, now), null)
  const counts = await reader.countByCategory([given.news, given.economy], now)
  assert.deepEqual([counts.get(given.news), counts.get(given.economy)], [1, 1])
  assert.deepEqual(ids(await reader.listNewest(now, 10)), [shown])
  assert.deepEqual(ids(await reader.listNewestIn(given.news, now, 10)), [shown])
  assert.deepEqual(ids(await reader.listCategory(given.news, { page: 1, perPage: 10, total: 1 }, now)), [shown])
})

test('a list shows no article that was taken down, even when it is still in the index of its category', async () => {
  const given = await givenNews()
  const id = await given.add()
  await given.database.write.updateTable('articles').set({ withdrawn_at: now }).where('id', '=', id).execute()

  assert.deepEqual(await articleReader(given.database.read).listNewestIn(given.news, now, 10), [])
})

test('a scheduled article appears at its hour by itself', async () => {
  const given = await givenNews()
  const id = await given.add({ at: tomorrow })

  const reader = articleReader(given.database.read)
  assert.equal(await reader.findPublished(id, dayAt(17)), null)
  assert.equal((await reader.findPublished(id, tomorrow))?.id, id)
  assert.deepEqual(ids(await reader.listNewestIn(given.economy, tomorrow, 10)), [id])
})

test('an article that readers had once is gone since the first moment without it', async () => {
  const given = await givenNews()
  const withdrawn = await given.add({ at: dayAt(10), withdrawnAt: dayAt(13) })
  const deleted = await given.add({ at: dayAt(10), deletedAt: dayAt(14) })
  const both = await given.add({ at: dayAt(10), withdrawnAt: dayAt(12), deletedAt: dayAt(14) })

  const reader = articleReader(given.database.read)
  const since = async (id: number) => (await reader.findAbsence(id, now))?.since
  assert.deepEqual([await since(withdrawn), await since(deleted), await since(both)], [dayAt(13), dayAt(14), dayAt(12)])
})

test('of an article that nobody saw the address says nothing', async () => {
  const given = await givenNews()
  const draft = await given.add({ isLive: false, at: null, deletedAt: dayAt(16) })
  const neverUp = await given.add({ at: dayAt(15), withdrawnAt: dayAt(14) })

  const reader = articleReader(given.database.read)
  for (const id of [draft, neverUp, 999]) assert.equal(await reader.findAbsence(id, now), null)
})

test('numbered pages give every article once, newest first, from either end', async () => {
  const given = await givenNews()
  const added: number[] = []
  for (let day = 1; day <= 11; day++) added.push(await given.add({ at: dayAt(Math.ceil(day / 2)) }))

  const reader = articleReader(given.database.read)
  const page = async (number: number) =>
    ids(await reader.listCategory(given.news, { page: number, perPage: 3, total: 11 }, now))
  const pages = [await page(1), await page(2), await page(3), await page(4), await page(5)]
  assert.deepEqual(pages.flat(), added.toReversed())
  assert.deepEqual(
    pages.map((rows) => rows.length),
    [3, 3, 3, 2, 0],
  )
})

test('neighbours are those of the same category by date, and of one moment by number', async () => {
  const given = await givenNews()
  const oldest = await given.add({ at: dayAt(1) })
  const first = await given.add({ at: dayAt(2) })
  const second = await given.add({ at: dayAt(2) })
  await given.add({ at: tomorrow })

  const reader = articleReader(given.database.read)
  const beside = async (id: number) => {
    const article = (await reader.findPublished(id, now)) ?? assert.fail()
    const { previous, next } = await reader.findNeighbours(article, now)
    return [previous?.id, next?.id]
  }
  assert.deepEqual(await beside(oldest), [undefined, first])
  assert.deepEqual(await beside(first), [oldest, second])
  assert.deepEqual(await beside(second), [first, undefined])
})

test('related articles are the newest of the category, never the article itself', async () => {
  const given = await givenNews()
  const added: number[] = []
  for (let day = 1; day <= 5; day++) added.push(await given.add({ at: dayAt(day) }))

  const reader = articleReader(given.database.read)
  const newest = (await reader.findPublished(added[4] ?? 0, now)) ?? assert.fail()
  assert.deepEqual(ids(await reader.listRelated(newest, 3, now)), [added[3], added[2], added[1]])
})

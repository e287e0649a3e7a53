import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleReader } from '../../src/news/index.ts'
import { givenNews, now, type Standing, withdraw } from './given-news.ts'

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
    editionId: 1,
    coverPictureId: null,
    publishedAt: '2017-02-16T03:00:00.000Z',
    updatedAt: null,
    expiresAt: null,
  })
})

test('what is not published stands nowhere, and what is published stands everywhere', async () => {
  const given = await givenNews()
  const hidden: Standing[] = [
    { isLive: false, at: null },
    { at: tomorrow },
    { withdrawnAt: dayAt(17) },
    { deletedAt: dayAt(17) },
    { expiresAt: now },
  ]
  const absent = await Promise.all(hidden.map(given.add))
  const shown = await given.add()

  const reader = articleReader(given.database.read)
  for (const id of absent) assert.equal(await reader.findPublished(id, now), null)
  const counts = await reader.countByCategory([given.news, given.economy], now)
  assert.deepEqual([counts.get(given.news), counts.get(given.economy)], [1, 1])
  assert.deepEqual(ids(await reader.listNewest(now, 10)), [shown])
  assert.deepEqual(ids(await reader.listNewestIn(given.news, now, 10)), [shown])
  assert.deepEqual(ids(await reader.listCategory(given.news, { page: 1, perPage: 10 }, now)), [shown])
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

test('an article leaves every list at the moment when it ends, by itself', async () => {
  const given = await givenNews()
  const ends = await given.add({ at: dayAt(15), expiresAt: tomorrow })
  const stays = await given.add({ at: dayAt(16) })

  const reader = articleReader(given.database.read)
  const whole = { page: 1, perPage: 10 }
  const seen = async (at: string) => [
    ids(await reader.listNewest(at, 10)),
    ids(await reader.listNewestIn(given.news, at, 10)),
    ids(await reader.listCategory(given.economy, whole, at)),
  ]
  const moment = '2017-02-18T02:59:59.999Z'
  assert.deepEqual(await seen(moment), [
    [stays, ends],
    [stays, ends],
    [stays, ends],
  ])
  assert.deepEqual(await seen(tomorrow), [[stays], [stays], [stays]])
  const count = async (at: string) => (await reader.countByCategory([given.economy], at)).get(given.economy)
  assert.deepEqual([await count(moment), await count(tomorrow)], [2, 1])
  assert.equal((await reader.findPublished(ends, moment))?.expiresAt, tomorrow)
  assert.equal(await reader.findPublished(ends, tomorrow), null)
})

test('what readers had and what has ended keeps its page, and says why', async () => {
  const given = await givenNews()
  const withdrawn = await given.add({ at: dayAt(10), title: 'Đã rút' })
  await withdraw(given.database, withdrawn, { at: dayAt(13), reason: 'Trùng lịch' })
  const expired = await given.add({ at: dayAt(10), expiresAt: dayAt(15) })
  const both = await given.add({ at: dayAt(10), expiresAt: dayAt(12) })
  await withdraw(given.database, both, { at: dayAt(14) })

  const reader = articleReader(given.database.read)
  const ended = await reader.findEnded(withdrawn, now)
  assert.equal(ended?.article.title, 'Đã rút')
  const ending = async (id: number) => (await reader.findEnded(id, now))?.ending
  assert.deepEqual(await ending(withdrawn), { kind: 'withdrawn', since: dayAt(13), reason: 'Trùng lịch' })
  assert.deepEqual(await ending(expired), { kind: 'expired', since: dayAt(15) })
  assert.deepEqual(await ending(both), { kind: 'withdrawn', since: dayAt(14), reason: '' })
})

test('what never was there for readers, or is there, or is deleted, has not ended', async () => {
  const given = await givenNews()
  const others: Standing[] = [
    {},
    { isLive: false, at: null },
    { at: tomorrow },
    { at: tomorrow, withdrawnAt: dayAt(16) },
    { at: dayAt(15), withdrawnAt: dayAt(14) },
    { at: dayAt(15), expiresAt: dayAt(14) },
    { at: dayAt(10), withdrawnAt: dayAt(12), deletedAt: dayAt(14) },
  ]
  const reader = articleReader(given.database.read)
  for (const id of [...(await Promise.all(others.map(given.add))), 999])
    assert.equal(await reader.findEnded(id, now), null)
})

test('an article that readers had once and that was deleted is gone since then, with or without its text', async () => {
  const given = await givenNews()
  const deleted = await given.add({ at: dayAt(10), deletedAt: dayAt(14) })
  const withdrawn = await given.add({ at: dayAt(10), withdrawnAt: dayAt(12), deletedAt: dayAt(14) })
  const erased = await given.add({ at: dayAt(10), deletedAt: dayAt(13), isLive: false })
  await given.database.write.deleteFrom('editions').where('article_id', '=', erased).execute()
  await given.database.write.updateTable('articles').set({ erased_at: now }).where('id', '=', erased).execute()

  const reader = articleReader(given.database.read)
  const since = await Promise.all([deleted, withdrawn, erased].map((id) => reader.findGone(id, now)))
  assert.deepEqual(since, [dayAt(14), dayAt(14), dayAt(13)])
})

test('of an article that nobody saw the address says nothing', async () => {
  const given = await givenNews()
  const draft = await given.add({ isLive: false, at: null, deletedAt: dayAt(16) })
  const neverUp = await given.add({ at: dayAt(15), withdrawnAt: dayAt(14), deletedAt: dayAt(16) })
  const stillThere = await given.add({ at: dayAt(10), withdrawnAt: dayAt(14) })

  const reader = articleReader(given.database.read)
  for (const id of [draft, neverUp, stillThere, 999]) assert.equal(await reader.findGone(id, now), null)
})

test('numbered pages give every article once, newest first, from either end', async () => {
  const given = await givenNews()
  const added: number[] = []
  for (let day = 1; day <= 11; day++) added.push(await given.add({ at: dayAt(Math.ceil(day / 2)) }))

  const reader = articleReader(given.database.read)
  const page = async (number: number) => ids(await reader.listCategory(given.news, { page: number, perPage: 3 }, now))
  const pages = [await page(1), await page(2), await page(3), await page(4), await page(5)]
  assert.deepEqual(pages.flat(), added.toReversed())
  assert.deepEqual(
    pages.map((rows) => rows.length),
    [3, 3, 3, 2, 0],
  )
})

test('numbered pages and counts agree while much of the archive is over', async () => {
  const given = await givenNews()
  const shown: number[] = []
  for (let day = 1; day <= 14; day++) {
    const isOver = day % 3 !== 0
    const id = await given.add({ at: dayAt(day), expiresAt: isOver ? dayAt(15) : null })
    if (!isOver) shown.unshift(id)
  }

  const reader = articleReader(given.database.read)
  const total = (await reader.countByCategory([given.news], now)).get(given.news) ?? 0
  assert.equal(total, shown.length)
  const pages: number[] = []
  for (let page = 1; page <= 3; page++)
    pages.push(...ids(await reader.listCategory(given.news, { page, perPage: 2 }, now)))
  assert.deepEqual(pages, shown)
})

test('what is pinned stands first while its pin holds and readers may see it, the last pinned first', async () => {
  const given = await givenNews()
  const hidden: Standing[] = [
    { pinUntil: now },
    { pinUntil: tomorrow, at: tomorrow },
    { pinUntil: tomorrow, expiresAt: now },
    { pinUntil: tomorrow, isLive: false, at: null },
    { pinUntil: tomorrow, withdrawnAt: dayAt(17) },
    {},
  ]
  const first = await given.add({ at: dayAt(16), pinUntil: tomorrow })
  for (const standing of hidden) await given.add(standing)
  const second = await given.add({ at: dayAt(2), pinUntil: tomorrow })

  const reader = articleReader(given.database.read)
  assert.deepEqual(ids(await reader.listPinned(now, 3)), [second, first])
  assert.deepEqual(ids(await reader.listPinned(now, 1)), [second])
})

test('neighbours are those of the same category by date, and of one moment by number', async () => {
  const given = await givenNews()
  const oldest = await given.add({ at: dayAt(1) })
  const first = await given.add({ at: dayAt(2) })
  const second = await given.add({ at: dayAt(2) })
  await given.add({ at: tomorrow })
  await given.add({ at: dayAt(1), expiresAt: now })
  await given.add({ at: dayAt(3), expiresAt: now })

  const reader = articleReader(given.database.read)
  const beside = async (id: number) => {
    const article = (await reader.findPublished(id, now)) ?? assert.fail()
    const { neighbours } = await reader.findBeside(article, 1, now)
    return [neighbours.previous?.id, neighbours.next?.id]
  }
  assert.deepEqual(await beside(oldest), [undefined, first])
  assert.deepEqual(await beside(first), [oldest, second])
  assert.deepEqual(await beside(second), [first, undefined])
})

test('related articles are the newest of the category, never the article itself', async () => {
  const given = await givenNews()
  const added: number[] = []
  for (let day = 1; day <= 5; day++) added.push(await given.add({ at: dayAt(day) }))
  await given.add({ at: dayAt(6), expiresAt: now })

  const reader = articleReader(given.database.read)
  const newest = (await reader.findPublished(added[4] ?? 0, now)) ?? assert.fail()
  const { related } = await reader.findBeside(newest, 3, now)
  assert.deepEqual(ids(related), [added[3], added[2], added[1]])
})

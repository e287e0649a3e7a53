import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Database, inTransaction } from '../../src/database/index.ts'
import { describePicture, pictureReader, pictureWriter } from '../../src/media/index.ts'
import type { LibraryFilter } from '../../src/media/library.ts'
import { removePicture } from '../../src/media/remove-picture.ts'
import { pictureSearch } from '../../src/search/index.ts'
import { realWorld } from '../../src/site/world.ts'
import { testClock } from '../support/test-clock.ts'
import { addArticle, addPicture, temporaryDatabase } from './given-media.ts'

const world = { ...realWorld('silent'), clock: testClock('2017-02-17T03:00:00Z') }
const shelf = (filter: LibraryFilter = 'all', before: number | null = null) => ({ filter, before, found: null })

test('a picture is found by its id, by its key and among others', async () => {
  const database = await temporaryDatabase()
  const reader = pictureReader(database.read)
  const first = await addPicture(database, 'một.jpg')
  const second = await addPicture(database, 'hai.jpg')

  assert.deepEqual(await reader.find(first.id), first)
  assert.deepEqual(await reader.findByKey(second.key), second)
  assert.deepEqual([...(await reader.listByIds([second.id, 99, first.id, first.id])).keys()].sort(), [
    first.id,
    second.id,
  ])
  assert.deepEqual(await reader.listByIds([]), new Map())
  assert.equal(await reader.find(99), null)
})

const makePublic = (database: Database, now: string, ...ids: number[]) =>
  inTransaction(database, (tx) => pictureWriter(tx, now).makePublic(ids))

test('readers find a picture once an article shows it to them, and since when stays', async () => {
  const database = await temporaryDatabase()
  const reader = pictureReader(database.read)
  const cover = await addPicture(database, 'một.jpg')
  const inText = await addPicture(database, 'hai.jpg')
  const other = await addPicture(database, 'ba.jpg')
  const now = '2017-02-17T01:00:00.000Z'
  assert.equal(await reader.findPublicByKey(cover.key, now), null)

  await addArticle(database, { title: 'Tin', cover: cover.id, inText: [inText.id], as: 'live' })
  await addArticle(database, { title: 'Nháp', cover: other.id, as: 'draft' })
  await makePublic(database, now, cover.id, inText.id, other.id)
  await makePublic(database, '2018-01-01T01:00:00.000Z', cover.id)

  assert.equal((await reader.findPublicByKey(cover.key, now))?.publicSince, now)
  assert.equal((await reader.findPublicByKey(inText.key, now))?.publicSince, now)
  assert.equal(await reader.findPublicByKey(other.key, now), null)
  assert.deepEqual([await reader.isPublic(cover.id, now), await reader.isPublic(other.id, now)], [true, false])
})

test('a picture of an article that waits for its hour is nobody’s until then, and never when the plan is given up', async () => {
  const database = await temporaryDatabase()
  const reader = pictureReader(database.read)
  const picture = await addPicture(database, 'một.jpg')
  const [before, hour] = ['2017-02-17T06:59:59.999Z', '2017-02-17T07:00:00.000Z']
  const article = await addArticle(database, { title: 'Tin', cover: picture.id, as: 'live', publishedAt: hour })
  await makePublic(database, before, picture.id)

  assert.equal(await reader.findPublicByKey(picture.key, before), null)
  assert.equal((await reader.findPublicByKey(picture.key, hour))?.id, picture.id)

  const withdraw = (withdrawn_at: string) =>
    database.write.updateTable('articles').set({ withdrawn_at }).where('id', '=', article).execute()
  await withdraw(before)
  assert.equal(await reader.findPublicByKey(picture.key, hour), null)
  // Its page stays and says that it was withdrawn, with the text behind it.
  await withdraw('2017-02-17T08:00:00.000Z')
  assert.equal((await reader.findPublicByKey(picture.key, '2017-02-18T00:00:00.000Z'))?.id, picture.id)
})

test('the library shows the newest first, page by page', async () => {
  const database = await temporaryDatabase()
  const names = ['một', 'hai', 'ba', 'bốn', 'năm']
  for (const name of names) await addPicture(database, name)
  const reader = pictureReader(database.read)

  const page = await reader.listNewest(shelf(), 2)
  const next = await reader.listNewest(shelf('all', page.at(-1)?.id), 9)

  assert.deepEqual(
    [...page, ...next].map((picture) => picture.originalName),
    names.toReversed(),
  )
  assert.equal(await reader.count('all'), 5)
})

test('pictures without a description are those that are no decoration either', async () => {
  const database = await temporaryDatabase()
  const reader = pictureReader(database.read)
  await addPicture(database, 'một.jpg', { alternativeText: 'Mặt hồ rộng, lặng sóng.' })
  const missing = await addPicture(database, 'hai.jpg')
  await addPicture(database, 'ba.jpg', { isDecorative: true })

  assert.deepEqual(
    (await reader.listNewest(shelf('missing'), 9)).map(({ id }) => id),
    [missing.id],
  )
  assert.equal(await reader.count('missing'), 1)
})

test('a picture is in use while a draft or a live edition shows it, as cover or in the text', async () => {
  const database = await temporaryDatabase()
  const reader = pictureReader(database.read)
  const [cover, inText, past, never] = [
    await addPicture(database, 'bìa.jpg'),
    await addPicture(database, 'trong bài.jpg'),
    await addPicture(database, 'bản cũ.jpg'),
    await addPicture(database, 'chưa dùng.jpg'),
  ]
  const draft = await addArticle(database, { title: 'Bản nháp', cover: cover.id, as: 'draft' })
  const live = await addArticle(database, {
    title: 'Tin đã đăng',
    cover: cover.id,
    inText: [cover.id, inText.id],
    as: 'live',
  })
  await addArticle(database, { title: 'Bản trước', cover: past.id, inText: [past.id], as: 'past' })

  assert.deepEqual(await reader.listUses(cover.id), [
    { articleId: live, title: 'Tin đã đăng' },
    { articleId: draft, title: 'Bản nháp' },
  ])
  assert.deepEqual(await reader.listUses(inText.id), [{ articleId: live, title: 'Tin đã đăng' }])
  assert.deepEqual(await reader.listUses(past.id), [])
  assert.deepEqual(
    (await reader.listNewest(shelf('unused'), 9)).map(({ id }) => id),
    [never.id, past.id],
  )
  assert.equal(await reader.count('unused'), 2)
})

test('describing a picture is written down, and its articles are made again afterwards', async () => {
  const database = await temporaryDatabase()
  const picture = await addPicture(database, 'một.jpg')
  const search = pictureSearch(database)
  const told: (string | undefined)[] = []
  const rerender = async (id: number) => void told.push((await pictureReader(database.read).find(id))?.alternativeText)
  const words = {
    alternativeText: 'Mặt hồ rộng, lặng sóng.',
    isDecorative: false,
    caption: 'Hồ chứa.',
    credit: 'Lan Hương',
  }

  await describePicture({ database, world, search, rerender }, null, picture.id, words)

  assert.deepEqual(await pictureReader(database.read).find(picture.id), { ...picture, ...words })
  assert.deepEqual(told, ['Mặt hồ rộng, lặng sóng.'])
  const lines = await database.read.selectFrom('audit_lines').select(['act', 'subject_kind', 'subject_title']).execute()
  assert.deepEqual(lines, [{ act: 'described', subject_kind: 'picture', subject_title: 'một.jpg' }])
  await assert.rejects(describePicture({ database, world, search, rerender }, null, 99, words), { status: 404 })
})

test('a picture in use cannot be deleted; another leaves the library and readers', async () => {
  const database = await temporaryDatabase()
  const reader = pictureReader(database.read)
  const used = await addPicture(database, 'bìa.jpg')
  const unused = await addPicture(database, 'thừa.jpg')
  await addArticle(database, { title: 'Tin', cover: used.id, as: 'live' })
  await makePublic(database, world.clock.now(), used.id)
  await database.write
    .updateTable('pictures')
    .set({ public_since: world.clock.now() })
    .where('id', '=', unused.id)
    .execute()

  await assert.rejects(removePicture({ database, world, search: pictureSearch(database) }, null, used.id), {
    status: 409,
  })
  await removePicture({ database, world, search: pictureSearch(database) }, null, unused.id)

  assert.equal((await reader.find(used.id))?.id, used.id)
  assert.equal(await reader.find(unused.id), null)
  assert.equal(await reader.findPublicByKey(unused.key, world.clock.now()), null)
  assert.equal(await reader.count('all'), 1)
  await assert.rejects(removePicture({ database, world, search: pictureSearch(database) }, null, unused.id), {
    status: 404,
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '../../src/database/index.ts'
import { describePicture, pictureReader, pictureWriter } from '../../src/media/index.ts'
import type { LibraryFilter } from '../../src/media/library.ts'
import { removePicture } from '../../src/media/remove-picture.ts'
import { pictureSearch } from '../../src/search/index.ts'
import { realWorld } from '../../src/site/world.ts'
import { testClock } from '../support/test-portal.ts'
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

test('readers find a picture only once it is public, and since when stays', async () => {
  const database = await temporaryDatabase()
  const reader = pictureReader(database.read)
  const picture = await addPicture(database, 'một.jpg')
  const other = await addPicture(database, 'hai.jpg')
  assert.equal(await reader.findPublicByKey(picture.key), null)

  await inTransaction(database, (tx) => pictureWriter(tx, '2017-02-17T01:00:00.000Z').makePublic([picture.id]))
  await inTransaction(database, (tx) => pictureWriter(tx, '2018-01-01T01:00:00.000Z').makePublic([picture.id]))

  assert.equal((await reader.findPublicByKey(picture.key))?.publicSince, '2017-02-17T01:00:00.000Z')
  assert.equal(await reader.findPublicByKey(other.key), null)
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
  await inTransaction(database, (tx) => pictureWriter(tx, world.clock.now()).makePublic([used.id, unused.id]))

  await assert.rejects(removePicture({ database, world, search: pictureSearch(database) }, null, used.id), {
    status: 409,
  })
  await removePicture({ database, world, search: pictureSearch(database) }, null, unused.id)

  assert.equal((await reader.find(used.id))?.id, used.id)
  assert.equal(await reader.find(unused.id), null)
  assert.equal(await reader.findPublicByKey(unused.key), null)
  assert.equal(await reader.count('all'), 1)
  await assert.rejects(removePicture({ database, world, search: pictureSearch(database) }, null, unused.id), {
    status: 404,
  })
})

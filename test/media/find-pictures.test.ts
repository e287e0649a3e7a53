import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Database, inTransaction } from '../../src/database/index.ts'
import { describePicture, pictureReader, receivePicture } from '../../src/media/index.ts'
import type { LibraryFilter } from '../../src/media/library.ts'
import { listWished } from '../../src/media/read-library.ts'
import { removePicture } from '../../src/media/remove-picture.ts'
import { pictureSearch } from '../../src/search/index.ts'
import { addArticle, addPicture, receiveTools, temporaryDatabase, temporaryFolder } from './given-media.ts'
import { plain, written } from './pictures.ts'

type Wish = { filter?: LibraryFilter; before?: number | null; most?: number }

/** Names of what is found, newest first. */
async function found(database: Database, search: string, { filter = 'all', before = null, most = 9 }: Wish = {}) {
  const tools = { database, search: pictureSearch(database) }
  const pictures = await listWished(tools, { filter, search, before }, most)
  return pictures.map(({ originalName }) => originalName)
}

test('a picture is found by its name, description, caption and credit, whatever marks and case', async () => {
  const database = await temporaryDatabase()
  await addPicture(database, 'DSC01877.JPG', { alternativeText: 'Đất đỏ ở Đak Pơ, xã Tân An.' })
  await addPicture(database, 'Ruộng rau Tân An.jpg', { caption: 'Theo Quyết định 45/QĐ-UBND' })
  await addPicture(database, 'hồ_chứa.jpg', { credit: 'Lan Hương' })

  assert.deepEqual(await found(database, 'dat do'), ['DSC01877.JPG'])
  assert.deepEqual(await found(database, 'TÂN AN'), ['Ruộng rau Tân An.jpg', 'DSC01877.JPG'])
  assert.deepEqual(await found(database, 'an  ruong'), ['Ruộng rau Tân An.jpg'])
  assert.deepEqual(await found(database, 'đăk pơ'), ['DSC01877.JPG'])
  assert.deepEqual(await found(database, '45/QĐ-UBND'), ['Ruộng rau Tân An.jpg'])
  assert.deepEqual(await found(database, 'ủy ban nhân dân'), ['Ruộng rau Tân An.jpg'])
  assert.deepEqual(await found(database, 'hồ_chứa.jpg'), ['hồ_chứa.jpg'])
  assert.deepEqual(await found(database, '"hương lan"'), [])
  assert.deepEqual(await found(database, '"lan hương"'), ['hồ_chứa.jpg'])
  assert.deepEqual(await found(database, 'dsc018'), ['DSC01877.JPG'])
})

test('what holds no word finds nothing, and signs are no commands', async () => {
  const database = await temporaryDatabase()
  await addPicture(database, 'hồ chứa.jpg')
  for (const nothing of ['%', '_', '*', '""', 'sông', "hồ' or 1=1 --", 'NOT hồ', 'hồ\u0000chứa'])
    assert.deepEqual(await found(database, nothing), [], nothing)
  for (const something of ['"hồ', "hồ'", '(chứa)', 'hồ*', 'hồ '.repeat(5_000)])
    assert.deepEqual(await found(database, something), ['hồ chứa.jpg'], something)
})

test('filters and pages go on while somebody searches', async () => {
  const database = await temporaryDatabase()
  const ids: number[] = []
  for (let number = 1; number <= 6; number++) {
    const alternativeText = number % 2 === 0 ? 'Luống rau bén rễ.' : ''
    ids.push((await addPicture(database, `ruộng ${number}.jpg`, { alternativeText })).id)
    await addPicture(database, `hồ ${number}.jpg`)
  }
  await addArticle(database, { title: 'Tin', cover: ids[4] ?? 0, as: 'draft' })

  assert.deepEqual(await found(database, 'ruộng', { most: 2 }), ['ruộng 6.jpg', 'ruộng 5.jpg'])
  assert.deepEqual(await found(database, 'ruộng', { most: 2, before: ids[4] ?? 0 }), ['ruộng 4.jpg', 'ruộng 3.jpg'])
  assert.deepEqual(await found(database, 'ruong', { filter: 'missing' }), ['ruộng 5.jpg', 'ruộng 3.jpg', 'ruộng 1.jpg'])
  assert.deepEqual(await found(database, 'ruong', { filter: 'unused', most: 2 }), ['ruộng 6.jpg', 'ruộng 4.jpg'])
})

test('pictures are found from the moment they arrive, under the words they have now, until they are deleted', async () => {
  const tools = await receiveTools()
  const { database } = tools
  const bytes = await plain({ width: 300, height: 200 }).jpeg().toBuffer()
  const path = await written(await temporaryFolder(), 'a.jpg', bytes)
  const received = await receivePicture(tools, null, { path, originalName: 'ruộng.jpg' })
  if ('issue' in received) throw new Error(received.issue)
  const { id } = received.picture
  assert.deepEqual(await found(database, 'ruộng'), ['ruộng.jpg'])

  const rerender = async () => {}
  const describe = (alternativeText: string) =>
    describePicture({ ...tools, rerender }, null, id, { alternativeText, isDecorative: false, caption: '', credit: '' })
  await describe('Nông dân gặt lúa')
  await describe('Nông dân trồng mía')
  assert.deepEqual(await found(database, 'gặt lúa'), [])
  assert.deepEqual(await found(database, 'trồng mía'), ['ruộng.jpg'])

  await removePicture(tools, null, id)
  const { narrow } = pictureSearch(database)
  const left = await database.read
    .selectFrom('pictures')
    .select('id')
    .where(await narrow('ruộng'))
    .execute()
  assert.deepEqual(left, [])
  assert.deepEqual(await found(database, 'ruộng'), [])
})

test('a description that was not kept is not found either', async () => {
  const database = await temporaryDatabase()
  const { id } = await addPicture(database, 'ruộng.jpg')
  const broken = inTransaction(database, async (transaction) => {
    await transaction.updateTable('pictures').set({ caption: 'Mùa mía' }).where('id', '=', id).execute()
    await pictureSearch(database).follow(transaction, id)
    throw new Error('power cut')
  })
  await assert.rejects(broken, /power cut/)

  assert.deepEqual(await found(database, 'mía'), [])
  assert.deepEqual(await found(database, 'ruộng'), ['ruộng.jpg'])
  assert.equal((await pictureReader(database.read).find(id))?.caption, '')
})

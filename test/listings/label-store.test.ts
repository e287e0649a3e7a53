import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleReader } from '../../src/news/index.ts'
import { givenListings, now } from './given-listings.ts'

test('an article is found under its tags and authors, and no longer when it is taken out', async () => {
  const { publish, labels, writing } = await givenListings()
  const id = await publish({ tags: ['bình đẳng giới', 'hội nghị'], author: 'Lan Hương - Minh Đức' })
  const shown = (await labels().listOf(id)).map(({ kind, slug, name }) => `${kind} ${slug} ${name}`)
  assert.deepEqual(shown.sort(), [
    'author lan-huong Lan Hương',
    'author minh-duc Minh Đức',
    'tag binh-dang-gioi bình đẳng giới',
    'tag hoi-nghi hội nghị',
  ])
  await writing(now, (lists) => lists.unlist(id))
  assert.deepEqual(await labels().listOf(id), [])
  assert.equal(await labels().find('tag', 'hoi-nghi', now), null)
})

test('a label is written as its newest article writes it, and as the one before once that is gone', async () => {
  const { publish, labels, writing } = await givenListings()
  await publish({ tags: ['hòa giải'], at: '2017-02-10T03:00:00.000Z' })
  const newest = await publish({ tags: ['Hoà giải'], at: '2017-02-15T03:00:00.000Z' })
  await publish({ tags: ['HÒA GIẢI'], at: '2017-02-12T03:00:00.000Z' })
  const name = async () => (await labels().find('tag', 'hoa-giai', now))?.name
  assert.equal(await name(), 'Hoà giải')
  await writing(now, (lists) => lists.unlist(newest))
  assert.equal(await name(), 'HÒA GIẢI')
})

test('names with the same letters have addresses of their own, which stay with them', async () => {
  const { publish, labels } = await givenListings()
  const hung = await publish({ author: 'Nguyễn Văn Hưng' })
  const hung2 = await publish({ author: 'Nguyễn Văn Hùng' })
  const [first] = await labels().listOf(hung)
  const [second] = await labels().listOf(hung2)
  assert.deepEqual([first?.slug, second?.slug], ['nguyen-van-hung', 'nguyen-van-hung-2'])
  const again = await publish({ author: 'Nguyễn Văn Hùng' })
  assert.deepEqual((await labels().listOf(again))[0]?.id, second?.id)
})

test('a label whose articles wait for their hour, or are over, leads nowhere', async () => {
  const { publish, labels } = await givenListings()
  await publish({ tags: ['lũ'], at: '2017-02-18T03:00:00.000Z' })
  await publish({ tags: ['bão'], expiresAt: '2017-02-17T02:00:00.000Z' })
  assert.equal(await labels().find('tag', 'lu', now), null)
  assert.equal(await labels().find('tag', 'bao', now), null)
  assert.equal((await labels().find('tag', 'lu', '2017-02-18T04:00:00.000Z'))?.name, 'lũ')
})

test('the list of a label is in order of date and turns its pages', async () => {
  const { publish, labels, database } = await givenListings()
  const dates = ['12', '10', '14', '11', '13']
  for (const day of dates) await publish({ title: day, tags: ['mía'], at: `2017-02-${day}T03:00:00.000Z` })
  await publish({ title: 'khác', tags: ['míá'] })
  const label = (await labels().find('tag', 'mia', now)) ?? assert.fail()
  const articles = articleReader(database.read)
  const list = { kind: 'label', id: label.id } as const
  const total = await articles.countOf(list, now)
  const titles = async (page: number) =>
    (await articles.listSlice(list, { page, perPage: 2 }, now)).map(({ title }) => title)
  assert.deepEqual([total, await titles(1), await titles(2), await titles(3)], [5, ['14', '13'], ['12', '11'], ['10']])
})

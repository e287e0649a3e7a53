import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayCounts } from '../../src/listings/day-count.ts'
import { everywhere } from '../../src/listings/index.ts'
import { setEnd } from '../news/given-news.ts'
import { givenListings, now } from './given-listings.ts'

const february = { from: '2017-02-01', to: '2017-02-28' }

test('an article counts once in each category of its line, and once for all of them', () => {
  const rows = [
    { articleId: 1, categoryId: 5, day: '2017-02-16' },
    { articleId: 1, categoryId: 6, day: '2017-02-16' },
    { articleId: 2, categoryId: 5, day: '2017-02-16' },
    { articleId: 3, categoryId: 5, day: null },
  ]
  const counts = dayCounts(rows, -1).map(({ categoryId, count }) => [categoryId, count])
  assert.deepEqual(counts, [
    [5, -2],
    [6, -1],
    [everywhere, -2],
  ])
})

test('days begin at midnight in the office, not in Greenwich', async () => {
  const { publish, counts } = await givenListings()
  await publish({ at: '2017-02-15T16:59:59.000Z' })
  await publish({ at: '2017-02-15T17:00:00.000Z' })
  const days = await counts().countBy('day', february)
  assert.deepEqual(
    [...days],
    [
      ['2017-02-15', 1],
      ['2017-02-16', 1],
    ],
  )
})

test('years and months are sums of their days, in a category too', async () => {
  const { publish, counts, news, economy, notices, land } = await givenListings()
  await publish({ at: '2016-12-31T16:00:00.000Z' })
  await publish({ at: '2017-01-05T03:00:00.000Z' })
  await publish({ at: '2017-02-05T03:00:00.000Z', categoryIds: [notices, land] })
  const always = { from: '', to: '9999' }
  assert.deepEqual(
    await counts().countBy('year', always),
    new Map([
      ['2016', 1],
      ['2017', 2],
    ]),
  )
  assert.deepEqual(await counts().countBy('month', { ...always, categoryId: land }), new Map([['2017-02', 1]]))
  assert.deepEqual(
    await counts().countByCategory('2017'),
    new Map([
      [everywhere, 2],
      [news, 1],
      [economy, 1],
      [notices, 1],
      [land, 1],
    ]),
  )
})

test('what comes by the clock is counted by the clock, whether somebody has caught up or not', async () => {
  const { publish, counts, writing } = await givenListings()
  const scheduled = await publish({ at: '2017-02-18T03:00:00.000Z' })
  const before = '2017-02-18T02:59:59.000Z'
  const hour = '2017-02-18T03:00:00.000Z'
  const days = async (at: string) => [...(await counts(at).countBy('day', february))].join()
  assert.deepEqual([await days(before), await days(hour)], ['', '2017-02-18,1'])
  await writing(hour, (lists) => lists.countDue([scheduled]))
  assert.deepEqual([await days(before), await days(hour)], ['', '2017-02-18,1'])
  await writing(hour, (lists) => lists.countDue([scheduled]))
  assert.equal(await days(hour), '2017-02-18,1')
})

test('what ends by the clock is not counted from its end on', async () => {
  const { publish, counts, writing, database } = await givenListings()
  const ends = await publish({ expiresAt: '2017-02-18T00:00:00.000Z' })
  await publish({})
  const days = async (at: string) => [...(await counts(at).countBy('day', february))].join()
  const end = '2017-02-18T00:00:00.000Z'
  assert.deepEqual([await days(now), await days(end)], ['2017-02-16,2', '2017-02-16,1'])
  await writing(end, (lists) => lists.unlistOver([ends]))
  assert.equal(await days(end), '2017-02-16,1')
  assert.equal(await database.read.selectFrom('label_listings').selectAll().executeTakeFirst(), undefined)
})

test('whoever was published anew meanwhile stays where it is', async () => {
  const { publish, counts, writing, database } = await givenListings()
  const id = await publish({ expiresAt: '2017-02-18T00:00:00.000Z' })
  await setEnd(database, id, '2017-03-18T00:00:00.000Z')
  await writing('2017-02-18T00:00:00.000Z', (lists) => lists.unlistOver([id]))
  assert.equal((await counts().countBy('day', february)).get('2017-02-16'), 1)
})

test('a day without articles leaves no row behind', async () => {
  const { publish, writing, database } = await givenListings()
  const id = await publish({})
  await publish({ at: '2017-02-15T03:00:00.000Z' })
  await writing(now, (lists) => lists.unlist(id))
  const periods = await database.read
    .selectFrom('archive_counts')
    .select('period')
    .distinct()
    .orderBy('period')
    .execute()
  assert.deepEqual(
    periods.map(({ period }) => period),
    ['2017', '2017-02', '2017-02-15'],
  )
})

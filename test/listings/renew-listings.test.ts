import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manyArticles } from '../news/given-news.ts'
import { givenListings, now } from './given-listings.ts'

const february = { from: '2017-02-01', to: '2017-02-28' }

test('an archive that an older version made gets its labels and its counts, once', async () => {
  const { add, labels, counts, renew, database } = await givenListings()
  const id = await add()
  await add({ withdrawnAt: now })
  await add({ deletedAt: now, withdrawnAt: now })
  await add({ isLive: false, at: null })
  await add({ expiresAt: '2017-02-17T02:00:00.000Z' })
  assert.deepEqual(await labels().listOf(id), [])
  assert.equal(await renew(), 1)
  assert.deepEqual((await labels().listOf(id)).map(({ name }) => name).sort(), [
    'Lan Hương',
    'bình đẳng giới',
    'hội nghị',
  ])
  assert.deepEqual([...(await counts().countBy('day', february))], [['2017-02-16', 1]])
  const everything = () => database.read.selectFrom('category_listings').selectAll().execute()
  const before = await everything()
  assert.equal(await renew(), 0)
  assert.deepEqual(await everything(), before)
})

test('another time zone moves articles to other days', async () => {
  const { publish, counts, renew } = await givenListings()
  await renew()
  await publish({ at: '2017-02-15T20:00:00.000Z' })
  assert.deepEqual([...(await counts().countBy('day', february)).keys()], ['2017-02-16'])
  assert.equal(await renew(now, 'UTC'), 1)
  assert.deepEqual([...(await counts().countBy('day', february)).keys()], ['2017-02-15'])
})

test('a renewal that was cut off goes on where it stopped', async () => {
  const { notices, database, renew, counts } = await givenListings()
  await manyArticles(database, notices, 250, () => false)
  const cut = { version: '1 Asia/Ho_Chi_Minh', last_id: 200, finished_at: null }
  await database.write.updateTable('listing_renewal').set(cut).execute()
  assert.equal(await renew(), 50)
  await database.write.updateTable('listing_renewal').set({ version: '0 x' }).execute()
  assert.equal(await renew(), 250)
  const years = await counts().countBy('year', { from: '', to: '9999' })
  assert.equal(
    [...years.values()].reduce((sum, count) => sum + count, 0),
    250,
  )
})

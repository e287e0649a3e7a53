import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categoryReader } from '../../src/categories/index.ts'
import { inTransaction } from '../../src/database/index.ts'
import { listingWriter } from '../../src/listings/index.ts'
import { givenNews, now } from '../news/given-news.ts'

const timeZone = 'Asia/Ho_Chi_Minh'
const end = '2017-03-01T03:00:00.000Z'

test('lists that are made anew keep the hour at which each article ends', async () => {
  const { database, news, economy, add } = await givenNews()
  const [ends, stays] = [await add({ expiresAt: end }), await add()]
  await database.write.deleteFrom('category_listings').execute()

  await inTransaction(database, async (transaction) =>
    listingWriter(transaction, await categoryReader(transaction).getTree(), { now, timeZone }).relist([economy]),
  )
  const rows = await database.read
    .selectFrom('category_listings')
    .select(['category_id', 'article_id', 'expires_at'])
    .orderBy('article_id')
    .orderBy('category_id')
    .execute()
  assert.deepEqual(
    rows.map((row) => [row.category_id, row.article_id, row.expires_at]),
    [
      [news, ends, end],
      [economy, ends, end],
      [news, stays, null],
      [economy, stays, null],
    ],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { ListRequest } from '../../src/api/list-request.ts'
import { readArticles } from '../../src/api/read-api.ts'
import type { Database } from '../../src/database/index.ts'
import { givenNews, manyArticles, now } from '../news/given-news.ts'

const [few, many] = [1_000, 10_000]
const rounds = 7
/** Below this the clock measures the machine, not the question. */
const smallestMs = 10
const mostTimesLonger = 3

const config = { siteUrl: 'https://dakpo.gialai.gov.vn', language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' } as const
const wish: ListRequest = { after: null, limit: 30, category: null, tag: null, since: null }

test('a page in the middle of a list costs the same in a large archive', async () => {
  const [small, large] = [await archiveOf(few), await archiveOf(many)]
  for (const category of [null, 'thong-bao']) {
    const [smallMs, largeMs] = [await fastest(small, few / 2, category), await fastest(large, many / 2, category)]
    assert.ok(
      largeMs < smallestMs || largeMs < smallMs * mostTimesLonger,
      `${category ?? 'all'}: ${smallMs.toFixed(1)} ms, then ${largeMs.toFixed(1)} ms`,
    )
  }
})

async function archiveOf(count: number): Promise<Database> {
  const { database, notices } = await givenNews()
  await manyArticles(database, notices, count, () => false)
  if (database.engine === 'postgres')
    await sql`vacuum analyze articles, editions, category_listings`.execute(database.write)
  return database
}

async function fastest(database: Database, after: number, category: string | null): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    const { items } = await readArticles({ config, database }, { ...wish, after, category }, now)
    times.push(performance.now() - began)
    assert.equal(items.length, wish.limit)
  }
  return Math.min(...times)
}

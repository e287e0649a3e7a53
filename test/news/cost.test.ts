import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { categoryReader } from '../../src/categories/index.ts'
import type { Database } from '../../src/database/index.ts'
import { articleReader } from '../../src/news/index.ts'
import { readCategory } from '../../src/news/read-category.ts'
import { updateReader } from '../../src/news/update-store.ts'
import { givenNews, manyArticles, now, tell } from './given-news.ts'

const few = 2_000
const many = 20_000
const rounds = 7
/** Below this the clock measures the machine, not the question. */
const smallestMs = 4
/** Ten times as much in the archive may cost an open page a little more, never ten times as much. */
const mostTimesLonger = 3

type Question = (database: Database, categoryId: number) => Promise<unknown>

const lastArticleOf = async ({ read }: Database, categoryId: number) => {
  const [newest] = await articleReader(read).listNewestIn(categoryId, now, 1)
  return (await articleReader(read).findPublished(newest?.id ?? 0, now)) ?? assert.fail()
}

const questions: Record<string, Question> = {
  'the newest of a category': ({ read }, id) => articleReader(read).listNewestIn(id, now, 9),
  'the newest of all': ({ read }) => articleReader(read).listNewest(now, 30),
  'what is pinned': ({ read }) => articleReader(read).listPinned(now, 3),
  'what stands beside an article': async (database, id) => {
    const article = await lastArticleOf(database, id)
    return articleReader(database.read).findBeside(article, 5, now)
  },
  'the newest of several lists': ({ read }, id) =>
    articleReader(read).listNewestOfEach(
      [
        { list: { kind: 'all' }, most: 30 },
        { list: { kind: 'category', id }, most: 9 },
      ],
      now,
    ),
  'the updates of an article': ({ read }) => updateReader(read).listOf(1),
}

test('what readers ask for all day costs the same in a large archive, half of which is over', async () => {
  const [small, large] = [await archiveOf(few), await archiveOf(many)]
  for (const [name, ask] of Object.entries(questions)) {
    const [smallMs, largeMs] = [await fastest(ask, small), await fastest(ask, large)]
    assert.ok(
      largeMs < smallestMs || largeMs < smallMs * mostTimesLonger,
      `${name}: ${smallMs.toFixed(1)} ms, then ${largeMs.toFixed(1)} ms`,
    )
  }
})

test('a page of a category of 20 000, half of which is over, costs sums of months and a walk of one', async () => {
  const { database, categoryId } = await archiveOf(many)
  const tree = await categoryReader(database.read).getTree()
  const node = tree.find(categoryId) ?? assert.fail()
  const last = many / 2 / 10
  for (const page of [1, last / 2, last]) {
    const content = (await readCategory(database, { node, tree, page, now })) ?? assert.fail()
    assert.equal(content.counts.get(categoryId), many / 2)
    assert.equal(content.headlines.length, 10)
    const ms = await fastest(() => readCategory(database, { node, tree, page, now }), { database, categoryId })
    assert.ok(ms < 100, `page ${page}: ${ms.toFixed(1)} ms`)
  }
  assert.equal(await readCategory(database, { node, tree, page: last + 1, now }), null)
})

test('a category whose newest 20 000 are all over still shows what is left, and quickly', async () => {
  const given = await givenNews()
  const left = await given.addNotice({ at: '2006-01-01T00:00:00.000Z' })
  await manyArticles(given.database, given.notices, many, () => true)
  await settle(given.database)
  const reader = articleReader(given.database.read)
  const newest = () => reader.listNewestIn(given.notices, now, 9)
  assert.deepEqual(
    (await newest()).map(({ id }) => id),
    [left],
  )
  assert.deepEqual(
    (await reader.listNewest(now, 9)).map(({ id }) => id),
    [left],
  )
  const ms = await fastest(newest, { database: given.database, categoryId: given.notices })
  assert.ok(ms < 60, `${ms.toFixed(1)} ms`)
})

type Archive = { database: Database; categoryId: number }

async function archiveOf(count: number): Promise<Archive> {
  const { database, notices } = await givenNews()
  await manyArticles(database, notices, count, (number) => number % 2 === 0)
  await tell(database, 1, { kind: 'correction', wrong: 'mốt', right: 'một' })
  await settle(database)
  return { database, categoryId: notices }
}

/** As PostgreSQL does by itself after a while. */
async function settle({ engine, write }: Database) {
  if (engine === 'postgres')
    await sql`vacuum analyze articles, editions, category_listings, listing_months`.execute(write)
}

async function fastest(ask: Question, { database, categoryId }: Archive): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    await ask(database, categoryId)
    times.push(performance.now() - began)
  }
  return Math.min(...times)
}

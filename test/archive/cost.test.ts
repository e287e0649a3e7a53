import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { periodOf } from '../../src/archive/period.ts'
import { readPeriod, readYear } from '../../src/archive/read-archive.ts'
import { categoryReader } from '../../src/categories/index.ts'
import type { Database } from '../../src/database/index.ts'
import { labelReader } from '../../src/listings/index.ts'
import { articleReader, type List, type LongList } from '../../src/news/index.ts'
import { givenNews, manyArticles, now } from '../news/given-news.ts'

const few = 2_000
const many = 20_000
const rounds = 7
/** Below this the clock measures the machine, not the question. */
const smallestMs = 6
/** Ten times as much in the archive may cost an open page a little more, never ten times as much. */
const mostTimesLonger = 3

type Archive = { database: Database; categoryId: number; tags: LongList }
type Question = (archive: Archive) => Promise<unknown>

const asking = ({ database }: Archive) => ({ database, now, timeZone: 'Asia/Ho_Chi_Minh' })
const everything: List = { kind: 'all' }

const treeOf = ({ database }: Archive) => categoryReader(database.read).getTree()

async function wishOf(archive: Archive, isNarrow: boolean) {
  const tree = await treeOf(archive)
  return { tree, category: isNarrow ? (tree.find(archive.categoryId) ?? assert.fail()) : null }
}

const periodQuestion =
  (key: string, isNarrow = false): Question =>
  async (archive) => {
    const [year = '', month, day] = key.split('-')
    const period = periodOf(year, month, day) ?? assert.fail()
    const content = await readPeriod(asking(archive), { ...(await wishOf(archive, isNarrow)), period, page: 1 })
    assert.ok((content?.headlines.length ?? 0) > 0)
  }

const questions: Record<string, Question> = {
  'the archive': async (archive) => readYear(asking(archive), { ...(await wishOf(archive, false)), year: null }),
  'the archive of a category': async (archive) =>
    readYear(asking(archive), { ...(await wishOf(archive, true)), year: null }),
  'a month': periodQuestion('2017-01'),
  'a month of a category': periodQuestion('2017-01', true),
  'a day': periodQuestion('2017-01-15'),
  'a day of a category': periodQuestion('2017-01-15', true),
  'the latest': ({ database }) => articleReader(database.read).listNewestOf(everything, now, 21),
  'what came before': ({ database }) =>
    articleReader(database.read).listOlder(everything, { publishedAt: '2017-01-15T00:00:00.000Z', id: 0 }, now, 21),
  'the newest of a tag': ({ database, tags }) => articleReader(database.read).listNewestOf(tags, now, 30),
  'the name of a tag': ({ database }) => labelReader(database.read).find('tag', 'tin', now),
  'the tags of an article': ({ database }) => labelReader(database.read).listOf(few),
  'twenty articles by number': ({ database }) =>
    articleReader(database.read).listByIds(
      Array.from({ length: 20 }, (_, place) => few - place),
      now,
    ),
}

test('the archive costs the same when it is ten times as large, half of which is over', async () => {
  const [small, large] = [await archiveOf(few), await archiveOf(many)]
  for (const [name, ask] of Object.entries(questions)) {
    const [smallMs, largeMs] = [await fastest(ask, small), await fastest(ask, large)]
    assert.ok(
      largeMs < smallestMs || largeMs < smallMs * mostTimesLonger,
      `${name}: ${smallMs.toFixed(1)} ms, then ${largeMs.toFixed(1)} ms`,
    )
  }
})

test('the last page of a tag with 10 000 articles costs a count of its months and a walk of one', async () => {
  const { database, tags } = await archiveOf(many)
  const articles = articleReader(database.read)
  const total = await articles.countOf(tags, now)
  assert.equal(total, many / 2)
  const ask = async () => {
    await articles.countOf(tags, now)
    return articles.listSlice(tags, { page: total / 20, perPage: 20 }, now)
  }
  assert.equal((await ask()).length, 20)
  const ms = await fastest(ask, { database, categoryId: 0, tags })
  assert.ok(ms < 60, `${ms.toFixed(1)} ms`)
})

/** As the newsroom leaves them: listed, labelled, counted. */
async function archiveOf(count: number): Promise<Archive> {
  const { database, notices } = await givenNews()
  const { write, engine } = database
  await manyArticles(database, notices, count, (number) => number % 2 === 0)
  const label = await write
    .insertInto('labels')
    .values({ kind: 'tag', key: 'tin', slug: 'tin' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`delete from category_listings where expires_at is not null`.execute(write)
  await sql`insert into label_listings (label_id, published_at, article_id, expires_at, name)
    select ${label.id}, published_at, article_id, expires_at, 'Tin' from category_listings`.execute(write)
  await sql`update category_listings set counted_day = substr(published_at, 1, 10)`.execute(write)
  for (const [unit, letters] of Object.entries({ year: 4, month: 7, day: 10 }))
    for (const scope of [sql`category_id`, sql`0`])
      await sql`insert into archive_counts (category_id, unit, period, count)
        select ${scope}, ${sql.lit(unit)}, substr(counted_day, 1, ${sql.lit(letters)}), count(*)
        from category_listings group by 1, 3`.execute(write)
  if (engine === 'postgres')
    await sql`vacuum analyze articles, editions, category_listings, label_listings, archive_counts, listing_months`.execute(
      write,
    )
  return { database, categoryId: notices, tags: { kind: 'label', id: label.id } }
}

async function fastest(ask: Question, archive: Archive): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    await ask(archive)
    times.push(performance.now() - began)
  }
  return Math.min(...times)
}

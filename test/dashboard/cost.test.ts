import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompiledQuery, type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import type { Sight } from '../../src/articles/index.ts'
import { boardReader } from '../../src/dashboard/board-store.ts'
import { monthOf } from '../../src/dashboard/month.ts'
import { monthReader } from '../../src/dashboard/month-store.ts'
import type { Database, Reader } from '../../src/database/index.ts'
import { givenNews, manyArticles, now } from '../news/given-news.ts'
import { testEngine } from '../support/test-database.ts'

const few = 2_000
const many = 20_000
const rounds = 5
const tries = 3
/** Below this the clock measures the machine, not the question. */
const smallestMs = 6
const mostTimesLonger = 3
const zone = 'Asia/Ho_Chi_Minh'

type Archive = { database: Database; hers: number; colleague: number; emptyCategory: number }
type Question = (database: Reader, sight: Sight, staffId: number) => Promise<unknown>

const questions: Record<string, Question> = {
  waiting: (database, sight, staffId) =>
    boardReader(database, sight).listWaiting(
      { staffId, stages: ['submitted', 'reviewed'], notSignedBy: staffId, mayCountersign: true },
      8,
    ),
  drafts: (database, sight, staffId) => boardReader(database, sight).listDrafts(staffId, 8),
  coming: (database, sight) => boardReader(database, sight).listComing(now, '2017-02-20T03:00:00.000Z', 8),
  late: (database, sight) => boardReader(database, sight).listSubmittedBefore('2017-02-15T03:00:00.000Z', 8),
  published: (database, sight) => boardReader(database, sight).listPublished('2016-11-19T03:00:00.000Z', now, 8),
  'the counts of the month': (database, sight) => monthReader(database, sight).count(monthOf('2017-02', zone), now),
  'the list of the month': (database, sight) => monthReader(database, sight).list(monthOf('2017-02', zone), now),
}

/** Everywhere, a reporter's own, and a category in which there is nothing to find. */
const sights = ({ hers, emptyCategory }: Archive): Sight[] => [
  { createdBy: null, scope: null },
  { createdBy: hers, scope: null },
  { createdBy: null, scope: { categoryIds: [emptyCategory], staffId: hers } },
]

test('every section costs the same in a large archive, whoever looks', async () => {
  const [small, large] = [await archiveOf(few), await archiveOf(many)]
  for (const [name, ask] of Object.entries(questions)) {
    for (const [place, sight] of sights(large).entries()) {
      const inSmall = () => ask(small.database.read, sights(small)[place] ?? sight, small.hers)
      const inLarge = () => ask(large.database.read, sight, large.hers)
      assert.ok(await costTheSame(inSmall, inLarge), `${name}, sight ${place}`)
    }
  }
})

/** Seen in one of a few tries: a busy machine can slow one side alone. */
async function costTheSame(
  inSmall: () => Promise<unknown>,
  inLarge: () => Promise<unknown>,
  left = tries,
): Promise<boolean> {
  const smallMs = await fastest(inSmall)
  const largeMs = await fastest(inLarge)
  if (largeMs < smallestMs || largeMs < smallMs * mostTimesLonger) return true
  return left > 1 && costTheSame(inSmall, inLarge, left - 1)
}

test('no section walks a table', { skip: testEngine !== 'sqlite' && 'plans are read on SQLite' }, async () => {
  const archive = await archiveOf(50)
  const { engine, write } = archive.database
  assert.equal(engine, 'sqlite')
  const walks: string[] = []
  for (const sight of sights(archive)) {
    for (const [name, ask] of Object.entries(questions)) {
      const query = await askedBy(archive.database, (database) => ask(database, sight, archive.hers), name)
      walks.push(...(await walksOf(write, query)).map((walk) => `${name}: ${walk}`))
    }
  }
  assert.deepEqual(walks, [])
  const whole = write.selectFrom('articles').select('id').where('slug', '=', 'tin').compile()
  assert.deepEqual(await walksOf(write, whole), ['SCAN articles'])
})

test('no section brings bodies', async () => {
  const archive = await archiveOf(50)
  for (const [name, ask] of Object.entries(questions)) {
    const everywhere = { createdBy: null, scope: null }
    const query = await askedBy(archive.database, (database) => ask(database, everywhere, archive.hers), name)
    assert.doesNotMatch(query.sql, /"body|"editions"\.\*/, name)
    assert.match(query.sql, /"editions"/, name)
  }
})

/** Hourly articles up to yesterday, all begun by a colleague; every tenth was withdrawn, and a tenth more are her drafts. */
async function archiveOf(count: number): Promise<Archive> {
  const { database, notices, land } = await givenNews()
  const [hers, colleague] = [await addStaff(database, 'huong'), await addStaff(database, 'lan')]
  await manyArticles(database, notices, count, (number) => number % 2 === 0)
  const { write } = database
  await write.updateTable('articles').set({ created_by: colleague }).execute()
  await write.updateTable('articles').set({ withdrawn_at: now }).where(sql<boolean>`id % 10 = 0`).execute()
  const drafts = { live_edition_id: null, published_at: null, expires_at: null, withdrawn_at: null }
  await manyArticles(database, notices, count / 10, () => false)
  await write
    .updateTable('articles')
    .set({ ...drafts, created_by: colleague, draft_edition_id: sql<number>`id` })
    .where('id', '>', count)
    .execute()
  if (database.engine === 'postgres') await sql`vacuum analyze articles, editions, article_events`.execute(write)
  return { database, hers, colleague, emptyCategory: land }
}

async function addStaff({ write }: Database, name: string): Promise<number> {
  const staff = { name, email: `${name}@dakpo.gialai.gov.vn`, role: 'reporter', created_at: now }
  return (await write.insertInto('staff').values(staff).returning('id').executeTakeFirstOrThrow()).id
}

/** The one query that the question asks. */
async function askedBy({ read }: Database, ask: (database: Reader) => Promise<unknown>, name: string) {
  const compiled: CompiledQuery[] = []
  let answers = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      compiled.push(read.getExecutor().compileQuery(node as RootOperationNode, queryId))
      return node
    },
    transformResult: async ({ result }) => {
      answers += 1
      return result
    },
  }
  await ask(read.withPlugin(plugin))
  assert.equal(answers, 1, name)
  // Its parts are compiled too.
  return compiled.reduce((whole, part) => (part.sql.length > whole.sql.length ? part : whole))
}

/** Every table that is read from its beginning to its end. */
async function walksOf(database: Database['write'], { sql: text, parameters }: CompiledQuery): Promise<string[]> {
  const plan = await database.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${text}`, [...parameters]),
  )
  const tables = /^SCAN (articles|editions|article_events|edition_pictures|staff|writer)\b/
  return plan.rows.map(({ detail }) => detail).filter((detail) => tables.test(detail))
}

async function fastest(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    await ask()
    times.push(performance.now() - began)
  }
  return Math.min(...times)
}

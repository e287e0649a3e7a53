import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { addCategory } from '../../src/categories/index.ts'
import { type Database, migrate, openDatabase } from '../../src/database/index.ts'
import { migrationsFolder } from '../../src/portal.ts'
import { realWorld } from '../../src/site/world.ts'
import { type Client, createClient, type Form } from '../support/client.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import * as given from '../support/given.ts'
import { an, employ } from '../support/people.ts'
import { migratedDatabase, testEngine } from '../support/test-database.ts'
import { signIn } from '../support/test-portal.ts'
import { disagreements } from './agreement.ts'
import { freePort, type RunningProgram, startProgram } from './running-program.ts'

const rounds = 15
const fewestRounds = 5
const longestMs = 30_000
const longestRoundMs = 4_000
const workers = 3
const { SEED } = process.env
const seed = Number(SEED) || Date.now() % 1_000_000
const random = randomNumbers(seed)

/** The life of an article, as often round as there is time: where each button leads, and what the history calls it. */
const life: [deed: string, act: string, typed: (place: number) => Form][] = [
  ['', 'saved', (place) => ({ body: `Sửa lần ${place}.` })],
  ['gui-duyet', 'submitted', () => ({})],
  ['tra-lai', 'returned', () => ({ note: 'Thiếu số liệu.' })],
  ['gui-duyet', 'submitted', (place) => ({ body: `Thêm số liệu, lần ${place}.` })],
  ['dang', 'published', () => ({})],
  ['dang', 'updated', (place) => ({ body: `Cập nhật ${place}.`, changeKind: 'update', changeNote: 'Có mới.' })],
  ['go', 'withdrew', () => ({ withdrawReason: 'Đăng nhầm.' })],
  ['dang', 'updated', (place) => ({ body: `Đăng lại ${place}.`, changeKind: 'update', changeNote: 'Đăng lại.' })],
  ['go', 'withdrew', () => ({ withdrawReason: 'Đăng nhầm lần nữa.' })],
  ['xoa', 'trashed', () => ({})],
  ['khoi-phuc', 'restored', () => ({})],
]

/** What the portal said was done, by article. */
type Answered = Map<number, string[]>

test('a program that is killed at any moment has done what it said, and left nothing half done', async (t) => {
  t.diagnostic(`SEED=${seed}`)
  const began = Date.now()
  const place = await prepare()
  const answered: Answered = new Map()
  const editor = createClient(`http://127.0.0.1:${place.settings.PORT}`)
  let count = 0
  for (; count < rounds && (count < fewestRounds || Date.now() - began < longestMs); count++) {
    const program = await startProgram(place.settings)
    if (count === 0) await signIn(editor, an)
    await editor.formToken()
    await workUntilKilled(program, editor, place.categoryId, answered)
    await assertWhole(place.url, answered)
  }
  const acts = new Set([...answered.values()].flat())
  t.diagnostic(`${count} rounds, ${answered.size} articles, ${countOf(answered)} deeds`)
  for (const act of ['submitted', 'published', 'withdrew']) assert.ok(acts.has(act), `nothing was ${act}`)
})

const countOf = (answered: Answered) => [...answered.values()].flat().length

/** Somebody presses button after button in several windows until nobody answers any more. */
async function workUntilKilled(program: RunningProgram, editor: Client, categoryId: number, answered: Answered) {
  let isKilled = false
  const windows = Array.from({ length: workers }, async (_, window) => {
    try {
      for (;;) await liveOnce(editor, categoryId, answered, `${window}`)
    } catch (error) {
      // What fails after the end is what the test is about; anything else is told.
      if (!isKilled || !(error instanceof TypeError)) throw error
    }
  })
  const before = countOf(answered)
  const goal = before + 1 + Math.floor(random() * 60)
  const latest = Date.now() + longestRoundMs
  while (countOf(answered) < goal && Date.now() < latest) await wait(random() * 10)
  isKilled = true
  await program.kill()
  await Promise.all(windows)
}

async function liveOnce(editor: Client, categoryId: number, answered: Answered, name: string) {
  const typed = given.typedArticle({ categoryId: String(categoryId), title: `Tin của cửa sổ ${name}` })
  const made = await editor.post('/quan-tri/bai-viet', typed)
  assert.equal(made.status, 303, made.main())
  const desk = made.location?.replace(/\?.*/, '') ?? ''
  const id = Number(desk.split('/').at(-1))
  answered.set(id, ['created'])
  let form: Form = typed
  for (const [place, [deed, act, more]] of life.entries()) {
    form = { ...typed, body: form['body'] ?? '', ...more(place) }
    const answer = await editor.post(deed ? `${desk}/${deed}` : desk, { ...form, version: String(place + 1) })
    assert.equal(answer.status, 303, `${act}: ${answer.main()}`)
    answered.get(id)?.push(act)
  }
}

async function assertWhole(url: string, answered: Answered) {
  const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
  try {
    assert.deepEqual(await disagreements(database, new Date().toISOString()), [])
    await assertSound(database)
    const rows = await database.write.selectFrom('article_events').select(['article_id', 'act']).orderBy('id').execute()
    const history = Map.groupBy(rows, ({ article_id }) => article_id)
    for (const [id, acts] of answered) {
      const stands = (history.get(id) ?? []).map(({ act }) => act as string)
      assert.deepEqual(stands.slice(0, acts.length), acts, `article ${id}`)
      // The answer to one more may have been on its way.
      assert.ok(stands.length - acts.length <= 1, `article ${id}: ${stands.slice(acts.length)}`)
    }
    const unanswered = [...history].filter(([id]) => !answered.has(id))
    for (const [id, acts] of unanswered)
      answered.set(
        id,
        acts.map(({ act }) => act),
      )
    assert.ok(unanswered.length <= workers && unanswered.every(([, acts]) => acts.length === 1))
  } finally {
    await database.close()
  }
}

async function assertSound({ engine, write }: Database) {
  if (engine !== 'sqlite') return
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(write)
  assert.deepEqual(rows, [{ integrity_check: 'ok' }])
  assert.deepEqual((await sql`pragma foreign_key_check`.execute(write)).rows, [])
}

async function prepare() {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-test-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  const { url, remove } = await migratedDatabase(testEngine, folder)
  closeAfterTest(remove)
  const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
  await migrate(database, migrationsFolder)
  const tools = { database, world: realWorld('silent') }
  await employ(tools, an)
  const wish = { name: 'Tin tức', slug: '', description: '', parentId: null, homePosition: null }
  const categoryId = await addCategory(tools, null, wish)
  await database.close()
  return {
    url,
    categoryId,
    settings: { DATABASE_URL: url, UPLOADS: join(folder, 'uploads'), PORT: String(await freePort()) },
  }
}

/** The same numbers for the same seed: mulberry32. */
function randomNumbers(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

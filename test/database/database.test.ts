import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import BetterSqlite from 'better-sqlite3'
import { sql } from 'kysely'
import {
  type Database,
  DatabaseUnusable,
  inTransaction,
  migrate,
  openDatabase,
  type Writer,
} from '../../src/database/index.ts'
import { migrationsFolder } from '../../src/portal.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { root } from '../support/sources.ts'
import { migratedDatabase, testEngine } from '../support/test-database.ts'

const run = promisify(execFile)
const now = '2017-02-17T03:00:00.000Z'

describe('a transaction', () => {
  test('makes everything true together', async () => {
    const database = await open()
    await inTransaction(database, async (transaction) => {
      await add(transaction, 'Công báo')
      await add(transaction, 'Cổng tỉnh')
    })
    assert.deepEqual(await titles(database), ['Công báo', 'Cổng tỉnh'])
  })

  test('leaves nothing behind when a step fails', async () => {
    const database = await open()
    const deed = inTransaction(database, async (transaction) => {
      await add(transaction, 'Công báo')
      throw new Error('the second step failed')
    })
    await assert.rejects(deed, /the second step failed/)
    assert.deepEqual(await titles(database), [])
  })

  test('inside another joins it, and shares its fate', async () => {
    const database = await open()
    const deed = inTransaction(database, async (transaction) => {
      await inTransaction(database, (inner) => add(inner, 'Công báo'))
      assert.deepEqual(await transaction.selectFrom('links').select('title').execute(), [{ title: 'Công báo' }])
      throw new Error('the outer step failed')
    })
    await assert.rejects(deed, /the outer step failed/)
    assert.deepEqual(await titles(database), [])
  })

  test('beside another waits for it', async () => {
    const database = await open()
    const deeds = Array.from({ length: 20 }, (_, number) =>
      inTransaction(database, async (transaction) => {
        await add(transaction, `Trang ${String(number).padStart(2, '0')}`)
        await transaction.selectFrom('links').select('id').execute()
      }),
    )
    await Promise.all(deeds)
    assert.equal((await titles(database)).length, 20)
  })
})

describe('what both engines give alike', () => {
  test('numbers are numbers: ids, counts and sums', async () => {
    const database = await open()
    await inTransaction(database, (transaction) => add(transaction, 'Công báo'))
    const row = await database.read
      .selectFrom('links')
      .select((e) => ['id', e.fn.countAll<number>().as('count'), e.fn.sum<number>('position').as('sum')])
      .groupBy('id')
      .executeTakeFirstOrThrow()
    assert.deepEqual(row, { id: 1, count: 1, sum: 0 })
  })

  test('times stand in the order of time', async () => {
    const database = await open()
    const moments = ['2017-02-17T03:00:00.000Z', '2016-12-31T23:59:59.999Z', '2017-02-17T03:00:00.001Z']
    for (const [place, at] of moments.entries()) {
      await database.write
        .insertInto('sign_in_failures')
        .values({ key: String(place), count: 1, last_at: at })
        .execute()
    }
    const rows = await database.read.selectFrom('sign_in_failures').select('last_at').orderBy('last_at').execute()
    assert.deepEqual(
      rows.map((row) => row.last_at),
      moments.toSorted(),
    )
  })

  test('letters of Vietnamese come back as they went in', async () => {
    const database = await open()
    const title = 'Đắk Lắk – “Ngưỡng cửa” ấềỗữịạẹọụỷ 🌾 \' " \\ %_'
    await inTransaction(database, (transaction) => add(transaction, title))
    assert.deepEqual(await titles(database), [title])
  })

  test('a row that points to nobody is refused', async () => {
    const database = await open()
    const orphan = database.write
      .insertInto('known_devices')
      .values({ token_hash: 'a', staff_id: 77, created_at: now })
      .execute()
    await assert.rejects(orphan, /foreign key/i)
  })

  test('a sound database has no damage', async () => assert.deepEqual(await (await open()).findDamage(), []))
})

if (testEngine === 'sqlite') {
  test('a statement that is asked with other values is not compiled again', async () => {
    const { read } = await open()
    const ask = (id: number) =>
      read
        .selectFrom('links')
        .select('title')
        .where('id', '=', id)
        .limit(1 + (id % 3))
        .compile()
    const plain = new BetterSqlite(':memory:')
    plain.exec('create table links (id integer primary key, title text)')
    const wide = (question: string) =>
      plain.prepare(
        Array.from({ length: 40 }, () => question)
          .map((one) => `select * from (${one})`)
          .join(' union all '),
      )
    const kept = ask(1).sql
    assert.ok(msOf(wide(kept), 80) * 3 < msOf(wide(kept.replaceAll('+?', '?')), 80), kept)
  })

  describe('a file of SQLite', () => {
    test('is made with its folder when there is none', async () => {
      const database = await openFile(join(newFolder(), 'a', 'b', 'portal.db'))
      assert.deepEqual((await migrate(database, migrationsFolder)).length > 0, true)
    })

    test('loses nothing that was acknowledged, and lets readers read while somebody writes', async () => {
      const { write } = await openFile(join(newFolder(), 'portal.db'))
      assert.deepEqual((await sql`pragma synchronous`.execute(write)).rows, [{ synchronous: 2 }])
      assert.deepEqual((await sql`pragma journal_mode`.execute(write)).rows, [{ journal_mode: 'wal' }])
      assert.deepEqual((await sql`pragma foreign_keys`.execute(write)).rows, [{ foreign_keys: 1 }])
    })

    test('lets one program write at a time: the second waits until the first is done', async () => {
      const path = join(newFolder(), 'portal.db')
      const database = await openFile(path)
      await migrate(database, migrationsFolder)
      let second: Promise<unknown> = Promise.resolve()

      await inTransaction(database, async (transaction) => {
        await transaction.selectFrom('links').select('id').execute()
        second = addElsewhere(path, 'Công báo')
        // Long enough for the other program to start, ask for the lock and be kept waiting.
        await setTimeout(1_000)
        await add(transaction, 'Cổng tỉnh')
      })
      await second

      assert.deepEqual(await titles(database), ['Cổng tỉnh', 'Công báo'])
    })

    test('that is something else is left untouched, and the operator is told what to do', async () => {
      const path = join(newFolder(), 'portal.db')
      const text = 'Đây là một tệp văn bản. '.repeat(200)
      writeFileSync(path, text)
      await assert.rejects(openFile(path), isAdvice(/bị hỏng hoặc không phải tệp của cổng[\s\S]*sao lưu gần nhất/))
      assert.equal(readFileSync(path, 'utf8'), text)
    })

    test('that is damaged is not served', async () => {
      const path = join(newFolder(), 'portal.db')
      const database = await openFile(path)
      await migrate(database, migrationsFolder)
      await inTransaction(database, async (transaction) => {
        for (let number = 0; number < 3_000; number++) await add(transaction, `Trang của cơ quan số ${number}`)
      })
      await database.close()
      // Among the rows: opening the file does not come by there.
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(0xaa, bytes.length - 40_000, bytes.length - 36_000))
      await assert.rejects(openFile(path), isAdvice(/bị hỏng/))
    })

    test('that was cut short is not served', async () => {
      const path = join(newFolder(), 'portal.db')
      const database = await openFile(path)
      await migrate(database, migrationsFolder)
      await database.close()
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.subarray(0, bytes.length / 2))
      await assert.rejects(openFile(path), isAdvice(/bị hỏng/))
    })

    test('that cannot be opened is explained', async () => {
      const folder = newFolder()
      writeFileSync(join(folder, 'not-a-folder'), '')
      await assert.rejects(
        openFile(join(folder, 'not-a-folder', 'portal.db')),
        isAdvice(/Không mở được tệp dữ liệu[\s\S]*quyền đọc ghi/),
      )
      await assert.rejects(openFile(folder), isAdvice(/Không mở được tệp dữ liệu/))
    })
  })
}

describe('a server of PostgreSQL', () => {
  test('that does not answer is explained, and soon', async () => {
    const began = performance.now()
    const url = 'postgres://portal:bi-mat-123@127.0.0.1:1/portal'
    await assert.rejects(
      openDatabase({ databaseUrl: url, databaseReadUrl: null }),
      isAdvice(/Không kết nối được PostgreSQL[\s\S]*DATABASE_URL/),
    )
    assert.ok(performance.now() - began < 6_000)
  })

  test('is never named together with its password', async () => {
    const url = 'postgres://portal:bi-mat-123@127.0.0.1:1/portal'
    await assert.rejects(
      openDatabase({ databaseUrl: url, databaseReadUrl: null }),
      (error: Error) => !error.message.includes('bi-mat-123'),
    )
  })
})

const isAdvice = (words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof DatabaseUnusable, String(error))
  assert.match(error.message, words)
  return true
}

async function open(): Promise<Database> {
  const folder = newFolder()
  const { url, remove } = await migratedDatabase(testEngine, folder)
  const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
  closeAfterTest(async () => {
    await database.close()
    await remove()
  })
  await migrate(database, migrationsFolder)
  return database
}

async function openFile(path: string): Promise<Database> {
  const database = await openDatabase({ databaseUrl: `sqlite:${path}`, databaseReadUrl: null })
  closeAfterTest(() => database.close())
  return database
}

async function addElsewhere(path: string, title: string) {
  const script = `import { inTransaction, openDatabase } from './src/database/index.ts'
    const [url, title] = process.argv.slice(1)
    const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
    await inTransaction(database, (transaction) =>
      transaction.insertInto('links').values({ title, address: 'https://gialai.gov.vn', position: 0 }).execute())
    await database.close()`
  await run(process.execPath, ['--input-type=module', '-e', script, `sqlite:${path}`, title], { cwd: root })
}

/** The fastest of some runs. */
function msOf(statement: BetterSqlite.Statement, values: number): number {
  const runs = Array.from({ length: 15 }, (_, run) => {
    const began = performance.now()
    statement.all(Array.from({ length: values }, (_, place) => run + place))
    return performance.now() - began
  })
  return Math.min(...runs)
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cong-tin-test-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function add(transaction: Writer, title: string) {
  await transaction.insertInto('links').values({ title, address: 'https://gialai.gov.vn', position: 0 }).execute()
}

async function titles({ read }: Database): Promise<string[]> {
  const rows = await read.selectFrom('links').select('title').orderBy('id').execute()
  return rows.map(({ title }) => title)
}

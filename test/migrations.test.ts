import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { auditWriter } from '../src/audit/index.ts'
import { type Database, inTransaction, listPending, migrate, openDatabase } from '../src/database/index.ts'
import { migrationsFolder } from '../src/portal.ts'
import { closeAfterTest } from './support/close-after-test.ts'
import { type Column, declaredTables, type Tables } from './support/row-types.ts'
import { root } from './support/sources.ts'
import { type Engine, emptyDatabase, postgresServer } from './support/test-database.ts'

const engines: Engine[] = postgresServer ? ['sqlite', 'postgres'] : ['sqlite']
const steps = readdirSync(migrationsFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()
const run = promisify(execFile)
const ledger = 'migrations'
/** Each engine indexes words and counts readers in its own way; what differs lives behind one interface with its own test. */
const isTwin = (table: string) => /^(search|desk)_index|^article_reads$/.test(table)

test('every step speaks to both engines', () => {
  for (const step of steps) {
    const scripts = readdirSync(join(migrationsFolder, step)).sort()
    assert.ok(['both.sql', 'postgres.sql,sqlite.sql'].includes(scripts.join()), `${step}: ${scripts.join()}`)
    assert.match(step, /^\d{4}-[a-z-]+$/)
  }
})

test('the row types can be read', () => {
  const { staff } = declaredTables()
  assert.deepEqual(staff?.['id'], { kind: 'integer', isNullable: false })
  assert.deepEqual(staff?.['name'], { kind: 'text', isNullable: false })
  assert.deepEqual(staff?.['closed_at'], { kind: 'text', isNullable: true })
})

for (const engine of engines) {
  describe(`on ${engine}`, () => {
    test('all steps together make the tables that the row types describe', async () => {
      const database = await open(engine)
      assert.deepEqual(await migrate(database, migrationsFolder), steps)
      const tables = Object.entries(await tablesOf(database)).filter(([name]) => name !== ledger && !isTwin(name))
      assert.deepEqual(Object.fromEntries(tables), declaredTables())
    })

    test('a second time there is nothing to do, and nothing changes', async () => {
      const database = await open(engine)
      assert.deepEqual(await listPending(database, migrationsFolder), steps)
      await migrate(database, migrationsFolder)
      const before = await everythingIn(database)

      assert.deepEqual(await listPending(database, migrationsFolder), [])
      assert.deepEqual(await migrate(database, migrationsFolder), [])
      assert.deepEqual(await everythingIn(database), before)
    })

    test('a step that fails half-way leaves nothing of itself, and can be repaired', async () => {
      const database = await open(engine)
      const folder = stepsFolder({ '0001-kept': 'create table kept (id integer primary key)' })
      await migrate(database, folder)
      const before = await everythingIn(database)

      addStep(
        folder,
        '0002-broken',
        'create table half (id integer); insert into kept (id) values (1); insert into nowhere (id) values (2)',
      )
      await assert.rejects(migrate(database, folder), /nowhere/)
      assert.deepEqual(await everythingIn(database), before)
      assert.deepEqual(await listPending(database, folder), ['0002-broken'])

      addStep(folder, '0002-broken', 'create table half (id integer); insert into kept (id) values (1)')
      assert.deepEqual(await migrate(database, folder), ['0002-broken'])
      assert.ok('half' in (await tablesOf(database)))
    })

    test('two programs that start at once apply each step once', async () => {
      const { url } = await stored(engine)
      const applied = await Promise.all([migrateElsewhere(url), migrateElsewhere(url)])
      assert.deepEqual(applied.flat().sort(), steps)
    })

    test('a line of the audit list can be added, but neither changed nor removed', async () => {
      const database = await open(engine)
      await migrate(database, migrationsFolder)
      await inTransaction(database, (transaction) =>
        auditWriter(transaction, '2017-02-17T03:00:00.000Z').record(null, 'created', {
          kind: 'staff',
          id: 1,
          title: 'Hương',
        }),
      )
      const { write } = database
      await assert.rejects(write.updateTable('audit_lines').set({ staff_name: 'Bình' }).execute(), /never change/)
      await assert.rejects(write.deleteFrom('audit_lines').execute(), /never (change and never )?go/)
      const lines = await write.selectFrom('audit_lines').select(['subject_title', 'staff_name']).execute()
      assert.deepEqual(lines, [{ subject_title: 'Hương', staff_name: '' }])
    })
  })
}

test('public pages get a handle with which SQLite writes nothing', async () => {
  const database = await open('sqlite')
  await migrate(database, migrationsFolder)
  await assert.rejects(database.read.deleteFrom('links').execute(), /readonly/)
  await database.write.deleteFrom('links').execute()
})

async function stored(engine: Engine) {
  const folder = mkdtempSync(join(tmpdir(), 'cong-tin-test-'))
  const place = await emptyDatabase(engine, folder)
  closeAfterTest(async () => {
    await place.remove()
    await rm(folder, { recursive: true, force: true })
  })
  return place
}

async function openAt(url: string): Promise<Database> {
  const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
  closeAfterTest(() => database.close())
  return database
}

const open = async (engine: Engine) => openAt((await stored(engine)).url)

/** In a process of its own: SQLite waits for a lock without letting the rest of its process go on. */
async function migrateElsewhere(url: string): Promise<string[]> {
  const script = `import { migrate, openDatabase } from './src/database/index.ts'
    const [url, folder] = process.argv.slice(1)
    const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
    console.log(JSON.stringify(await migrate(database, folder)))
    await database.close()`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, url, migrationsFolder], {
    cwd: root,
  })
  return JSON.parse(stdout) as string[]
}

function stepsFolder(scripts: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cong-tin-steps-'))
  closeAfterTest(async () => rmSync(folder, { recursive: true, force: true }))
  for (const [name, script] of Object.entries(scripts)) addStep(folder, name, script)
  return folder
}

function addStep(folder: string, name: string, script: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'both.sql'), script)
}

type ColumnRow = { table: string; column: string; kind: string; nullable: number }

async function tablesOf({ engine, write }: Database): Promise<Tables> {
  const question =
    engine === 'sqlite'
      ? // A key of a strict table is never null, whatever the pragma says of it.
        sql<ColumnRow>`select m.name as "table", c.name as "column", replace(lower(c.type), 'blob', 'bytes') as kind, c."notnull" = 0 and c.pk = 0 as nullable
          from sqlite_schema m, pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'`
      : sql<ColumnRow>`select table_name as "table", column_name as "column", replace(replace(data_type, 'bigint', 'integer'), 'bytea', 'bytes') as kind, case is_nullable when 'YES' then 1 else 0 end as nullable
          from information_schema.columns where table_schema = 'public'`
  const tables: Tables = {}
  for (const { table, column, kind, nullable } of (await question.execute(write)).rows) {
    tables[table] = { ...tables[table], [column]: { kind: kind as Column['kind'], isNullable: nullable === 1 } }
  }
  return tables
}

/** Tables, the steps known as applied, and how much there is in each table. */
async function everythingIn(database: Database) {
  const tables = await tablesOf(database)
  const applied = await sql`select name, applied_at from ${sql.table(ledger)} order by name`.execute(database.write)
  const counts: Record<string, unknown> = {}
  for (const table of Object.keys(tables)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      database.write,
    )
    counts[table] = rows[0]?.count
  }
  return { tables, applied: applied.rows, counts }
}

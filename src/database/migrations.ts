import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Database, inTransaction, type Writer } from './database.ts'

type Migration = { name: string; script: string }

/** Applies what is missing, each step in its own transaction. Gives the names of the steps that were applied. */
export async function migrate(database: Database, folder: string): Promise<string[]> {
  const applied: string[] = []
  const pending = new Set(await listPending(database, folder))
  for (const migration of listMigrations(database, folder).filter(({ name }) => pending.has(name))) {
    const isNew = await inTransaction(database, (transaction) => applyOnce(database, transaction, migration))
    if (isNew) applied.push(migration.name)
  }
  return applied
}

/** Names of the steps that the database does not have yet. */
export async function listPending(database: Database, folder: string): Promise<string[]> {
  return inTransaction(database, async (transaction) => {
    await database.lockForMigration(transaction)
    await prepareLedger(transaction)
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(transaction)
    const known = new Set(rows.map((row) => row.name))
    return listMigrations(database, folder)
      .map((migration) => migration.name)
      .filter((name) => !known.has(name))
  })
}

/** The same for whoever only looks: waits for no lock and writes nothing. Asks the server for writing and that for reading. */
export async function listMissing({ engine, read, write }: Database, folder: string): Promise<string[]> {
  if (engine === 'postgres' && write !== read) await sql`select 1`.execute(write)
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(read)
  const known = new Set(rows.map((row) => row.name))
  return listNames(folder).filter((name) => !known.has(name))
}

async function applyOnce(database: Database, transaction: Writer, { name, script }: Migration): Promise<boolean> {
  await database.lockForMigration(transaction)
  await prepareLedger(transaction)
  const { rows } = await sql`select name from migrations where name = ${name}`.execute(transaction)
  if (rows.length > 0) return false
  await database.runScript(transaction, script)
  await sql`insert into migrations (name, applied_at) values (${name}, ${new Date().toISOString()})`.execute(
    transaction,
  )
  return true
}

async function prepareLedger(transaction: Writer) {
  await sql`create table if not exists migrations (name text primary key, applied_at text not null)`.execute(
    transaction,
  )
}

function listMigrations(database: Database, folder: string): Migration[] {
  return listNames(folder).map((name) => ({
    name,
    script: readFileSync(scriptPath(join(folder, name), database.engine), 'utf8'),
  }))
}

function listNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function scriptPath(folder: string, engine: Database['engine']) {
  const shared = join(folder, 'both.sql')
  return existsSync(shared) ? shared : join(folder, `${engine}.sql`)
}

import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, openDatabase } from '../../src/database/index.ts'
import { migrationsFolder } from '../../src/portal.ts'

export type Engine = 'sqlite' | 'postgres'

const { TEST_ENGINE, TEST_POSTGRES_URL } = process.env

/** The engine that this run is about. */
export const testEngine: Engine = TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite'

/** A PostgreSQL server that tests may fill with databases, if there is one. */
export const postgresServer: string | null = TEST_POSTGRES_URL || null

export type TestDatabase = { url: string; remove(): Promise<void> }

const templateLock = 7_463_022

/** An empty database of its own, without any migration. On SQLite it lies in `folder`, which the caller removes. */
export async function emptyDatabase(engine: Engine, folder: string): Promise<TestDatabase> {
  if (engine === 'sqlite') return sqliteFile(folder)
  return createDatabase('template0')
}

/** A database that has every step already, which the portal then finds done. */
export async function migratedDatabase(engine: Engine, folder: string): Promise<TestDatabase> {
  if (engine === 'postgres') return createDatabase(await postgresTemplate())
  await writeFile(sqlitePath(folder), await sqliteTemplate())
  return sqliteFile(folder)
}

/** A database of its own that holds what the one at `url` holds, which nobody may have open. */
export async function copiedDatabase(engine: Engine, url: string, folder: string): Promise<TestDatabase> {
  if (engine === 'postgres') return createDatabase(new URL(url).pathname.slice(1))
  await copyFile(url.replace(/^sqlite:/, ''), sqlitePath(folder))
  return sqliteFile(folder)
}

const sqlitePath = (folder: string) => join(folder, 'portal.db')

const sqliteFile = (folder: string): TestDatabase => ({
  url: `sqlite:${sqlitePath(folder)}`,
  remove: async () => {},
})

const sqliteTemplate = once(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-template-'))
  const database = await openDatabase({ databaseUrl: sqliteFile(folder).url, databaseReadUrl: null })
  await migrate(database, migrationsFolder)
  await database.close()
  const bytes = await readFile(sqlitePath(folder))
  await rm(folder, { recursive: true })
  return bytes
})

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`
  // A copy of the files has all that PostgreSQL already knows about its tables; it is made and opened sooner.
  await onServer((client) => client.query(`create database ${name} template ${template} strategy file_copy`))
  return {
    url: urlOf(name),
    remove: () => onServer(async (client) => void (await client.query(`drop database ${name} with (force)`))),
  }
}

/** Test files run side by side, so the first one migrates and the others wait for it. */
const postgresTemplate = once(async () => {
  const name = `template_${fingerprint(migrationsFolder)}`
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    try {
      await growTemplate(client, name)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [templateLock])
    }
  })
  return name
})

async function growTemplate(client: pg.ClientBase, name: string) {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount) return
  await client.query(`drop database if exists ${name}_growing`)
  await client.query(`create database ${name}_growing template template0`)
  const database = await openDatabase({ databaseUrl: urlOf(`${name}_growing`), databaseReadUrl: null })
  await migrate(database, migrationsFolder)
  await database.close()
  await client.query(`alter database ${name}_growing rename to ${name}`)
}

let server: pg.Pool | null = null

/** Connections are kept for the next question, since opening one takes as long; they keep no process alive. */
async function onServer<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  server ??= new pg.Pool({ connectionString: serverUrl(), idleTimeoutMillis: 0, allowExitOnIdle: true })
  const client = await server.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  return () => {
    running ??= work()
    return running
  }
}

function urlOf(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.href
}

function serverUrl(): string {
  if (!postgresServer)
    throw new Error('TEST_ENGINE=postgres needs TEST_POSTGRES_URL; npm test starts a server by itself')
  return postgresServer
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (statSync(join(folder, name)).isFile()) hash.update(name).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 12)
}

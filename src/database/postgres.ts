import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { postgresContentVersion } from './content-version-postgres.ts'
import { type Database, DatabaseUnusable, type Writer } from './database.ts'
import type { Schema } from './schema.ts'

const bigintType = 20
const migrationLock = 7_463_021

/** `readUrl` may name a replica; without it both handles share one pool. */
export async function openPostgres(url: string, readUrl: string | null): Promise<Database> {
  const writePool = createPool(url)
  const readPool = readUrl ? createPool(readUrl) : writePool
  await assertReachable(writePool)
  if (readPool !== writePool) await assertReachable(readPool)
  const write = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: writePool }) })
  const read = readUrl ? new Kysely<Schema>({ dialect: new PostgresDialect({ pool: readPool }) }) : write

  const contentVersion = postgresContentVersion(url, readPool)

  return {
    engine: 'postgres',
    read,
    write,
    running: new AsyncLocalStorage<Writer>(),
    contentVersion,
    runScript: async (transaction, script) => void (await sql.raw(script).execute(transaction)),
    lockForMigration: async (transaction) => {
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction)
    },
    findDamage: async () => [],
    countBytes: async () => {
      const { rows } = await readPool.query('select pg_database_size(current_database()) as bytes')
      return rows[0].bytes
    },
    close: async () => {
      await contentVersion.close()
      await write.destroy()
      if (read !== write) await read.destroy()
    },
  }
}

function createPool(url: string) {
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5_000, max: 10, types: { getTypeParser } })
  // Without a listener a connection that the server drops would end the process.
  pool.on('error', () => {})
  return pool
}

/** Counts arrive as bigint text; ours fit a number. */
const getTypeParser: typeof pg.types.getTypeParser = ((type: number, format?: 'text') =>
  type === bigintType ? Number : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser

async function assertReachable(pool: pg.Pool) {
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw new DatabaseUnusable(
      `Không kết nối được PostgreSQL: ${(error as Error).message}.\n` +
        `Việc cần làm: kiểm tra máy chủ PostgreSQL đang chạy, tên và mật khẩu trong DATABASE_URL.\n` +
        `(Cannot reach PostgreSQL: check that it runs and that DATABASE_URL is right.)`,
    )
  }
}

import { mkdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'

/** What may be lost: written in batches, beside the main database and never in its transactions. */
export type LooseSchema = { article_reads: { day: string; article_id: number; count: number } }

export type LooseCounts = Kysely<LooseSchema>

const tables = `
  create table if not exists article_reads (
    day text not null, article_id integer not null, count integer not null, primary key (day, article_id)
  ) strict, without rowid;
  create index if not exists article_reads_by_count on article_reads (day, count);`

/**
 * SQLite: a file of its own, so that no reader's count waits for an editor or makes one wait. PostgreSQL: an unlogged table,
 * over a connection of its own.
 */
export function openLooseCounts(databaseUrl: string): LooseCounts {
  const file = databaseUrl.match(/^sqlite:(.+)$/)?.[1]
  if (!file) {
    const pool = new pg.Pool({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, max: 1 })
    // Without a listener a connection that the server drops would end the process.
    pool.on('error', () => {})
    return new Kysely({ dialect: new PostgresDialect({ pool }) })
  }
  return new Kysely({ dialect: new SqliteDialect({ database: openOrBegin(looseFile(resolve(file))) }) })
}

/** `data/portal.db` has `data/portal-readers.db` beside it. */
export const looseFile = (path: string): string => `${path.replace(/\.db$/, '')}-readers.db`

/** A damaged file is worth less than a new one. */
function openOrBegin(path: string): BetterSqlite.Database {
  mkdirSync(dirname(path), { recursive: true })
  try {
    return open(path)
  } catch (error) {
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test((error as { code?: string }).code ?? '')) throw error
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
    return open(path)
  }
}

function open(path: string): BetterSqlite.Database {
  const file = new BetterSqlite(path)
  try {
    file.pragma('journal_mode = wal')
    // A loss of power costs the last batches, not the file.
    file.pragma('synchronous = normal')
    file.exec(tables)
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

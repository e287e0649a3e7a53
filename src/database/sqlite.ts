import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import { sqliteContentVersion } from './content-version-sqlite.ts'
import { type Database, DatabaseUnusable, type Writer } from './database.ts'
import type { Schema } from './schema.ts'
import { SteadySqliteDialect } from './sqlite-dialect.ts'

/** Versions before it can corrupt a database in WAL mode: https://sqlite.org/wal.html#walresetbug */
const oldestSoundVersion = [3, 51, 3] as const
const busyTimeoutMs = 5_000
const mostBytesCheckedAtStart = 64 * 1024 * 1024
const mostStatementsKept = 500
/** Longer ones name hundreds of rows, and are seldom the same twice. */
const longestStatementKept = 4_000

export function openSqlite(path: string): Database {
  const writing = openFile(path)
  const reading = new BetterSqlite(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs })
  const read = new Kysely<Schema>({ dialect: new SteadySqliteDialect({ database: keepingStatements(reading) }) })
  const write = new Kysely<Schema>({ dialect: new WritingDialect({ database: keepingStatements(writing) }) })

  return {
    engine: 'sqlite',
    read,
    write,
    running: new AsyncLocalStorage<Writer>(),
    contentVersion: sqliteContentVersion(reading),
    // The transaction holds the only writing connection, so the script runs inside it.
    runScript: async (_transaction, script) => void writing.exec(script),
    lockForMigration: async () => {},
    findDamage: async () => findDamage(reading),
    // With the log of what was written last, which grows without end while a reader is stuck.
    countBytes: async () => sizeOf(path) + sizeOf(`${path}-wal`),
    close: async () => {
      await read.destroy()
      await write.destroy()
    },
  }
}

/** Compiling a statement takes longer than running most of them. Those kept follow a migration by themselves. */
function keepingStatements(file: BetterSqlite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()

  function prepare(text: string): SqliteStatement {
    const known = kept.get(text)
    if (known) return known
    const statement = file.prepare(text) as unknown as SqliteStatement
    if (text.length > longestStatementKept) return statement
    if (kept.size === mostStatementsKept) kept.clear()
    kept.set(text, statement)
    return statement
  }

  return { prepare, close: () => void file.close() }
}

function openFile(path: string): BetterSqlite.Database {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const file = new BetterSqlite(path, { timeout: busyTimeoutMs })
    refuseUnsoundVersion(file)
    file.pragma('journal_mode = wal')
    // The driver's default would lose acknowledged writes on power loss.
    file.pragma('synchronous = full')
    file.pragma('foreign_keys = on')
    const damage = isQuicklyChecked(file) ? findDamage(file) : []
    if (damage.length > 0) throw new DatabaseUnusable(damagedAdvice(path, damage[0] ?? ''))
    return file
  } catch (error) {
    if (error instanceof DatabaseUnusable) throw error
    const code = (error as { code?: string }).code ?? ''
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw new DatabaseUnusable(damagedAdvice(path, code))
    throw new DatabaseUnusable(unreachableAdvice(path, (error as Error).message))
  }
}

function refuseUnsoundVersion(file: BetterSqlite.Database) {
  const { version } = file.prepare('select sqlite_version() as version').get() as { version: string }
  const parts = version.split('.').map(Number)
  for (const [place, oldest] of oldestSoundVersion.entries()) {
    const part = parts[place] ?? 0
    if (part > oldest) return
    if (part < oldest)
      throw new DatabaseUnusable(`SQLite ${version} is older than ${oldestSoundVersion.join('.')}; run npm ci.`)
  }
}

/** Larger files are checked by `portal doctor`: a start must stay quick. */
function isQuicklyChecked(file: BetterSqlite.Database): boolean {
  const { bytes } = file
    .prepare('select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()')
    .get() as { bytes: number }
  return bytes <= mostBytesCheckedAtStart
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

function findDamage(file: BetterSqlite.Database): string[] {
  const rows = file.pragma('quick_check(5)') as { quick_check: string }[]
  return rows.map((row) => row.quick_check).filter((line) => line !== 'ok')
}

const damagedAdvice = (path: string, reason: string) =>
  `Tệp dữ liệu ${path} bị hỏng hoặc không phải tệp của cổng (${reason}).\n` +
  `Việc cần làm: giữ nguyên tệp này (đổi tên, đừng xóa), chép bản sao lưu gần nhất vào chỗ của nó, rồi chạy lại.\n` +
  `(The database file is damaged or not ours: keep it under another name, put the latest backup in its place, start again.)`

const unreachableAdvice = (path: string, reason: string) =>
  `Không mở được tệp dữ liệu ${path}: ${reason}.\n` +
  `Việc cần làm: kiểm tra quyền đọc ghi của thư mục, ổ đĩa còn chỗ trống, và DATABASE_URL.\n` +
  `(Cannot open the database file: check permissions, free space and DATABASE_URL.)`

/** Takes the write lock when a transaction begins, so that two processes wait for each other instead of failing half-way. */
class WritingDialect extends SteadySqliteDialect {
  readonly #database: SqliteDatabase

  constructor(parts: { database: SqliteDatabase }) {
    super(parts)
    this.#database = parts.database
  }

  override createDriver() {
    return new WritingDriver({ database: this.#database })
  }
}

class WritingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

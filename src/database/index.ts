import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

export type { ContentVersion } from './content-version.ts'
export { type Database, DatabaseUnusable, inTransaction, type Reader, type Writer } from './database.ts'
export { type LooseCounts, openLooseCounts } from './loose-counts.ts'
export { listMissing, listPending, migrate } from './migrations.ts'
export type * from './schema.ts'

/** Throws `DatabaseUnusable` with advice for the operator. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'databaseReadUrl'>): Promise<Database> {
  const file = config.databaseUrl.match(/^sqlite:(.+)$/)?.[1]
  return file ? openSqlite(resolve(file)) : openPostgres(config.databaseUrl, config.databaseReadUrl)
}

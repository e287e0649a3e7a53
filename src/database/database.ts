import type { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, Transaction } from 'kysely'
import type { ContentVersion } from './content-version.ts'
import type { Schema } from './schema.ts'

export type Reader = Kysely<Schema> | Transaction<Schema>
export type Writer = Transaction<Schema>

/** What both engines offer. Public pages get `read` alone, which on SQLite is opened read-only. */
export type Database = {
  readonly engine: 'sqlite' | 'postgres'
  readonly read: Kysely<Schema>
  readonly write: Kysely<Schema>
  readonly contentVersion: ContentVersion
  /** Runs a script of several statements inside the given transaction. */
  runScript(transaction: Writer, script: string): Promise<void>
  /** Lets one process migrate at a time; freed when the transaction ends. */
  lockForMigration(transaction: Writer): Promise<void>
  /** One sentence for every damage that the engine finds; empty when sound. */
  findDamage(): Promise<string[]>
  /** What it takes of the disk, as far as it knows. */
  countBytes(): Promise<number>
  close(): Promise<void>
  /** The transaction that the current call runs in, if any. */
  readonly running: AsyncLocalStorage<Writer>
}

/** A database that cannot be used; the message tells an operator what to do. */
export class DatabaseUnusable extends Error {}

/**
 * Everything that `steps` does becomes true together, or not at all. A call inside a running transaction joins it:
 * SQLite has one writing connection, and waiting for it from within would wait for ever.
 */
export async function inTransaction<T>(database: Database, steps: (transaction: Writer) => Promise<T>): Promise<T> {
  const running = database.running.getStore()
  if (running) return steps(running)
  const answer = await database.write
    .transaction()
    .execute((transaction) => database.running.run(transaction, () => steps(transaction)))
  await database.contentVersion.refresh()
  return answer
}

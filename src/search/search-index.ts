import type { RawBuilder, SqlBool } from 'kysely'
import type { Database, Writer } from '../database/index.ts'
import type { Expression } from './expression.ts'
import type { IndexText } from './index-text.ts'
import type { Keys } from './order-key.ts'
import { postgresIndex } from './search-index-postgres.ts'
import { sqliteIndex } from './search-index-sqlite.ts'

/** What each engine does in its own way. Everything above it, above all the ranking, is the same for both. */
export type SearchIndex = {
  /** Lets one transaction at a time write, so that two that publish cannot wait for each other's words. */
  hold(transaction: Writer): Promise<void>
  add(transaction: Writer, key: number, text: IndexText): Promise<void>
  remove(transaction: Writer, key: number): Promise<void>
  /** The condition on a row of `search_index` that it holds this, and lies within these keys. */
  holds(expression: Expression, keys: Keys): RawBuilder<SqlBool>
  /** The column of `search_index` with the key of the document. */
  key: RawBuilder<number>
  /** Brings `search_documents` to the rows of `search_index`, which stays the one that is walked. */
  joinDocuments: RawBuilder<unknown>
  /** After much was written: lets the engine know what it has. */
  settle(transaction: Writer): Promise<void>
}

export const searchIndexOf = ({ engine }: Pick<Database, 'engine'>): SearchIndex =>
  engine === 'sqlite' ? sqliteIndex : postgresIndex

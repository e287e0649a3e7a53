import type { RawBuilder, SqlBool } from 'kysely'
import type { Database, Writer } from '../database/index.ts'
import type { DeskKind } from './desk-document.ts'
import type { Expression } from './expression.ts'
import type { PlacedWords } from './index-text.ts'
import type { Keys } from './order-key.ts'
import { createPostgresIndex, postgresIndex } from './search-index-postgres.ts'
import { createSqliteIndex, sqliteIndex } from './search-index-sqlite.ts'

/** Words of documents, each under its number. What each engine does in its own way; everything above is the same for both. */
export type WordIndex = {
  /** Lets one transaction at a time write to any index, so that two cannot wait for each other's words. */
  hold(transaction: Writer): Promise<void>
  add(transaction: Writer, key: number, words: PlacedWords): Promise<void>
  remove(transaction: Writer, key: number): Promise<void>
  /** Everything above one number and up to another. */
  removeBetween(transaction: Writer, above: number, upTo: number): Promise<void>
  /** The question for the numbers of what holds this, to stand inside another question. */
  keysOf(expression: Expression): RawBuilder<number>
  /** After much was written: lets the engine know what it has. */
  settle(transaction: Writer): Promise<void>
}

/** The index of readers, whose numbers go with the days; it is walked where the newest lie. */
export type SearchIndex = Omit<WordIndex, 'keysOf' | 'removeBetween'> & {
  /** The condition on a row of `search_index` that it holds this, and lies within these keys. */
  holds(expression: Expression, keys: Keys): RawBuilder<SqlBool>
  /** The column of `search_index` with the key of the document. */
  key: RawBuilder<number>
  /** Brings `search_documents` to the rows of `search_index`, which stays the one that is walked. */
  joinDocuments: RawBuilder<unknown>
}

type Engine = Pick<Database, 'engine'>

export const searchIndexOf = ({ engine }: Engine): SearchIndex => (engine === 'sqlite' ? sqliteIndex : postgresIndex)

/** The numbers are those of articles, or of pictures. */
export const deskIndexOf = ({ engine }: Engine, kind: DeskKind): WordIndex =>
  engine === 'sqlite' ? createSqliteIndex(`desk_index_${kind}`) : createPostgresIndex(`desk_index_${kind}`, 'id')

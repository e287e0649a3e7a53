import { sql } from 'kysely'
import { inTongue, type Tongue } from './expression.ts'
import type { SearchIndex } from './search-index.ts'

/** No text has it as a word, so no phrase crosses it. */
const gap = ' \uE001 '

/** Every word is in quotation marks, so that none can be an operator of FTS5. */
const tongue: Tongue = {
  phrase: (words) => `"${words.join(' ')}"`,
  all: (parts) => `(${parts.join(' AND ')})`,
  any: (parts) => `(${parts.join(' OR ')})`,
}

export const sqliteIndex: SearchIndex = {
  hold: async () => {},

  async add(transaction, key, { runs, loose }) {
    const words = [...runs.map((run) => run.join(' ')), loose.join(' ')].join(gap)
    await sql`insert into search_index (rowid, words) values (${key}, ${words})`.execute(transaction)
  },

  async remove(transaction, key) {
    await sql`delete from search_index where rowid = cast(${key} as integer)`.execute(transaction)
  },

  holds: (expression) => sql`search_index match ${inTongue(expression, tongue)}`,
  key: sql`search_index.rowid`,
  // "cross" keeps SQLite from walking the documents and asking the index for each.
  joinDocuments: sql`cross join search_documents on search_documents.order_key = search_index.rowid`,

  settle: async () => {},
}

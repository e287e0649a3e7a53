import { sql } from 'kysely'
import { allOf, anyOf, type Expression, inTongue, type Tongue, word } from './expression.ts'
import { type Keys, periodOf } from './order-key.ts'
import type { SearchIndex } from './search-index.ts'

/** No text has it as a word, so no phrase crosses it. */
const gap = ' \uE001 '

/** Every word is in quotation marks, so that none can be an operator of FTS5. */
const tongue: Tongue = {
  phrase: (words) => `"${words.join(' ')}"`,
  all: (parts) => `(${parts.join(' AND ')})`,
  any: (parts) => `(${parts.join(' OR ')})`,
}

const periodWord = (period: number): string => `\uE003${period}`
/** Above that there is little to leave out. */
const mostPeriods = 30

/**
 * FTS5 looks at the end of a walk only when something matches. Where nothing does it would go on through the whole
 * index, unless a word of the period runs out.
 */
function bounded(expression: Expression, keys: Keys): Expression {
  const [first, last] = [periodOf(keys.from), periodOf(keys.before - 1)]
  if (last - first >= mostPeriods) return expression
  const periods = Array.from({ length: last - first + 1 }, (_, place) => word(periodWord(first + place)))
  return allOf([expression, anyOf(periods)])
}

export const sqliteIndex: SearchIndex = {
  hold: async () => {},

  async add(transaction, key, { runs, loose }) {
    const words = [...runs.map((run) => run.join(' ')), [...loose, periodWord(periodOf(key))].join(' ')].join(gap)
    await sql`insert into search_index (rowid, words) values (${key}, ${words})`.execute(transaction)
  },

  async remove(transaction, key) {
    await sql`delete from search_index where rowid = cast(${key} as integer)`.execute(transaction)
  },

  // As bigint: the driver sends large numbers as floating point, which FTS5 does not take for a bound.
  holds: (expression, keys) => sql`search_index match ${inTongue(bounded(expression, keys), tongue)}
    and search_index.rowid >= cast(${keys.from} as bigint) and search_index.rowid < cast(${keys.before} as bigint)`,
  key: sql`search_index.rowid`,
  // "cross" keeps SQLite from walking the documents and asking the index for each.
  joinDocuments: sql`cross join search_documents on search_documents.order_key = search_index.rowid`,

  settle: async () => {},
}

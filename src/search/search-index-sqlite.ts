import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { allOf, anyOf, type Expression, inTongue, type Tongue, word } from './expression.ts'
import { type Keys, periodOf } from './order-key.ts'
import type { SearchIndex, WordIndex } from './search-index.ts'

/** No text has it as a word, so no phrase crosses it. */
const gap = ' \uE001 '

/** Every word is in quotation marks, so that none can be an operator of FTS5. */
const tongue: Tongue = {
  phrase: (words) => `"${words.join(' ')}"`,
  begun: (words) => `"${words.join(' ')}" *`,
  all: (parts) => `(${parts.join(' AND ')})`,
  any: (parts) => `(${parts.join(' OR ')})`,
}

const matches = (table: string, expression: Expression): RawBuilder<SqlBool> =>
  sql`${sql.ref(table)} match ${inTongue(expression, tongue)}`

// The driver sends numbers as floating point, which FTS5 does not take for a bound.
const bound = (key: number) => sql`cast(${key} as bigint)`

/** An index whose rows have the number of their document for their rowid. */
export function createSqliteIndex(name: string): WordIndex {
  const table = sql.table(name)
  return {
    hold: async () => {},

    async add(transaction, key, { runs, loose }) {
      const words = [...runs.map((run) => run.join(' ')), loose.join(' ')].join(gap)
      await sql`insert into ${table} (rowid, words) values (${key}, ${words})`.execute(transaction)
    },

    async remove(transaction, key) {
      await sql`delete from ${table} where rowid = ${bound(key)}`.execute(transaction)
    },

    async removeBetween(transaction, above, upTo) {
      await sql`delete from ${table} where rowid > ${bound(above)} and rowid <= ${bound(upTo)}`.execute(transaction)
    },

    keysOf: (expression) => sql`select rowid from ${table} where ${matches(name, expression)}`,
    settle: async () => {},
  }
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

const index = createSqliteIndex('search_index')

export const sqliteIndex: SearchIndex = {
  ...index,

  async add(transaction, key, { runs, loose }) {
    await index.add(transaction, key, { runs, loose: [...loose, periodWord(periodOf(key))] })
  },

  holds: (expression, keys) => sql`${matches('search_index', bounded(expression, keys))}
    and search_index.rowid >= ${bound(keys.from)} and search_index.rowid < ${bound(keys.before)}`,
  key: sql`search_index.rowid`,
  // "cross" keeps SQLite from walking the documents and asking the index for each.
  joinDocuments: sql`cross join search_documents on search_documents.order_key = search_index.rowid`,
}

import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Expression, inTongue, type Tongue } from './expression.ts'
import type { PlacedWords } from './index-text.ts'
import type { SearchIndex, WordIndex } from './search-index.ts'

/** One for all indexes: what is written to two in one transaction can then not wait for another that began with the second. */
const indexLock = 7_463_031

const quoted = (word: string): string => `'${word.replace(/[\\']/g, (sign) => sign + sign)}'`
const inRow = (words: string[]): string => (words.length === 1 ? words.join('') : `(${words.join(' <-> ')})`)

/** `tsquery`, without a configuration: the words are folded and cut already, and a parser would cut them its own way. */
const tongue: Tongue = {
  phrase: (words) => inRow(words.map(quoted)),
  begun: (words) => inRow(words.map((word, place) => quoted(word) + (place === words.length - 1 ? ':*' : ''))),
  all: (parts) => `(${parts.join(' & ')})`,
  any: (parts) => `(${parts.join(' | ')})`,
}

/** An index whose rows have the number of their document in the column `keyName`. */
export function createPostgresIndex(name: string, keyName: string): WordIndex {
  const table = sql.table(name)
  const key = sql.ref(`${name}.${keyName}`)
  return {
    async hold(transaction) {
      await sql`select pg_advisory_xact_lock(${indexLock})`.execute(transaction)
    },

    async add(transaction, number, words) {
      await sql`insert into ${table} (${sql.ref(keyName)}, words) values (${number}, ${vector(words)}::tsvector)`.execute(
        transaction,
      )
    },

    async remove(transaction, number) {
      await sql`delete from ${table} where ${key} = ${number}`.execute(transaction)
    },

    async removeBetween(transaction, above, upTo) {
      await sql`delete from ${table} where ${key} > ${above} and ${key} <= ${upTo}`.execute(transaction)
    },

    keysOf: (expression) => sql`select ${key} from ${table} where ${matches(name, expression)}`,

    async settle(transaction) {
      await sql`analyze ${table}`.execute(transaction)
    },
  }
}

const matches = (name: string, expression: Expression): RawBuilder<SqlBool> =>
  sql`${sql.ref(`${name}.words`)} @@ ${inTongue(expression, tongue)}::tsquery`

const index = createPostgresIndex('search_index', 'order_key')

export const postgresIndex: SearchIndex = {
  ...index,

  holds: (expression, keys) => sql`${matches('search_index', expression)}
    and search_index.order_key >= ${keys.from} and search_index.order_key < ${keys.before}`,
  key: sql`search_index.order_key`,
  joinDocuments: sql`join search_documents on search_documents.order_key = search_index.order_key`,

  async settle(transaction) {
    await sql`analyze search_index, search_documents, search_words`.execute(transaction)
  },
}

/** `'hội':1,5 'nghị':2`: a gap between two runs is a place that no word has. */
function vector({ runs, loose }: PlacedWords): string {
  const places = new Map<string, number[]>()
  let place = 0
  for (const run of runs) {
    for (const word of run) {
      const known = places.get(word)
      place++
      if (known) known.push(place)
      else places.set(word, [place])
    }
    place++
  }
  const placed = Array.from(places, ([word, at]) => `${quoted(word)}:${at.join(',')}`)
  return [...placed, ...loose.filter((word) => !places.has(word)).map(quoted)].join(' ')
}

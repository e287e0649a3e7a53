import { sql } from 'kysely'
import { inTongue, type Tongue } from './expression.ts'
import type { IndexText } from './index-text.ts'
import type { SearchIndex } from './search-index.ts'

const indexLock = 7_463_031

const quoted = (word: string): string => `'${word.replace(/[\\']/g, (sign) => sign + sign)}'`

/** `tsquery`, without a configuration: the words are folded and cut already, and a parser would cut them its own way. */
const tongue: Tongue = {
  phrase: (words) => (words.length === 1 ? words.map(quoted).join('') : `(${words.map(quoted).join(' <-> ')})`),
  all: (parts) => `(${parts.join(' & ')})`,
  any: (parts) => `(${parts.join(' | ')})`,
}

export const postgresIndex: SearchIndex = {
  async hold(transaction) {
    await sql`select pg_advisory_xact_lock(${indexLock})`.execute(transaction)
  },

  async add(transaction, key, text) {
    await sql`insert into search_index (order_key, words) values (${key}, ${vector(text)}::tsvector)`.execute(
      transaction,
    )
  },

  async remove(transaction, key) {
    await sql`delete from search_index where order_key = ${key}`.execute(transaction)
  },

  holds: (expression, keys) => sql`search_index.words @@ ${inTongue(expression, tongue)}::tsquery
    and search_index.order_key >= ${keys.from} and search_index.order_key < ${keys.before}`,
  key: sql`search_index.order_key`,
  joinDocuments: sql`join search_documents on search_documents.order_key = search_index.order_key`,

  async settle(transaction) {
    await sql`analyze search_index, search_documents, search_words`.execute(transaction)
  },
}

/** `'hội':1,5 'nghị':2`: a gap between two runs is a place that no word has. */
function vector({ runs, loose }: IndexText): string {
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

import type { Reader, Writer } from '../database/index.ts'
import { fold } from '../text/fold.ts'
import type { CountedWord } from './search-document.ts'

/** Above every letter that a word can have, in the order of bytes that both engines keep here. */
const afterAll = '\u{10FFFF}'
const oneStatement = 500

export function wordReader(database: Reader) {
  const words = () => database.selectFrom('search_words').select(['folded', 'written', 'count'])

  return {
    /** Words that begin so, marks aside, the most frequent first. */
    async listBeginning(folded: string, most: number): Promise<CountedWord[]> {
      return words()
        .where('folded', '>=', folded)
        .where('folded', '<', folded + afterAll)
        .orderBy('count', 'desc')
        .orderBy('folded')
        .orderBy('written')
        .limit(most)
        .execute()
    },

    async listKnown(folded: string[]): Promise<CountedWord[]> {
      if (folded.length === 0) return []
      return words().where('folded', 'in', folded).execute()
    },

    /** Words of about that length, the most frequent first. */
    async listOfLength(letters: number, most: number): Promise<CountedWord[]> {
      return words()
        .where('letters', '=', letters)
        .orderBy('count', 'desc')
        .orderBy('folded')
        .orderBy('written')
        .limit(most)
        .execute()
    },
  }
}

export function wordWriter(transaction: Writer) {
  return {
    /** Adds to the count of each written word, or takes from it. Words that nothing holds any more go. */
    async change(counts: ReadonlyMap<string, number>): Promise<void> {
      // One order for all, so that no two transactions can wait for each other.
      const changed = [...counts].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
      for (let at = 0; at < changed.length; at += oneStatement) await changeSome(changed.slice(at, at + oneStatement))
    },
  }

  async function changeSome(counts: [string, number][]) {
    const rows = counts.map(([written, count]) => {
      const folded = fold(written)
      return { folded, written, letters: folded.length, count }
    })
    await transaction
      .insertInto('search_words')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['folded', 'written'])
          .doUpdateSet((e) => ({ count: e('search_words.count', '+', e.ref('excluded.count')) })),
      )
      .execute()
    const lost = rows.filter(({ count }) => count < 0)
    if (lost.length === 0) return
    await transaction
      .deleteFrom('search_words')
      .where('count', '<=', 0)
      .where('folded', 'in', [...new Set(lost.map(({ folded }) => folded))])
      .execute()
  }
}

import type { Reader, Writer } from '../database/index.ts'
import { readGroup, type SynonymGroup } from './synonym.ts'

export function synonymReader(database: Reader) {
  async function listLines(): Promise<string[]> {
    const rows = await database.selectFrom('synonyms').select('words').orderBy('position').orderBy('id').execute()
    return rows.map((row) => row.words)
  }

  return {
    /** As staff wrote them: one group a line, commas between its members. */
    listLines,
    listGroups: async (): Promise<SynonymGroup[]> => (await listLines()).map(readGroup),
  }
}

export function synonymWriter(transaction: Writer) {
  return {
    /** The groups become exactly these, in this order. */
    async replaceAll(lines: string[]): Promise<void> {
      await transaction.deleteFrom('synonyms').execute()
      const rows = lines.map((words, position) => ({ words, position }))
      if (rows.length > 0) await transaction.insertInto('synonyms').values(rows).execute()
    },
  }
}

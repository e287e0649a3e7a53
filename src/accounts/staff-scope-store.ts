import type { Reader, Writer } from '../database/index.ts'

export function staffScopeReader(database: Reader) {
  return {
    /** The categories in which she works, with everything below them; null for everywhere. */
    async find(staffId: number): Promise<number[] | null> {
      const rows = await database
        .selectFrom('staff_categories')
        .select('category_id')
        .where('staff_id', '=', staffId)
        .orderBy('category_id')
        .execute()
      return rows.length === 0 ? null : rows.map((row) => row.category_id)
    },

    /** By person; whoever is not in it works everywhere. */
    async findAll(): Promise<Map<number, number[]>> {
      const rows = await database.selectFrom('staff_categories').selectAll().orderBy('category_id').execute()
      const groups = Map.groupBy(rows, (row) => row.staff_id)
      return new Map([...groups].map(([staffId, own]) => [staffId, own.map((row) => row.category_id)]))
    },
  }
}

export function staffScopeWriter(transaction: Writer) {
  return {
    async set(staffId: number, categoryIds: number[]): Promise<void> {
      await transaction.deleteFrom('staff_categories').where('staff_id', '=', staffId).execute()
      if (categoryIds.length === 0) return
      const rows = categoryIds.map((category_id) => ({ staff_id: staffId, category_id }))
      await transaction.insertInto('staff_categories').values(rows).execute()
    },
  }
}

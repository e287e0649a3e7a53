import type { LooseCounts } from '../database/index.ts'
import type { DayReads } from './ranking.ts'

const oneBatch = 500

/** How often each article was read on each day. */
export function readCountStore(counts: LooseCounts) {
  return {
    async add(day: string, reads: ReadonlyMap<number, number>): Promise<void> {
      const rows = [...reads].map(([articleId, count]) => ({ day, article_id: articleId, count }))
      for (let from = 0; from < rows.length; from += oneBatch)
        await counts
          .insertInto('article_reads')
          .values(rows.slice(from, from + oneBatch))
          .onConflict((conflict) =>
            conflict
              .columns(['day', 'article_id'])
              .doUpdateSet((e) => ({ count: e('article_reads.count', '+', e.ref('excluded.count')) })),
          )
          .execute()
    },

    /** Of each day those that were read most. */
    async listTop(days: readonly string[], mostOfEach: number): Promise<DayReads[]> {
      const reads: DayReads[] = []
      for (const day of days) {
        const rows = await counts
          .selectFrom('article_reads')
          .select(['article_id', 'count'])
          .where('day', '=', day)
          .orderBy('count', 'desc')
          .limit(mostOfEach)
          .execute()
        reads.push(...rows.map((row) => ({ day, articleId: row.article_id, count: row.count })))
      }
      return reads
    },

    async forgetBefore(day: string): Promise<void> {
      await counts.deleteFrom('article_reads').where('day', '<', day).execute()
    },
  }
}

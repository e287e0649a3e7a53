import type { Reader, Writer } from '../database/index.ts'

/** Finds what has become due by the mere passing of time. */
export function dueReader(database: Reader) {
  return {
    /** Articles that are over and still stand in lists. */
    async listExpired(now: string, most: number): Promise<number[]> {
      const rows = await database
        .selectFrom('category_listings')
        .select('article_id')
        .distinct()
        .where('expires_at', '<=', now)
        .limit(most)
        .execute()
      return rows.map((row) => row.article_id)
    },

    /** Articles that lie in the trash since before then. */
    async listTrashed(before: string, most: number): Promise<{ id: number; title: string }[]> {
      return database
        .selectFrom('articles')
        .innerJoin('editions', (join) =>
          join.on((e) => e('editions.id', '=', e.fn.coalesce('articles.draft_edition_id', 'articles.live_edition_id'))),
        )
        .select(['articles.id', 'editions.title'])
        .where('deleted_at', '<', before)
        .where('erased_at', 'is', null)
        .orderBy('articles.id')
        .limit(most)
        .execute()
    },
  }
}

export function eraseWriter(transaction: Writer, now: string) {
  return {
    /** False when somebody took it out of the trash meanwhile. The row stays: its address says that it is gone. */
    async markErased(id: number, deletedBefore: string): Promise<boolean> {
      const marked = await transaction
        .updateTable('articles')
        .set({ erased_at: now, draft_edition_id: null, live_edition_id: null, slug: '', withdrawn_reason: '' })
        .where('id', '=', id)
        .where('deleted_at', '<', deletedBefore)
        .where('erased_at', 'is', null)
        .returning('id')
        .execute()
      return marked.length > 0
    },

    async eraseText(id: number): Promise<void> {
      const editions = transaction.selectFrom('editions').select('id').where('article_id', '=', id)
      await transaction.deleteFrom('edition_pictures').where('edition_id', 'in', editions).execute()
      await transaction.deleteFrom('editions').where('article_id', '=', id).execute()
      await transaction.deleteFrom('article_updates').where('article_id', '=', id).execute()
      await transaction.deleteFrom('article_events').where('article_id', '=', id).execute()
      await transaction.deleteFrom('autosaves').where('article_id', '=', id).execute()
    },
  }
}

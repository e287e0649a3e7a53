import type { NotNull } from 'kysely'
import type { Reader, Writer } from '../database/index.ts'
import type { Listed } from '../listings/index.ts'

/** Finds what has become due by the mere passing of time. */
export function dueReader(database: Reader) {
  return {
    /** Articles that are over and still stand in lists. */
    async listExpired(now: string, most: number): Promise<number[]> {
      const rows = await database
        .selectFrom('category_listings')
        .select('article_id')
        .distinct()
        // Said although the next line implies it: SQLite would otherwise walk all rows, in the order of the articles.
        .where('expires_at', 'is not', null)
        .where('expires_at', '<=', now)
        .limit(most)
        .execute()
      return rows.map((row) => row.article_id)
    },

    /** Articles that are not over and yet stand in no list: the clock was ahead when somebody looked last. */
    async listMissing(now: string, most: number): Promise<Listed[]> {
      const rows = await database
        .selectFrom('articles')
        .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
        .innerJoin('categories', 'categories.id', 'editions.category_id')
        .select(['articles.id', 'articles.published_at', 'articles.expires_at', 'categories.id as category_id'])
        .select(['editions.tags', 'editions.author'])
        .$narrowType<{ published_at: NotNull }>()
        .where('articles.expires_at', '>', now)
        .where('articles.published_at', 'is not', null)
        .where('withdrawn_at', 'is', null)
        .where('deleted_at', 'is', null)
        .where((e) =>
          e.not(
            e.exists(e.selectFrom('category_listings').select('article_id').whereRef('article_id', '=', 'articles.id')),
          ),
        )
        .limit(most)
        .execute()
      return rows.map((row) => ({
        articleId: row.id,
        categoryId: row.category_id,
        publishedAt: row.published_at,
        expiresAt: row.expires_at,
        tags: JSON.parse(row.tags) as string[],
        author: row.author,
      }))
    },

    /** Articles whose hour has come and that no count of the archive knows yet. */
    async listUncounted(now: string, most: number): Promise<number[]> {
      const rows = await database
        .selectFrom('category_listings')
        .select('article_id')
        .distinct()
        .where('counted_day', 'is', null)
        .where('published_at', '<=', now)
        .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))
        .limit(most)
        .execute()
      return rows.map((row) => row.article_id)
    },

    /** Articles that lie in the trash since before then. */
    async listTrashed(before: string, most: number): Promise<{ id: number; title: string }[]> {
      return (
        database
          .selectFrom('articles')
          .innerJoin('editions', (join) =>
            join.on((e) =>
              e('editions.id', '=', e.fn.coalesce('articles.draft_edition_id', 'articles.live_edition_id')),
            ),
          )
          .select(['articles.id', 'editions.title'])
          .where('deleted_at', '<', before)
          .where('erased_at', 'is', null)
          // In the order of their index: by number, SQLite would walk all articles each minute.
          .orderBy('deleted_at')
          .limit(most)
          .execute()
      )
    },
  }
}

export function dueWriter(transaction: Writer, now: string) {
  return {
    /** Before anything else: whoever acts on one of them then waits for this transaction, and never the two for each other. */
    async hold(articleIds: number[]): Promise<void> {
      await transaction
        .updateTable('articles')
        .set((e) => ({ expires_at: e.ref('expires_at') }))
        .where('id', 'in', articleIds)
        .execute()
    },

    /**
     * False when somebody took it out of the trash meanwhile; who does so now finds that it is another version. The row
     * stays: its address says that it is gone.
     */
    async markErased(id: number, deletedBefore: string): Promise<boolean> {
      const marked = await transaction
        .updateTable('articles')
        .set({ erased_at: now, draft_edition_id: null, live_edition_id: null, slug: '', withdrawn_reason: '' })
        .set((e) => ({ version: e('version', '+', 1) }))
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

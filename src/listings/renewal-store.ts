import type { NotNull } from 'kysely'
import type { Reader, Writer } from '../database/index.ts'
import type { Listed } from './listing-store.ts'

/** How far the lists are made anew; kept, so that a renewal that was cut off goes on where it stopped. */
export type Renewal = { version: string; lastId: number; finishedAt: string | null }

export async function getRenewal(database: Reader): Promise<Renewal> {
  const row = await database
    .selectFrom('listing_renewal')
    .select(['version', 'last_id', 'finished_at'])
    .executeTakeFirstOrThrow()
  return { version: row.version, lastId: row.last_id, finishedAt: row.finished_at }
}

export async function saveRenewal(transaction: Writer, { version, lastId, finishedAt }: Renewal): Promise<void> {
  await transaction.updateTable('listing_renewal').set({ version, last_id: lastId, finished_at: finishedAt }).execute()
}

export async function listIdsAfter(database: Reader, id: number, most: number): Promise<number[]> {
  const rows = await database
    .selectFrom('articles')
    .select('id')
    .where('id', '>', id)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** Of these articles those that belong into lists, now or at their hour. Whoever acts on one of them waits until we are done. */
export async function holdListed(transaction: Writer, articleIds: number[], now: string): Promise<Listed[]> {
  await transaction
    .updateTable('articles')
    .set((e) => ({ expires_at: e.ref('expires_at') }))
    .where('id', 'in', articleIds)
    .execute()
  const rows = await transaction
    .selectFrom('articles')
    .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
    .select(['articles.id', 'articles.published_at', 'expires_at', 'category_id', 'tags', 'author'])
    .$narrowType<{ published_at: NotNull }>()
    .where('articles.id', 'in', articleIds)
    .where('articles.published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where('deleted_at', 'is', null)
    .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))
    .execute()
  return rows.map((row) => ({
    articleId: row.id,
    categoryId: row.category_id ?? 0,
    publishedAt: row.published_at,
    expiresAt: row.expires_at,
    tags: JSON.parse(row.tags) as string[],
    author: row.author,
  }))
}

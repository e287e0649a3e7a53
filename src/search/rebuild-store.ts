import type { Reader, Writer } from '../database/index.ts'

/** How far the index was made anew. Kept, so that a rebuild that was cut off goes on where it stopped. */
export type Rebuild = { version: number; lastArticleId: number; finishedAt: string | null }

export async function findRebuild(database: Reader): Promise<Rebuild | null> {
  const row = await database.selectFrom('search_rebuilds').selectAll().where('id', '=', 1).executeTakeFirst()
  return row ? { version: row.version, lastArticleId: row.last_article_id, finishedAt: row.finished_at } : null
}

export async function saveRebuild(transaction: Writer, rebuild: Rebuild): Promise<void> {
  const row = { version: rebuild.version, last_article_id: rebuild.lastArticleId, finished_at: rebuild.finishedAt }
  await transaction
    .insertInto('search_rebuilds')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

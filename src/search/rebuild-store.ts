import type { Reader, Writer } from '../database/index.ts'

/** How far an index was made anew. Kept, so that a rebuild that was cut off goes on where it stopped. */
export type Rebuild = { version: number; lastId: number; finishedAt: string | null }

export async function findRebuild(database: Reader, name: string): Promise<Rebuild | null> {
  const row = await database.selectFrom('index_rebuilds').selectAll().where('name', '=', name).executeTakeFirst()
  return row ? { version: row.version, lastId: row.last_id, finishedAt: row.finished_at } : null
}

export async function saveRebuild(transaction: Writer, name: string, rebuild: Rebuild): Promise<void> {
  const row = { version: rebuild.version, last_id: rebuild.lastId, finished_at: rebuild.finishedAt }
  await transaction
    .insertInto('index_rebuilds')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

/** As if none had been made yet. */
export async function forgetRebuilds(transaction: Writer): Promise<void> {
  await transaction.deleteFrom('index_rebuilds').execute()
}

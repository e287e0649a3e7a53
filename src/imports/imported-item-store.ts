import type { Reader, Writer } from '../database/index.ts'

/** What an item of a source became. `articleVersion` is that of the article as the import left it. */
export type ImportedItem = { contentHash: string; articleId: number; articleVersion: number; missing: number }

export type ItemName = { source: string; key: string }

export function importedItemReader(database: Reader) {
  return {
    async find({ source, key }: ItemName): Promise<ImportedItem | null> {
      const row = await database
        .selectFrom('imported_items')
        .select(['content_hash', 'article_id', 'article_version', 'missing'])
        .where('source', '=', source)
        .where('key', '=', key)
        .executeTakeFirst()
      if (!row) return null
      const { content_hash, article_id, article_version, missing } = row
      return { contentHash: content_hash, articleId: article_id, articleVersion: article_version, missing }
    },
  }
}

export function importedItemWriter(transaction: Writer, now: string) {
  return {
    async remember({ source, key }: ItemName, item: ImportedItem): Promise<void> {
      const facts = {
        content_hash: item.contentHash,
        article_id: item.articleId,
        article_version: item.articleVersion,
        missing: item.missing,
        imported_at: now,
      }
      await transaction
        .insertInto('imported_items')
        .values({ source, key, ...facts })
        .onConflict((conflict) => conflict.columns(['source', 'key']).doUpdateSet(facts))
        .execute()
    },
  }
}

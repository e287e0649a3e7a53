import type { Reader } from '../database/index.ts'
import { pictureReader } from '../media/index.ts'
import { publishedArticles } from '../news/index.ts'

/** An article as readers find it in lists now, with what it was written in. */
export type WrittenArticle = { id: number; body: string; pictureIds: number[] }

export function lineReader(database: Reader) {
  return {
    /** In the order of their numbers. */
    async listArticlesAfter(after: number, most: number, now: string): Promise<WrittenArticle[]> {
      const rows = await publishedArticles(database, now)
        .clearSelect()
        .select(['articles.id', 'articles.live_edition_id', 'editions.body'])
        .where('articles.id', '>', after)
        .orderBy('articles.id')
        .limit(most)
        .execute()
      const pictures = await pictureReader(database).idsInTexts(rows.flatMap((row) => row.live_edition_id ?? []))
      return rows.map((row) => ({
        id: row.id,
        body: row.body,
        pictureIds: pictures.get(row.live_edition_id ?? 0) ?? [],
      }))
    },
  }
}

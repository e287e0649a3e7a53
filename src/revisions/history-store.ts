import type { Act } from '../audit/index.ts'
import type { Reader } from '../database/index.ts'
import type { EditionHead } from './edition.ts'
import type { ArticleEvent } from './history.ts'

export function historyReader(database: Reader) {
  return {
    /** Oldest first, so that the first is number 1. */
    async listEditions(articleId: number): Promise<EditionHead[]> {
      const rows = await database
        .selectFrom('editions')
        .leftJoin('staff', 'staff.id', 'editions.saved_by')
        .select(['editions.id', 'content_hash', 'saved_at', 'staff.name as saved_by_name'])
        .where('article_id', '=', articleId)
        .orderBy('editions.id')
        .execute()
      return rows.map((row, place) => ({
        id: row.id,
        number: place + 1,
        hash: row.content_hash,
        savedAt: row.saved_at,
        savedByName: row.saved_by_name ?? '',
      }))
    },

    /** How many pictures its body shows besides the cover. */
    async countPictures(editionId: number, coverId: number | null): Promise<number> {
      const { count } = await database
        .selectFrom('edition_pictures')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('edition_id', '=', editionId)
        .where('picture_id', '!=', coverId ?? 0)
        .executeTakeFirstOrThrow()
      return count
    },

    /** Oldest first. */
    async listEvents(articleId: number): Promise<ArticleEvent[]> {
      const rows = await database
        .selectFrom('article_events')
        .select(['at', 'staff_name', 'act', 'note', 'edition_id'])
        .where('article_id', '=', articleId)
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        at: row.at,
        staffName: row.staff_name,
        act: row.act as Act,
        note: row.note,
        editionId: row.edition_id,
      }))
    },
  }
}

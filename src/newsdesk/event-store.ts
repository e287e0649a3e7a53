import type { Act, Actor } from '../audit/index.ts'
import type { Reader, Writer } from '../database/index.ts'

export type DeskEvent = { by: string; at: string; note: string }

export function eventReader(database: Reader) {
  return {
    /** The newest of this kind; null when it never happened. */
    async findLast(articleId: number, act: Act): Promise<DeskEvent | null> {
      const row = await database
        .selectFrom('article_events')
        .select(['staff_name', 'at', 'note'])
        .where('article_id', '=', articleId)
        .where('act', '=', act)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ? { by: row.staff_name, at: row.at, note: row.note } : null
    },
  }
}

/** The history of an article: every save and every step through the gates. Lines are added, never changed. */
export function eventWriter(transaction: Writer, now: string) {
  return {
    async record(articleId: number, editionId: number | null, by: Actor, act: Act, note = ''): Promise<void> {
      await transaction
        .insertInto('article_events')
        .values({
          article_id: articleId,
          edition_id: editionId,
          at: now,
          staff_id: by?.id ?? null,
          staff_name: by?.name ?? '',
          act,
          note,
        })
        .execute()
    },
  }
}

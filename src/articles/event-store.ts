import { sql } from 'kysely'
import type { Act, Actor, Outsider } from '../audit/index.ts'
import type { Reader, Writer } from '../database/index.ts'

export type DeskEvent = { by: string; at: string; note: string }

/** Who changed an article last, and when. */
export type ArticleChange = Pick<DeskEvent, 'by' | 'at'> & { staffId: number | null }

const opinions: Act[] = ['agreed', 'asked-for-changes']

/**
 * The name of who changed an article last, for a query of articles and their newest editions: as its history tells, or,
 * where it has none, whoever saved the edition.
 */
export const lastChanger = sql<string | null>`coalesce(
  (select staff_name from article_events where article_events.article_id = articles.id
    and act not in (${sql.join(opinions)}) order by article_events.id desc limit 1),
  (select name from staff where staff.id = editions.saved_by))`

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

    /** Null for an article without a history. What somebody outside said of it is no change. */
    async findNewest(articleId: number): Promise<ArticleChange | null> {
      const row = await database
        .selectFrom('article_events')
        .select(['staff_id', 'staff_name', 'at'])
        .where('article_id', '=', articleId)
        .where('act', 'not in', opinions)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ? { by: row.staff_name, at: row.at, staffId: row.staff_id } : null
    },
  }
}

/** The history of an article: every save and every step through the gates. Lines are added, never changed. */
export function eventWriter(transaction: Writer, now: string) {
  return {
    async record(
      articleId: number,
      editionId: number | null,
      by: Actor | Outsider,
      act: Act,
      note = '',
    ): Promise<void> {
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

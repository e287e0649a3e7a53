import type { Reader, Writer } from '../database/index.ts'
import { shortenAtWord } from '../text/display.ts'

export type UnseenMention = {
  commentId: number
  articleId: number
  /** May be empty while nobody has given it one. */
  articleTitle: string
  /** Who wrote the comment. */
  by: string
  at: string
  /** One line, shortened at a word. */
  text: string
}

const longestText = 160

export function mentionReader(database: Reader) {
  /** What was taken back calls nobody, and neither does an article whose text was erased. */
  const unseenBy = (staffId: number) =>
    database
      .selectFrom('mentions')
      .innerJoin('comments', 'comments.id', 'mentions.comment_id')
      .innerJoin('articles', 'articles.id', 'comments.article_id')
      .where('mentions.staff_id', '=', staffId)
      .where('seen_at', 'is', null)
      .where('removed_at', 'is', null)
      .where('erased_at', 'is', null)

  return {
    /** Newest first. */
    async listUnseen(staffId: number, most: number): Promise<UnseenMention[]> {
      const rows = await unseenBy(staffId)
        .innerJoin('staff', 'staff.id', 'comments.staff_id')
        .leftJoin('editions', (join) =>
          join.on((e) => e('editions.id', '=', e.fn.coalesce('draft_edition_id', 'live_edition_id'))),
        )
        .select(['comment_id', 'comments.article_id', 'title', 'staff.name', 'at', 'comments.body'])
        .orderBy('comment_id', 'desc')
        .limit(most)
        .execute()
      return rows.map((row) => ({
        commentId: row.comment_id,
        articleId: row.article_id,
        articleTitle: row.title ?? '',
        by: row.name,
        at: row.at,
        text: shortenAtWord(row.body.replace(/\s+/g, ' '), longestText),
      }))
    },

    async countUnseen(staffId: number): Promise<number> {
      const row = await unseenBy(staffId)
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return row.count
    },
  }
}

export function mentionWriter(transaction: Writer, now: string) {
  return {
    async add(commentId: number, staffIds: readonly number[]): Promise<void> {
      if (staffIds.length === 0) return
      await transaction
        .insertInto('mentions')
        .values(staffIds.map((staffId) => ({ comment_id: commentId, staff_id: staffId })))
        .execute()
    },

    /** Up to the newest comment that her page showed: what came since still calls her. */
    async markSeen(articleId: number, staffId: number, upTo: number): Promise<void> {
      await transaction
        .updateTable('mentions')
        .set({ seen_at: now })
        .where('staff_id', '=', staffId)
        .where('seen_at', 'is', null)
        .where('comment_id', '<=', upTo)
        .where('comment_id', 'in', (e) => e.selectFrom('comments').select('id').where('article_id', '=', articleId))
        .execute()
    },
  }
}

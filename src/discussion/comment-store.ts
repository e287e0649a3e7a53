import type { Reader, Writer } from '../database/index.ts'
import { compareVietnamese } from '../text/order.ts'
import type { Comment, CommentList } from './comment.ts'

export type Stretch = { before: number | null; most: number }

export function commentReader(database: Reader) {
  return {
    /** The newest ones, or those older than the comment `before`, as this person reads them: two queries, however many. */
    async list(articleId: number, readerId: number, { before, most }: Stretch): Promise<CommentList> {
      let query = database
        .selectFrom('comments')
        .innerJoin('staff', 'staff.id', 'comments.staff_id')
        .select(['comments.id', 'staff_id', 'staff.name', 'at', 'body', 'removed_at'])
        .where('article_id', '=', articleId)
        .orderBy('comments.id', 'desc')
        .limit(most + 1)
      if (before !== null) query = query.where('comments.id', '<', before)
      const rows = await query.execute()
      const shown = rows.slice(0, most).reverse()
      const mentions = await listMentions(shown.map(({ id }) => id))

      const comments = shown.map((row): Comment => {
        const called = mentions.filter((mention) => mention.comment_id === row.id)
        const call = called.find((mention) => mention.staff_id === readerId)
        return {
          id: row.id,
          by: { id: row.staff_id, name: row.name },
          at: row.at,
          body: row.removed_at === null ? row.body : null,
          mentioned: called
            .filter((mention) => mention !== call)
            .map(({ name }) => name)
            .sort(compareVietnamese),
          callsReader: call ? (call.seen_at ? 'seen' : 'unseen') : 'no',
        }
      })
      return { comments, hasOlder: rows.length > most }
    },

    async findWriter(articleId: number, commentId: number): Promise<number | null> {
      const row = await database
        .selectFrom('comments')
        .select('staff_id')
        .where('id', '=', commentId)
        .where('article_id', '=', articleId)
        .executeTakeFirst()
      return row?.staff_id ?? null
    },
  }

  async function listMentions(commentIds: number[]) {
    if (commentIds.length === 0) return []
    return database
      .selectFrom('mentions')
      .innerJoin('staff', 'staff.id', 'mentions.staff_id')
      .select(['comment_id', 'staff_id', 'staff.name', 'seen_at'])
      .where('comment_id', 'in', commentIds)
      .execute()
  }
}

export function commentWriter(transaction: Writer, now: string) {
  return {
    async add(articleId: number, staffId: number, body: string): Promise<number> {
      const row = await transaction
        .insertInto('comments')
        .values({ article_id: articleId, staff_id: staffId, at: now, body })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    },

    /** The row stays, with what it said: nobody is shown it any more. */
    async remove(commentId: number): Promise<void> {
      await transaction
        .updateTable('comments')
        .set({ removed_at: now })
        .where('id', '=', commentId)
        .where('removed_at', 'is', null)
        .execute()
    },
  }
}

/** For an article whose own text is erased: what was said about it may quote it. */
export async function eraseDiscussion(transaction: Writer, articleId: number): Promise<void> {
  await transaction
    .deleteFrom('mentions')
    .where('comment_id', 'in', (e) => e.selectFrom('comments').select('id').where('article_id', '=', articleId))
    .execute()
  await transaction.deleteFrom('comments').where('article_id', '=', articleId).execute()
}

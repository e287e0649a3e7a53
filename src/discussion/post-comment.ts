import { type Database, inTransaction } from '../database/index.ts'
import type { TypedComment } from './comment-form.ts'
import { commentWriter } from './comment-store.ts'
import { mentionWriter } from './mention-store.ts'

type Place = { database: Database; now: string }

/** No audit line: a comment changes no article, and its own row says who wrote it and when, even after it is removed. */
export async function postComment(
  { database, now }: Place,
  staffId: number,
  articleId: number,
  { body, mentionedIds }: TypedComment,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const commentId = await commentWriter(transaction, now).add(articleId, staffId, body)
    await mentionWriter(transaction, now).add(commentId, mentionedIds)
  })
}

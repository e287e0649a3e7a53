import { type Database, inTransaction } from '../database/index.ts'
import { forbidden, notFound } from '../site/faults.ts'
import { commentReader, commentWriter } from './comment-store.ts'

/** Nobody takes back what another one said, whatever her role. */
export async function removeComment(
  { database, now }: { database: Database; now: string },
  staffId: number,
  articleId: number,
  commentId: number,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const writerId = (await commentReader(transaction).findWriter(articleId, commentId)) ?? notFound()
    if (writerId !== staffId) forbidden()
    await commentWriter(transaction, now).remove(commentId)
  })
}

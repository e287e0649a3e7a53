import { type Database, inTransaction } from '../database/index.ts'
import { mentionWriter } from './mention-store.ts'
import { visitorReader, visitorWriter } from './visitor-store.ts'

/** She has the article open, and before her the comments up to `seenTo`. Gives the names of the others who have. */
export async function noteVisit(
  { database, now }: { database: Database; now: string },
  staffId: number,
  articleId: number,
  seenTo: number | null,
): Promise<string[]> {
  return inTransaction(database, async (transaction) => {
    await visitorWriter(transaction, now).see(articleId, staffId)
    if (seenTo !== null) await mentionWriter(transaction, now).markSeen(articleId, staffId, seenTo)
    return visitorReader(transaction).listOthers(articleId, staffId, now)
  })
}

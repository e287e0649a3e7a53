import type { Writer } from './database/index.ts'
import { eraseDiscussion } from './discussion/index.ts'
import { eraseAttachments } from './documents/index.ts'
import { erasePreviews } from './previews/index.ts'
import { eraseReports } from './reader-reports/index.ts'

/** Everything that is kept beside an article and is nobody's once it is erased. */
export async function eraseElsewhere(transaction: Writer, articleId: number): Promise<void> {
  await eraseDiscussion(transaction, articleId)
  await eraseReports(transaction, articleId)
  await eraseAttachments(transaction, articleId)
  await erasePreviews(transaction, articleId)
}

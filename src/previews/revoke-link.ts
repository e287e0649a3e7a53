import { auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import { linkWriter } from './link-store.ts'

type RevokeWish = { article: { id: number; title: string }; linkId: number; note: string }

/** Whoever opens it from now on is told that it ended. Revoking it twice does nothing more. */
export async function revokeLink(
  { database, now }: { database: Database; now: string },
  by: { id: number; name: string },
  { article, linkId, note }: RevokeWish,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    if (!(await linkWriter(transaction, now).revoke(linkId))) return
    await auditWriter(transaction, now).record(by, 'revoked-link', { kind: 'article', ...article }, note)
  })
}

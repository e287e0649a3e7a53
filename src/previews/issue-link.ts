import { auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { endOf } from './link.ts'
import { linkWriter } from './link-store.ts'
import { newToken, tokenHash } from './token.ts'

type IssueTools = {
  database: Database
  world: World
  /** What the audit log says of a link: never its address. */
  describe: (link: { id: number; approver: string | null; expiresAt: string }) => string
}

export type LinkWish = { article: { id: number; title: string }; approver: string | null; days: number }

/** Gives the token, which nothing but the address of the link holds from now on. */
export async function issueLink(
  { database, world, describe }: IssueTools,
  by: { id: number; name: string },
  { article, approver, days }: LinkWish,
): Promise<{ token: string; expiresAt: string }> {
  const now = world.clock.now()
  const token = newToken(world.random)
  const expiresAt = endOf(now, days)
  await inTransaction(database, async (transaction) => {
    const link = { articleId: article.id, hash: tokenHash(token), approver, createdBy: by.id, expiresAt }
    const id = await linkWriter(transaction, now).add(link)
    const note = describe({ id, approver, expiresAt })
    await auditWriter(transaction, now).record(by, 'shared', { kind: 'article', ...article }, note)
  })
  return { token, expiresAt }
}

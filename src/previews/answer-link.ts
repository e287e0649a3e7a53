import { deskArticleReader, eventWriter } from '../articles/index.ts'
import { auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import type { Answer } from './answer.ts'
import { answerWriter } from './answer-store.ts'
import { linkState } from './link.ts'
import { linkReader } from './link-store.ts'

type AnswerTools = {
  database: Database
  world: World
  /** What the audit log says of the link. */
  nameOf: (linkId: number) => string
}

export type AnswerWish = { hash: string } & Omit<Answer, 'at' | 'editionId'> & { editionId: number | null }

/** `newer-edition`: she read another text than the newest. `ended`: her link no longer asks anybody. Nothing was written. */
export type Answered = 'answered' | 'newer-edition' | 'ended'

export async function answerLink(
  { database, world, nameOf }: AnswerTools,
  { hash, editionId, verdict, note }: AnswerWish,
): Promise<Answered> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const link = await linkReader(transaction).findByHash(hash)
    const article = link && (await deskArticleReader(transaction).find(link.articleId))
    if (!link?.approver || !article || linkState(link, article, now) !== 'valid') return 'ended'
    if (editionId !== article.editionId) return 'newer-edition'

    const approver = { id: null, name: link.approver }
    const subject = { kind: 'article', id: article.id, title: article.content.title } as const
    await answerWriter(transaction, now).add(link.id, { editionId, verdict, note })
    await eventWriter(transaction, now).record(article.id, editionId, approver, verdict, note)
    await auditWriter(transaction, now).record(approver, verdict, subject, nameOf(link.id))
    return 'answered'
  })
}

import type { Act, Actor } from '../audit/index.ts'
import { auditWriter } from '../audit/index.ts'
import type { Config } from '../config.ts'
import { type Database, inTransaction, type Writer } from '../database/index.ts'
import { type Rules, rulesReader } from '../rules/index.ts'
import { conflict, forbidden, notFound } from '../site/faults.ts'
import type { Permission } from '../site/permissions.ts'
import type { World } from '../site/world.ts'
import { articleWriter } from './article-store.ts'
import type { DeskArticle } from './desk-article.ts'
import { deskArticleReader } from './desk-article-store.ts'
import { eventWriter } from './event-store.ts'
import { type Deed, refusalOf } from './transitions.ts'

export type DeskTools = { config: Pick<Config, 'timeZone'>; database: Database; world: World }

/** Null stands for the portal itself, which no gate stops. */
export type DeskActor = (NonNullable<Actor> & { may(permission: Permission): boolean }) | null

/** Somebody saved after the writer opened her form; nothing was written. */
export type Conflict = { conflict: DeskArticle }
/** Nobody passes her own gate; nothing was written. */
export type OwnGate = { ownGate: true }

/** One step of an article: everything that it needs, in its transaction. */
export type Step = { transaction: Writer; by: DeskActor; now: string; rules: Rules; acts: Told[] }

/** What was done, for the history of the article and for the audit log, which outlives it. */
type Told = { act: Act; articleId: number; editionId: number; title: string; note: string }

export const beginStep = async (transaction: Writer, by: DeskActor, now: string): Promise<Step> => ({
  transaction,
  by,
  now,
  rules: await rulesReader(transaction).get(),
  acts: [],
})

/** Does something with an article as it is at this moment, which no form was opened for. */
export async function actOnArticle(
  { database, world }: Pick<DeskTools, 'database' | 'world'>,
  by: DeskActor,
  { deed, articleId }: { deed: Deed; articleId: number },
  steps: (step: Step, article: DeskArticle) => Promise<void>,
): Promise<'done' | 'own-gate'> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const step = await beginStep(transaction, by, now)
    const article = await getArticle(transaction, articleId)
    if (isOwnGate(deed, step, article)) return 'own-gate'
    if (!(await articleWriter(transaction, now).claim(articleId, article.version))) conflict()
    await steps(step, article)
    await endStep(step)
    return 'done'
  })
}

/** Asks the table of transitions; who may not, or comes too late, is told by a fault. */
export function isOwnGate(deed: Deed, { by, rules, now }: Step, article: DeskArticle | null): boolean {
  const refusal = by === null ? null : refusalOf(deed, { article, staff: by, rules, now })
  if (refusal === 'permission') forbidden()
  if (refusal === 'state') conflict()
  return refusal === 'own-gate'
}

/** Told when the step ends: the audit log is the last that a transaction writes, so that two never wait for each other. */
export function tellAct(
  { acts }: Step,
  act: Act,
  { articleId, editionId, title }: { articleId: number; editionId: number; title: string },
  note = '',
): void {
  acts.push({ act, articleId, editionId, title, note })
}

export async function endStep({ transaction, by, now, acts }: Step): Promise<void> {
  for (const { act, articleId, editionId, title, note } of acts) {
    await eventWriter(transaction, now).record(articleId, editionId, by, act, note)
    await auditWriter(transaction, now).record(by, act, { kind: 'article', id: articleId, title }, note)
  }
}

export const subjectOf = ({ id, editionId, content }: DeskArticle) => ({
  articleId: id,
  editionId,
  title: content.title,
})

/** What readers have, whatever is being written meanwhile. */
export const liveSubjectOf = (article: DeskArticle) => ({
  ...subjectOf(article),
  editionId: article.liveEditionId ?? article.editionId,
})

export async function getArticle(transaction: Writer, id: number): Promise<DeskArticle> {
  return (await deskArticleReader(transaction).find(id)) ?? notFound()
}

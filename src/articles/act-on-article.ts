import { type Announcement, announcementWriter } from '../announcements/index.ts'
import type { Act, Actor } from '../audit/index.ts'
import { auditWriter } from '../audit/index.ts'
import type { Config } from '../config.ts'
import { type Database, inTransaction, type Writer } from '../database/index.ts'
import { type Rules, rulesReader } from '../rules/index.ts'
import { deskSearchWriter, searchWriter } from '../search/index.ts'
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

/** One step of an article, or of several: everything that it needs, in its transaction. */
export type Step = {
  transaction: Writer
  by: DeskActor
  now: string
  rules: Rules
  acts: Told[]
  /** Articles that readers, and staff, find otherwise from now on. */
  changed: { forReaders: number[]; forStaff: number[] }
  /** What others are told of an article, in place of what was planned to be told. */
  announced: { articleId: number; announcements: Announcement[] }[]
}

/** What was done, for the history of the article and for the audit log, which outlives it. */
type Told = { act: Act; articleId: number; editionId: number; title: string; note: string }

const beginStep = async (transaction: Writer, by: DeskActor, now: string): Promise<Step> => ({
  transaction,
  by,
  now,
  rules: await rulesReader(transaction).get(),
  acts: [],
  changed: { forReaders: [], forStaff: [] },
  announced: [],
})

/** What `work` does becomes true together, with all that follows from it, or not at all. */
export function inOneStep<T>(
  { database, world }: Pick<DeskTools, 'database' | 'world'>,
  by: DeskActor,
  work: (step: Step) => Promise<T>,
): Promise<T> {
  return inTransaction(database, async (transaction) => {
    const step = await beginStep(transaction, by, world.clock.now())
    const answer = await work(step)
    await endStep({ database, world }, step)
    return answer
  })
}

/** Does something with an article as it is at this moment, which no form was opened for. */
export function actOnArticle(
  tools: Pick<DeskTools, 'database' | 'world'>,
  by: DeskActor,
  { deed, articleId }: { deed: Deed; articleId: number },
  steps: (step: Step, article: DeskArticle) => Promise<void>,
): Promise<'done' | 'own-gate'> {
  return inOneStep(tools, by, async (step) => {
    const { transaction, now } = step
    const article = await getArticle(transaction, articleId)
    if (isOwnGate(deed, step, article)) return 'own-gate'
    if (!(await articleWriter(transaction, now).claim(articleId, article.version))) conflict()
    await steps(step, article)
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

/** Told when the step ends. */
export function tellAct(
  { acts }: Step,
  act: Act,
  { articleId, editionId, title }: { articleId: number; editionId: number; title: string },
  note = '',
): void {
  acts.push({ act, articleId, editionId, title, note })
}

/**
 * The index, then the audit log: it is the last that a transaction writes, so that two never wait for each other. Whoever
 * holds the index waits for no row any more: that of a picture may be held by who describes it.
 */
async function endStep(
  { database, world }: Pick<DeskTools, 'database' | 'world'>,
  { transaction, by, now, acts, changed, announced }: Step,
): Promise<void> {
  // Nobody is told of what comes from the shell: an import brings the articles of many years.
  for (const { articleId, announcements } of by === null ? [] : announced)
    await announcementWriter(transaction, { now, random: world.random }).announce(articleId, announcements)
  await searchWriter(database, transaction, now).followAll(changed.forReaders)
  await deskSearchWriter(database, transaction).followArticles(changed.forStaff)
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

import { inTransaction, type Writer } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import {
  type Conflict,
  type DeskActor,
  type DeskTools,
  getArticle,
  inOneStep,
  isOwnGate,
  type OwnGate,
  type Step,
  tellAct,
} from './act-on-article.ts'
import { articleWriter } from './article-store.ts'
import { autosaveWriter, slotsOf } from './autosave-store.ts'
import type { Content } from './content.ts'
import { contentToEdit, type DeskArticle, isSame, isUnchanged, type Signature, workStage } from './desk-article.ts'
import { deskArticleReader } from './desk-article-store.ts'
import { editionWriter, type RenderedBody } from './edition-store.ts'
import type { Deed } from './transitions.ts'

export type SaveWish = {
  /** Null for an article that is not there yet. */
  articleId: number | null
  /** The version that the writer had before her. */
  version: number
  /** Of the form that a new article came from; the same form makes no second one. */
  formKey: string | null
  content: Content
  body: RenderedBody
  /** Where the text comes from, when nobody typed it. */
  isRestored?: boolean
  /** What a new article was made of, for its history: the name of a file. */
  origin?: string
}

/** The edition that a form became, or that it was equal to. */
export type Written = { articleId: number; editionId: number; article: DeskArticle | null; isNew: boolean }

export type Outcome = { article: DeskArticle } | Conflict | OwnGate

/** Or an article that is so already. */
export type StepOutcome = Outcome | { written: Written }

type Steps = (step: Step, written: Written) => Promise<void>

/** A draft. Saving what has not changed leaves it where it stands. */
export function saveArticle(tools: DeskTools, by: DeskActor, wish: SaveWish): Promise<Outcome> {
  return writeArticle(tools, by, 'save', wish, async () => {})
}

/** Whoever comes next in the office may pass it from now on. */
export function submitArticle(tools: DeskTools, by: DeskActor, wish: SaveWish): Promise<Outcome> {
  return writeArticle(tools, by, 'submit', wish, async (step, written) => {
    const signature = { staffId: step.by?.id ?? null, at: step.now }
    await articleWriter(step.transaction, step.now).submit(written.articleId, signature)
    tellAct(step, 'submitted', { ...written, title: wish.content.title })
  })
}

/** The first of two gates. What the reviewer changed on the way passes with it: the last gate still comes. */
export function reviewArticle(tools: DeskTools, by: DeskActor, wish: SaveWish, note = ''): Promise<Outcome> {
  return writeArticle(tools, by, 'review', wish, async (step, written) => {
    const articles = articleWriter(step.transaction, step.now)
    const { articleId, article, isNew } = written
    if (isNew && article?.submitted) await articles.submit(articleId, article.submitted)
    await articles.review(articleId, { staffId: step.by?.id ?? null, at: step.now })
    tellAct(step, 'reviewed', { ...written, title: wish.content.title }, note)
  })
}

/** Saves what the form says, then goes on with `steps`: together or not at all. */
export function writeArticle(
  tools: Pick<DeskTools, 'database' | 'world'>,
  by: DeskActor,
  deed: Deed,
  wish: SaveWish,
  steps: Steps,
): Promise<Outcome> {
  return inTransaction(tools.database, async (transaction) => {
    const outcome = await inOneStep(tools, by, (step) => writeInStep(step, deed, wish, steps))
    return 'written' in outcome ? { article: await getArticle(transaction, outcome.written.articleId) } : outcome
  })
}

/** For many at once: a draft, one of the articles of a step. */
export function saveInStep(step: Step, wish: SaveWish): Promise<StepOutcome> {
  return writeInStep(step, 'save', wish, async () => {})
}

export async function writeInStep(step: Step, deed: Deed, wish: SaveWish, steps: Steps): Promise<StepOutcome> {
  const { transaction, by, now } = step
  const known = await findKnown(transaction, wish)
  if (known && isDoneAlready(deed, known, wish, by)) return { article: known }
  if (known && isOutdated(known, wish)) return { conflict: known }
  if (isOwnGate(deed, step, known) || isOwnChange(deed, step, known, wish)) return { ownGate: true }
  const isClaimed = known === null || (await articleWriter(transaction, now).claim(known.id, known.version))
  const written = isClaimed ? await writeEdition(step, deed, wish, known) : null
  // Somebody was first, at the same moment: another person, or another press of the same button.
  if (written === null) return comeSecond(deed, (await findKnown(transaction, wish)) ?? notFound(), wish, by)
  await steps(step, written)
  if (by) await autosaveWriter(transaction, now).clear(by.id, slotsOf(written.articleId, wish.formKey))
  if (written.isNew) step.changed.forStaff.push(written.articleId)
  return { written }
}

const comeSecond = (deed: Deed, first: DeskArticle, wish: SaveWish, by: DeskActor): Outcome =>
  isDoneAlready(deed, first, wish, by) ? { article: first } : { conflict: first }

/** The article of the form: by its address, or by the key of the form that made it. */
async function findKnown(transaction: Writer, { articleId, formKey }: SaveWish): Promise<DeskArticle | null> {
  if (articleId !== null) return getArticle(transaction, articleId)
  return formKey === null ? null : deskArticleReader(transaction).findByFormKey(formKey)
}

/** A form of a new article that comes again, by the back button, was opened on the first version. */
const isOutdated = (article: DeskArticle, { version }: SaveWish): boolean =>
  article.deletedAt !== null || article.version !== Math.max(version, 1)

/** A button that was pressed twice, or a form that was sent again: what it asks for is so already. */
function isDoneAlready(deed: Deed, article: DeskArticle, { content }: SaveWish, by: DeskActor): boolean {
  if (article.deletedAt !== null || !(isUnchanged(article, content) || isSame(article, content))) return false
  const isHers = (signature: Signature | null) => signature !== null && signature.staffId === by?.id
  const isLive = article.draftEditionId === null && article.withdrawnAt === null
  if (deed === 'save') return true
  if (deed === 'submit') return workStage(article) === 'submitted' && isHers(article.submitted)
  if (deed === 'review') return workStage(article) === 'reviewed' && isHers(article.reviewed)
  if (deed === 'publish-unreviewed') return isLive && isHers(article.unreviewed)
  return deed === 'publish' && isLive
}

/** With four eyes, what was changed at the last gate was seen by two alone; the hours are whoever publishes' to set. */
function isOwnChange(deed: Deed, { by, rules }: Step, article: DeskArticle | null, { content }: SaveWish): boolean {
  if (by === null || deed !== 'publish' || !rules.fourEyes || article === null) return false
  const { publishAt, expireAt, pinUntil } = contentToEdit(article)
  return !isUnchanged(article, { ...content, publishAt, expireAt, pinUntil })
}

/** Null when the form has made an article before. */
async function writeEdition(
  step: Step,
  deed: Deed,
  { content, body, formKey, isRestored = false, origin = '' }: SaveWish,
  article: DeskArticle | null,
): Promise<Written | null> {
  const { transaction, by, now } = step
  const hasNothingNew = article !== null && isUnchanged(article, content)
  if (hasNothingNew && (article.draftEditionId !== null || deed === 'save'))
    return { articleId: article.id, editionId: article.editionId, article, isNew: false }

  const editions = editionWriter(transaction, now)
  const articleId = article?.id ?? (await editions.addArticle(content.slug, by?.id ?? null, formKey))
  if (articleId === null) return null
  const editionId = await editions.addEdition(articleId, content, body, by?.id ?? null)
  if (article?.draftEditionId) await editions.dropHtml(article.draftEditionId)
  // The address of a live article follows only when the edition is published.
  const slug = article?.liveEditionId ? null : content.slug
  await articleWriter(transaction, now).setDraft(articleId, editionId, slug)
  // A step through a gate tells of its edition itself.
  const subject = { articleId, editionId, title: content.title }
  if (article === null) tellAct(step, 'created', subject, origin)
  else if (deed === 'save') tellAct(step, isRestored ? 'restored-edition' : 'saved', subject)
  return { articleId, editionId, article, isNew: true }
}

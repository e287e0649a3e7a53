import { categoryReader } from '../categories/index.ts'
import { documentWriter } from '../documents/index.ts'
import { listingWriter } from '../listings/index.ts'
import { pictureWriter } from '../media/index.ts'
import { type DeskActor, type DeskTools, type Step, tellAct } from './act-on-article.ts'
import { launchAnnouncements } from './announce-article.ts'
import { articleWriter } from './article-store.ts'
import type { Content } from './content.ts'
import { type DeskArticle, hadReaders } from './desk-article.ts'
import { editionWriter } from './edition-store.ts'
import {
  type Outcome,
  type SaveWish,
  type StepOutcome,
  type Written,
  writeArticle,
  writeInStep,
} from './save-article.ts'
import { updateWriter } from './update-store.ts'

/** What the form says becomes the live edition, now or at its future date. Issues are found before; see `judgeArticle`. */
export function publishArticle(tools: DeskTools, by: DeskActor, wish: SaveWish): Promise<Outcome> {
  return writeArticle(tools, by, 'publish', wish, (step, written) => launch(tools, step, wish, written, null))
}

/** For many at once: one of the articles of a step. */
export function publishInStep(tools: Pick<DeskTools, 'config'>, step: Step, wish: SaveWish): Promise<StepOutcome> {
  return writeInStep(step, 'publish', wish, (_, written) => launch(tools, step, wish, written, null))
}

/** In an emergency: past the gates, and marked until somebody else countersigns. */
export function publishUnreviewed(
  tools: DeskTools,
  by: NonNullable<DeskActor>,
  wish: SaveWish,
  reason: string,
): Promise<Outcome> {
  return writeArticle(tools, by, 'publish-unreviewed', wish, (step, written) =>
    launch(tools, step, wish, written, { reason }),
  )
}

async function launch(
  { config }: Pick<DeskTools, 'config'>,
  step: Step,
  { content, body }: SaveWish,
  { articleId, editionId, article }: Written,
  past: { reason: string } | null,
): Promise<void> {
  const { transaction, by, now } = step
  const publishedAt = publicDate(content.publishAt, article, now)
  const isTold = isToldToReaders(content, article, now)
  await editionWriter(transaction, now).markPublished(editionId)
  await articleWriter(transaction, now).goLive(articleId, {
    editionId,
    slug: content.slug,
    publishedAt,
    expiresAt: content.expireAt,
    isUpdate: isTold,
    unreviewed: past && { by: by?.id ?? null },
  })
  if (isTold) await updateWriter(transaction, now).tell(articleId, editionId, content.change)
  const tree = await categoryReader(transaction).getTree()
  await listingWriter(transaction, tree, { now, timeZone: config.timeZone }).list({
    articleId,
    categoryId: content.categoryId ?? 0,
    publishedAt,
    expiresAt: content.expireAt,
    tags: content.tags,
    author: content.author,
  })
  await pictureWriter(transaction, now).makePublic([
    ...body.pictureIds,
    ...(content.coverPictureId ? [content.coverPictureId] : []),
  ])
  await documentWriter(transaction, now).makePublic(content.documentIds)
  step.changed.forReaders.push(articleId)
  const told = isTold ? content.change.kind : null
  const announcements = launchAnnouncements({ article, slug: content.slug, publishedAt, told }, now)
  step.announced.push({ articleId, announcements })
  tellAct(
    step,
    actOf(content, { isTold, isPast: past !== null, isFuture: publishedAt > now }),
    {
      articleId,
      editionId,
      title: content.title,
    },
    past?.reason ?? content.change.note,
  )
}

type Circumstances = { isTold: boolean; isPast: boolean; isFuture: boolean }

function actOf({ change }: Content, { isTold, isPast, isFuture }: Circumstances) {
  if (isPast) return 'published-unreviewed'
  if (isTold) return change.kind === 'correction' ? 'corrected' : 'updated'
  return isFuture ? 'scheduled' : 'published'
}

/** Only who could have read it before is told of a change. */
export const isToldToReaders = ({ change }: Content, article: DeskArticle | null, now: string): boolean =>
  article !== null && hadReaders(article, now) && change.kind !== 'minor'

/** The date of a first publication stays through later editions, unless somebody sets another; a plan does not. */
export function publicDate(wished: string | null, article: DeskArticle | null, now: string): string {
  const known = article?.publishedAt ?? now
  return wished ?? (known > now ? now : known)
}

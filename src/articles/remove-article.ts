import { buildTree } from '../categories/index.ts'
import { listingWriter } from '../listings/index.ts'
import { actOnArticle, type DeskActor, type DeskTools, liveSubjectOf, subjectOf, tellAct } from './act-on-article.ts'
import { trashAnnouncements, withdrawalAnnouncements } from './announce-article.ts'
import { articleWriter } from './article-store.ts'

const noTree = buildTree([])

/** Readers find the reason in its place, and the article in no list. `reason` is shown to them. */
export function withdrawArticle(tools: DeskTools, by: DeskActor, articleId: number, reason: string) {
  return actOnArticle(tools, by, { deed: 'withdraw', articleId }, async (step, article) => {
    const { transaction, now } = step
    await articleWriter(transaction, now).withdraw(articleId, reason)
    await listingWriter(transaction, noTree, { now, timeZone: tools.config.timeZone }).unlist(articleId)
    step.changed.forReaders.push(articleId)
    step.announced.push({ articleId, announcements: withdrawalAnnouncements(article, now) })
    tellAct(step, 'withdrew', liveSubjectOf(article), reason)
  })
}

/** Readers get 410 from now on. Nothing is erased yet: for thirty days the trash gives everything back. */
export function trashArticle(tools: DeskTools, by: DeskActor, articleId: number) {
  return actOnArticle(tools, by, { deed: 'trash', articleId }, async (step, article) => {
    await articleWriter(step.transaction, step.now).trash(articleId)
    step.changed.forStaff.push(articleId)
    step.announced.push({ articleId, announcements: trashAnnouncements(article, step.now) })
    tellAct(step, 'trashed', subjectOf(article))
  })
}

export function restoreArticle(tools: DeskTools, by: DeskActor, articleId: number) {
  return actOnArticle(tools, by, { deed: 'restore', articleId }, async (step, article) => {
    await articleWriter(step.transaction, step.now).restore(articleId)
    step.changed.forStaff.push(articleId)
    tellAct(step, 'restored', subjectOf(article))
  })
}

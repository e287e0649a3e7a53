import { buildTree } from '../categories/index.ts'
import { listingWriter } from '../listings/index.ts'
import { deskSearchWriter, searchWriter } from '../search/index.ts'
import { actOnArticle, type DeskActor, type DeskTools, liveSubjectOf, subjectOf, tellAct } from './act-on-article.ts'
import { articleWriter } from './article-store.ts'

const noTree = buildTree([])

/** Readers find the reason in its place, and the article in no list. `reason` is shown to them. */
export function withdrawArticle(tools: DeskTools, by: DeskActor, articleId: number, reason: string) {
  return actOnArticle(tools, by, { deed: 'withdraw', articleId }, async (step, article) => {
    const { transaction, now } = step
    await articleWriter(transaction, now).withdraw(articleId, reason)
    await listingWriter(transaction, noTree, { now, timeZone: tools.config.timeZone }).unlist(articleId)
    await searchWriter(tools.database, transaction, now).follow(articleId)
    tellAct(step, 'withdrew', liveSubjectOf(article), reason)
  })
}

/** Readers get 410 from now on. Nothing is erased yet: for thirty days the trash gives everything back. */
export function trashArticle(tools: DeskTools, by: DeskActor, articleId: number) {
  return actOnArticle(tools, by, { deed: 'trash', articleId }, async (step, article) => {
    await articleWriter(step.transaction, step.now).trash(articleId)
    await deskSearchWriter(tools.database, step.transaction).followArticle(articleId)
    tellAct(step, 'trashed', subjectOf(article))
  })
}

export function restoreArticle(tools: DeskTools, by: DeskActor, articleId: number) {
  return actOnArticle(tools, by, { deed: 'restore', articleId }, async (step, article) => {
    await articleWriter(step.transaction, step.now).restore(articleId)
    await deskSearchWriter(tools.database, step.transaction).followArticle(articleId)
    tellAct(step, 'restored', subjectOf(article))
  })
}

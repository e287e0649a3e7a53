import { actOnArticle, type DeskActor, type DeskTools, liveSubjectOf, subjectOf, tellAct } from './act-on-article.ts'
import { articleWriter } from './article-store.ts'

/** Back to its writer, with a sentence why. */
export function sendBackArticle(tools: DeskTools, by: DeskActor, articleId: number, note: string) {
  return actOnArticle(tools, by, { deed: 'send-back', articleId }, async (step, article) => {
    await articleWriter(step.transaction, step.now).reopen(articleId, 'returned')
    tellAct(step, 'returned', subjectOf(article), note)
  })
}

/** Her own, before anybody passed it on to readers. */
export function takeBackArticle(tools: DeskTools, by: DeskActor, articleId: number) {
  return actOnArticle(tools, by, { deed: 'take-back', articleId }, async (step, article) => {
    await articleWriter(step.transaction, step.now).reopen(articleId, 'draft')
    tellAct(step, 'took-back', subjectOf(article))
  })
}

/** A second pair of eyes after all: what was published in an emergency stands as if it had passed. */
export function countersignArticle(tools: DeskTools, by: DeskActor, articleId: number) {
  return actOnArticle(tools, by, { deed: 'countersign', articleId }, async (step, article) => {
    await articleWriter(step.transaction, step.now).countersign(articleId)
    tellAct(step, 'countersigned', liveSubjectOf(article))
  })
}

import type { Request, Response } from 'express'
import { inTransaction } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import { idFrom, readId, type Submitted } from '../site/forms.ts'
import type { Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { articleIn } from './address-routes.ts'
import { commentIssues, readComment } from './comment-form.ts'
import { commentPage, commentsPage } from './comment-page.ts'
import type { DiscussionTools } from './index.ts'
import { mentionWriter } from './mention-store.ts'
import { discussionPath } from './paths.ts'
import { postComment } from './post-comment.ts'
import { listMentionable, readComments } from './read-discussion.ts'
import { removeComment } from './remove-comment.ts'
import { discussionWords } from './words.ts'

export function commentHandlers(tools: DiscussionTools) {
  const { config, database, world, showNewsroom } = tools
  const words = discussionWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]

  async function showComments(req: Request, res: Response, visit: Visit) {
    const article = await articleIn(req, tools, visit.staff)
    const comments = await readComments(tools, article.id, visit, idFrom(req.query['truoc']))
    await showNewsroom(res, 'discussion/comments', commentsPage(article, comments), visit.desk)
  }

  async function post(req: Request, res: Response, { staff, desk }: Visit) {
    const article = await articleIn(req, tools, staff)
    const colleagues = await listMentionable(tools, article.id, staff.id)
    const typed = readComment(req.body as Submitted, colleagues)
    const issues = commentIssues(typed, words, brokenLetters)
    if (issues.length > 0) {
      const parts = { articleId: article.id, colleagues, formToken: desk.formToken, typed, issues }
      return showNewsroom(res, 'discussion/comment', commentPage(article, parts, words, toFix), desk, 422)
    }
    await postComment({ database, now: world.clock.now() }, staff.id, article.id, typed)
    res.redirect(303, discussionPath(article.id))
  }

  async function remove(req: Request, res: Response, { staff }: Visit) {
    const article = await articleIn(req, tools, staff)
    const commentId = idFrom(req.params['comment']) ?? notFound()
    await removeComment({ database, now: world.clock.now() }, staff.id, article.id, commentId)
    res.redirect(303, discussionPath(article.id))
  }

  async function markSeen(req: Request, res: Response, { staff }: Visit) {
    const article = await articleIn(req, tools, staff)
    const seenTo = readId(req.body as Submitted, 'seenTo')
    if (seenTo !== null) {
      const now = world.clock.now()
      await inTransaction(database, (transaction) =>
        mentionWriter(transaction, now).markSeen(article.id, staff.id, seenTo),
      )
    }
    res.redirect(303, discussionPath(article.id))
  }

  return { showComments, post, remove, markSeen }
}

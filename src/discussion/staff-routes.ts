import { createStaffRouter, type StaffRouter } from '../site/staff-router.ts'
import { commentHandlers } from './comment-routes.ts'
import type { DiscussionTools } from './index.ts'
import * as paths from './paths.ts'
import { presenceHandlers } from './presence-routes.ts'

/** Every one of them asks besides whether she may work on the article. */
export function discussionStaffRoutes(tools: DiscussionTools): StaffRouter {
  const comments = commentHandlers(tools)
  const presence = presenceHandlers(tools)
  const routes = createStaffRouter()

  routes.get(paths.commentsPath(':id'), 'write-articles', comments.showComments)
  routes.post(paths.commentsPath(':id'), 'write-articles', comments.post)
  routes.post(paths.mentionsSeenPath(':id'), 'write-articles', comments.markSeen)
  routes.post(paths.removeCommentPath(':id', ':comment'), 'write-articles', comments.remove)
  routes.post(paths.presencePath(':id'), 'write-articles', presence.beat)
  routes.post(paths.leavePath(':id'), 'write-articles', presence.leave)
  return routes
}

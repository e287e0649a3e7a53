import type { ShowNewsroom } from '../site/show.ts'
import type { StaffMember, Visit } from '../site/staff-router.ts'
import type { CurrentVersion } from './presence-page.ts'
import { type DiscussionParts, type ReadTools, readDiscussion } from './read-discussion.ts'
import { discussionStaffRoutes } from './staff-routes.ts'

export type { Colleague } from './comment.ts'
export { type CommentsPart, commentsPart } from './comment-page.ts'
export { commentReader, eraseDiscussion } from './comment-store.ts'
export { mentionReader, mentionWriter, type UnseenMention } from './mention-store.ts'
export { discussionPath, mentionsSeenPath } from './paths.ts'
export { type CurrentVersion, type PresencePart, presencePart } from './presence-page.ts'
export type { DiscussionParts } from './read-discussion.ts'
export { visitorReader } from './visitor-store.ts'
export { discussionWords } from './words.ts'

export type DiscussionTools = ReadTools & {
  showNewsroom: ShowNewsroom
  /** For somebody who may work on the article; null to anybody else. */
  mayOpen(articleId: number, staff: StaffMember): Promise<{ title: string } | null>
  currentVersion(articleId: number): Promise<CurrentVersion>
}

/** What colleagues say to each other about an article, and who has it open. */
export function createDiscussion(tools: DiscussionTools) {
  return {
    staffRoutes: discussionStaffRoutes(tools),
    /** For the editor of an article that this person may work on. */
    readParts: (articleId: number, visit: Visit): Promise<DiscussionParts> => readDiscussion(tools, articleId, visit),
  }
}

import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Visit } from '../site/staff-router.ts'
import type { World } from '../site/world.ts'
import { compareVietnamese } from '../text/order.ts'
import type { Colleague } from './comment.ts'
import { type CommentsPart, commentsPart } from './comment-page.ts'
import { commentReader } from './comment-store.ts'
import { type PresencePart, presencePart } from './presence-page.ts'
import { visitorReader } from './visitor-store.ts'
import { discussionWords } from './words.ts'

export const mostComments = 50

export type ReadTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'staffUrl'>
  database: Database
  world: World
  /** Whoever can sign in and may work on the article. */
  listColleagues(articleId: number): Promise<Colleague[]>
}

/** What the editor shows beside an article that this person may work on. */
export type DiscussionParts = { comments: CommentsPart; presence: PresencePart }

export async function readDiscussion(tools: ReadTools, articleId: number, visit: Visit): Promise<DiscussionParts> {
  const now = tools.world.clock.now()
  const others = await visitorReader(tools.database.read).listOthers(articleId, visit.staff.id, now)
  return {
    comments: await readComments(tools, articleId, visit, null),
    presence: presencePart(articleId, others, discussionWords[tools.config.language]),
  }
}

/** The newest comments, or those older than the comment `before`. */
export async function readComments(
  tools: ReadTools,
  articleId: number,
  { staff, desk }: Visit,
  before: number | null,
): Promise<CommentsPart> {
  const { config, database, world } = tools
  const list = await commentReader(database.read).list(articleId, staff.id, { before, most: mostComments })
  const parts = {
    articleId,
    list,
    colleagues: await listMentionable(tools, articleId, staff.id),
    readerId: staff.id,
    formToken: desk.formToken,
    isNewest: before === null,
    now: world.clock.now(),
  }
  return commentsPart(parts, { ...config, words: discussionWords[config.language] })
}

/** Everybody but herself, in Vietnamese order. */
export async function listMentionable(
  { listColleagues }: Pick<ReadTools, 'listColleagues'>,
  articleId: number,
  staffId: number,
): Promise<Colleague[]> {
  const colleagues = await listColleagues(articleId)
  return colleagues.filter(({ id }) => id !== staffId).sort((a, b) => compareVietnamese(a.name, b.name))
}

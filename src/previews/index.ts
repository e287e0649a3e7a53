import type { Response } from 'express'
import type { Config } from '../config.ts'
import type { Database, Reader } from '../database/index.ts'
import type { Picture } from '../media/index.ts'
import type { ArticlePage } from '../news/index.ts'
import type { PreviewWish } from '../newsdesk/index.ts'
import type { Show, ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import type { ToldAnswer } from './answer.ts'
import { answerSentence } from './answer-part.ts'
import { answerReader } from './answer-store.ts'
import { previewPublicRoutes } from './public-routes.ts'
import { previewStaffRoutes } from './staff-routes.ts'
import { previewWords } from './words.ts'

export type { ToldAnswer, Verdict } from './answer.ts'
export { answerSentence } from './answer-part.ts'
export { erasePreviews } from './link-store.ts'
export { previewLinksPath } from './paths.ts'
export { previewWords } from './words.ts'

export type PreviewRoomTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl'>
  database: Database
  world: World
  show: Show
  showNewsroom: ShowNewsroom
  /** The page that readers would get of an article. */
  readPreview: (wish: PreviewWish) => Promise<ArticlePage>
  /** Sends a file of a picture, public or not, so that nothing keeps it. */
  sendPicture: (res: Response, picture: Picture | null, name: string) => void
}

/** Links with which somebody without an account reads an article before its readers, and says whether she agrees. */
export function createPreviews(tools: PreviewRoomTools) {
  return { publicRoutes: previewPublicRoutes(tools), staffRoutes: previewStaffRoutes(tools) }
}

/** The last answer of an approver to an article; null when nobody answered. `editionId` says which text she had read. */
export const latestAnswer = (database: Reader, articleId: number): Promise<ToldAnswer | null> =>
  answerReader(database).findLatest(articleId)

/** Whether an approver agreed to exactly this edition, as staff read it; null when she said nothing to it. */
export async function readApproval(
  { config, database }: { config: Pick<Config, 'language' | 'timeZone'>; database: Pick<Database, 'read'> },
  { id, editionId }: { id: number; editionId: number },
): Promise<string | null> {
  const answer = await latestAnswer(database.read, id)
  if (answer?.editionId !== editionId) return null
  return answerSentence(answer, config.timeZone, previewWords[config.language])
}

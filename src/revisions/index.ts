import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Markdown } from '../markdown/index.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { StaffMember } from '../site/staff-router.ts'
import { revisionStaffRoutes } from './staff-routes.ts'

export { historyPath, slipPath } from './paths.ts'
export { revisionWords } from './words.ts'

/** `version` is the one that the page was made of. */
export type RestoreWish = { articleId: number; version: number; editionId: number }

export type RevisionTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl'>
  database: Database
  showNewsroom: ShowNewsroom
  markdown: Markdown
  /** Makes a new draft with the content of an old edition; `conflict` when somebody saved since. */
  restore: (by: StaffMember, wish: RestoreWish) => Promise<'restored' | 'conflict'>
}

/** The past of an article: its history, what changed between two editions, old editions, the slip that goes with it. */
export function createRevisions(tools: RevisionTools) {
  return { staffRoutes: revisionStaffRoutes(tools) }
}

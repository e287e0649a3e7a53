import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { rulesReader } from '../rules/index.ts'
import type { Show, ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { forgetContacts } from './forget-contacts.ts'
import { reportPublicRoutes } from './public-routes.ts'
import { reportReader } from './report-store.ts'
import { reportStaffRoutes } from './staff-routes.ts'

export { type Clock, clockOf } from './clock-part.ts'
export { openReports } from './open-reports.ts'
export { reportPath, reportsPath } from './paths.ts'
export type { ReportRow } from './report.ts'
export { eraseReports } from './report-store.ts'
export { type ReportWords, reportWords } from './words.ts'

export type ReportTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl' | 'staffPort' | 'workers'>
  database: Database
  world: World
  show: Show
  showNewsroom: ShowNewsroom
}

/** Errors that readers report, and how the newsroom answers them. Off until the rules of the newsroom ask for it. */
export function createReaderReports(tools: ReportTools) {
  const { read } = tools.database
  return {
    publicRoutes: reportPublicRoutes(tools),
    staffRoutes: reportStaffRoutes(tools),
    /** For the menu: readers may report, or what they reported waits for an answer. */
    isInUse: async (): Promise<boolean> =>
      (await rulesReader(read).get()).readerReports || (await reportReader(read).hasOpen()),
    /** For the start and once a minute. */
    forgetContacts: (): Promise<number> => forgetContacts(tools),
  }
}

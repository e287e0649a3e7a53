import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { dashboardStaffRoutes } from './staff-routes.ts'

export { dashboardPath, reportPath } from './paths.ts'
export { dashboardWords } from './words.ts'

export type DashboardTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl' | 'staffPort'>
  database: Database
  world: World
  showNewsroom: ShowNewsroom
}

/** What the newsroom's first page shows of every room, and the report of a month. */
export function createDashboard(tools: DashboardTools) {
  return { staffRoutes: dashboardStaffRoutes(tools) }
}

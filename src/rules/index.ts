import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { rulesStaffRoutes } from './staff-routes.ts'

export { rulesPath } from './paths.ts'
export type { Rules } from './rules.ts'
export { rulesReader } from './rules-store.ts'
export { rulesWords } from './words.ts'

export type RulesTools = {
  config: Pick<Config, 'language'>
  database: Database
  world: World
  showNewsroom: ShowNewsroom
}

/** How this newsroom works: gates, four eyes, what readers may report, the second factor. */
export function createRules(tools: RulesTools) {
  return { staffRoutes: rulesStaffRoutes(tools) }
}

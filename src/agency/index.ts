import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Assets } from '../site/assets.ts'
import type { AgencyBlock } from '../site/layout.ts'
import type { Show, ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { agencyBlock } from './agency-page.ts'
import { agencyReader } from './agency-store.ts'
import { agencyPublicRoutes } from './public-routes.ts'
import { agencyStaffRoutes } from './staff-routes.ts'

export type { Agency, Link } from './agency.ts'
export { changeAgency, changeLinks } from './change-agency.ts'
export { agencyPath, contactPath, linksPath } from './paths.ts'
export { agencyWords } from './words.ts'

export type AgencyTools = {
  config: Pick<Config, 'language'>
  database: Database
  world: World
  assets: Assets
  show: Show
  showNewsroom: ShowNewsroom
}

/** Who we are: the contact block of every page, the contact page, links, and where staff change them. */
export function createAgency(tools: AgencyTools) {
  return {
    publicRoutes: agencyPublicRoutes(tools),
    staffRoutes: agencyStaffRoutes(tools),
  }
}

export type AgencyParts = { agency: AgencyBlock; links: { title: string; address: string }[] }

/** What the layout of every page shows of the agency. */
export async function readAgencyParts(database: Pick<Database, 'read'>): Promise<AgencyParts> {
  const reader = agencyReader(database.read)
  return { agency: agencyBlock(await reader.getAgency()), links: await reader.listLinks() }
}

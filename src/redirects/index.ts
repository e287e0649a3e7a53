import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { createMissedCounter, type MissedCounter } from './count-missed.ts'
import { createHomeMemory, type HomeMemory } from './home-memory.ts'
import { importJobs } from './import-jobs.ts'
import type { OwnPages } from './own-pages.ts'
import { redirectPublicRoutes } from './public-routes.ts'
import { createImportRunner } from './run-imports.ts'
import { redirectStaffRoutes } from './staff-routes.ts'
import { redirectWords } from './words.ts'

export { type CsvFile, examineCsv } from './csv-lines.ts'
export { exportAddresses } from './export-addresses.ts'
export { type Counts, type ImportTools, importAddresses } from './import-addresses.ts'
export { type AddressWish, keepOne } from './keep-address.ts'
export type { OwnPages } from './own-pages.ts'
export { addressesPath } from './paths.ts'
export { openReport } from './report-lines.ts'
export { redirectWords } from './words.ts'

export type RedirectTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl' | 'uploads' | 'staffPort'>
  database: Database
  world: World
  showNewsroom: ShowNewsroom
  pages: OwnPages
}

export type RedirectRoom = RedirectTools & { homeMemory: HomeMemory; missed: MissedCounter }

const daysOfJobs = 7
const dayMs = 86_400_000

/** Addresses for ever: where those of earlier portals lead today, and what readers ask for in vain. */
export function createRedirects(tools: RedirectTools) {
  const { config, world } = tools
  const jobs = importJobs(config.uploads)
  jobs.openIncoming()
  const homeMemory = createHomeMemory()
  const missed = createMissedCounter(tools)
  const words = redirectWords[config.language]
  const runner = createImportRunner({ ...tools, words, jobs, onChanged: homeMemory.forget })
  const room = { ...tools, homeMemory, missed }

  return {
    ...redirectPublicRoutes(room),
    staffRoutes: redirectStaffRoutes({ ...room, words, jobs, runner }),
    /** Whether an address may be an old one although our home page answers it; then no kept page may answer. */
    mayBeOldHome: (url: string): boolean => homeMemory.mayBeOld(url),
    /** Once a minute. The machine writes the times of files, so its own clock is asked. */
    async catchUp(): Promise<void> {
      await missed.write()
      await jobs.removeOlderThan(new Date(Date.now() - daysOfJobs * dayMs))
    },
    async close(): Promise<void> {
      await runner.close()
      await missed.write().catch((error: unknown) => world.log.warn({ err: error }, 'lost the last missed addresses'))
    },
  }
}

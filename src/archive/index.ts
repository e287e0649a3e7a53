import type { CategoryNode, CategoryTree } from '../categories/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Months } from '../news/index.ts'
import { pageAddress } from '../site/pagination.ts'
import type { Show } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { filterQuery } from './filter-part.ts'
import { monthsPart } from './months-part.ts'
import { archivePath } from './paths.ts'
import { archivePublicRoutes } from './public-routes.ts'
import { readNewestYear } from './read-archive.ts'
import type { PageLink } from './site-map-page.ts'
import { archiveWords } from './words.ts'

export { archivePath, latestPath, mostReadPath, siteMapPath } from './paths.ts'
export type { PageLink } from './site-map-page.ts'
export { archiveWords } from './words.ts'

export type ArchiveTools = {
  config: Pick<Config, 'language' | 'timeZone'>
  database: Database
  world: World
  show: Show
  readTree: () => Promise<CategoryTree>
  /** Numbers of the articles that are read most, the most read first. */
  listMostRead: () => readonly number[]
  /** What the site map names besides categories and years. */
  systemPages: PageLink[]
}

/** Every list of articles that is no category: by day, by tag, by author, the latest, the most read; and the site map. */
export function createArchive(tools: ArchiveTools) {
  const { config, database, world } = tools
  const words = archiveWords[config.language]

  return {
    publicRoutes: archivePublicRoutes(tools),
    /** For the column beside a category: its newest year. Null while nothing stands in it. */
    async readMonths(category: CategoryNode): Promise<Months | null> {
      const asking = { database, now: world.clock.now(), timeZone: config.timeZone }
      const content = await readNewestYear(asking, category)
      if (content === null) return null
      const path = (period: string) => pageAddress(archivePath(period), filterQuery(category), 1)
      return monthsPart({ ...content, path, words })
    },
  }
}

import type { AgencyParts } from '../agency/index.ts'
import type { CategoryTree } from '../categories/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Indexing } from '../site/indexing.ts'
import type { AgencyBlock, FeedLink, MenuNode, PublicPage } from '../site/layout.ts'
import type { PageCache } from '../site/page-cache.ts'
import type { Show } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { feedLinks } from './discovery.ts'
import { feedsPublicRoutes } from './public-routes.ts'
import { feedWords } from './words.ts'

export { mayBePerson } from './feed-routes.ts'
export { feedFormats, feedPath, feedsPath } from './paths.ts'
export { portableHtml } from './portable-html.ts'

export type FeedsTools = {
  config: Pick<Config, 'siteUrl' | 'language' | 'timeZone' | 'uploads'>
  database: Database
  world: World
  show: Show
  indexing: Pick<Indexing, 'isWanted'>
  /** Keeps what was made until readers would see something else. */
  pages: Pick<PageCache, 'keep'>
  readTree: () => Promise<CategoryTree>
  readAgency: () => Promise<AgencyParts>
  /** Public pages that are neither articles nor categories, labels or days, each once. */
  pagePaths: readonly string[]
}

/** What machines read: sitemaps for search engines, feeds for readers of news. */
export const createFeeds = (tools: FeedsTools) => ({ publicRoutes: feedsPublicRoutes(tools) })

/** Feeds that belong to a page, for the head of its layout. */
export function feedLinksAt(
  { menu, agency }: { menu: MenuNode[]; agency: Pick<AgencyBlock, 'shortName'> },
  language: Config['language'],
): (page: PublicPage) => FeedLink[] {
  return (page) => feedLinks({ menu, agency, words: feedWords[language] }, page)
}

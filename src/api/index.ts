import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { PageCache } from '../site/page-cache.ts'
import type { Show } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { apiPublicRoutes } from './public-routes.ts'

export {
  articleRecord,
  categoryRecord,
  documentRecord,
  pictureRecord,
  type RecordTools,
  updateRecord,
} from './make-records.ts'
export { apiRoot, articleItemPath as articleApiPath, guidePath } from './paths.ts'
export { completeArticle, type ReadTools, readCategories, readLicence, summarize } from './read-api.ts'
export type { ArticleSummary } from './records.ts'
export { shownReader } from './shown-store.ts'
export { apiWords } from './words.ts'

export type ApiTools = {
  config: Pick<Config, 'siteUrl' | 'language' | 'timeZone'>
  database: Database
  world: World
  show: Show
  /** Keeps what was made until readers would see something else. */
  pages: Pick<PageCache, 'keep'>
}

/** What programs of others read: `/api/v1`, and the page that tells people of it. */
export const createApi = (tools: ApiTools) => ({ publicRoutes: apiPublicRoutes(tools) })

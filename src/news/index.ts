import type { AgencyParts } from '../agency/index.ts'
import type { CategoryNode, CategoryTree } from '../categories/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Rules } from '../rules/index.ts'
import type { Show } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { newsPublicRoutes } from './public-routes.ts'
import type { Months } from './rail-part.ts'

export type { Article, Ending, Headline } from './article.ts'
export { type ArticlePage, type ArticleParts, articlePage, type Cover, coverWish } from './article-page.ts'
export { articleReader } from './article-store.ts'
export { publishedArticles } from './headline-store.ts'
export { type List, type LongList, periodAt, type Start } from './list.ts'
export { nextMoment } from './next-moment.ts'
export { articleIdIn, articlePath, articleReportPath, correctionsPath, homePath } from './paths.ts'
export { type Months, type RankedLink, rankedLinks } from './rail-part.ts'
export { findSharedTitle, getShown, type ShownArticle } from './read-article.ts'
export { coverIds, type Story, story } from './story-part.ts'
export type { Correction, Update } from './update.ts'
export { updateReader } from './update-store.ts'
export { newsWords } from './words.ts'

export type NewsTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl'>
  database: Database
  world: World
  show: Show
  readTree: () => Promise<CategoryTree>
  readAgency: () => Promise<AgencyParts>
  readRules: () => Promise<Rules>
  /** Numbers of the articles that are read most, the most read first; the same list until the ranking changes. */
  listMostRead: () => readonly number[]
  /** The archive of a category's newest year; null while nothing stands in it. */
  readMonths: (category: CategoryNode) => Promise<Months | null>
}

/** Articles as citizens read them. Mounted last: whatever no other room answers may be the address of a category. */
export function createNews(tools: NewsTools) {
  return { publicRoutes: newsPublicRoutes(tools) }
}

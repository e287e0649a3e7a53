import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Show } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { newsPublicRoutes } from './public-routes.ts'

export type { Article, Ending, Headline } from './article.ts'
export { type ArticlePage, type ArticleParts, articlePage, type Cover, coverWish } from './article-page.ts'
export { articleReader } from './article-store.ts'
export { articlePath, articleReportPath, correctionsPath, homePath } from './paths.ts'
export { getShown, type ShownArticle } from './read-article.ts'
export type { Update } from './update.ts'
export { updateReader } from './update-store.ts'
export { newsWords } from './words.ts'

export type NewsTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl'>
  database: Database
  world: World
  show: Show
}

/** Articles as citizens read them. Mounted last: whatever no other room answers may be the address of a category. */
export function createNews(tools: NewsTools) {
  return { publicRoutes: newsPublicRoutes(tools) }
}

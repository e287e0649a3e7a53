import type { CategoryTree } from '../categories/index.ts'
import type { Config } from '../config.ts'
import type { Database, Writer } from '../database/index.ts'
import { createMarkdown } from '../markdown/index.ts'
import type { Show, ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { listingWriter } from './listing-store.ts'
import { rerenderOutdated, rerenderPicture } from './rerender.ts'
import { newsdeskStaffRoutes } from './staff-routes.ts'
import { newsdeskWords } from './words.ts'

export type { Content } from './content.ts'
export { emptyContent } from './content.ts'
export { articlesPath, newsroomPath } from './paths.ts'
export { publishArticle } from './publish-article.ts'
export { isUnrenderable, renderBody } from './render-body.ts'
export { newsdeskWords } from './words.ts'

export type NewsdeskTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl' | 'staffPort'>
  database: Database
  world: World
  show: Show
  showNewsroom: ShowNewsroom
}

/** Articles as staff make them: writing, publishing, taking down. */
export function createNewsdesk(tools: NewsdeskTools) {
  const markdown = createMarkdown()
  const rendering = {
    database: tools.database,
    world: tools.world,
    markdown,
    tableLabel: newsdeskWords[tools.config.language].table,
  }

  return {
    staffRoutes: newsdeskStaffRoutes({ ...tools, ...rendering }),
    rendering,
    /** For the media room: pages that show a picture tell its new description. */
    rerenderPicture: (pictureId: number) => rerenderPicture(rendering, pictureId),
    /** For the start: HTML that an older version made is made again. */
    rerenderOutdated: () => rerenderOutdated(rendering),
    /** For the categories room: articles of moved categories change lists. */
    relist: (transaction: Writer, tree: CategoryTree, categoryIds: number[]) =>
      listingWriter(transaction, tree).relist(categoryIds),
    close: () => markdown.close(),
  }
}

import type { CategoryTree } from '../categories/index.ts'
import type { Config } from '../config.ts'
import type { Database, Writer } from '../database/index.ts'
import type { DiscussionParts } from '../discussion/index.ts'
import { createMarkdown } from '../markdown/index.ts'
import type { Show, ShowNewsroom, ShowPart } from '../site/show.ts'
import type { StaffMember, Visit } from '../site/staff-router.ts'
import type { World } from '../site/world.ts'
import { catchUp } from './catch-up.ts'
import type { DeskArticle } from './desk-article.ts'
import { listingWriter } from './listing-store.ts'
import { type PreviewWish, readPreview } from './read-preview.ts'
import { rerenderOutdated, rerenderPicture } from './rerender.ts'
import { type RestoreWish, restoreEdition } from './restore-edition.ts'
import { newsdeskStaffRoutes } from './staff-routes.ts'
import { newsdeskWords } from './words.ts'

export { autosaveReader } from './autosave-store.ts'
export { type Content, emptyContent, type Genre, genres } from './content.ts'
export {
  contentToEdit,
  type DeskArticle,
  type DeskState,
  type DeskTab,
  deskState,
  type Stage,
} from './desk-article.ts'
export { deskArticleReader } from './desk-article-store.ts'
export { inSight, inTab } from './desk-filter-store.ts'
export { eventWriter } from './event-store.ts'
export { findArticleFor, listWhoMayOpen } from './find-article.ts'
export { shapeOf } from './gate-page.ts'
export { gateWords } from './gate-words.ts'
export { articlePath as deskArticlePath, articlesPath, newArticlePath, restoreAutosavePath } from './paths.ts'
export { publishArticle } from './publish-article.ts'
export type { PreviewWish } from './read-preview.ts'
export { isUnrenderable, renderBody } from './render-body.ts'
export { type Sight, scopeOf, sightOf } from './scope.ts'
export { type Deed, mayDo, type Passing, type Situation } from './transitions.ts'
export { updateWriter } from './update-store.ts'
export { type DeskWords, wordingIn as deskWordingIn } from './wording.ts'
export { newsdeskWords } from './words.ts'

export type NewsdeskTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl' | 'staffPort'>
  database: Database
  world: World
  show: Show
  showNewsroom: ShowNewsroom
  showPart: ShowPart
  /** What colleagues say about an article, and who has it open, for the editor. */
  readDiscussion: (articleId: number, visit: Visit) => Promise<DiscussionParts>
  /** What somebody without an account said of its newest edition; null when nobody was asked. */
  readApproval: (article: Pick<DeskArticle, 'id' | 'editionId'>) => Promise<string | null>
  /** Pages of other rooms about an article, for those who may open them. */
  linksAbout: (articleId: number, staff: StaffMember) => { name: string; path: string }[]
  /** What other rooms keep of an article goes with it, when the trash is emptied. */
  eraseElsewhere: (transaction: Writer, articleId: number) => Promise<void>
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
    /** For whoever is shown an article before its readers. */
    readPreview: (wish: PreviewWish) => readPreview({ ...tools, ...rendering }, wish),
    /** For the history of an article: an old edition becomes a new draft. */
    restoreEdition: (by: StaffMember, wish: RestoreWish) => restoreEdition(rendering, by, wish),
    /** For the start: HTML that an older version made is made again. */
    rerenderOutdated: () => rerenderOutdated(rendering),
    /** For the categories room: articles of moved categories change lists. */
    relist: (transaction: Writer, tree: CategoryTree, categoryIds: number[]) =>
      listingWriter(transaction, tree).relist(categoryIds),
    /** For the start and once a minute: what the passing of time brings with it. */
    catchUp: () => catchUp({ ...rendering, eraseElsewhere: tools.eraseElsewhere }),
    close: () => markdown.close(),
  }
}

import type { CategoryTree } from '../categories/index.ts'
import type { Config } from '../config.ts'
import type { Database, Writer } from '../database/index.ts'
import { listingWriter } from '../listings/index.ts'
import { createMarkdown } from '../markdown/index.ts'
import type { StaffMember } from '../site/staff-router.ts'
import type { World } from '../site/world.ts'
import { catchUp } from './catch-up.ts'
import { rerenderOutdated, rerenderPicture } from './rerender.ts'
import { type RestoreWish, restoreEdition } from './restore-edition.ts'

export { type DeskTools, inOneStep, type Step } from './act-on-article.ts'
export { type Autosave, autosaveReader, autosaveWriter, slotOf } from './autosave-store.ts'
export { type Change, type ChangeKind, type Content, changeKinds, emptyContent, type Genre, genres } from './content.ts'
export {
  contentToEdit,
  type DeskArticle,
  type DeskState,
  type DeskTab,
  deskState,
  deskTabs,
  hadReaders,
  hasUnpublishedChanges,
  type Stage,
  workStage,
} from './desk-article.ts'
export { type DeskRow, deskArticleReader, type TabCounts } from './desk-article-store.ts'
export { type DeskFilter, inSight, inTab } from './desk-filter-store.ts'
export type { RenderedBody } from './edition-store.ts'
export { type ArticleChange, type DeskEvent, eventReader, eventWriter } from './event-store.ts'
export { findArticleFor, listWhoMayOpen } from './find-article.ts'
export { countersignArticle, sendBackArticle, takeBackArticle } from './pass-article.ts'
export { isToldToReaders, publicDate, publishArticle, publishInStep, publishUnreviewed } from './publish-article.ts'
export { restoreArticle, trashArticle, withdrawArticle } from './remove-article.ts'
export { isUnrenderable, type RenderTools, renderBody } from './render-body.ts'
export { rerenderPicture } from './rerender.ts'
export { type Outcome, reviewArticle, type SaveWish, saveArticle, saveInStep, submitArticle } from './save-article.ts'
export { isInScope, type Sight, scopeOf, sightOf } from './scope.ts'
export { type Deed, deeds, mayDo, type Passing, type Situation, transitions } from './transitions.ts'
export { updateWriter } from './update-store.ts'

export type ArticleTools = {
  config: Pick<Config, 'language' | 'timeZone'>
  database: Database
  world: World
  /** What other rooms keep of an article goes with it, when the trash is emptied. */
  eraseElsewhere: (transaction: Writer, articleId: number) => Promise<void>
}

/** Articles as the newsroom keeps them: their editions, stages and deeds, whoever asks for them. */
export function createArticles(tools: ArticleTools) {
  const markdown = createMarkdown()
  const rendering = { ...tools, markdown }

  return {
    markdown,
    /** For the media room: pages that show a picture tell its new description. */
    rerenderPicture: (pictureId: number) => rerenderPicture(rendering, pictureId),
    /** For the history of an article: an old edition becomes a new draft. */
    restoreEdition: (by: StaffMember, wish: RestoreWish) => restoreEdition(rendering, by, wish),
    /** For the start: HTML that an older version made is made again. */
    rerenderOutdated: () => rerenderOutdated(rendering),
    /** For the categories room: articles of moved categories change lists. */
    relist: (transaction: Writer, tree: CategoryTree, categoryIds: number[]) =>
      listingWriter(transaction, tree, {
        now: tools.world.clock.now(),
        timeZone: tools.config.timeZone,
      }).relist(categoryIds),
    /** For the start and once a minute: what the passing of time brings with it. */
    catchUp: () => catchUp(rendering),
    close: () => markdown.close(),
  }
}

import type { DeskArticle } from '../articles/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { DiscussionParts } from '../discussion/index.ts'
import type { Markdown } from '../markdown/index.ts'
import type { Notice } from '../site/forms.ts'
import type { Show, ShowNewsroom, ShowPart } from '../site/show.ts'
import type { StaffMember, Visit } from '../site/staff-router.ts'
import type { World } from '../site/world.ts'
import type { WordFileForm } from '../word-files/index.ts'
import { type PreviewWish, readPreview } from './read-preview.ts'
import { newsdeskStaffRoutes } from './staff-routes.ts'

export { most as contentLimits, readArticle } from './article-form.ts'
export { shapeOf } from './gate-page.ts'
export { gateWords } from './gate-words.ts'
export { judgeArticle } from './judge-article.ts'
export { categoryChoices } from './list-page.ts'
export {
  articlePath as deskArticlePath,
  articlesPath,
  newArticlePath,
  openedWordFilePath,
  restoreAutosavePath,
} from './paths.ts'
export type { PreviewWish } from './read-preview.ts'
export { type DeskWords, wordingIn as deskWordingIn } from './wording.ts'
export { newsdeskWords } from './words.ts'

export type NewsdeskTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl' | 'staffPort'>
  database: Database
  world: World
  markdown: Markdown
  show: Show
  showNewsroom: ShowNewsroom
  showPart: ShowPart
  /** What colleagues say about an article, and who has it open, for the editor. */
  readDiscussion: (articleId: number, visit: Visit) => Promise<DiscussionParts>
  /** What somebody without an account said of its newest edition; null when nobody was asked. */
  readApproval: (article: Pick<DeskArticle, 'id' | 'editionId'>) => Promise<string | null>
  /** Pages of other rooms about an article, for those who may open them. */
  linksAbout: (articleId: number, staff: StaffMember) => { name: string; path: string }[]
  /** Where a file of Word becomes a draft, and what is said of the draft then. */
  wordFiles: {
    path: string
    form: (formToken: string) => WordFileForm
    noticeFor: (staffId: number, key: string, articleId: number) => Promise<Notice>
  }
}

/** Articles as staff make them: writing, publishing, taking down. */
export function createNewsdesk(tools: NewsdeskTools) {
  return {
    staffRoutes: newsdeskStaffRoutes(tools),
    /** For whoever is shown an article before its readers. */
    readPreview: (wish: PreviewWish) => readPreview(tools, wish),
  }
}

import { auditOf, auditWords } from './audit/index.ts'
import type { Language } from './config.ts'
import { previewLinksPath, previewWords } from './previews/index.ts'
import { historyPath, revisionWords, slipPath } from './revisions/index.ts'
import type { StaffMember } from './site/staff-router.ts'

type ArticleLink = { name: string; path: string }

/** What stands above the editor of an article: pages of other rooms about it, for those who may open them. */
export function articleLinks(language: Language): (articleId: number, staff: StaffMember) => ArticleLink[] {
  const { historyTitle, slipTitle } = revisionWords[language]
  return (articleId, staff) => [
    { name: historyTitle, path: historyPath(articleId) },
    { name: slipTitle, path: slipPath(articleId) },
    { name: previewWords[language].title, path: previewLinksPath(articleId) },
    ...(staff.may('read-audit') ? [{ name: auditWords[language].title, path: auditOf('article', articleId) }] : []),
  ]
}

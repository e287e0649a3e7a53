import { type CategoryTree, categoryReader } from '../categories/index.ts'
import type { Database } from '../database/index.ts'
import type { StaffMember } from '../site/staff-router.ts'
import type { DeskArticle } from './desk-article.ts'
import { deskArticleReader } from './desk-article-store.ts'
import { isInScope } from './scope.ts'

/** The article, for somebody who may work on it; to anybody else it does not exist. */
export async function findArticleFor(
  { read }: Pick<Database, 'read'>,
  id: number,
  staff: StaffMember,
): Promise<DeskArticle | null> {
  const article = await deskArticleReader(read).find(id)
  if (!article) return null
  const tree = staff.categoryIds === null ? null : await categoryReader(read).getTree()
  return mayWorkOn(article, staff, tree) ? article : null
}

/** Those of these people who may work on the article; nobody, when it is not there. */
export async function listWhoMayOpen(
  { read }: Pick<Database, 'read'>,
  id: number,
  people: StaffMember[],
): Promise<StaffMember[]> {
  const article = await deskArticleReader(read).find(id)
  if (!article) return []
  const tree = await categoryReader(read).getTree()
  return people.filter((person) => mayWorkOn(article, person, person.categoryIds === null ? null : tree))
}

function mayWorkOn({ createdBy, content }: DeskArticle, staff: StaffMember, tree: CategoryTree | null): boolean {
  const isHers = createdBy === staff.id
  if (tree === null) return isHers || staff.may('edit-all-articles')
  if (content.categoryId === null) return isHers
  return (isHers || staff.may('edit-all-articles')) && isInScope(content.categoryId, staff.categoryIds, tree)
}

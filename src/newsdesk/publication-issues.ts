import { type Content, type DeskArticle, deskState, hadReaders, isInScope } from '../articles/index.ts'
import type { CategoryTree } from '../categories/index.ts'
import { type Issue, required } from '../site/forms.ts'
import type { StaffMember } from '../site/staff-router.ts'
import type { DeskWords } from './wording.ts'

/** A future date would take away what readers have now; an end that has passed would show nothing. */
export function timeIssues(
  article: DeskArticle | null,
  { publishAt, expireAt }: Pick<Content, 'publishAt' | 'expireAt'>,
  now: string,
  words: DeskWords,
): Issue[] {
  const isVisible = article !== null && deskState(article, now) === 'live'
  return [
    ...(isVisible && publishAt !== null && publishAt > now ? [{ field: 'publishAt', text: words.alreadyLive }] : []),
    ...(expireAt !== null && expireAt <= now ? [{ field: 'expireAt', text: words.endsInThePast }] : []),
  ]
}

/** An update says what is new, a correction what was wrong and what is right. */
export function tellingIssues(
  article: DeskArticle | null,
  { change }: Pick<Content, 'change'>,
  now: string,
  words: DeskWords,
): Issue[] {
  if (article === null || !hadReaders(article, now)) return []
  if (change.kind === 'update') return required(change.note, 'changeNote', words.enterChangeNote)
  if (change.kind === 'minor') return []
  return [
    ...required(change.wrong, 'wrongText', words.enterWrong),
    ...required(change.right, 'rightText', words.enterRight),
  ]
}

/** Who works in some categories only writes for these. */
export function scopeIssues(
  { categoryId }: Pick<Content, 'categoryId'>,
  { categoryIds }: Pick<StaffMember, 'categoryIds'>,
  tree: CategoryTree,
  words: DeskWords,
): Issue[] {
  if (categoryId === null || isInScope(categoryId, categoryIds, tree)) return []
  return [{ field: 'categoryId', text: words.notHerCategory }]
}

import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import type { Schema } from '../database/index.ts'
import type { Narrowing } from '../search/index.ts'
import type { DeskTab } from './desk-article.ts'
import type { Sight } from './scope.ts'

export type DeskFilter = Sight & {
  tab: DeskTab | null
  /** The articles that hold what was typed; null when nothing was. */
  found: Narrowing | null
  categoryIds: number[] | null
}

type Desk = Pick<Schema, 'articles' | 'editions'>

/** Narrows a query over articles and their newest editions. */
export const matching = <O>(
  query: SelectQueryBuilder<Schema, 'articles' | 'editions', O>,
  filter: DeskFilter,
  now: string,
) => matchingInAnyTab(query, filter).where((e) => inTab(e, filter.tab, now))

export function matchingInAnyTab<O>(
  query: SelectQueryBuilder<Schema, 'articles' | 'editions', O>,
  filter: Omit<DeskFilter, 'tab'>,
) {
  let narrowed = query
  if (filter.found) narrowed = narrowed.where(filter.found.holds)
  if (filter.categoryIds) narrowed = narrowed.where('category_id', 'in', filter.categoryIds)
  return inSight(narrowed, filter)
}

/** The category is that of the edition which the query joins. */
export function inSight<O>(query: SelectQueryBuilder<Schema, 'articles' | 'editions', O>, { createdBy, scope }: Sight) {
  const hers = createdBy ? query.where('articles.created_by', '=', createdBy) : query
  if (!scope) return hers
  return hers.where((e) => e.or([e('category_id', 'in', scope.categoryIds), isHerOwn(e, scope.staffId)]))
}

const isHerOwn = (e: ExpressionBuilder<Desk, 'articles' | 'editions'>, staffId: number) =>
  e.and([e('category_id', 'is', null), e('articles.created_by', '=', staffId)])

/** Orders by whether an article holds the very marks that were typed; any other order comes after it. */
export function exactFirst<O>(
  query: SelectQueryBuilder<Schema, 'articles' | 'editions', O>,
  { found }: Pick<DeskFilter, 'found'>,
) {
  return found?.holdsExactly ? query.orderBy(found.holdsExactly, 'desc') : query
}

/**
 * The same answer as `deskState`, asked of the database. What readers have already and somebody changes stands in two
 * lists: where readers have it, and where its new edition waits. Without a tab: everything but the trash.
 */
export function inTab(e: ExpressionBuilder<Desk, 'articles' | 'editions'>, tab: DeskTab | null, now: string) {
  const isKept = e('deleted_at', 'is', null)
  const isUp = e.and([isKept, e('withdrawn_at', 'is', null), e('live_edition_id', 'is not', null)])
  const isOut = e.and([isUp, e('articles.published_at', '<=', now)])
  const isInWork = e.and([isKept, e('draft_edition_id', 'is not', null)])
  switch (tab) {
    case null:
      return isKept
    case 'trash':
      return e('deleted_at', 'is not', null)
    case 'withdrawn':
      return e.and([isKept, e('withdrawn_at', 'is not', null)])
    case 'draft':
      return e.and([
        isInWork,
        e('stage', '=', 'draft'),
        e('withdrawn_at', 'is', null),
        e('live_edition_id', 'is', null),
      ])
    case 'returned':
    case 'submitted':
    case 'reviewed':
      return e.and([isInWork, e('stage', '=', tab)])
    case 'scheduled':
      return e.and([isUp, e('articles.published_at', '>', now)])
    case 'live':
      return e.and([isOut, e.or([e('expires_at', 'is', null), e('expires_at', '>', now)])])
    case 'expired':
      return e.and([isOut, e('expires_at', '<=', now)])
    case 'unreviewed':
      return e.and([isKept, e('unreviewed_since', 'is not', null)])
  }
}

import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Schema } from '../database/index.ts'
import { fold } from '../text/fold.ts'
import type { DeskState } from './desk-article.ts'

export type DeskFilter = {
  state: DeskState | null
  /** Words of the title; marks and case do not matter. */
  title: string
  categoryIds: number[] | null
  createdBy: number | null
}

type Desk = Pick<Schema, 'articles' | 'editions'>

/** Narrows a query over articles and their newest editions. */
export function matching<O>(
  query: SelectQueryBuilder<Schema, 'articles' | 'editions', O>,
  filter: DeskFilter,
  now: string,
) {
  let narrowed = query.where((e) => inState(e, filter.state, now))
  if (filter.title)
    narrowed = narrowed.where('title_key', 'like', sql<string>`${likePattern(filter.title)} escape '\\'`)
  if (filter.categoryIds) narrowed = narrowed.where('category_id', 'in', filter.categoryIds)
  if (filter.createdBy) narrowed = narrowed.where('articles.created_by', '=', filter.createdBy)
  return narrowed
}

/** The same answer as `deskState`, asked of the database. Without a state: everything but the trash. */
function inState(e: ExpressionBuilder<Desk, 'articles' | 'editions'>, state: DeskState | null, now: string) {
  const isKept = e('deleted_at', 'is', null)
  const isUp = e.and([isKept, e('withdrawn_at', 'is', null), e('live_edition_id', 'is not', null)])
  switch (state) {
    case null:
      return isKept
    case 'trash':
      return e('deleted_at', 'is not', null)
    case 'withdrawn':
      return e.and([isKept, e('withdrawn_at', 'is not', null)])
    case 'draft':
      return e.and([isKept, e('withdrawn_at', 'is', null), e('live_edition_id', 'is', null)])
    case 'scheduled':
      return e.and([isUp, e('articles.published_at', '>', now)])
    case 'live':
      return e.and([isUp, e('articles.published_at', '<=', now)])
  }
}

const likePattern = (text: string) => `%${fold(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

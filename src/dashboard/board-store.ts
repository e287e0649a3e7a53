import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { inSight, inTab, type Sight, type Stage } from '../articles/index.ts'
import type { Act } from '../audit/index.ts'
import type { Reader, Schema } from '../database/index.ts'
import type { BoardArticle, ComingArticle, WaitingArticle, WaitingKind } from './board.ts'

export type WaitingWish = {
  staffId: number
  /** Where she may pass something on; none for who only writes. */
  stages: Stage[]
  /** With four eyes: what she signed is left to others. */
  notSignedBy: number | null
  mayCountersign: boolean
}

type Desk = SelectQueryBuilder<Schema, 'articles' | 'editions', unknown>

const launches: Act[] = ['published', 'published-unreviewed', 'scheduled', 'updated', 'corrected']

/** Each section of the board is one question, which an index answers however large the archive is. */
export function boardReader(database: Reader, sight: Sight) {
  const newest = (): Desk =>
    inSight(
      database
        .selectFrom('articles')
        .innerJoin('editions', (join) =>
          join.on((e) => e('editions.id', '=', e.fn.coalesce('draft_edition_id', 'live_edition_id'))),
        ),
      sight,
    )
  const inWork = () => newest().where('deleted_at', 'is', null).where('draft_edition_id', 'is not', null)
  const inStages = (stages: readonly Stage[]) => inWork().where('stage', 'in', stages)

  /** As part of a union, where each member keeps its own order and end. */
  const part = <Kind extends string>(kind: Kind, acts: Act[], query: Desk) =>
    database.selectFrom(told(query, acts).select(sql.lit(kind).as('kind')).as('part')).selectAll()

  return {
    /** Of every kind at most so many, whoever waits longest first. */
    async listWaiting(wish: WaitingWish, most: number): Promise<WaitingArticle[]> {
      const { staffId, stages, notSignedBy, mayCountersign } = wish
      const returned = inStages(['returned'])
        .where((e) => e.or([e('created_by', '=', staffId), e('saved_by', '=', staffId)]))
        .orderBy('changed_at')
      const passing = notSigned(inStages(stages), notSignedBy).orderBy('changed_at')
      const unreviewed = newest()
        .where('deleted_at', 'is', null)
        .where('unreviewed_since', 'is not', null)
        .where((e) => e.or([e('unreviewed_by', 'is', null), e('unreviewed_by', '!=', staffId)]))
        .orderBy('unreviewed_since')

      let rows = part<WaitingKind>('returned', ['returned'], returned.limit(most))
      if (stages.length > 0)
        rows = rows.unionAll(part<WaitingKind>('passing', ['submitted', 'reviewed'], passing.limit(most)))
      if (mayCountersign)
        rows = rows.unionAll(part<WaitingKind>('unreviewed', ['published-unreviewed'], unreviewed.limit(most)))
      const found = await rows.execute()
      return found
        .map((row) => ({ ...boardArticleFrom(row), kind: row.kind }))
        .sort((a, b) => compare(a.changedAt, b.changedAt) || a.id - b.id)
    },

    /** Those of these articles that she may open. */
    async keepVisible(ids: number[]): Promise<Set<number>> {
      if (ids.length === 0) return new Set()
      const rows = await newest().select('articles.id').where('articles.id', 'in', ids).execute()
      return new Set(rows.map((row) => row.id))
    },

    /** What she has begun and not submitted, the last change first. */
    async listDrafts(staffId: number, most: number): Promise<BoardArticle[]> {
      const query = inStages(['draft']).where('created_by', '=', staffId).orderBy('changed_at', 'desc').limit(most)
      return (await lines(query).execute()).map(boardArticleFrom)
    },

    /** What readers will get, and what they will lose until `until`, the soonest first. */
    async listComing(now: string, until: string, most: number): Promise<ComingArticle[]> {
      const scheduled = newest().where((e) => inTab(e, 'scheduled', now))
      const ending = newest()
        .where((e) => inTab(e, 'live', now))
        .where('expires_at', '>', now)
        .where('expires_at', '<=', until)
      const rows = await part<ComingArticle['kind']>(
        'scheduled',
        launches,
        scheduled.orderBy('articles.published_at').limit(most),
      )
        .unionAll(part<ComingArticle['kind']>('ending', launches, ending.orderBy('expires_at').limit(most)))
        .execute()
      return rows
        .map((row) => ({
          ...boardArticleFrom(row),
          kind: row.kind,
          at: (row.kind === 'scheduled' ? row.public_date : row.expires_at) ?? now,
        }))
        .sort((a, b) => compare(a.at, b.at) || a.id - b.id)
        .slice(0, most)
    },

    /** What stands before a gate since then or longer, the longest first. */
    async listSubmittedBefore(moment: string, most: number): Promise<BoardArticle[]> {
      const query = inStages(['submitted', 'reviewed'])
        .where('submitted_at', '<=', moment)
        .orderBy('submitted_at')
        .limit(most)
      return (await told(query, ['submitted']).execute()).map(boardArticleFrom)
    },

    /** What readers got since then and have, the last first. */
    async listPublished(since: string, now: string, most: number): Promise<BoardArticle[]> {
      const query = newest()
        .where((e) => inTab(e, 'live', now))
        .where('articles.published_at', '>', since)
        .orderBy('articles.published_at', 'desc')
        .orderBy('articles.id', 'desc')
        .limit(most)
      return (await told(query, launches).execute()).map(boardArticleFrom)
    },
  }
}

const notSigned = (query: Desk, staffId: number | null): Desk =>
  staffId === null
    ? query
    : query
        .where((e) => e.or([e('submitted_by', 'is', null), e('submitted_by', '!=', staffId)]))
        .where((e) => e.or([e('reviewed_by', 'is', null), e('reviewed_by', '!=', staffId)]))

const lines = (query: Desk) =>
  query
    .leftJoin('staff as writer', 'writer.id', 'articles.created_by')
    .select(['articles.id as article_id', 'title', 'category_id', 'author', 'writer.name as written_by', 'changed_at'])
    .select(['stage', 'draft_edition_id', 'live_edition_id', 'articles.published_at as public_date', 'expires_at'])
    .select(['withdrawn_at', 'deleted_at', 'submitted_at', 'submitted_by', 'reviewed_at', 'reviewed_by'])
    .select(['unreviewed_since', 'unreviewed_by'])

const told = (query: Desk, acts: Act[]) =>
  lines(query).select((e) => [
    lastEvent(e, 'staff_name', acts).as('told_by'),
    lastEvent(e, 'note', acts).as('told_note'),
  ])

const lastEvent = (e: ExpressionBuilder<Schema, 'articles'>, column: 'staff_name' | 'note', acts: Act[]) =>
  e
    .selectFrom('article_events')
    .select(column)
    .whereRef('article_events.article_id', '=', 'articles.id')
    .where('act', 'in', acts)
    .orderBy('article_events.id', 'desc')
    .limit(1)

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number] & {
  told_by?: string | null
  told_note?: string | null
}

const boardArticleFrom = (row: Row): BoardArticle => ({
  id: row.article_id,
  title: row.title,
  categoryId: row.category_id,
  author: row.author,
  writtenBy: row.written_by ?? '',
  changedAt: row.changed_at,
  told: { by: row.told_by ?? '', note: row.told_note ?? '' },
  stage: row.stage as Stage,
  draftEditionId: row.draft_edition_id,
  liveEditionId: row.live_edition_id,
  publishedAt: row.public_date,
  expiresAt: row.expires_at,
  withdrawnAt: row.withdrawn_at,
  deletedAt: row.deleted_at,
  submitted: row.submitted_at === null ? null : { at: row.submitted_at, staffId: row.submitted_by },
  reviewed: row.reviewed_at === null ? null : { at: row.reviewed_at, staffId: row.reviewed_by },
  unreviewed: row.unreviewed_since === null ? null : { at: row.unreviewed_since, staffId: row.unreviewed_by },
})

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

import type { ChangeKind, Content, Genre } from './content.ts'
import type { DeskArticle, Signature, Stage } from './desk-article.ts'

export type StandingPart = Pick<
  DeskArticle,
  | 'id'
  | 'draftEditionId'
  | 'liveEditionId'
  | 'stage'
  | 'publishedAt'
  | 'expiresAt'
  | 'withdrawnAt'
  | 'deletedAt'
  | 'changedAt'
> & { unreviewedSince: string | null }

export const standingColumns = [
  'articles.id as article_id',
  'draft_edition_id',
  'live_edition_id',
  'stage',
  'articles.published_at as public_date',
  'expires_at',
  'withdrawn_at',
  'deleted_at',
  'unreviewed_since',
  'changed_at',
] as const

type StandingRow = {
  article_id: number
  draft_edition_id: number | null
  live_edition_id: number | null
  stage: string
  public_date: string | null
  expires_at: string | null
  withdrawn_at: string | null
  deleted_at: string | null
  unreviewed_since: string | null
  changed_at: string
}

export const standingFrom = (row: StandingRow): StandingPart => ({
  id: row.article_id,
  draftEditionId: row.draft_edition_id,
  liveEditionId: row.live_edition_id,
  stage: row.stage as Stage,
  publishedAt: row.public_date,
  expiresAt: row.expires_at,
  withdrawnAt: row.withdrawn_at,
  deletedAt: row.deleted_at,
  unreviewedSince: row.unreviewed_since,
  changedAt: row.changed_at,
})

type WholeRow = StandingRow &
  ContentRow & {
    id: number
    article_slug: string
    version: number
    created_by: number | null
    withdrawn_reason: string
    submitted_at: string | null
    submitted_by: number | null
    reviewed_at: string | null
    reviewed_by: number | null
    unreviewed_by: number | null
    changed_by_name: string | null
  }

export function deskArticleFrom(row: WholeRow, documentIds: number[]): DeskArticle {
  const { unreviewedSince, ...standing } = standingFrom(row)
  return {
    ...standing,
    version: row.version,
    slug: row.article_slug,
    content: contentFrom(row, documentIds),
    editionId: row.id,
    submitted: signature(row.submitted_at, row.submitted_by),
    reviewed: signature(row.reviewed_at, row.reviewed_by),
    unreviewed: signature(unreviewedSince, row.unreviewed_by),
    withdrawnReason: row.withdrawn_reason,
    createdBy: row.created_by,
    changedByName: row.changed_by_name ?? '',
  }
}

const signature = (at: string | null, staffId: number | null): Signature | null =>
  at === null ? null : { at, staffId }

export type ContentRow = {
  title: string
  slug: string
  lead: string
  body: string
  category_id: number | null
  author: string
  unit: string
  source_name: string
  source_address: string
  tags: string
  cover_picture_id: number | null
  publish_at: string | null
  genre: string
  expire_at: string | null
  pin_until: string | null
  change_kind: string
  change_note: string
  wrong_text: string
  right_text: string
}

export const contentFrom = (row: ContentRow, documentIds: number[]): Content => ({
  documentIds,
  title: row.title,
  slug: row.slug,
  lead: row.lead,
  body: row.body,
  categoryId: row.category_id,
  author: row.author,
  unit: row.unit,
  sourceName: row.source_name,
  sourceAddress: row.source_address,
  tags: JSON.parse(row.tags) as string[],
  coverPictureId: row.cover_picture_id,
  publishAt: row.publish_at,
  genre: (row.genre || 'news') as Genre,
  expireAt: row.expire_at,
  pinUntil: row.pin_until,
  change: {
    kind: row.change_kind as ChangeKind,
    note: row.change_note,
    wrong: row.wrong_text,
    right: row.right_text,
  },
})

import { sql } from 'kysely'
import type { Reader } from '../database/index.ts'
import type { ChangeKind, Content, Genre } from './content.ts'
import { type DeskArticle, type DeskTab, deskTabs, type Signature, type Stage } from './desk-article.ts'
import { type DeskFilter, exactFirst, inTab, matching, matchingInAnyTab } from './desk-filter-store.ts'
import { lastChanger } from './event-store.ts'

/** An article in a list of the newsroom: never its body. */
export type DeskRow = StandingPart & {
  changedByName: string
  title: string
  categoryId: number | null
  author: string
  writtenBy: string
}

/** How many articles stand in each list. */
export type TabCounts = Record<DeskTab | 'all', number>

type StandingPart = Pick<
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

const standingColumns = [
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

/** What an edition's HTML is made from. */
export type WrittenEdition = { id: number; articleId: number; body: string }

export function deskArticleReader(database: Reader) {
  const newest = () =>
    database
      .selectFrom('articles')
      .innerJoin('editions', (join) =>
        join.onRef('editions.id', '=', sql<number>`coalesce(articles.draft_edition_id, articles.live_edition_id)`),
      )

  const whole = () =>
    newest()
      .selectAll('editions')
      .select([...standingColumns, 'articles.slug as article_slug', 'version', 'created_by', 'withdrawn_reason'])
      .select(['submitted_at', 'submitted_by', 'reviewed_at', 'reviewed_by', 'unreviewed_by'])
      .select(lastChanger.as('changed_by_name'))

  return {
    async find(id: number): Promise<DeskArticle | null> {
      const row = await whole().where('articles.id', '=', id).executeTakeFirst()
      return row ? deskArticleFrom(row) : null
    },

    /** What an edition of this article holds, however old it is. */
    async findContent(articleId: number, editionId: number): Promise<Content | null> {
      const row = await database
        .selectFrom('editions')
        .selectAll()
        .where('id', '=', editionId)
        .where('article_id', '=', articleId)
        .executeTakeFirst()
      return row ? contentFrom(row) : null
    },

    async findByFormKey(formKey: string): Promise<DeskArticle | null> {
      const row = await whole().where('form_key', '=', formKey).executeTakeFirst()
      return row ? deskArticleFrom(row) : null
    },

    /** Last changed first; when marks were typed, those that hold exactly these before all others. */
    async list(filter: DeskFilter, now: string, page: { here: number; perPage: number }): Promise<DeskRow[]> {
      const rows = await exactFirst(matching(newest(), filter, now), filter)
        .leftJoin('staff as writer', 'writer.id', 'articles.created_by')
        .select(standingColumns)
        .select(['title', 'category_id', 'author', 'writer.name as written_by', lastChanger.as('changed_by_name')])
        .orderBy('changed_at', 'desc')
        .orderBy('articles.id', 'desc')
        .limit(page.perPage)
        .offset((page.here - 1) * page.perPage)
        .execute()
      return rows.map((row) => ({
        ...standingFrom(row),
        changedByName: row.changed_by_name ?? '',
        title: row.title,
        categoryId: row.category_id,
        author: row.author,
        writtenBy: row.written_by ?? '',
      }))
    },

    /** How many articles stand in each list under the same filter; the list of the filter itself is left out. */
    countByTab(filter: Omit<DeskFilter, 'tab'>, now: string): Promise<TabCounts> {
      const tabs = [null, ...deskTabs]
      // In one walk: what was typed may be held by very many.
      return matchingInAnyTab(newest(), filter)
        .select((e) =>
          tabs.map((tab) =>
            e.fn
              .countAll<number>()
              .filterWhere(inTab(e, tab, now))
              .as(tab ?? 'all'),
          ),
        )
        .executeTakeFirstOrThrow()
    },

    /** Editions that readers or staff see now and that show the picture in their body. */
    async listEditionsShowing(pictureId: number): Promise<WrittenEdition[]> {
      return database
        .selectFrom('edition_pictures')
        .innerJoin('editions', 'editions.id', 'edition_pictures.edition_id')
        .innerJoin('articles', 'articles.id', 'editions.article_id')
        .select(['editions.id', 'editions.article_id as articleId', 'editions.body'])
        .where('edition_pictures.picture_id', '=', pictureId)
        .where((e) =>
          e.or([e('editions.id', '=', e.ref('live_edition_id')), e('editions.id', '=', e.ref('draft_edition_id'))]),
        )
        .execute()
    },

    /** Editions in use whose HTML an older renderer made. */
    async listOutdated(rendererVersion: string, most: number): Promise<WrittenEdition[]> {
      return database
        .selectFrom('articles')
        .innerJoin('editions', (join) =>
          join.on((e) =>
            e.or([e('editions.id', '=', e.ref('live_edition_id')), e('editions.id', '=', e.ref('draft_edition_id'))]),
          ),
        )
        .select(['editions.id', 'editions.article_id as articleId', 'editions.body'])
        .where('renderer', '!=', rendererVersion)
        .limit(most)
        .execute()
    },
  }
}

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

const standingFrom = (row: StandingRow): StandingPart => ({
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

function deskArticleFrom(row: WholeRow): DeskArticle {
  const { unreviewedSince, ...standing } = standingFrom(row)
  return {
    ...standing,
    version: row.version,
    slug: row.article_slug,
    content: contentFrom(row),
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

type ContentRow = {
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

export const contentFrom = (row: ContentRow): Content => ({
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

import { sql } from 'kysely'
import type { Reader } from '../database/index.ts'
import type { Content } from './content.ts'
import { type DeskArticle, type DeskState, deskStates } from './desk-article.ts'
import { type DeskFilter, matching } from './desk-filter-store.ts'

/** An article in a list of the newsroom: never its body. */
export type DeskRow = Pick<
  DeskArticle,
  | 'id'
  | 'draftEditionId'
  | 'liveEditionId'
  | 'publishedAt'
  | 'withdrawnAt'
  | 'deletedAt'
  | 'changedAt'
  | 'changedByName'
> & { title: string; categoryId: number | null; author: string; writtenBy: string }

export function deskArticleReader(database: Reader) {
  const newest = () =>
    database
      .selectFrom('articles')
      .innerJoin('editions', (join) =>
        join.onRef('editions.id', '=', sql<number>`coalesce(articles.draft_edition_id, articles.live_edition_id)`),
      )

  return {
    async find(id: number): Promise<DeskArticle | null> {
      const row = await newest()
        .leftJoin('staff', 'staff.id', 'editions.saved_by')
        .selectAll('editions')
        .select([
          'articles.id as article_id',
          'articles.slug as article_slug',
          'version',
          'draft_edition_id',
          'live_edition_id',
          'articles.published_at as public_date',
          'withdrawn_at',
          'deleted_at',
          'created_by',
          'changed_at',
          'staff.name as changed_by_name',
        ])
        .where('articles.id', '=', id)
        .executeTakeFirst()
      if (!row) return null
      return {
        id: row.article_id,
        version: row.version,
        slug: row.article_slug,
        content: contentFrom(row),
        draftEditionId: row.draft_edition_id,
        liveEditionId: row.live_edition_id,
        publishedAt: row.public_date,
        withdrawnAt: row.withdrawn_at,
        deletedAt: row.deleted_at,
        createdBy: row.created_by,
        changedAt: row.changed_at,
        changedByName: row.changed_by_name ?? '',
      }
    },

    /** Last changed first. */
    async list(filter: DeskFilter, now: string, page: { here: number; perPage: number }): Promise<DeskRow[]> {
      const rows = await matching(newest(), filter, now)
        .leftJoin('staff as writer', 'writer.id', 'articles.created_by')
        .leftJoin('staff as changer', 'changer.id', 'editions.saved_by')
        .select([
          'articles.id',
          'draft_edition_id',
          'live_edition_id',
          'articles.published_at',
          'withdrawn_at',
          'deleted_at',
          'changed_at',
          'title',
          'category_id',
          'author',
          'writer.name as written_by',
          'changer.name as changed_by_name',
        ])
        .orderBy('changed_at', 'desc')
        .orderBy('articles.id', 'desc')
        .limit(page.perPage)
        .offset((page.here - 1) * page.perPage)
        .execute()
      return rows.map((row) => ({
        id: row.id,
        draftEditionId: row.draft_edition_id,
        liveEditionId: row.live_edition_id,
        publishedAt: row.published_at,
        withdrawnAt: row.withdrawn_at,
        deletedAt: row.deleted_at,
        changedAt: row.changed_at,
        changedByName: row.changed_by_name ?? '',
        title: row.title,
        categoryId: row.category_id,
        author: row.author,
        writtenBy: row.written_by ?? '',
      }))
    },

    /** How many articles stand in each state under the same filter; the state of the filter itself is left out. */
    async countByState(filter: DeskFilter, now: string): Promise<Record<DeskState, number>> {
      const counts = {} as Record<DeskState, number>
      for (const state of deskStates) {
        const row = await matching(newest(), { ...filter, state }, now)
          .select((e) => e.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        counts[state] = row.count
      }
      return counts
    },

    /** Editions that readers or staff see now and that show the picture in their body. */
    async listEditionsShowing(pictureId: number): Promise<{ id: number; body: string }[]> {
      return database
        .selectFrom('edition_pictures')
        .innerJoin('editions', 'editions.id', 'edition_pictures.edition_id')
        .innerJoin('articles', 'articles.id', 'editions.article_id')
        .select(['editions.id', 'editions.body'])
        .where('edition_pictures.picture_id', '=', pictureId)
        .where((e) =>
          e.or([e('editions.id', '=', e.ref('live_edition_id')), e('editions.id', '=', e.ref('draft_edition_id'))]),
        )
        .execute()
    },

    /** Editions in use whose HTML an older renderer made. */
    async listOutdated(rendererVersion: string, most: number): Promise<{ id: number; body: string }[]> {
      return database
        .selectFrom('articles')
        .innerJoin('editions', (join) =>
          join.on((e) =>
            e.or([e('editions.id', '=', e.ref('live_edition_id')), e('editions.id', '=', e.ref('draft_edition_id'))]),
          ),
        )
        .select(['editions.id', 'editions.body'])
        .where('renderer', '!=', rendererVersion)
        .limit(most)
        .execute()
    },
  }
}

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
}

const contentFrom = (row: ContentRow): Content => ({
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
})

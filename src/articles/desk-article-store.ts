import { sql } from 'kysely'
import type { Reader } from '../database/index.ts'
import { documentReader } from '../documents/index.ts'
import type { Content } from './content.ts'
import { type DeskArticle, type DeskTab, deskTabs } from './desk-article.ts'
import { contentFrom, deskArticleFrom, type StandingPart, standingColumns, standingFrom } from './desk-article-row.ts'
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

/** What an edition's HTML is made from. */
export type WrittenEdition = { id: number; articleId: number; body: string }

/** How many articles stand in each list. */
export type TabCounts = Record<DeskTab | 'all', number>

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

  const documentIdsOf = async (editionId: number) =>
    (await documentReader(database).listOf(editionId)).map(({ id }) => id)

  return {
    async find(id: number): Promise<DeskArticle | null> {
      const row = await whole().where('articles.id', '=', id).executeTakeFirst()
      return row ? deskArticleFrom(row, await documentIdsOf(row.id)) : null
    },

    /** What an edition of this article holds, however old it is. */
    async findContent(articleId: number, editionId: number): Promise<Content | null> {
      const row = await database
        .selectFrom('editions')
        .selectAll()
        .where('id', '=', editionId)
        .where('article_id', '=', articleId)
        .executeTakeFirst()
      return row ? contentFrom(row, await documentIdsOf(row.id)) : null
    },

    async findByFormKey(formKey: string): Promise<DeskArticle | null> {
      const row = await whole().where('form_key', '=', formKey).executeTakeFirst()
      return row ? deskArticleFrom(row, await documentIdsOf(row.id)) : null
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
      return (
        database
          .selectFrom('editions')
          .select(['editions.id', 'editions.article_id as articleId', 'editions.body'])
          // Below and above it, so that those that need nothing are not walked. What is passed has no renderer any more.
          .where((e) =>
            e.or([
              e.and([e('renderer', '>', ''), e('renderer', '<', rendererVersion)]),
              e('renderer', '>', rendererVersion),
            ]),
          )
          .where((e) =>
            e.exists(
              e
                .selectFrom('articles')
                .select('articles.id')
                .whereRef('articles.id', '=', 'editions.article_id')
                .where((article) =>
                  article.or([
                    article('live_edition_id', '=', article.ref('editions.id')),
                    article('draft_edition_id', '=', article.ref('editions.id')),
                  ]),
                ),
            ),
          )
          .limit(most)
          .execute()
      )
    },
  }
}

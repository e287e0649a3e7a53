import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Reader, Schema } from '../database/index.ts'
import type { PictureUse } from './library.ts'

export function pictureUseQueries(database: Reader) {
  const currentEditions = () =>
    database
      .selectFrom('editions')
      .innerJoin('articles', 'articles.id', 'editions.article_id')
      .where((e) => isCurrentEdition(e))

  return {
    /**
     * Articles whose draft or live edition shows it, as cover or in the text, under their newest title. Those in the trash
     * count: they may come back.
     */
    async listUses(id: number): Promise<PictureUse[]> {
      const inText = database.selectFrom('edition_pictures').select('edition_id').where('picture_id', '=', id)
      const uses = await currentEditions()
        .select(['articles.id as articleId', 'editions.title'])
        .where((e) => e.or([e('editions.cover_picture_id', '=', id), e('editions.id', 'in', inText)]))
        .orderBy('editions.id', 'desc')
        .execute()
      return uses.filter((use, place) => uses.findIndex(({ articleId }) => articleId === use.articleId) === place)
    },

    /** Of each edition, the numbers of the pictures in its text; editions without any are not in it. */
    async idsInTexts(editionIds: readonly number[]): Promise<Map<number, number[]>> {
      if (editionIds.length === 0) return new Map()
      const rows = await database
        .selectFrom('edition_pictures')
        .select(['edition_id', 'picture_id'])
        .where('edition_id', 'in', editionIds)
        .orderBy('edition_id')
        .orderBy('picture_id')
        .execute()
      const byEdition = Map.groupBy(rows, (row) => row.edition_id)
      return new Map([...byEdition].map(([id, shown]) => [id, shown.map((row) => row.picture_id)]))
    },

    /** How many articles show each of them; those that none shows are not in it. */
    async countUses(ids: readonly number[]): Promise<Map<number, number>> {
      if (ids.length === 0) return new Map()
      const covers = await currentEditions()
        .select(['articles.id as articleId', 'editions.cover_picture_id as pictureId'])
        .where('editions.cover_picture_id', 'in', [...ids])
        .execute()
      const inText = await currentEditions()
        .innerJoin('edition_pictures', 'edition_pictures.edition_id', 'editions.id')
        .select(['articles.id as articleId', 'edition_pictures.picture_id as pictureId'])
        .where('edition_pictures.picture_id', 'in', [...ids])
        .execute()
      const articles = Map.groupBy([...covers, ...inText], ({ pictureId }) => pictureId ?? 0)
      return new Map([...articles].map(([id, uses]) => [id, new Set(uses.map(({ articleId }) => articleId)).size]))
    },
  }
}

type PictureQuery = ExpressionBuilder<Schema, 'pictures'>

/** For a query over pictures: no draft and no live edition shows it. */
export function isUnused(e: PictureQuery): Expression<SqlBool> {
  return e.not(isShownIn(e, isCurrentEdition))
}

/**
 * For a query over pictures: anybody may fetch it, because an article that shows it was published, or has waited for its
 * hour and that has come. A plan that was given up before its hour shows nothing.
 */
export function isPublic(e: PictureQuery, now: string): Expression<SqlBool> {
  return e.or([e('pictures.public_since', 'is not', null), isShownToReaders(e, now)])
}

/** For a query over pictures: the page of an article shows it to readers. */
export function isShownToReaders(e: PictureQuery, now: string): Expression<SqlBool> {
  return isShownIn(e, (edition) =>
    edition.and([
      edition('articles.live_edition_id', '=', edition.ref('editions.id')),
      edition('articles.published_at', '<=', now),
      edition('articles.deleted_at', 'is', null),
      edition.or([
        edition('articles.withdrawn_at', 'is', null),
        edition('articles.withdrawn_at', '>', edition.ref('articles.published_at')),
      ]),
    ]),
  )
}

/**
 * For a query over pictures: an article shows it that somebody has let through, be it published, waiting for its hour or only
 * reviewed; another picture in its place would pass the gates unseen.
 */
export function isLetThrough(e: PictureQuery): Expression<SqlBool> {
  const inArticle = isShownIn(e, (edition) =>
    edition.or([
      edition('articles.live_edition_id', '=', edition.ref('editions.id')),
      edition.and([
        edition('articles.draft_edition_id', '=', edition.ref('editions.id')),
        edition('articles.stage', '=', 'reviewed'),
      ]),
    ]),
  )
  return e.or([e('pictures.public_since', 'is not', null), inArticle])
}

type EditionQuery = ExpressionBuilder<Schema, 'editions' | 'articles'>

function isShownIn(e: PictureQuery, isWanted: (edition: EditionQuery) => Expression<SqlBool>): Expression<SqlBool> {
  const editions = e
    .selectFrom('editions')
    .innerJoin('articles', 'articles.id', 'editions.article_id')
    .select('editions.id')
    .where(isWanted)
  const asCover = editions.whereRef('editions.cover_picture_id', '=', 'pictures.id')
  const inText = editions
    .innerJoin('edition_pictures', 'edition_pictures.edition_id', 'editions.id')
    .whereRef('edition_pictures.picture_id', '=', 'pictures.id')
  return e.or([e.exists(asCover), e.exists(inText)])
}

function isCurrentEdition(e: EditionQuery): Expression<SqlBool> {
  return e.or([
    e('articles.draft_edition_id', '=', e.ref('editions.id')),
    e('articles.live_edition_id', '=', e.ref('editions.id')),
  ])
}

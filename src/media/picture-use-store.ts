import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Reader, Schema } from '../database/index.ts'
import type { PictureUse } from './library.ts'

export function pictureUseQueries(database: Reader) {
  return {
    /**
     * Articles whose draft or live edition shows it, as cover or in the text, under their newest title. Those in the trash
     * count: they may come back.
     */
    async listUses(id: number): Promise<PictureUse[]> {
      const inText = database.selectFrom('edition_pictures').select('edition_id').where('picture_id', '=', id)
      const uses = await database
        .selectFrom('editions')
        .innerJoin('articles', 'articles.id', 'editions.article_id')
        .select(['articles.id as articleId', 'editions.title'])
        .where((e) => e.or([e('editions.cover_picture_id', '=', id), e('editions.id', 'in', inText)]))
        .where(isCurrentEdition)
        .orderBy('editions.id', 'desc')
        .execute()
      return uses.filter((use, place) => uses.findIndex(({ articleId }) => articleId === use.articleId) === place)
    },
  }
}

/** For a query over pictures: no draft and no live edition shows it. */
export function isUnused(e: ExpressionBuilder<Schema, 'pictures'>): Expression<SqlBool> {
  const currentEditions = e
    .selectFrom('editions')
    .innerJoin('articles', 'articles.id', 'editions.article_id')
    .select('editions.id')
    .where(isCurrentEdition)
  const asCover = currentEditions.whereRef('editions.cover_picture_id', '=', 'pictures.id')
  const inText = currentEditions
    .innerJoin('edition_pictures', 'edition_pictures.edition_id', 'editions.id')
    .whereRef('edition_pictures.picture_id', '=', 'pictures.id')
  return e.and([e.not(e.exists(asCover)), e.not(e.exists(inText))])
}

function isCurrentEdition(e: ExpressionBuilder<Schema, 'editions' | 'articles'>): Expression<SqlBool> {
  return e.or([
    e('articles.draft_edition_id', '=', e.ref('editions.id')),
    e('articles.live_edition_id', '=', e.ref('editions.id')),
  ])
}

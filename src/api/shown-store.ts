import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Reader, Schema } from '../database/index.ts'

export type Order = { after: number | null; most: number; first: 'newest' | 'oldest' }

/** Documents and pictures that an article carries or shows which readers find in lists now. Each list is a walk of numbers. */
export function shownReader(database: Reader) {
  return {
    async listDocumentIds({ after, most, first }: Order, now: string): Promise<number[]> {
      const rows = await database
        .selectFrom('documents')
        .select('documents.id')
        .where('documents.deleted_at', 'is', null)
        .where('documents.public_since', 'is not', null)
        .$if(after !== null, (query) => query.where('documents.id', first === 'newest' ? '<' : '>', after ?? 0))
        .where((e) =>
          e.exists(
            liveEditions(e, now)
              .innerJoin('edition_documents', 'edition_documents.edition_id', 'editions.id')
              .whereRef('edition_documents.document_id', '=', 'documents.id'),
          ),
        )
        .orderBy('documents.id', first === 'newest' ? 'desc' : 'asc')
        .limit(most)
        .execute()
      return rows.map(({ id }) => id)
    },

    async listPictureIds({ after, most, first }: Order, now: string): Promise<number[]> {
      const rows = await database
        .selectFrom('pictures')
        .select('pictures.id')
        .where('pictures.deleted_at', 'is', null)
        .$if(after !== null, (query) => query.where('pictures.id', first === 'newest' ? '<' : '>', after ?? 0))
        .where((e) =>
          e.or([
            e.exists(liveEditions(e, now).whereRef('editions.cover_picture_id', '=', 'pictures.id')),
            e.exists(
              liveEditions(e, now)
                .innerJoin('edition_pictures', 'edition_pictures.edition_id', 'editions.id')
                .whereRef('edition_pictures.picture_id', '=', 'pictures.id'),
            ),
          ]),
        )
        .orderBy('pictures.id', first === 'newest' ? 'desc' : 'asc')
        .limit(most)
        .execute()
      return rows.map(({ id }) => id)
    },

    /** When each of these articles last told readers something new. */
    async listUpdated(ids: readonly number[]): Promise<Map<number, string | null>> {
      if (ids.length === 0) return new Map()
      const rows = await database.selectFrom('articles').select(['id', 'updated_at']).where('id', 'in', ids).execute()
      return new Map(rows.map((row) => [row.id, row.updated_at]))
    },
  }
}

/** From a document or a picture to its editions and then to their articles: both engines come by the indexes. */
function liveEditions(e: ExpressionBuilder<Schema, 'documents'> | ExpressionBuilder<Schema, 'pictures'>, now: string) {
  const query = e as ExpressionBuilder<Schema, 'documents' | 'pictures'>
  return query
    .selectFrom('editions')
    .innerJoin('articles', 'articles.id', 'editions.article_id')
    .select('editions.id')
    .whereRef('articles.live_edition_id', '=', 'editions.id')
    .where((article) => isListed(article, now))
}

function isListed(e: ExpressionBuilder<Schema, 'articles'>, now: string): Expression<SqlBool> {
  return e.and([
    e('articles.published_at', '<=', now),
    e('articles.withdrawn_at', 'is', null),
    e('articles.deleted_at', 'is', null),
    e.or([e('articles.expires_at', 'is', null), e('articles.expires_at', '>', now)]),
  ])
}

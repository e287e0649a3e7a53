import type { Reader } from '../database/index.ts'
import type { DocumentUse } from './document.ts'

export function documentUseQueries(database: Reader) {
  return {
    /**
     * Articles whose draft or live edition carries it, under their newest title. Those in the trash count: they may come
     * back.
     */
    async listUses(id: number): Promise<DocumentUse[]> {
      const uses = await database
        .selectFrom('edition_documents')
        .innerJoin('editions', 'editions.id', 'edition_documents.edition_id')
        .innerJoin('articles', 'articles.id', 'editions.article_id')
        .select(['articles.id as articleId', 'editions.title'])
        .where('edition_documents.document_id', '=', id)
        .where((e) =>
          e.or([
            e('articles.draft_edition_id', '=', e.ref('editions.id')),
            e('articles.live_edition_id', '=', e.ref('editions.id')),
          ]),
        )
        .orderBy('editions.id', 'desc')
        .execute()
      return uses.filter((use, place) => uses.findIndex(({ articleId }) => articleId === use.articleId) === place)
    },
  }
}

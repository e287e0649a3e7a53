import { sql } from 'kysely'
import type { Reader } from '../database/index.ts'
import { documentTextsOf } from '../documents/index.ts'
import type { DeskDocument, DeskKind } from './desk-document.ts'
import { plainText } from './plain-text.ts'

/** Articles and pictures as staff may find them, by id. What was erased or deleted does not exist here. */
export type DeskDocuments = {
  find(id: number): Promise<DeskDocument | null>
  listAfter(id: number, most: number): Promise<DeskDocument[]>
  countAfter(id: number): Promise<number>
}

export const deskDocumentReader = (database: Reader, kind: DeskKind): DeskDocuments =>
  kind === 'articles' ? deskArticleDocuments(database) : pictureDocuments(database)

type ArticleDocuments = DeskDocuments & {
  listIdsIn(categoryId: number, after: number, most: number): Promise<number[]>
}

/** What the newest edition says, be it live or a draft, also in the trash. */
export function deskArticleDocuments(database: Reader): ArticleDocuments {
  const kept = () => database.selectFrom('articles').where('erased_at', 'is', null)
  const newest = () =>
    kept().innerJoin('editions', (join) =>
      join.onRef('editions.id', '=', sql<number>`coalesce(articles.draft_edition_id, articles.live_edition_id)`),
    )
  const written = () =>
    newest()
      .leftJoin('categories', 'categories.id', 'editions.category_id')
      .select([
        'articles.id',
        'editions.id as edition_id',
        'editions.title',
        'editions.lead',
        'editions.body_html',
        'editions.tags',
        'editions.author',
        'editions.unit',
        'categories.name as category_name',
      ])

  const whole = async (row: ArticleTextRow) => articleDocument(row, await documentTextsOf(database, row.edition_id))

  return {
    async find(id) {
      const row = await written().where('articles.id', '=', id).executeTakeFirst()
      return row ? whole(row) : null
    },

    async listAfter(id, most) {
      const rows = await written().where('articles.id', '>', id).orderBy('articles.id').limit(most).execute()
      return Promise.all(rows.map(whole))
    },

    async listIdsIn(categoryId, after, most) {
      const rows = await newest()
        .select('articles.id')
        .where('category_id', '=', categoryId)
        .where('articles.id', '>', after)
        .orderBy('articles.id')
        .limit(most)
        .execute()
      return rows.map((row) => row.id)
    },

    async countAfter(id) {
      const query = kept().where('id', '>', id)
      return (await query.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
    },
  }
}

function pictureDocuments(database: Reader): DeskDocuments {
  const kept = () => database.selectFrom('pictures').where('deleted_at', 'is', null)
  const described = () => kept().select(['id', 'original_name', 'alternative_text', 'caption', 'credit'])

  return {
    async find(id) {
      const row = await described().where('id', '=', id).executeTakeFirst()
      return row ? pictureDocument(row) : null
    },

    async listAfter(id, most) {
      const rows = await described().where('id', '>', id).orderBy('id').limit(most).execute()
      return rows.map(pictureDocument)
    },

    async countAfter(id) {
      const query = kept().where('id', '>', id)
      return (await query.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
    },
  }
}

type ArticleTextRow = {
  edition_id: number
  id: number
  title: string
  lead: string
  body_html: string
  tags: string
  author: string
  unit: string
  category_name: string | null
}

const articleDocument = (row: ArticleTextRow, attachments: string[]): DeskDocument => ({
  id: row.id,
  lines: [
    row.title,
    row.lead,
    ...(JSON.parse(row.tags) as string[]),
    row.author,
    row.unit,
    row.category_name ?? '',
    ...plainText(row.body_html).split('\n'),
    ...attachments,
  ],
})

type PictureTextRow = { id: number; original_name: string; alternative_text: string; caption: string; credit: string }

const pictureDocument = (row: PictureTextRow): DeskDocument => ({
  id: row.id,
  lines: [row.original_name, row.alternative_text, row.caption, row.credit],
})

import type { NotNull } from 'kysely'
import type { Reader } from '../database/index.ts'
import { documentTextsOf } from '../documents/index.ts'

/** An article that is up, or that will be at its hour, or that is over, with what its live edition says. */
export type LiveArticle = {
  id: number
  publishedAt: string
  expiresAt: string | null
  title: string
  lead: string
  bodyHtml: string
  /** What its attached documents are called and say. */
  attachments: string[]
  tags: string[]
  author: string
  unit: string
  categoryId: number | null
}

export function liveArticleReader(database: Reader) {
  const live = () =>
    database
      .selectFrom('articles')
      .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
      .where('articles.withdrawn_at', 'is', null)
      .where('articles.deleted_at', 'is', null)
      .where('articles.published_at', 'is not', null)
      .select([
        'articles.id',
        'articles.published_at',
        'articles.expires_at',
        'editions.id as edition_id',
        'editions.title',
        'editions.lead',
        'editions.body_html',
        'editions.tags',
        'editions.author',
        'editions.unit',
        'editions.category_id',
      ])
      .$narrowType<{ published_at: NotNull }>()

  const whole = async (row: LiveRow) => liveArticle(row, await documentTextsOf(database, row.edition_id))

  return {
    async find(articleId: number): Promise<LiveArticle | null> {
      const row = await live().where('articles.id', '=', articleId).executeTakeFirst()
      return row ? whole(row) : null
    },

    async listAfter(articleId: number, most: number): Promise<LiveArticle[]> {
      const rows = await live().where('articles.id', '>', articleId).orderBy('articles.id').limit(most).execute()
      return Promise.all(rows.map(whole))
    },

    async listIn(categoryId: number, after: number, most: number): Promise<LiveArticle[]> {
      const rows = await live()
        .where('editions.category_id', '=', categoryId)
        .where('articles.id', '>', after)
        .orderBy('articles.id')
        .limit(most)
        .execute()
      return Promise.all(rows.map(whole))
    },

    async countAfter(articleId: number): Promise<number> {
      const { count } = await database
        .selectFrom('articles')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('id', '>', articleId)
        .where('live_edition_id', 'is not', null)
        .where('withdrawn_at', 'is', null)
        .where('deleted_at', 'is', null)
        .executeTakeFirstOrThrow()
      return count
    },
  }
}

type LiveRow = {
  edition_id: number
  id: number
  published_at: string
  expires_at: string | null
  title: string
  lead: string
  body_html: string
  tags: string
  author: string
  unit: string
  category_id: number | null
}

const liveArticle = (row: LiveRow, attachments: string[]): LiveArticle => ({
  attachments,
  id: row.id,
  publishedAt: row.published_at,
  expiresAt: row.expires_at,
  title: row.title,
  lead: row.lead,
  bodyHtml: row.body_html,
  tags: JSON.parse(row.tags) as string[],
  author: row.author,
  unit: row.unit,
  categoryId: row.category_id,
})

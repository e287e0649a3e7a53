import type { Reader } from '../database/index.ts'
import { publishedArticles } from './headline-store.ts'
import type { Slice } from './list-store.ts'
import type { Correction, Update } from './update.ts'

/** Newest first, everywhere. */
export function updateReader(database: Reader) {
  const corrections = (now: string) =>
    publishedArticles(database, now)
      .innerJoin('article_updates', 'article_updates.article_id', 'articles.id')
      .where('article_updates.kind', '=', 'correction')

  return {
    async listOf(articleId: number): Promise<Update[]> {
      const rows = await database
        .selectFrom('article_updates')
        .select(updateColumns)
        .where('article_id', '=', articleId)
        .orderBy('at', 'desc')
        .orderBy('article_updates.id', 'desc')
        .execute()
      return rows.map(updateFrom)
    },

    /** Of articles that readers see now; so is the list. */
    async countCorrections(now: string): Promise<number> {
      const { count } = await corrections(now)
        .clearSelect()
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },

    async listCorrections({ page, perPage }: Omit<Slice, 'total'>, now: string): Promise<Correction[]> {
      const rows = await corrections(now)
        .select(updateColumns)
        .orderBy('at', 'desc')
        .orderBy('article_updates.id', 'desc')
        .offset((page - 1) * perPage)
        .limit(perPage)
        .execute()
      return rows.map((row) => ({ update: updateFrom(row), article: { id: row.id, slug: row.slug, title: row.title } }))
    },
  }
}

const updateColumns = [
  'article_updates.kind',
  'article_updates.at',
  'article_updates.note',
  'article_updates.wrong_text',
  'article_updates.right_text',
] as const

type UpdateRow = { kind: string; at: string; note: string; wrong_text: string; right_text: string }

const updateFrom = (row: UpdateRow): Update => ({
  kind: row.kind as Update['kind'],
  at: row.at,
  note: row.note,
  wrong: row.wrong_text,
  right: row.right_text,
})

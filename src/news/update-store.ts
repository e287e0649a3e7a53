import type { Reader } from '../database/index.ts'
import { isPublished, publishedArticles } from './headline-store.ts'
import type { Slice } from './list.ts'
import type { Correction, Update } from './update.ts'

/** Newest first, everywhere. */
export function updateReader(database: Reader) {
  /** Without the words of articles, which lie far apart in a large archive. */
  const corrections = (now: string) =>
    database
      .selectFrom('article_updates')
      .innerJoin('articles', 'articles.id', 'article_updates.article_id')
      .where('article_updates.kind', '=', 'correction')
      .where(isPublished(now))

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
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },

    async listCorrections({ page, perPage }: Slice, now: string): Promise<Correction[]> {
      const found = corrections(now)
        .select('article_updates.id')
        .orderBy('at', 'desc')
        .orderBy('article_updates.id', 'desc')
        .offset((page - 1) * perPage)
        .limit(perPage)
      const rows = await publishedArticles(database, now)
        .innerJoin('article_updates', 'article_updates.article_id', 'articles.id')
        .innerJoin(found.as('found'), 'found.id', 'article_updates.id')
        .select(updateColumns)
        .orderBy('at', 'desc')
        .orderBy('article_updates.id', 'desc')
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

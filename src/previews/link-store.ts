import type { Reader, Writer } from '../database/index.ts'
import type { PreviewLink } from './link.ts'

export function linkReader(database: Reader) {
  const links = () =>
    database
      .selectFrom('preview_links')
      .leftJoin('staff', 'staff.id', 'preview_links.created_by')
      .select([
        'preview_links.id',
        'article_id',
        'approver_name',
        'preview_links.created_at',
        'staff.name as created_by',
      ])
      .select(['expires_at', 'revoked_at'])
      .select((e) =>
        e
          .selectFrom('editions')
          .select((edition) => edition.fn.max('published_at').as('at'))
          .whereRef('editions.article_id', '=', 'preview_links.article_id')
          .as('last_passed_at'),
      )

  return {
    async findByHash(hash: string): Promise<PreviewLink | null> {
      const row = await links().where('token_hash', '=', hash).executeTakeFirst()
      return row ? linkFrom(row) : null
    },

    async find(articleId: number, linkId: number): Promise<PreviewLink | null> {
      const row = await links()
        .where('article_id', '=', articleId)
        .where('preview_links.id', '=', linkId)
        .executeTakeFirst()
      return row ? linkFrom(row) : null
    },

    /** Newest first. */
    async listOf(articleId: number): Promise<PreviewLink[]> {
      const rows = await links().where('article_id', '=', articleId).orderBy('preview_links.id', 'desc').execute()
      return rows.map(linkFrom)
    },
  }
}

export type NewLink = {
  articleId: number
  hash: string
  approver: string | null
  createdBy: number
  expiresAt: string
}

export function linkWriter(transaction: Writer, now: string) {
  return {
    async add({ articleId, hash, approver, createdBy, expiresAt }: NewLink): Promise<number> {
      const row = await transaction
        .insertInto('preview_links')
        .values({
          token_hash: hash,
          article_id: articleId,
          approver_name: approver ?? '',
          created_at: now,
          created_by: createdBy,
          expires_at: expiresAt,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    },

    /** False when it was revoked before, however close. */
    async revoke(id: number): Promise<boolean> {
      const revoked = await transaction
        .updateTable('preview_links')
        .set({ revoked_at: now })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .returning('id')
        .execute()
      return revoked.length > 0
    },
  }
}

/** For an article whose own text is erased. The links stay without a name, so that whoever opens one is told that it ended. */
export async function erasePreviews(transaction: Writer, articleId: number): Promise<void> {
  await transaction
    .deleteFrom('preview_answers')
    .where('link_id', 'in', (e) => e.selectFrom('preview_links').select('id').where('article_id', '=', articleId))
    .execute()
  await transaction
    .updateTable('preview_links')
    .set({ approver_name: '' })
    .where('article_id', '=', articleId)
    .execute()
}

type LinkRow = {
  id: number
  article_id: number
  approver_name: string
  created_at: string
  created_by: string | null
  expires_at: string
  revoked_at: string | null
  last_passed_at: string | null
}

const linkFrom = (row: LinkRow): PreviewLink => ({
  id: row.id,
  articleId: row.article_id,
  approver: row.approver_name || null,
  createdAt: row.created_at,
  createdBy: row.created_by ?? '',
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  lastPassedAt: row.last_passed_at,
})

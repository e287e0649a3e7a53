import type { Reader, Writer } from '../database/index.ts'
import { slugOf } from '../text/slug.ts'
import { freeSlug, type Label, type LabelKind, labelsIn, type WrittenLabel } from './label.ts'

/** Labels that readers find articles under. */
export function labelReader(database: Reader) {
  return {
    /** Null when no article that readers see has it. */
    async find(kind: LabelKind, slug: string, now: string): Promise<Label | null> {
      // Not as a join: PostgreSQL would not know that it is one label, and would read and sort all of its articles.
      const id = database.selectFrom('labels').select('id').where('kind', '=', kind).where('slug', '=', slug)
      const row = await database
        .selectFrom('label_listings')
        .select(['label_id as id', 'name'])
        .where('label_id', '=', id)
        .where('published_at', '<=', now)
        .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))
        .orderBy('published_at', 'desc')
        .orderBy('article_id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ? { ...row, kind, slug } : null
    },

    /** Those of an article that readers find in lists. */
    async listOf(articleId: number): Promise<Label[]> {
      const rows = await database
        .selectFrom('label_listings')
        .innerJoin('labels', 'labels.id', 'label_listings.label_id')
        .select(['labels.id', 'kind', 'slug', 'name'])
        .where('article_id', '=', articleId)
        .orderBy('labels.id')
        .execute()
      return rows.map((row) => ({ ...row, kind: row.kind as LabelKind }))
    },
  }
}

type Listed = { articleId: number; publishedAt: string; expiresAt: string | null; tags: string[]; author: string }

export function labelWriter(transaction: Writer) {
  /** Labels that nobody has met yet get their address, once and for all. */
  async function idOf({ kind, key, name }: WrittenLabel): Promise<number> {
    const known = await transaction
      .selectFrom('labels')
      .select('id')
      .where('kind', '=', kind)
      .where('key', '=', key)
      .executeTakeFirst()
    if (known) return known.id
    const taken = await slugsLike(kind, slugOf(name))
    const { id } = await transaction
      .insertInto('labels')
      .values({ kind, key, slug: freeSlug(name, (slug) => taken.has(slug)) })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  async function slugsLike(kind: LabelKind, slug: string): Promise<Set<string>> {
    const rows = await transaction
      .selectFrom('labels')
      .select('slug')
      .where('kind', '=', kind)
      .where('slug', '>=', slug)
      // The sign after the hyphen: all that begin with the slug and a hyphen, by the index.
      .where('slug', '<', `${slug}.`)
      .execute()
    return new Set(rows.map((row) => row.slug))
  }

  return {
    async list({ articleId, publishedAt, expiresAt, ...written }: Listed): Promise<void> {
      const rows = []
      for (const label of labelsIn(written)) {
        const times = { published_at: publishedAt, expires_at: expiresAt }
        rows.push({ label_id: await idOf(label), article_id: articleId, name: label.name, ...times })
      }
      if (rows.length > 0) await transaction.insertInto('label_listings').values(rows).execute()
    },

    async unlist(articleIds: number[]): Promise<void> {
      await transaction.deleteFrom('label_listings').where('article_id', 'in', articleIds).execute()
    },
  }
}

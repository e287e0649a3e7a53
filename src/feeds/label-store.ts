import type { Reader } from '../database/index.ts'
import { type Ids, listParts } from './part-store.ts'
import { idsIn } from './sitemap.ts'

/** Tags and authors under which readers find articles now, by the parts of the sitemaps. */
export function sitemapLabelReader(database: Reader) {
  const within = ({ after, upTo }: Ids, now: string) =>
    database
      .selectFrom('labels')
      .where('labels.id', '>', after)
      .where('labels.id', '<=', upTo)
      .where((label) =>
        label.exists(
          label
            .selectFrom('label_listings')
            .select('label_id')
            .whereRef('label_id', '=', 'labels.id')
            .where('published_at', '<=', now)
            .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)])),
        ),
      )

  return {
    /** Those that are not empty. */
    async listParts(now: string): Promise<number[]> {
      const { last } = await database
        .selectFrom('labels')
        .select((e) => e.fn.max('id').as('last'))
        .executeTakeFirstOrThrow()
      return listParts(database, last ?? 0, (ids) => within(ids, now).select('labels.id').orderBy('labels.id').limit(1))
    },

    async list(part: number, now: string): Promise<{ kind: 'tag' | 'author'; slug: string }[]> {
      const rows = await within(idsIn(part), now).select(['kind', 'slug']).orderBy('labels.id').execute()
      return rows.map(({ kind, slug }) => ({ kind: kind as 'tag' | 'author', slug }))
    },
  }
}

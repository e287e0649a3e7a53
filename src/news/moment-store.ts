import type { Reader } from '../database/index.ts'

/** When readers get something else although nobody does anything. */
export function momentReader(database: Reader) {
  return {
    /** The next hour at which an article begins, ends or is no longer pinned; null when none is arranged. */
    async nextAfter(now: string): Promise<string | null> {
      const begins = await database
        .selectFrom('articles')
        .select('published_at as at')
        .where('published_at', '>', now)
        .where('live_edition_id', 'is not', null)
        .where('withdrawn_at', 'is', null)
        .where('deleted_at', 'is', null)
        .orderBy('published_at')
        .limit(1)
        .executeTakeFirst()
      const ends = await database
        .selectFrom('articles')
        .select('expires_at as at')
        .where('expires_at', '>', now)
        .orderBy('expires_at')
        .limit(1)
        .executeTakeFirst()
      const falls = await database
        .selectFrom('editions')
        .select('pin_until as at')
        .where('pin_until', '>', now)
        .orderBy('pin_until')
        .limit(1)
        .executeTakeFirst()
      const moments = [begins, ends, falls].flatMap((row) => row?.at ?? [])
      return moments.sort()[0] ?? null
    },
  }
}

import type { Reader } from '../database/index.ts'
import { dayCountReader } from '../listings/index.ts'

export type ArticleCounts = { public: number; scheduled: number; waiting: number }

/** Each is one walk of an index over what it counts; what is public is counted by days already. */
export async function countArticles(database: Reader, now: string, timeZone: string): Promise<ArticleCounts> {
  const years = await dayCountReader(database, { now, timeZone }).countBy('year', { from: '', to: '9999-12-31' })
  const scheduled = await database
    .selectFrom('articles')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('published_at', '>', now)
    .where('live_edition_id', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  const waiting = await database
    .selectFrom('articles')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('stage', 'in', ['submitted', 'reviewed'])
    .where('draft_edition_id', 'is not', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  const published = years.values().reduce((total, count) => total + count, 0)
  return { public: published, scheduled: scheduled.count, waiting: waiting.count }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../config.ts'
import { type LooseCounts, openLooseCounts } from '../database/index.ts'
import type { AddressOf } from '../site/client-address.ts'
import type { World } from '../site/world.ts'
import { dayOf } from '../text/dates.ts'
import { daysUpTo, rank, rankedDays } from './ranking.ts'
import { readCountStore } from './read-count-store.ts'
import { createRecentReaders } from './recent-readers.ts'
import { isReader, type Visit } from './visit.ts'

export { isReader } from './visit.ts'

export type ReadershipTools = {
  config: Pick<Config, 'databaseUrl' | 'timeZone'>
  world: World
  /** The article that an address of this site shows; null for every other page. */
  articleIdIn: (path: string) => number | null
  addressOf: AddressOf
}

const mostRanked = 50
const mostOfEachDay = 200
const tenMinutes = 10 * 60_000

/** The day at an instant: every article that is read asks for it, and within a minute it stays the same. */
function rememberDay(timeZone: string) {
  let known = { minute: '', day: '' }
  return (instant: string): string => {
    const minute = instant.slice(0, 16)
    if (known.minute !== minute) known = { minute, day: dayOf(instant, timeZone) }
    return known.day
  }
}

/** What readers read most. Counted after their answer is on its way, in memory, and written down once a minute. */
export function createReadership({ config, world, articleIdIn, addressOf }: ReadershipTools) {
  const recent = createRecentReaders(world.random)
  let unwritten = new Map<number, number>()
  let counts: LooseCounts | null = null
  let ranking: { ids: readonly number[]; until: number } = { ids: [], until: 0 }

  const dayAt = rememberDay(config.timeZone)
  const today = () => dayAt(world.clock.now())

  function store() {
    counts ??= openLooseCounts(config.databaseUrl)
    return readCountStore(counts)
  }

  function note(visit: Visit, articleId: number) {
    const now = world.clock.now()
    if (!recent.isNew(visit, articleId, { now, day: dayAt(now) })) return
    unwritten.set(articleId, (unwritten.get(articleId) ?? 0) + 1)
  }

  async function write() {
    if (unwritten.size === 0) return
    const batch = unwritten
    unwritten = new Map()
    try {
      await store().add(today(), batch)
    } catch (error) {
      for (const [id, count] of batch) unwritten.set(id, (unwritten.get(id) ?? 0) + count)
      throw error
    }
  }

  async function renewRanking() {
    const now = Date.parse(world.clock.now())
    if (now < ranking.until && ranking.until <= now + tenMinutes) return
    const days = daysUpTo(today(), rankedDays)
    const ids = rank(await store().listTop(days, mostOfEachDay), today(), mostRanked)
    ranking = { ids, until: (Math.floor(now / tenMinutes) + 1) * tenMinutes }
    await store().forgetBefore(days.at(-1) ?? '')
  }

  return {
    /** Looks on while a page is answered; costs its reader nothing. */
    watch(req: IncomingMessage, res: ServerResponse): void {
      const articleId = req.method === 'GET' ? articleIdIn(req.url ?? '') : null
      if (articleId === null || !isReader(req)) return
      const visit = { address: addressOf(req), headers: req.headers }
      res.once('finish', () => {
        if (res.statusCode === 200 || res.statusCode === 304) note(visit, articleId)
      })
    },

    /** Numbers of articles, the most read first, some of which may have been taken down since. */
    listMostRead: (): readonly number[] => ranking.ids,

    /** That moment, or the one at which the ranking may change, if it comes sooner. */
    orNextRanking(moment: string): string {
      if (ranking.ids.length === 0) return moment
      const change = new Date(ranking.until).toISOString()
      return change < moment ? change : moment
    },

    /** Once a minute. What cannot be written now is written with the next. */
    async catchUp(): Promise<void> {
      await write()
      await renewRanking()
    },

    async close(): Promise<void> {
      await write().catch((error: unknown) => world.log.warn({ err: error }, 'lost the last counts of readers'))
      await counts?.destroy()
    },
  }
}

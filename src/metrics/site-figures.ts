import { stat, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { countArticles } from './article-count-store.ts'
import { type Family, gauge, sample } from './family.ts'

export type SiteFigureTools = {
  config: Pick<Config, 'databaseUrl' | 'uploads' | 'timeZone'>
  database: Database
  world: Pick<World, 'clock'>
}

/** However many ask: one look in so long. */
const trustedMs = 5_000
const longestMs = 1_000
/** Whatever makes the backup touches this file in the uploads folder. */
export const backupMark = 'last-backup'

/** What is the same whoever of the processes tells it. A part that does not answer in time is named, the others are told. */
export function createSiteFigures(tools: SiteFigureTools): () => Promise<Family[]> {
  const parts = {
    articles: () => articleFigures(tools),
    database: () => databaseFigures(tools),
    disk: () => diskFigures(tools),
    backup: () => backupFigures(tools),
  }
  let last: { seen: Promise<Family[]>; at: number } | null = null

  async function look(): Promise<Family[]> {
    const seen = await Promise.all(
      Object.entries(parts).map(async ([part, read]) => {
        const families = await Promise.race([read().catch(() => null), wait(longestMs, null, { ref: false })])
        return { families: families ?? [], missing: sample(families === null ? 1 : 0, { part }) }
      }),
    )
    return [
      ...seen.flatMap(({ families }) => families),
      gauge(
        'cong_tin_figures_missing',
        '1 for what could not be read in time and is left out.',
        ...seen.map(({ missing }) => missing),
      ),
    ]
  }

  return () => {
    if (last === null || performance.now() > last.at + trustedMs) last = { seen: look(), at: performance.now() }
    return last.seen
  }
}

async function articleFigures({ database, world, config }: SiteFigureTools): Promise<Family[]> {
  const counts = await countArticles(database.read, world.clock.now(), config.timeZone)
  return [
    gauge(
      'cong_tin_articles',
      'Articles that readers find, that wait for their hour, and that wait for a review.',
      ...Object.entries(counts).map(([state, count]) => sample(count, { state })),
    ),
  ]
}

async function databaseFigures({ database }: SiteFigureTools): Promise<Family[]> {
  return [gauge('cong_tin_database_bytes', 'Size of the database.', sample(await database.countBytes()))]
}

async function diskFigures({ config }: SiteFigureTools): Promise<Family[]> {
  const file = /^sqlite:(.+)$/.exec(config.databaseUrl)?.[1]
  const folders = { uploads: resolve(config.uploads), ...(file ? { database: dirname(resolve(file)) } : {}) }
  const free = Object.entries(folders).map(async ([folder, path]) => {
    const { bavail, bsize } = await statfs(path)
    return sample(bavail * bsize, { folder })
  })
  return [gauge('cong_tin_disk_free_bytes', 'Free space where these are kept.', ...(await Promise.all(free)))]
}

async function backupFigures({ config }: SiteFigureTools): Promise<Family[]> {
  const mark = await stat(join(resolve(config.uploads), backupMark)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return null
  })
  return [
    gauge(
      'cong_tin_last_backup_timestamp_seconds',
      `When the file ${backupMark} among the uploads was touched last; 0 for never.`,
      sample(mark === null ? 0 : mark.mtimeMs / 1_000),
    ),
  ]
}

import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '../config.ts'
import { migrate, openDatabase } from '../database/index.ts'
import { type ExportedSite, exportLines, exportSite } from '../exports/index.ts'
import { createPortal, migrationsFolder } from '../portal.ts'
import { exportAddresses } from '../redirects/index.ts'
import { realWorld, systemClock } from '../site/world.ts'

type Progress = (done: number, known: number) => void

/** The portal as it is at this moment: its clock stands still, and it keeps no page that is asked for only once. */
export async function exportSiteTo(config: Config, folder: string, onProgress: Progress): Promise<ExportedSite> {
  const world = realWorld(config.logLevel)
  const now = world.clock.now()
  const still = { ...world, clock: { now: () => now } }
  const portal = await createPortal({ ...config, pageCacheMegabytes: 0 }, still)
  const { database, publicSite: site } = portal
  try {
    const legacyAddresses = () => exportAddresses({ database: database.read, pages: { paths: [], folders: [] }, now })
    return await exportSite({ config, database, site, now, legacyAddresses, onProgress }, folder)
  } finally {
    await portal.close()
  }
}

/** To a file, which is whole as soon as it has its name; without one to the standard output. */
export async function exportLinesTo(config: Config, file: string | null): Promise<void> {
  const database = await openDatabase(config)
  try {
    await migrate(database, migrationsFolder)
    const lines = Readable.from(exportLines({ config, database }, systemClock.now()))
    if (file === null) await pipeline(lines, process.stdout, { end: false })
    else await writeWhole(lines, file)
  } finally {
    await database.close()
  }
}

async function writeWhole(lines: Readable, file: string) {
  const growing = `${file}.${randomUUID()}.tmp`
  try {
    await pipeline(lines, createWriteStream(growing))
    await rename(growing, file)
  } finally {
    await rm(growing, { force: true })
  }
}

import type { Database } from '../database/index.ts'
import { pictureFiles } from './picture-files.ts'
import { leftoverHours } from './picture-limits.ts'
import { pictureReader } from './picture-store.ts'

type SweepTools = { uploads: string; database: Database }

const hourMs = 3_600_000

/**
 * Removes what a process that died has left, and what nobody came back to: half of an upload, or the folder of a picture whose
 * row was never written. What is younger than a day may be the work of another process.
 */
export async function sweepIncoming({ uploads, database }: SweepTools): Promise<void> {
  const files = pictureFiles(uploads)
  // The machine writes the times of files, so its own clock is asked.
  for (const name of await files.listIncoming(new Date(Date.now() - leftoverHours * hourMs)))
    await (isKey(name) ? settle(name) : files.removeIncoming(name))

  async function settle(key: string) {
    const isKnown = await pictureReader(database.read).isKnownKey(key)
    await (isKnown ? files.finish(key) : files.discard(key))
  }
}

const isKey = (name: string) => /^[0-9a-f]{20}$/.test(name)

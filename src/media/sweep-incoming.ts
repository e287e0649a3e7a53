import type { Database } from '../database/index.ts'
import { pictureFiles } from './picture-files.ts'
import { pictureReader } from './picture-store.ts'

type SweepTools = { uploads: string; database: Database }

/**
 * Removes what a process that died has left: half of an upload, or the folder of a picture whose row was never written. What
 * lies there is listed before this returns, so nothing that arrives later is touched.
 */
export function sweepIncoming({ uploads, database }: SweepTools): Promise<void> {
  const files = pictureFiles(uploads)
  return removeAll(files.openIncoming())

  async function removeAll(names: string[]) {
    for (const name of names) await (isKey(name) ? settle(name) : files.removeIncoming(name))
  }

  async function settle(key: string) {
    const isKnown = await pictureReader(database.read).isKnownKey(key)
    await (isKnown ? files.finish(key) : files.discard(key))
  }
}

const isKey = (name: string) => /^[0-9a-f]{20}$/.test(name)

import type { Database } from '../database/index.ts'
import { documentFiles, placeIn } from './document-files.ts'
import { versionReader } from './version-store.ts'

type SweepTools = { uploads: string; database: Database }

/** Another process on the same folder may be receiving; no upload is longer without a byte. */
const stillArrivingMs = 60 * 60 * 1000

/**
 * Removes what a process that died has left: half of an upload, or a file whose row was never written. What lies there is
 * listed before this returns, so nothing that arrives later is touched.
 */
export function sweepIncoming({ uploads, database }: SweepTools): Promise<void> {
  const files = documentFiles(uploads)
  return removeAll(files.openIncoming())

  async function removeAll(names: string[]) {
    for (const name of names) if (await isLeft(name)) await remove(name)
  }

  async function isLeft(name: string): Promise<boolean> {
    const changedAt = await files.changedAt(name)
    return changedAt !== null && Date.now() - changedAt > stillArrivingMs
  }

  async function remove(name: string) {
    const place = placeIn(name)
    if (place === null) return files.removeIncoming(name)
    const isKnown = await versionReader(database.write).isKnownKey(place.version)
    await (isKnown ? files.finish(place) : files.discard(place))
  }
}

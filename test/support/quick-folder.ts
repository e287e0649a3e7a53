import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const fewestFreeBytes = 2 * 1024 ** 3

/** For what a run writes and throws away: databases are written ten times sooner in memory than on a disk. */
export function quickFolder(): string {
  return hasRoom('/dev/shm') ? '/dev/shm' : tmpdir()
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > fewestFreeBytes
  } catch {
    return false
  }
}

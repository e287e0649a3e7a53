import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Database, listMissing } from '../database/index.ts'

type Look = () => Promise<string | null>

/** However many ask: one look in so long. */
const trustedMs = 1_000
/** A database that takes longer is no use to readers either. */
const longestMs = 2_000

/** Gives what the portal lacks to do its work, one sentence each; nothing when it is ready. Names no host, path or password. */
export function createReadiness(
  database: Database,
  { uploads, migrationsFolder }: { uploads: string; migrationsFolder: string },
): () => Promise<string[]> {
  const lookAtDatabase = oneAtATime(() => databaseLack(database, migrationsFolder))
  const lookAtUploads = oneAtATime(() => uploadsLack(uploads))

  return async () => {
    const lacks = await Promise.all([
      inTime(lookAtDatabase(), 'the database does not answer in time'),
      inTime(lookAtUploads(), 'the uploads folder does not answer in time'),
    ])
    return lacks.filter((lack) => lack !== null)
  }
}

async function databaseLack(database: Database, migrationsFolder: string): Promise<string | null> {
  try {
    const missing = await listMissing(database, migrationsFolder)
    return missing.length === 0 ? null : `${missing.length} migrations are missing`
  } catch {
    return 'the database does not answer'
  }
}

/** Asking for permissions alone would not notice a full disk. */
async function uploadsLack(uploads: string): Promise<string | null> {
  const probe = join(uploads, `.readyz-${process.pid}`)
  try {
    await writeFile(probe, 'ready')
    await rm(probe)
    return null
  } catch {
    return 'the uploads folder cannot be written to'
  }
}

/** A look that hangs is not joined by others, which would hang too. */
function oneAtATime(look: Look): Look {
  let last: { seen: Promise<string | null>; endedAt: number } | null = null
  return () => {
    if (last !== null && performance.now() < last.endedAt + trustedMs) return last.seen
    const mine = { seen: look(), endedAt: Number.POSITIVE_INFINITY }
    void mine.seen.finally(() => {
      mine.endedAt = performance.now()
    })
    last = mine
    return mine.seen
  }
}

function inTime(seen: Promise<string | null>, ifLate: string): Promise<string | null> {
  return Promise.race([seen, wait(longestMs, ifLate, { ref: false })])
}

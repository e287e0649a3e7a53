import type { Database as SqliteFile } from 'better-sqlite3'
import type { ContentVersion } from './content-version.ts'

/** SQLite itself says, from memory that all processes share, whether anybody committed anything since the last time. */
export function sqliteContentVersion(file: SqliteFile): ContentVersion {
  const commits = file.prepare('pragma data_version').pluck()
  let seen: unknown = null
  let version: number | null = null
  let isAsked = false

  /** Once for all requests that arrived together: what is committed meanwhile, nobody was told yet. */
  function current(): number | null {
    if (isAsked) return version
    isAsked = true
    setImmediate(forget)
    look()
    return version
  }

  function look() {
    try {
      const now = commits.get()
      if (now === seen) return
      version = file.prepare('select version from content_version').pluck().get() as number
      seen = now
    } catch {
      version = null
      seen = null
    }
  }

  function forget() {
    isAsked = false
  }

  return { current, refresh: async () => forget() }
}

import pg from 'pg'
import type { ContentVersion } from './content-version.ts'

const channel = 'content_changed'
/** For what no notice told, as while the line was down. */
const lookAgainMs = 500

type Watch = ContentVersion & { close(): Promise<void> }

/**
 * PostgreSQL calls when something changed; `read` tells what. Notices come from the main server even where `read` asks a
 * replica, which may know later than the notice comes.
 */
export function postgresContentVersion(url: string, read: pg.Pool): Watch {
  let version: number | null = null
  let line: pg.Client | null = null
  let isOpening = false
  let isClosed = false
  let looking: NodeJS.Timeout | null = null

  async function refresh() {
    try {
      const { rows } = await read.query('select version from content_version')
      version = isClosed ? null : Number(rows[0].version)
    } catch {
      version = null
    }
  }

  /** The first page that is asked for begins it; before, nobody needs to know. */
  function begin() {
    looking = setInterval(() => void lookAgain(), lookAgainMs).unref()
    void lookAgain()
  }

  async function lookAgain() {
    if (!line) void listen()
    await refresh()
  }

  async function listen() {
    if (isOpening) return
    isOpening = true
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('notification', () => void refresh())
    client.on('error', () => drop(client))
    client.on('end', () => drop(client))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      line = client
    } catch {
      await client.end().catch(() => {})
    }
    isOpening = false
  }

  function drop(client: pg.Client) {
    if (line === client) line = null
  }

  return {
    current() {
      if (!looking) begin()
      return version
    },
    refresh: async () => {
      if (looking) await refresh()
    },
    async close() {
      if (looking) clearInterval(looking)
      isClosed = true
      version = null
      const client = line
      line = null
      await client?.end().catch(() => {})
    },
  }
}

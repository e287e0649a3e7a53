import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import type { Config } from '../config.ts'

export type Indexing = {
  /** Whether search engines may keep what is answered under the name that this request used. */
  isWanted(req: IncomingMessage): boolean
  /** Stands before everything else: whatever is answered then, and from wherever it comes, says that nobody may keep it. */
  guard(req: IncomingMessage, res: ServerResponse): void
}

/** A copy for trying things out, and a second name of the same machine, would be taken for the portal itself. */
export function createIndexing({ siteUrl, isStaging }: Pick<Config, 'siteUrl' | 'isStaging'>): Indexing {
  const own = withoutWww(new URL(siteUrl).hostname)

  const isWanted = ({ headers }: IncomingMessage) => !isStaging && !isOtherName(hostName(headers.host ?? ''), own)

  function guard(req: IncomingMessage, res: ServerResponse) {
    if (isWanted(req)) return
    const { writeHead } = res
    // With the first byte: kept pages are everybody's, so they may not hold what is said of one name.
    res.writeHead = ((...head: Parameters<typeof writeHead>) => {
      if (!res.hasHeader('X-Robots-Tag')) res.setHeader('X-Robots-Tag', 'noindex')
      return writeHead.apply(res, head)
    }) as typeof writeHead
  }

  return { isWanted, guard }
}

/**
 * An address in digits or a name without a dot says nothing: a proxy that does not pass the name on asks so, and because of
 * that nobody shall drop out of every search engine.
 */
const isOtherName = (name: string, own: string) => name.includes('.') && isIP(name) === 0 && withoutWww(name) !== own

const hostName = (host: string) => host.replace(/:\d+$/, '').toLowerCase()
const withoutWww = (name: string) => name.replace(/^www\./, '')

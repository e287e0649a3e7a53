import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ContentVersion } from '../database/index.ts'
import { createPageShelf, type Kept } from './page-shelf.ts'
import { compressHard, type ReadyPage, sendPage } from './ready-page.ts'
import type { World } from './world.ts'

export type PageCache = {
  /** Stands before everything else: answers with ready bytes, or lets the page be made. */
  answer(req: IncomingMessage, res: ServerResponse, make: () => void): void
  /**
   * Keeps what was just made for this request. `names` are those of the query that the page reads; whatever else a stranger
   * writes into the query changes nothing.
   */
  keep(req: IncomingMessage, page: ReadyPage, names: readonly string[]): Promise<void>
  /** When a page cannot be made: the last one that could, however old. False when there is none. */
  answerWithLast(req: IncomingMessage, res: ServerResponse): boolean
  counts(): PageCounts
}

/** Since the process began, but for `pages` and `bytes`, which lie ready now. */
export type PageCounts = {
  sent: number
  /** To readers who had the page already. */
  unchanged: number
  /** Made because no true one lay ready; pages alone, which are kept. */
  misses: number
  /** Sent although they were not known to be true any more. */
  stale: number
  evictions: number
  pages: number
  bytes: number
}

export type PageCacheTools = {
  world: Pick<World, 'clock' | 'log'>
  contentVersion: ContentVersion
  /** The next moment when something begins or ends by itself. */
  nextMoment: (now: string) => Promise<string>
  /** Of kept pages, in bytes; 0 keeps nothing. */
  mostBytes: number
}

/** What a request for a page found when it came, so that what is made for it is kept as of that moment. */
type Order = { path: string; query: string; version: number | null; since: string; last: Kept | null }

/** Asked for so often, a page is worth the forty milliseconds of the strongest compression. */
const usesOfFavourite = 50
/** After a page could not be made, others are spared the wait for the same failure. */
const restAfterFailureMs = 2_000

/** Public pages as ready bytes. They hold until something that readers see changes, or something scheduled begins or ends. */
export function createPageCache({ world, contentVersion, nextMoment, mostBytes }: PageCacheTools): PageCache {
  const shelf = createPageShelf(mostBytes)
  const orders = new WeakMap<IncomingMessage, Order>()
  /** Of each address that is being made: those who wait for it. */
  const making = new Map<string, (() => void)[]>()
  const moment = rememberMoment(nextMoment)
  let restUntil = 0
  let sent = 0
  let unchanged = 0
  let misses = 0
  let stale = 0
  // From now on it is watched.
  if (mostBytes > 0) contentVersion.current()

  function answer(req: IncomingMessage, res: ServerResponse, make: () => void) {
    if (mostBytes === 0 || (req.method !== 'GET' && req.method !== 'HEAD')) return make()
    const address = req.url ?? '/'
    if (serve(req, res, address)) return
    const waiting = making.get(address)
    // Nobody makes a page that another request is making: in a storm all would at once.
    if (waiting) return void waiting.push(() => serve(req, res, address) || make())
    making.set(address, [])
    whenAnswered(res, () => letIn(address))
    make()
  }

  function letIn(address: string) {
    const waiting = making.get(address) ?? []
    making.delete(address)
    for (const goOn of waiting) goOn()
  }

  function serve(req: IncomingMessage, res: ServerResponse, address: string): boolean {
    const [path, query] = partsOf(address)
    const kept = shelf.find(path, query)
    const version = contentVersion.current()
    const isKnown = kept !== null && isTrue(kept, version)
    if (kept && (isKnown || Date.now() < restUntil)) {
      if (!isKnown || version === null) stale += 1
      if (kept.uses === usesOfFavourite) void compressHard(kept.page)
      sendPage(kept.page, req, res)
      if (res.statusCode === 304) unchanged += 1
      else sent += 1
      return true
    }
    orders.set(req, { path, query, version, since: world.clock.now(), last: kept })
    return false
  }

  /** While the database does not say what is true, what was true last is the best there is. */
  const isTrue = (kept: Kept, version: number | null): boolean =>
    version === null || (kept.version === version && isTime(kept))

  function isTime({ since, until }: Kept): boolean {
    const now = world.clock.now()
    return since <= now && now < until
  }

  async function keep(req: IncomingMessage, page: ReadyPage, names: readonly string[]) {
    const order = orders.get(req)
    if (!order || order.version === null) return
    const until = await moment(order.version, order.since)
    misses += 1
    shelf.put(order.path, order.query, { page, version: order.version, since: order.since, until }, names)
  }

  function answerWithLast(req: IncomingMessage, res: ServerResponse): boolean {
    const last = orders.get(req)?.last
    if (!last || res.headersSent) return false
    restUntil = Date.now() + restAfterFailureMs
    stale += 1
    world.log.warn({ path: orders.get(req)?.path }, 'answered with the last good page')
    sendPage(last.page, req, res)
    return true
  }

  const counts = (): PageCounts => ({
    sent,
    unchanged,
    misses,
    stale,
    evictions: shelf.evictions(),
    pages: shelf.pages(),
    bytes: shelf.bytes(),
  })

  return { answer, keep, answerWithLast, counts }
}

/** One look a version: until then nothing begins or ends, whoever asks. */
function rememberMoment(nextMoment: (now: string) => Promise<string>) {
  let known: { version: number; since: string; until: string } | null = null

  return async (version: number, now: string): Promise<string> => {
    if (known?.version === version && known.since <= now && now < known.until) return known.until
    known = { version, since: now, until: await nextMoment(now) }
    return known.until
  }
}

/** Once: with the first byte, so that nobody waits for another reader's slow line, or when that reader leaves. */
function whenAnswered(res: ServerResponse, then: () => void) {
  const { writeHead } = res
  const tell = () => {
    res.writeHead = writeHead
    res.off('close', tell)
    then()
  }
  res.once('close', tell)
  res.writeHead = ((...head: Parameters<typeof writeHead>) => {
    tell()
    return writeHead.apply(res, head)
  }) as typeof writeHead
}

function partsOf(address: string): [path: string, query: string] {
  const mark = address.indexOf('?')
  return mark < 0 ? [address, ''] : [address.slice(0, mark), address.slice(mark + 1)]
}

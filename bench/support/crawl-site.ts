import { Agent, request } from 'node:http'
import { linksInFeed, linksInStyle, linksInXml, readPage } from './read-links.ts'

export type CrawlWish = {
  /** Where it answers, and what it calls itself. */
  origin: string
  siteUrl: string
  seeds: Iterable<string>
  /** Asked as well, though perhaps nothing links to them. */
  others: AsyncIterable<string>
  /** Of the addresses that it names only one in so many is asked, since there are so many alike. */
  thinned: { isMeant: (address: string) => boolean; oneIn: number }
  onProgress: (asked: number, known: number) => void
}

export type Link = { from: string; to: string }

export type Crawled = {
  /** Status of each address; where it leads, for those that lead on. */
  answers: Map<string, number | string>
  leftOut: number
  /** Pages by the first step of their path, with the milliseconds that each took to come. */
  kinds: Map<string, number[]>
  dead: Link[]
  broken: Link[]
  chains: Link[]
  /** What only leads on, though pages link to it. */
  detours: (Link & { times: number })[]
  withoutCanonical: string[]
  /** A canonical address that is no page. */
  wrongCanonical: Link[]
  twins: Link[]
  inSitemap: Set<string>
  /** Pages that name themselves canonical and may be kept by search engines. */
  indexed: Set<string>
  /** A fragment that the page has no place for, on the page itself. */
  namelessPlaces: Link[]
}

type Answer = { status: number; type: string; location: string | null; body: string; isNoindex: boolean }

const atOnce = 6
const read = /^(?:text\/html|text\/css|text\/plain|application\/(?:rss\+xml|atom\+xml|xml|feed\+json))/
const isClosed = (path: string) => /^\/quan-tri(?:\/|$)/.test(path)

/** Every link of every page, each address once, within the site. */
export async function crawlSite({ origin, siteUrl, seeds, others, thinned, onProgress }: CrawlWish): Promise<Crawled> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const from = new Map<string, string>()
  const queue: string[] = []
  /** How many pages link to each address. */
  const linked = new Map<string, number>()
  const canonicals: Link[] = []
  const titles = new Map<string, string>()
  const crawled = emptyCrawl()
  let alike = 0
  const { answers, kinds } = crawled
  const meet = (address: string, page: string) => {
    if (from.has(address)) return
    from.set(address, page)
    if (thinned.isMeant(address) && ++alike % thinned.oneIn !== 1) crawled.leftOut++
    else queue.push(address)
  }

  for (const seed of seeds) meet(seed, '')
  await goThrough()
  for await (const other of others) {
    meet(other, '')
    if (queue.length >= 1_000) await goThrough()
  }
  await goThrough()
  agent.destroy()
  return judged()

  async function goThrough() {
    let asked = 0
    const worker = async () => {
      for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
        await visit(address)
        if (++asked % 500 === 0) onProgress(answers.size, from.size)
      }
    }
    // Whoever finds nothing left may be early: another one is still reading a page.
    while (queue.length > 0) await Promise.all(Array.from({ length: atOnce }, worker))
  }

  async function visit(address: string) {
    const began = performance.now()
    const answer = await ask(address)
    if (answer === null) return void answers.set(address, 599)
    const target = answer.location === null ? null : own(answer.location, address)
    answers.set(address, target ?? answer.status)
    if (target !== null) return meet(target, address)
    if (answer.status !== 200 || answer.body === '') return
    if (answer.type === 'text/html') {
      const kind = kindOf(address)
      kinds.set(kind, kinds.get(kind) ?? [])
      kinds.get(kind)?.push(performance.now() - began)
      return readHtml(address, answer)
    }
    for (const link of linksIn(answer)) {
      const to = own(link, address)
      if (to === null) continue
      if (answer.type === 'application/xml' && !/\.\w+$/.test(to)) crawled.inSitemap.add(to)
      linked.set(to, (linked.get(to) ?? 0) + 1)
      meet(to, address)
    }
  }

  function readHtml(address: string, { body, isNoindex }: Answer) {
    const page = readPage(body)
    for (const link of new Set(page.links)) {
      const [, fragment] = link.split('#')
      const to = own(link, address)
      if (to === null) continue
      if (fragment && to === address && !page.names.has(decodeURIComponent(fragment)))
        crawled.namelessPlaces.push({ from: address, to: link })
      linked.set(to, (linked.get(to) ?? 0) + 1)
      meet(to, address)
    }
    const canonical = page.canonical === null ? null : own(page.canonical, address)
    const isIndexed = page.isIndexed && !isNoindex
    if (canonical === null && isIndexed) crawled.withoutCanonical.push(address)
    if (canonical !== null && canonical !== address) canonicals.push({ from: address, to: canonical })
    if (canonical !== address || !isIndexed) return
    crawled.indexed.add(address)
    const twin = titles.get(page.title)
    if (twin === undefined) titles.set(page.title, address)
    else crawled.twins.push({ from: twin, to: address })
  }

  /** Path and query of what is ours, as it is written; null for everything else. */
  function own(written: string, page: string): string | null {
    if (!URL.canParse(written, siteUrl + page)) return null
    const url = new URL(written, siteUrl + page)
    return url.origin === siteUrl && !isClosed(url.pathname) ? url.pathname + url.search : null
  }

  function ask(address: string): Promise<Answer | null> {
    return new Promise((settle) => {
      const asked = request(
        origin + address,
        { agent, headers: { accept: '*/*', 'user-agent': 'bench-bot' } },
        (answer) => {
          const type = (answer.headers['content-type'] ?? '').split(';')[0] ?? ''
          const pieces: Buffer[] = []
          answer.on('data', (piece: Buffer) => read.test(type) && pieces.push(piece))
          answer.on('error', () => settle(null))
          answer.on('end', () =>
            settle({
              status: answer.statusCode ?? 599,
              type,
              location: answer.headers.location ?? null,
              body: Buffer.concat(pieces).toString(),
              isNoindex: String(answer.headers['x-robots-tag'] ?? '').includes('noindex'),
            }),
          )
        },
      )
      asked.on('error', () => settle(null))
      asked.end()
    })
  }

  function judged(): Crawled {
    for (const [address, answer] of answers) {
      const link = { from: from.get(address) ?? '', to: address }
      if (answer === 404 || answer === 410) crawled.dead.push(link)
      else if (typeof answer === 'number' && answer !== 200) crawled.broken.push(link)
      else if (typeof answer === 'string' && typeof answers.get(answer) !== 'number') crawled.chains.push(link)
    }
    for (const [to, times] of linked)
      if (typeof answers.get(to) === 'string') crawled.detours.push({ from: from.get(to) ?? '', to, times })
    crawled.wrongCanonical = canonicals.filter(({ to }) => (answers.get(to) ?? 200) !== 200)
    return crawled
  }
}

const emptyCrawl = (): Crawled => ({
  answers: new Map(),
  leftOut: 0,
  kinds: new Map(),
  dead: [],
  broken: [],
  chains: [],
  detours: [],
  withoutCanonical: [],
  wrongCanonical: [],
  twins: [],
  inSitemap: new Set(),
  indexed: new Set(),
  namelessPlaces: [],
})

/** `/tin-bai/…`, `/luu-tru/…`, `/tin-tuc?sau`: the first step, and what the query asks for. */
export function kindOf(address: string): string {
  const [path = '', query = ''] = address.split('?')
  const [, first = '', ...more] = path.split('/')
  const last = /\/bao-loi$/.test(path) ? '…/bao-loi' : more.length > 0 ? '/…' : ''
  return `/${first}${last}${query ? `?${[...new URLSearchParams(query).keys()].sort().join('&')}` : ''}`
}

function linksIn({ type, body }: Answer): string[] {
  if (type === 'text/css') return linksInStyle(body)
  if (type === 'text/plain') return [...body.matchAll(/^Sitemap: (\S+)$/gm)].map(([, address = '']) => address)
  return type === 'application/feed+json' ? linksInFeed(body) : linksInXml(body)
}

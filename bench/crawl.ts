import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { type Crawled, crawlSite, type Link } from './support/crawl-site.ts'
import { median } from './support/median.ts'
import { isDeadAddress } from './support/old-site.ts'
import { startPortalProcess } from './support/portal-process.ts'
import { processorSeconds } from './support/processor-time.ts'
import { residentMegabytes } from './support/resident-memory.ts'

/**
 * A whole site, link by link as search engines and readers go, and then every old address that it keeps: what leads nowhere, what
 * fails, what leads on twice. The folder holds `portal.db` and `uploads`, as `bench/whole-site.ts` leaves them.
 * Run: npm exec -c 'node --max-old-space-size=6000 bench/crawl.ts <folder>'
 */
const folder = resolve(process.argv[2] ?? '.')
const path = join(folder, 'portal.db')
if (!existsSync(path)) throw new Error(`no portal.db in ${folder}`)
const port = 3_987
const siteUrl = 'https://dakpo.gialai.gov.vn'

const portal = await startPortalProcess(port, '1', {
  DATABASE_URL: `sqlite:${path}`,
  UPLOADS: join(folder, 'uploads'),
  SITE_URL: siteUrl,
  PAGE_CACHE_MB: '4',
  MALLOC_ARENA_MAX: '2',
})
let largest = 0
const watch = setInterval(() => {
  largest = Math.max(largest, residentMegabytes(portal.pid))
}, 1_000)
const began = performance.now()
const busyBefore = processorSeconds(portal.pid)
const crawled = await crawlSite({
  origin: portal.origin,
  siteUrl,
  seeds: ['/', '/robots.txt', '/sitemap.xml', '/favicon.ico', '/manifest.webmanifest'],
  others: oldAddresses(),
  thinned: { isMeant: (address) => /^\/luu-tru\/.*\?chuyen-muc=/.test(address), oneIn: 10 },
  onProgress: (asked, known) => console.error(`${seconds()} s: ${asked} of ${known} known, portal ${largest} MB`),
})
const busy = processorSeconds(portal.pid) - busyBefore
clearInterval(watch)
await portal.stop()
tell(crawled)

function* rows() {
  const database = new BetterSqlite(path, { readonly: true })
  yield* database.prepare('select old_address as address from legacy_addresses order by id').iterate() as Iterable<{
    address: string
  }>
  database.close()
}

async function* oldAddresses() {
  for (const { address } of rows()) yield new URL(address, siteUrl).pathname + new URL(address, siteUrl).search
}

function tell({ answers, kinds, ...found }: Crawled) {
  const pages = [...kinds.values()].reduce((sum, times) => sum + times.length, 0)
  const leads = [...answers.values()].filter((answer) => typeof answer === 'string').length
  console.log(`| ${answers.size} addresses | |\n|---|---:|`)
  const line = (what: string, value: string | number) => console.log(`| ${what} | ${value} |`)
  line('pages', pages)
  line('archive pages of one category that were left out, nine of ten', found.leftOut)
  line('that lead on, in one hop', leads - found.chains.length)
  line('in several hops', found.chains.length)
  line('nowhere (404, 410), as on the old site', found.dead.filter(isOldSlip).length)
  line('nowhere, by us', found.dead.filter((link) => !isOldSlip(link)).length)
  line('that fail', found.broken.length)
  line('pages without a canonical address', found.withoutCanonical.length)
  line('pages whose canonical address is no page', found.wrongCanonical.length)
  line('pages with the title of another', found.twins.length)
  // Lists that only repeat what other pages hold are in no sitemap.
  const isTold = (address: string) => !/^\/luu-tru|\?/.test(address)
  const missing = [...found.indexed].filter((address) => isTold(address) && !found.inSitemap.has(address))
  const surplus = [...found.inSitemap].filter((address) => !found.indexed.has(address))
  line('indexed pages that are in no sitemap', missing.length)
  line('addresses of sitemaps that are no indexed page', surplus.length)
  const ours = found.detours.filter(({ to }) => !/^\/\d{4}\/\d\d\/|^\/\?p=/.test(to))
  const count = (links: { times: number }[]) => links.reduce((sum, { times }) => sum + times, 0)
  line('links of our own to what leads on', count(ours))
  line('links in old texts to old addresses', count(found.detours) - count(ours))
  line('links to places that the page lacks', found.namelessPlaces.length)
  line('answers a second', Math.round(answers.size / seconds()))
  line('CPU of the portal for each', `${((busy * 1_000) / answers.size).toFixed(1)} ms`)
  line('memory of the portal, most', `${largest} MB`)
  console.log()
  for (const [kind, times] of [...kinds].sort((a, b) => b[1].length - a[1].length).slice(0, 40))
    console.log(`  ${String(times.length).padStart(7)} ${kind}: ${median(times).toFixed(0)} ms`)
  const lists = { ...found, dead: found.dead.filter((link) => !isOldSlip(link)), detours: ours, missing, surplus }
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.length === 0) continue
    console.log(`\n${name}: ${list.length}`)
    for (const one of list.slice(0, 12))
      console.log(`  ${typeof one === 'string' ? one : `${one.to} (from ${one.from})`}`)
  }
}

function isOldSlip({ to }: Link): boolean {
  return isDeadAddress(to)
}

function seconds(): number {
  return Math.round((performance.now() - began) / 1_000)
}

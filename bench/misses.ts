import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { load } from './support/load.ts'
import { median } from './support/median.ts'
import { pin, startPortalProcess } from './support/portal-process.ts'
import { processorSeconds } from './support/processor-time.ts'

/**
 * Pages that are made anew for each request, with nothing kept ready: what they cost the processor, beside a template literal
 * that writes the same bytes from the same rows, and beside Ghost 6.65. Interleaved, both servers on one core and the load on
 * another. Run: npm run bench -- misses, or node bench/misses.ts <rounds>
 */
const rounds = Number(process.argv[2] ?? 7)
const wish = { connections: 4, seconds: 2 }
const port = 41_790
const [coreOfServers, coreOfLoad] = ['0', '1']
/** Milliseconds of processor time for one page, measured once on the machine of the first table in this folder's README. */
const ghostMs: Record<string, number> = { home: 88, category: 39, article: 36.6 }

type Sample = { perSecond: number; ms: number }
type Server = { origin: string; pid: number }

pin(process.pid, coreOfLoad)
const portal = await startPortalProcess(port, coreOfServers, { PAGE_CACHE_MB: '0', SITE_URL: siteUrl() })
try {
  const paths = await listPaths()
  const rival = await startRival(Object.keys(ghostMs).map((name) => paths[name] ?? ''))
  const samples = new Map(Object.keys(paths).map((name) => [name, { ours: [] as Sample[], rival: [] as Sample[] }]))
  for (let round = 0; round < rounds; round++)
    for (const [name, path] of Object.entries(paths)) {
      samples.get(name)?.ours.push(await measure(portal, path))
      if (name in ghostMs) samples.get(name)?.rival.push(await measure(rival, path))
    }
  rival.child.kill()
  print(samples)
} finally {
  await portal.stop()
}

function siteUrl(): string {
  return `http://localhost:${port}`
}

async function get(path: string): Promise<string> {
  return (await fetch(portal.origin + path, { headers: { connection: 'close' } })).text()
}

async function listPaths(): Promise<Record<string, string>> {
  const category = await get('/tin-tuc')
  const first = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? ''
  const last = [...category.matchAll(/href="(\/tin-tuc\?trang=\d+)"/g)].at(-2)?.[1] ?? ''
  const article = first(category, /href="(\/tin-bai\/[^"]+)"/)
  const day = first(category, /datetime="([\d-]{10})/).replaceAll('-', '/')
  const tag = first(await get(article), /href="(\/tu-khoa\/[^"]+)"/)
  const list = {
    'category, last page': last,
    'a day': `/luu-tru/${day}`,
    'a year': `/luu-tru/${day.slice(0, 4)}`,
    'a tag': tag,
  }
  const others = {
    latest: '/tin-moi',
    corrections: '/dinh-chinh',
    contact: '/lien-he',
    'site map': '/so-do-cong',
    'feed (RSS)': '/rss',
  }
  return { home: '/', category: '/tin-tuc', article, ...list, ...others }
}

async function startRival(paths: string[]) {
  const env = {
    ...process.env,
    SITE_URL: siteUrl(),
    DATABASE_URL: `sqlite:${join(portal.folder, 'portal.db')}`,
    UPLOADS: join(portal.folder, 'uploads'),
  }
  const child = fork(join(import.meta.dirname, 'template-server.ts'), paths, { env })
  child.once('exit', (code) => code && process.exit(code))
  const [told] = (await once(child, 'message')) as [{ port: number; pages: [string, string][] }]
  for (const [path, html] of told.pages)
    if (html !== (await get(path))) throw new Error(`${path} has other bytes there than from the portal`)
  pin(child.pid ?? 0, coreOfServers)
  return { child, pid: child.pid ?? 0, origin: `http://127.0.0.1:${told.port}` }
}

async function measure({ origin, pid }: Server, path: string): Promise<Sample> {
  const before = processorSeconds(pid)
  const { perSecond, total, errors } = await load(origin + path, wish)
  if (errors > 0) throw new Error(`${path}: ${errors} errors`)
  return { perSecond, ms: ((processorSeconds(pid) - before) / total) * 1_000 }
}

function print(samples: Map<string, { ours: Sample[]; rival: Sample[] }>) {
  console.log(
    '| Page, made anew | a second, ours / template literal | ratio, median | lowest – highest | CPU, ours / template literal | Ghost | times |',
  )
  console.log('|---|---:|---:|---:|---:|---:|---:|')
  for (const [name, { ours, rival }] of samples) {
    const ms = median(ours.map((sample) => sample.ms))
    const ghost = ghostMs[name]
    const cells = ghost
      ? [...beside(ours, rival), `${ms.toFixed(2)} / ${median(rival.map((sample) => sample.ms)).toFixed(2)} ms`]
      : [`${Math.round(median(ours.map(({ perSecond }) => perSecond)))}`, '–', '–', `${ms.toFixed(2)} ms`]
    const times = ghost ? [`${ghost} ms`, `${Math.round(ghost / ms)} ×`] : ['–', '–']
    console.log(`| ${[name, ...cells, ...times].join(' | ')} |`)
  }
}

/** By processor time, which says more than answers a second where the load generator is the slower of the two. */
function beside(ours: Sample[], rival: Sample[]): string[] {
  const ratios = ours.map(({ ms }, place) => (rival[place]?.ms ?? Number.NaN) / ms)
  const perSecond = [ours, rival].map((each) => Math.round(median(each.map((sample) => sample.perSecond))))
  const range = `${Math.min(...ratios).toFixed(2)} – ${Math.max(...ratios).toFixed(2)}`
  return [perSecond.join(' / '), median(ratios).toFixed(2), range]
}

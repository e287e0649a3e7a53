import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Archive, generatedArchive } from './support/generated-archive.ts'
import { median, percentile } from './support/median.ts'
import { type PortalProcess, pin, startPortalProcess } from './support/portal-process.ts'
import { firstThreadSeconds } from './support/processor-time.ts'

/**
 * What pages cost in archives of several sizes: a whole portal for each, without kept pages, asked in turns by one reader; and
 * how soon each starts, beside the least that Express does. Run: npm run bench -- archive, or
 * node bench/archive.ts [--keep FOLDER] [--rounds N] <articles> …
 * The archives (3 GB for a million) are made first; with --keep they stay in that folder and are found there again.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'string' }, rounds: { type: 'string', default: '200' } },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 100_000, 1_000_000]
const rounds = Number(values.rounds)
const warmUps = 20
const starts = 7
/** Below those that the system gives away. */
const port = 14_810
const [coreOfServers, coreOfReader] = ['0', '1']
/** Whole from ten thousand articles on; it takes long, so it is asked less often. */
const sitemapPart = 'sitemap, a part with 10,000'
const settings = { PAGE_CACHE_MB: '0', MALLOC_ARENA_MAX: '2' }

type Sample = { ms: number; cpuMs: number }
type Site = { archive: Archive; portal: PortalProcess; samples: Map<string, Sample[]> }

const agent = new Agent({ keepAlive: true })
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'cong-tin-archive-'))
pin(process.pid, coreOfReader)
try {
  const archives: Archive[] = []
  for (const size of sizes) archives.push(await generatedArchive(folder, size))
  const startTimes = await measureStarts(archives)
  const sites: Site[] = []
  for (const [place, archive] of archives.entries()) {
    const portal = await startPortalProcess(port + place, coreOfServers, { ...settings, ...filesOf(archive) })
    sites.push({ archive, portal, samples: new Map() })
  }
  try {
    for (let round = -warmUps; round < rounds; round++) await askAll(sites, round)
    print(sites, startTimes)
  } finally {
    await Promise.all(sites.map(({ portal }) => portal.stop()))
  }
} finally {
  agent.destroy()
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
}

function filesOf({ file }: Archive) {
  return { DATABASE_URL: `sqlite:${file}`, UPLOADS: `${file}.uploads` }
}

/** Every page of every size once, the sizes in turns, so that a busy moment of the machine hits all alike. */
async function askAll(sites: Site[], round: number) {
  for (const name of Object.keys(questions(sites[0]?.archive as Archive))) {
    if (name === sitemapPart && round % 10 !== 0) continue
    for (const { archive, portal, samples } of sites) {
      const paths = questions(archive)[name] ?? []
      const before = firstThreadSeconds(portal.pid)
      const ms = await ask(portal.origin + paths[(round + warmUps) % paths.length])
      const cpuMs = (firstThreadSeconds(portal.pid) - before) * 1_000
      if (round >= 0) samples.set(name, [...(samples.get(name) ?? []), { ms, cpuMs }])
    }
  }
}

/** Several addresses of one kind where the engine could otherwise find everything where it left it. */
function questions({ size, articles, busyDay, parts }: Archive): Record<string, string[]> {
  const middle = (address: string, last: number) =>
    Array.from({ length: 20 }, (_, place) => `${address}?trang=${Math.max(2, Math.round((last * (30 + place)) / 80))}`)
  const inCategory = size / 50
  const inLabel = size / 200
  const [year = '', month] = busyDay.split('-')
  return {
    home: ['/'],
    'article, all over the archive': articles,
    'category, first page': ['/muc-1', '/muc-2', '/muc-3'],
    'category, pages in the middle': middle('/muc-1', inCategory),
    'category, last page': [`/muc-1?trang=${inCategory}`],
    'tag, first page': ['/tu-khoa/chu-de-1'],
    'tag, pages in the middle': middle('/tu-khoa/chu-de-1', inLabel),
    'tag, last page': [`/tu-khoa/chu-de-1?trang=${inLabel}`],
    'author, last page': [`/tac-gia/nguyen-van-an?trang=${inLabel}`],
    'archive, a day': [`/luu-tru/${busyDay.replaceAll('-', '/')}`],
    'archive, a month': [`/luu-tru/${year}/${month}`],
    'archive, a year': [`/luu-tru/${year}`],
    'archive of a category': ['/luu-tru?chuyen-muc=muc-1'],
    'the latest': ['/tin-moi'],
    corrections: ['/dinh-chinh'],
    'site map': ['/so-do-cong'],
    'feed with 30 whole articles': ['/rss'],
    'sitemap, the index': ['/sitemap.xml'],
    [sitemapPart]: [`/sitemap-articles-${parts}.xml`],
  }
}

/** Milliseconds until the last byte; anything but a page ends the measurement. */
function ask(url: string): Promise<number> {
  const began = performance.now()
  return new Promise((settle, fail) => {
    get(url, { agent }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${url}: ${answer.statusCode}`))
      answer.resume().once('end', () => settle(performance.now() - began))
    }).once('error', fail)
  })
}

/** Milliseconds from nothing to answering, in turns; the first turn compiles and does not count. */
async function measureStarts(archives: Archive[]): Promise<{ portals: number[][]; bare: number[] }> {
  const portals: number[][] = archives.map(() => [])
  const bare: number[] = []
  for (let turn = 0; turn <= starts; turn++) {
    const bareMs = await startOnce('bench/support/bare-express.ts', {})
    if (turn > 0) bare.push(bareMs)
    for (const [place, archive] of archives.entries()) {
      const ms = await startOnce('src/main.ts', { ...settings, ...filesOf(archive), LOG_LEVEL: 'error' })
      if (turn > 0) portals[place]?.push(ms)
    }
  }
  return { portals, bare }
}

async function startOnce(program: string, env: Record<string, string>): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, [program], {
    cwd: resolve(import.meta.dirname, '..'),
    env: { ...process.env, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  pin(child.pid ?? 0, coreOfServers)
  const ended = once(child, 'exit')
  const failed = ended.then(([code]) => Promise.reject(new Error(`${program} ended with ${code} before it answered`)))
  const ms = await Promise.race([answering(began), failed])
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  await ended
  return ms
}

/** When the port answers anything. */
async function answering(began: number): Promise<number> {
  for (;;) {
    const isThere = await new Promise<boolean>((settle) => {
      get({ port, path: '/healthz', agent: false }, (answer) => settle(answer.resume().statusCode !== undefined)).once(
        'error',
        () => settle(false),
      )
    })
    if (isThere) return performance.now() - began
    await new Promise((done) => setTimeout(done, 2))
  }
}

function print(sites: Site[], { portals, bare }: { portals: number[][]; bare: number[] }) {
  const row = (cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
  const titles = sites.map(({ archive }) => `${archive.size.toLocaleString('en')} articles`)
  row(['p50 / p99 (CPU) in ms', ...titles, 'p50 grows', 'CPU grows'])
  console.log(`|---|${'---:|'.repeat(sites.length + 2)}`)
  for (const name of sites[0]?.samples.keys() ?? []) {
    const figures = sites.map((site) => figuresOf(site.samples.get(name) ?? []))
    const comparable = figures.filter((_, place) => name !== sitemapPart || (sizes[place] ?? 0) >= 10_000)
    const cells = figures.map(({ p50, p99, cpu }) => `${shown(p50)} / ${shown(p99)} (${shown(cpu)})`)
    row([name, ...cells, growth(comparable.map(({ p50 }) => p50)), growth(comparable.map(({ cpu }) => cpu))])
  }
  const most = sites.map(({ portal }) => megabytes(portal.pid, 'VmHWM'))
  const atEnd = sites.map(({ portal }) => megabytes(portal.pid, 'VmRSS'))
  row([
    'memory in MB, at its most / in the end',
    ...most.map((one, place) => `${one} / ${atEnd[place]}`),
    growth(most),
    '',
  ])
  const [starting, bareMs] = [portals.map(median), median(bare)]
  const beside = starting.map((ms) => `${Math.round(ms)} (${(ms / bareMs).toFixed(1)} × ${Math.round(bareMs)})`)
  row(['start until it answers (bare Express)', ...beside, growth(starting), ''])
}

function figuresOf(samples: Sample[]) {
  const times = samples.map(({ ms }) => ms)
  return { p50: median(times), p99: percentile(times, 0.99), cpu: median(samples.map(({ cpuMs }) => cpuMs)) }
}

function shown(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : Math.round(ms).toString()
}

function growth(figures: number[]): string {
  if (figures.length < 2) return ''
  return `${((figures.at(-1) ?? Number.NaN) / (figures[0] ?? Number.NaN)).toFixed(2)} ×`
}

/** As Linux counts what lies in memory, the program included. */
function megabytes(pid: number, figure: 'VmHWM' | 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${figure}:\\s+(\\d+)`).exec(status)?.[1]) / 1_000)
}

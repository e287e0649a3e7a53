import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { median } from './support/median.ts'
import { pin, startPortalProcess } from './support/portal-process.ts'
import { processorSeconds } from './support/processor-time.ts'

/**
 * Kept pages beside raw `node:http` that sends the same bytes and headers, interleaved, each server on one core and the
 * load on another. Run: npm run bench, or node bench/pages.ts <rounds>
 */
const rounds = Number(process.argv[2] ?? 7)
const seconds = 2
const connections = 20
const port = 41_780
const [coreOfServers, coreOfLoad] = ['0', '1']

/** Of a reader who opens the page from a link: whoever reads counts, which is part of the cost. */
const browser = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'accept-language': 'vi-VN,vi;q=0.9',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
}

type Case = { name: string; path: string; headers: Record<string, string> }
type Captured = { status: number; headers: string[]; body: string }
type Sample = { perSecond: number; p99: number; microseconds: number }

pin(process.pid, coreOfLoad)
const portal = await startPortalProcess(port, coreOfServers)
try {
  const cases = await listCases()
  const raw = await startRaw(cases)
  const samples = new Map(cases.map(({ name }) => [name, { ours: [] as Sample[], raw: [] as Sample[] }]))
  for (let round = 0; round < rounds; round++) {
    for (const { name, path, headers } of cases) {
      samples.get(name)?.ours.push(await load(`${portal.origin}${path}`, headers, portal.pid))
      samples.get(name)?.raw.push(await load(`${raw.origin}/${encodeURIComponent(name)}`, headers, raw.pid))
    }
  }
  raw.child.kill()
  print(samples)
} finally {
  await portal.stop()
}

async function startRaw(cases: Case[]) {
  const answers: Record<string, Captured> = {}
  for (const { name, path, headers } of cases) answers[`/${encodeURIComponent(name)}`] = await capture(path, headers)
  const child = fork(join(import.meta.dirname, 'raw-server.ts'))
  child.send(answers)
  const [address] = (await once(child, 'message')) as [{ port: number }]
  pin(child.pid ?? 0, coreOfServers)
  return { child, pid: child.pid ?? 0, origin: `http://127.0.0.1:${address.port}` }
}

async function listCases(): Promise<Case[]> {
  const home = await capture('/', {})
  const article = /href="(\/tin-bai\/[^"]+)"/.exec(Buffer.from(home.body, 'base64').toString())?.[1] ?? ''
  const pages = { home: '/', category: '/tin-tuc', article }
  const cases: Case[] = []
  for (const [name, path] of Object.entries(pages)) {
    const known = (await capture(path, {})).headers
    const tag = known[known.findIndex((part) => part.toLowerCase() === 'etag') + 1] ?? ''
    cases.push({ name, path, headers: browser })
    cases.push({ name: `${name}, Brotli`, path, headers: { ...browser, 'accept-encoding': 'gzip, deflate, br' } })
    cases.push({ name: `${name}, unchanged`, path, headers: { ...browser, 'if-none-match': tag } })
  }
  return cases
}

/** As it leaves, but for what `node:http` adds by itself. */
function capture(path: string, headers: Record<string, string>): Promise<Captured> {
  return new Promise((settle, fail) => {
    const asked = request({ port, path, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const kept: string[] = []
        for (let place = 0; place < answer.rawHeaders.length; place += 2) {
          const name = answer.rawHeaders[place] ?? ''
          if (!/^(date|connection|keep-alive)$/i.test(name)) kept.push(name, answer.rawHeaders[place + 1] ?? '')
        }
        settle({ status: answer.statusCode ?? 0, headers: kept, body: Buffer.concat(parts).toString('base64') })
      })
    })
    asked.on('error', fail).end()
  })
}

async function load(url: string, headers: Record<string, string>, pid: number): Promise<Sample> {
  const before = processorSeconds(pid)
  const result = await autocannon({ url, headers, connections, duration: seconds })
  if (result.errors + result.timeouts > 0) throw new Error(`${url}: ${result.errors} errors`)
  const microseconds = ((processorSeconds(pid) - before) / result.requests.total) * 1_000_000
  return { perSecond: result.requests.average, p99: result.latency.p99, microseconds }
}

function print(samples: Map<string, { ours: Sample[]; raw: Sample[] }>) {
  console.log(
    '| Kept page | a second, kept / raw | ratio, median | lowest – highest | CPU, kept / raw | p99, kept / raw |',
  )
  console.log('|---|---:|---:|---:|---:|---:|')
  for (const [name, { ours, raw }] of samples) {
    const ratios = ours.map(({ perSecond }, place) => perSecond / (raw[place]?.perSecond ?? Number.NaN))
    const pair = (figure: keyof Sample) =>
      [ours, raw].map((each) => Math.round(median(each.map((sample) => sample[figure])))).join(' / ')
    const range = `${Math.min(...ratios).toFixed(2)} – ${Math.max(...ratios).toFixed(2)}`
    console.log(
      `| ${name} | ${pair('perSecond')} | ${median(ratios).toFixed(2)} | ${range} | ${pair('microseconds')} µs | ${pair('p99')} ms |`,
    )
  }
}

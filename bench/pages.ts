import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { median } from './support/median.ts'
import { pin, startPortalProcess } from './support/portal-process.ts'

/**
 * Kept pages beside raw `node:http` that sends the same bytes and headers, interleaved, each server on one core and the
 * load on another. Run: npm run bench, or node bench/pages.ts <rounds>
 */
const rounds = Number(process.argv[2] ?? 7)
const seconds = 2
const connections = 20
const port = 41_780
const [coreOfServers, coreOfLoad] = ['0', '1']

type Case = { name: string; path: string; headers: Record<string, string> }
type Captured = { status: number; headers: string[]; body: string }
type Sample = { perSecond: number; p99: number }

pin(process.pid, coreOfLoad)
const portal = await startPortalProcess(port, coreOfServers)
try {
  const cases = await listCases()
  const raw = await startRaw(cases)
  const samples = new Map(cases.map(({ name }) => [name, { ours: [] as Sample[], raw: [] as Sample[] }]))
  for (let round = 0; round < rounds; round++) {
    for (const { name, path, headers } of cases) {
      samples.get(name)?.ours.push(await load(`http://127.0.0.1:${port}${path}`, headers))
      samples.get(name)?.raw.push(await load(`${raw.origin}/${encodeURIComponent(name)}`, headers))
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
  return { child, origin: `http://127.0.0.1:${address.port}` }
}

async function listCases(): Promise<Case[]> {
  const home = await capture('/', {})
  const article = /href="(\/tin-bai\/[^"]+)"/.exec(Buffer.from(home.body, 'base64').toString())?.[1] ?? ''
  const pages = { home: '/', category: '/tin-tuc', article }
  const cases: Case[] = []
  for (const [name, path] of Object.entries(pages)) {
    const known = (await capture(path, {})).headers
    const tag = known[known.findIndex((part) => part.toLowerCase() === 'etag') + 1] ?? ''
    cases.push({ name, path, headers: {} })
    cases.push({ name: `${name}, Brotli`, path, headers: { 'accept-encoding': 'gzip, deflate, br' } })
    cases.push({ name: `${name}, unchanged`, path, headers: { 'if-none-match': tag } })
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

async function load(url: string, headers: Record<string, string>): Promise<Sample> {
  const result = await autocannon({ url, headers, connections, duration: seconds })
  if (result.errors + result.timeouts > 0) throw new Error(`${url}: ${result.errors} errors`)
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

function print(samples: Map<string, { ours: Sample[]; raw: Sample[] }>) {
  console.log('| Page | Kept, a second | Raw, a second | Ratio, median | Lowest to highest | p99, kept / raw |')
  console.log('|---|---:|---:|---:|---:|---:|')
  for (const [name, { ours, raw }] of samples) {
    const ratios = ours.map(({ perSecond }, place) => perSecond / (raw[place]?.perSecond ?? Number.NaN)).sort()
    const [perSecond, ofRaw] = [ours, raw].map((each) => Math.round(median(each.map((sample) => sample.perSecond))))
    const [p99, p99OfRaw] = [ours, raw].map((each) => median(each.map((sample) => sample.p99)))
    const range = `${ratios[0]?.toFixed(2)} – ${ratios.at(-1)?.toFixed(2)}`
    console.log(
      `| ${name} | ${perSecond} | ${ofRaw} | ${median(ratios).toFixed(2)} | ${range} | ${p99} / ${p99OfRaw} ms |`,
    )
  }
}

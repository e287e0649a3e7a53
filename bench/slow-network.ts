import { openBrowser } from '../test/support/browser.ts'
import { createClient } from '../test/support/client.ts'
import { median } from './support/median.ts'
import { startPortalProcess } from './support/portal-process.ts'
import { type Kind, type Phone, type Visit, visit } from './support/slow-phone.ts'

/**
 * Home, category and article of the sample district on a cheap phone with a slow line and nothing kept: when something
 * stands there, when the largest does, what moves, what comes over the line. Run: npm run bench -- slow-network, or
 * node bench/slow-network.ts <rounds>
 */
const rounds = Number(process.argv[2] ?? 5)
const port = 41_797
const core = '0'
const promised = { latencyMs: 150, largestPaintMs: 1500, shift: 0 }

/** Lighthouse reckons with round trips of 150 ms; its other way of slowing down, which has no round trips, adds 562.5 ms to each request. */
const phones: Phone[] = [
  { name: '150 ms, 4 × slower', latencyMs: 150, slowdown: 4 },
  { name: '150 ms, 6 × slower', latencyMs: 150, slowdown: 6 },
  { name: '562 ms, 4 × slower', latencyMs: 562.5, slowdown: 4 },
]
const columns: Kind[] = ['page', 'styles', 'scripts', 'fonts', 'pictures', 'other']

await using started = new AsyncDisposableStack()
const portal = await startPortalProcess(port, core)
started.defer(portal.stop)
const browser = await openBrowser()
started.defer(() => browser.close())

printHead()
const missed: string[] = []
for (const [name, path] of await listPages()) {
  for (const phone of phones) {
    const visits: Visit[] = []
    for (let round = 0; round < rounds; round++) visits.push(await visit(browser, portal.origin + path, phone))
    printRow(name, phone, visits)
  }
}
console.log(missed.length === 0 ? 'Held.' : `Not held: ${missed.join('; ')}`)

/** Each is asked once before, so that the portal keeps it as it keeps what others have read. */
async function listPages(): Promise<[name: string, path: string][]> {
  const client = createClient(portal.origin)
  const article = /href="(\/tin-bai\/[^"]+)"/.exec((await client.get('/')).text)?.[1] ?? ''
  const pages: [string, string][] = [
    ['home', '/'],
    ['category', '/tin-tuc'],
    ['article', article],
  ]
  for (const [, path] of pages) await client.get(path)
  return pages
}

function printHead() {
  const heads = ['Page', 'line, processor', 'first paint', 'largest paint', 'shift', 'requests', ...columns, 'all']
  console.log(`| ${heads.join(' | ')} |`)
  console.log(`|---|---|${'---:|'.repeat(heads.length - 2)}`)
}

function printRow(name: string, phone: Phone, visits: Visit[]) {
  const middle = (figure: (visit: Visit) => number) => median(visits.map(figure))
  const largestPaintMs = middle((visit) => visit.largestPaintMs)
  const shift = Math.max(...visits.map((visit) => visit.shift))
  const kilobytes = columns.map((kind) => middle(({ bytes }) => bytes[kind]) / 1024)
  const cells = [
    name,
    phone.name,
    `${Math.round(middle((visit) => visit.firstPaintMs))} ms`,
    `${Math.round(largestPaintMs)} ms (${visits[0]?.largest})`,
    shift.toFixed(4).replace(/\.?0+$/, ''),
    middle(({ requests }) => requests),
    ...kilobytes.map((size) => size.toFixed(1)),
    `${kilobytes.reduce((sum, size) => sum + size, 0).toFixed(1)} KB`,
  ]
  console.log(`| ${cells.join(' | ')} |`)
  if (phone.latencyMs > promised.latencyMs) return
  if (largestPaintMs > promised.largestPaintMs) missed.push(`${name}, ${phone.name}: ${Math.round(largestPaintMs)} ms`)
  if (shift > promised.shift) missed.push(`${name}, ${phone.name}: shift ${shift.toFixed(4)}`)
}

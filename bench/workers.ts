import { availableParallelism } from 'node:os'
import { load, loadGenerator } from './support/load.ts'
import { median } from './support/median.ts'
import { type PortalProcess, startPortalProcess } from './support/portal-process.ts'
import { processorSeconds } from './support/processor-time.ts'
import { familyOf } from './support/worker-pids.ts'

/**
 * Two workers beside one, interleaved: a page that lies ready, and one that is made anew each time. Where the load
 * generator has no core of its own, the processor time of one answer says whether the workers stand in each other's way.
 * Run: npm run bench -- workers, or node bench/workers.ts <rounds>
 */
const rounds = Number(process.argv[2] ?? 7)
const seconds = 3
const connections = 32
const port = 41_790
const allCores = `0-${availableParallelism() - 1}`

type Case = { name: string; settings: Record<string, string> }
type Sample = { perSecond: number; microseconds: number; cores: number }

const cases: Case[] = [
  { name: 'kept home page', settings: {} },
  { name: 'home page, made anew', settings: { PAGE_CACHE_MB: '0' } },
]

console.log(
  `Load: ${loadGenerator}, one thread, ${connections} connections; ${availableParallelism()} cores for everybody`,
)
if (loadGenerator !== 'wrk')
  console.log('wrk is missing (apt-get install wrk): autocannon takes several times its processor')
console.log(
  '| Two workers beside one | a second, one / two | times, median | lowest – highest | CPU an answer, one / two | cores of the servers, one / two |',
)
console.log('|---|---:|---:|---:|---:|---:|')
for (const each of cases) print(each.name, await compare(each))

async function compare({ settings }: Case) {
  const samples = { one: [] as Sample[], two: [] as Sample[] }
  await using started = new AsyncDisposableStack()
  const start = async (workers: number) => {
    const portal = await startPortalProcess(port + workers, allCores, { ...settings, WORKERS: String(workers) })
    started.defer(portal.stop)
    return portal
  }
  const [one, two] = [await start(1), await start(2)]
  await untilAllAnswer(two)
  for (const portal of [one, two]) await measure(portal)
  for (let round = 0; round < rounds; round++) {
    samples.one.push(await measure(one))
    samples.two.push(await measure(two))
  }
  return samples
}

/** The greeting comes from the first of them. */
async function untilAllAnswer({ origin }: PortalProcess) {
  const isUp = async () =>
    [...(await (await fetch(`${origin}/metrics`)).text()).matchAll(/^cong_tin_worker_up.* 1$/gm)].length === 2
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 100))
}

async function measure({ origin, pid }: PortalProcess): Promise<Sample> {
  const busy = () => familyOf(pid).reduce((sum, each) => sum + processorSeconds(each), 0)
  const [before, begun] = [busy(), performance.now()]
  const { perSecond, total, errors } = await load(`${origin}/`, { connections, seconds })
  if (errors > 0) throw new Error(`${origin}: ${errors} errors`)
  const [taken, took] = [busy() - before, (performance.now() - begun) / 1_000]
  return { perSecond, microseconds: (taken / total) * 1_000_000, cores: taken / took }
}

function print(name: string, { one, two }: Record<'one' | 'two', Sample[]>) {
  const times = two.map(({ perSecond }, place) => perSecond / (one[place]?.perSecond ?? Number.NaN))
  const pair = (figure: keyof Sample, digits: number) =>
    [one, two].map((samples) => median(samples.map((each) => each[figure])).toFixed(digits)).join(' / ')
  const range = `${Math.min(...times).toFixed(2)} – ${Math.max(...times).toFixed(2)}`
  console.log(
    `| ${name} | ${pair('perSecond', 0)} | ${median(times).toFixed(2)} | ${range} | ${pair('microseconds', 0)} µs | ${pair('cores', 2)} |`,
  )
}

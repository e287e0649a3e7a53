import cluster from 'node:cluster'
import { enableCompileCache } from 'node:module'
import type { Config } from './config.ts'
import type { World } from './site/world.ts'

const oldestNode = 24

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  console.error(
    `Cổng Tin cần Node ${oldestNode} trở lên, máy này chạy Node ${process.versions.node}. Hãy chạy bằng “npm start”. ` +
      `(Cổng Tin needs Node ${oldestNode} or newer; “npm start” brings its own.)`,
  )
  process.exit(1)
}

// The C library of Linux reads this when a process begins: without it libvips, which works on several threads, would make it
// keep memory for each of them. So the process begins again, as itself.
if (process.platform === 'linux' && process.env['MALLOC_ARENA_MAX'] === undefined && process.execve) {
  const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
  process.execve(process.execPath, command, { ...process.env, MALLOC_ARENA_MAX: '2' })
}

// The second start finds the code compiled.
enableCompileCache()

// Imported only now: on an older Node these files could not even be read.
const { ConfigFault, readConfig } = await import('./config.ts')
const { DatabaseUnusable } = await import('./database/index.ts')
const { firstWorker, isDuty, lines, longestStopMs } = await import('./operations/duty.ts')
const { keepWorkers, WorkerFailed } = await import('./operations/keep-workers.ts')
const { PortUnusable } = await import('./operations/listening.ts')
const { relayFigures } = await import('./operations/worker-figures.ts')
const { realWorld } = await import('./site/world.ts')

try {
  await start()
} catch (error) {
  if (error instanceof ConfigFault || error instanceof DatabaseUnusable || error instanceof PortUnusable) {
    console.error(error.message)
  } else if (!(error instanceof WorkerFailed)) throw error
  process.exit(1)
}

async function start() {
  const config = readConfig(process.env)
  const world = realWorld(config.logLevel)
  if (config.workers > 1 && cluster.isPrimary) await keep(config.workers, world)
  else await serve(config, world)
}

async function keep(count: number, world: World) {
  const keeper = await keepWorkers(count, world, (duty, number) =>
    cluster.fork({ WORKER_DUTY: duty, WORKER_NUMBER: String(number) }),
  )
  relayFigures(keeper)
  const stop = endOnce(longestStopMs + 3_000)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(keeper.stop))
  // A terminal that is closed sends it too.
  process.on('SIGHUP', () => (process.stdout.isTTY ? stop(keeper.stop) : keeper.exchange()))
}

async function serve(config: Config, world: World) {
  const { servePortal } = await import('./operations/serve-portal.ts')
  const duty = process.env['WORKER_DUTY']
  const number = Number(process.env['WORKER_NUMBER'] ?? firstWorker)
  const portal = await servePortal({ config, world, say: console.log }, isDuty(duty) ? duty : 'begin', number)
  const end = endOnce(longestStopMs)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end(portal.stop))
  // Of a worker, it is its keeper who is asked.
  process.on('SIGHUP', () => (cluster.isPrimary ? end(portal.stop) : undefined))
  process.on('message', (line) => (line === lines.retire ? end(portal.retire) : undefined))
  process.send?.(lines.ready)
}

/** However often it is asked; what hangs is not waited for. */
function endOnce(longestMs: number) {
  let isEnding = false
  return (finish: () => Promise<void>) => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(1), longestMs).unref()
    void finish().then(() => process.exit(0))
  }
}

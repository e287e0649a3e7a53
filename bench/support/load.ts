import { spawn, spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import autocannon from 'autocannon'

export type LoadWish = { connections: number; seconds: number }
export type Load = { perSecond: number; total: number; errors: number }

/** The cheaper of the two takes a third of the processor for each request, which counts where cores are scarce. */
export const loadGenerator: 'wrk' | 'autocannon' =
  spawnSync('wrk', ['--version']).error === undefined ? 'wrk' : 'autocannon'

/** Over lines that are kept. Errors are answers that are no page, and lines that broke. */
export async function load(url: string, wish: LoadWish): Promise<Load> {
  return loadGenerator === 'wrk' ? byWrk(url, wish) : byAutocannon(url, wish)
}

async function byWrk(url: string, { connections, seconds }: LoadWish): Promise<Load> {
  const child = spawn('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = () => child.kill()
  process.once('exit', end)
  const told = await text(child.stdout)
  process.off('exit', end)
  const number = (pattern: RegExp) => Number(pattern.exec(told)?.[1] ?? 0)
  const socketErrors = /Socket errors: (.*)/.exec(told)?.[1]?.match(/\d+/g) ?? []
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    total: number(/(\d+) requests in/),
    errors: number(/Non-2xx or 3xx responses: (\d+)/) + socketErrors.reduce((sum, count) => sum + Number(count), 0),
  }
}

async function byAutocannon(url: string, { connections, seconds }: LoadWish): Promise<Load> {
  const { requests, errors, timeouts, non2xx } = await autocannon({ url, connections, duration: seconds })
  return { perSecond: requests.average, total: requests.total, errors: errors + timeouts + non2xx }
}

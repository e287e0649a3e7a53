import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  expositionType,
  type Family,
  gauge,
  labelled,
  type Metrics,
  merged,
  sample,
  writeExposition,
} from '../metrics/index.ts'
import type { ReadWorkers, WorkerFigures } from './worker-figures.ts'

export type MetricsDoor = {
  /** Answers `/metrics` to whom `mayRead` lets in, and leaves everything else to the portal. */
  answer(req: IncomingMessage, res: ServerResponse, mayRead: (req: IncomingMessage) => boolean): boolean
}

/** Written by what hands on the requests of others. */
const proxyHeaders = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']

/** Somebody on this machine, and no proxy that asks for somebody else. */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const isLoopback = /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
  return isLoopback && proxyHeaders.every((name) => headers[name] === undefined)
}

/** Figures of all workers in the text format of Prometheus. */
export function createMetricsDoor({ ofSite }: Pick<Metrics, 'ofSite'>, readWorkers: ReadWorkers): MetricsDoor {
  let running: Promise<string> | null = null

  /** Whoever comes meanwhile gets the same. */
  function write(): Promise<string> {
    running ??= Promise.all([readWorkers(), ofSite()])
      .then(([workers, site]) => writeExposition([...ofWorkers(workers), ...site]))
      .finally(() => {
        running = null
      })
    return running
  }

  async function tell(req: IncomingMessage, res: ServerResponse) {
    const text = await write()
    res.writeHead(200, {
      'Content-Type': expositionType,
      'Content-Length': Buffer.byteLength(text),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    })
    res.end(req.method === 'HEAD' ? undefined : text)
  }

  return {
    answer(req, res, mayRead) {
      const isAsked = req.url === '/metrics' && (req.method === 'GET' || req.method === 'HEAD') && mayRead(req)
      if (isAsked) void tell(req, res)
      return isAsked
    },
  }
}

/** Each under its number: the sum of all would fall when one begins anew, and rates would jump. */
function ofWorkers(workers: readonly WorkerFigures[]): Family[] {
  const label = ({ number }: WorkerFigures) => ({ worker: String(number) })
  const up = workers.map((each) => sample(each.families ? 1 : 0, label(each)))
  return [
    gauge('cong_tin_worker_up', '1 for each worker that told its figures, 0 for one that is missing.', ...up),
    ...merged(workers.flatMap((each) => labelled(each.families ?? [], label(each)))),
  ]
}

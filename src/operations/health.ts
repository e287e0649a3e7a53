import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { migrationsFolder } from '../portal.ts'
import { createReadiness } from './readiness.ts'

export type Health = {
  /** Answers `/healthz` and `/readyz`, and leaves every other address to the portal. */
  answer(req: IncomingMessage, res: ServerResponse): boolean
}

/** Whether the process lives, and whether the portal can do its work; for monitors and load balancers, in plain words. */
export function createHealth(database: Database, config: Pick<Config, 'uploads'>): Health {
  const listLacks = createReadiness(database, { ...config, migrationsFolder })

  async function tellReadiness(req: IncomingMessage, res: ServerResponse) {
    const lacks = await listLacks()
    if (lacks.length === 0) send(req, res, 200, 'ready\n')
    else send(req, res, 503, lacks.map((lack) => `not ready: ${lack}\n`).join(''))
  }

  return {
    answer(req, res) {
      if (req.method !== 'GET' && req.method !== 'HEAD') return false
      if (req.url === '/healthz') send(req, res, 200, 'alive\n')
      else if (req.url === '/readyz') void tellReadiness(req, res)
      else return false
      return true
    },
  }
}

function send(req: IncomingMessage, res: ServerResponse, status: number, text: string) {
  res.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  })
  res.end(req.method === 'HEAD' ? undefined : text)
}

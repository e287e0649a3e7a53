import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { closeAfterTest } from '../support/close-after-test.ts'

export type Told = {
  path: string
  headers: IncomingMessage['headers']
  body: string
  message: { type: string; timestamp: string; data: Record<string, unknown> }
}

/** A status and headers; or `hang`, which never answers. */
type Reply = { status: number; headers?: Record<string, string> } | 'hang'

export type TestReceiver = {
  origin: string
  address: string
  secret: string
  told: Told[]
  /** The settings with which a portal tells this receiver alone. */
  settings: Record<string, string>
  /** What it answers from now on. */
  answer(reply: Reply | ((told: Told) => Reply)): void
  types(): string[]
  close(): Promise<void>
}

/** Somebody on this machine who is told of articles, and refuses what is not signed as Standard Webhooks ask. */
export async function receiver(): Promise<TestReceiver> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const told: Told[] = []
  let reply: Reply | ((got: Told) => Reply) = { status: 204 }

  async function take(req: IncomingMessage, res: ServerResponse) {
    const body = await text(req)
    const got = {
      path: req.url ?? '',
      headers: req.headers,
      body,
      message: JSON.parse(body || '{}') as Told['message'],
    }
    told.push(got)
    const said = typeof reply === 'function' ? reply(got) : reply
    if (said === 'hang') return
    res.writeHead(said.status, said.headers).end('x'.repeat(5_000))
  }

  const server = createServer((req, res) => void take(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const address = `${origin}/nhan?khoa=bi-mat`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  closeAfterTest(close)
  return {
    origin,
    address,
    secret,
    told,
    settings: { WEBHOOKS: address, WEBHOOK_SECRET: secret },
    answer: (next) => {
      reply = next
    },
    types: () => told.map(({ message }) => message.type),
    close,
  }
}

/** As the README tells receivers to look. */
export function isGenuine({ headers, body }: Pick<Told, 'headers' | 'body'>, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = Buffer.from(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  const given = Buffer.from(String(headers['webhook-signature']))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

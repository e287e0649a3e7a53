import { createHmac } from 'node:crypto'

type Signed = { id: string; sentAt: string; body: string }

/** The headers of Standard Webhooks 1.0, with which a receiver knows that we sent it, and whether it came before. */
export function signedHeaders({ id, sentAt, body }: Signed, secret: Buffer): Record<string, string> {
  const seconds = String(Math.floor(Date.parse(sentAt) / 1000))
  const signature = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}

import { createHash } from 'node:crypto'
import type { Config } from '../config.ts'

export type ReceiverKind = 'webhook' | 'indexnow'

/** Somebody who is told, as the settings name her. */
export type Receiver = {
  /** Under this the database knows her; nobody finds the address from it. */
  key: string
  kind: ReceiverKind
  /** The part of the address that may be shown and logged. */
  host: string
  address: string
  /** Signs what a webhook is told; empty for others. */
  secret: Buffer
}

export type ReceiverSettings = Pick<
  Config,
  'webhooks' | 'webhookSecret' | 'indexnowHost' | 'indexnowKey' | 'isStaging' | 'siteUrl'
>

/** Nobody, for a copy for trying things out. */
export function receiversIn(settings: ReceiverSettings): Receiver[] {
  const { webhooks, webhookSecret, indexnowKey, isStaging } = settings
  if (isStaging) return []
  return [
    ...webhooks.map((address, place) => {
      const secret = webhookSecret[place] ?? webhookSecret[0] ?? Buffer.alloc(0)
      return receiver('webhook', address, secret)
    }),
    ...(indexnowKey === null ? [] : [receiver('indexnow', indexNowAddress(settings), Buffer.alloc(0))]),
  ]
}

function receiver(kind: ReceiverKind, address: string, secret: Buffer): Receiver {
  const key = `${kind}:${createHash('sha256').update(address).digest('hex').slice(0, 32)}`
  return { key, kind, host: new URL(address).host, address, secret }
}

const indexNowAddress = ({ indexnowHost }: ReceiverSettings): string =>
  `${indexnowHost.startsWith('http://') ? '' : 'https://'}${indexnowHost}/indexnow`

export const keyFilePath = (key: string): string => `/${key}.txt`

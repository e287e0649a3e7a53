import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = {
  status: number
  /** Without its parameters, such as `text/html`. */
  type: string
  /** Where a redirect leads, as the portal wrote it. */
  location: string | null
  bytes: number | null
  /** Nothing else will ever stand at this address. */
  isFinal: boolean
  text(): Promise<string>
  pieces(): AsyncIterable<Uint8Array>
  /** Nobody reads on. */
  leave(): Promise<void>
}

export type AskPortal = { ask(address: string): Promise<Answer>; close(): Promise<void> }

/** Named as a program, so that nobody is counted as a reader, and asking for feeds as programs do. */
const headers = { 'user-agent': 'cong-tin-export-bot', accept: '*/*', 'accept-encoding': 'identity' }

/** The portal answers on a port that only this machine reaches, for as long as it is asked. */
export async function openPortal(site: RequestListener): Promise<AskPortal> {
  const server = createServer(site)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    async ask(address) {
      const response = await fetch(origin + address, { redirect: 'manual', headers })
      const length = response.headers.get('content-length')
      return {
        status: response.status,
        type: (response.headers.get('content-type') ?? '').split(';')[0] ?? '',
        location: response.headers.get('location'),
        bytes: length === null ? null : Number(length),
        isFinal: /max-age=31536000/.test(response.headers.get('cache-control') ?? ''),
        text: () => response.text(),
        pieces: () => response.body ?? noBytes(),
        leave: async () => response.body?.cancel(),
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

import type { IncomingMessage } from 'node:http'

/** Whether the proxy at this address is believed; `place` counts the proxies from us outwards. */
export type Trust = (address: string, place: number) => boolean
export type AddressOf = (req: IncomingMessage) => string

/** Who asked, behind the proxies that are believed: what Express calls `req.ip`, before Express has the request. */
export function clientAddress(req: IncomingMessage, trust: Trust): string {
  const forwarded = `${req.headers['x-forwarded-for'] ?? ''}`.split(',').map((address) => address.trim())
  const way = [req.socket.remoteAddress ?? '', ...forwarded.filter(Boolean).reverse()]
  const end = way.findIndex((address, place) => place === way.length - 1 || !trust(address, place))
  return way[end] ?? ''
}

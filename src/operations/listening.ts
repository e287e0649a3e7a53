import { createServer, type RequestListener, type Server } from 'node:http'
import { Server as NetServer } from 'node:net'

/** A port that cannot be had; the message tells an operator which. */
export class PortUnusable extends Error {}

/** Slow senders are cut off: an idle socket costs, and a portal in a storm has many visitors. */
export function listen(answer: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(answer)
  server.headersTimeout = 10_000
  // A photo from a phone on a slow line takes minutes.
  server.requestTimeout = 300_000
  server.keepAliveTimeout = 5_000
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new PortUnusable(`Không mở được cổng mạng ${port} (cannot listen on port ${port}): ${error.message}`)),
    )
    server.listen(port, host, () => resolve(server))
  })
}

/** Nobody comes in any more. What was begun is finished, and whoever only holds the line is sent away. */
export function shut(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(sweep)
      resolve()
    })
  })
}

/**
 * The same where another process goes on: whoever holds the line may be about to ask, so he is answered once more, told that
 * the line ends, and comes back to the other one. Nobody finds it cut.
 */
export function handOver(server: Server): Promise<void> {
  server.prependListener('request', (_req, res) => {
    res.shouldKeepAlive = false
  })
  // `close` of an HTTP server would cut the quiet lines.
  return new Promise((resolve) => void NetServer.prototype.close.call(server, () => resolve()))
}

import { createServer } from 'node:http'

/** The limit: `node:http` alone, sending bytes that are ready. Gets its answers as one JSON message, tells its port. */
type Answer = { status: number; headers: string[]; body: string }

process.once('message', (answers: Record<string, Answer>) => {
  const ready = new Map(
    Object.entries(answers).map(([path, { body, ...rest }]) => [path, { ...rest, body: Buffer.from(body, 'base64') }]),
  )
  const server = createServer((req, res) => {
    const answer = ready.get(req.url ?? '')
    if (!answer) return void res.writeHead(404).end()
    res.writeHead(answer.status, answer.headers).end(answer.body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
})

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import express, { type Response } from 'express'
import { sendPieces, sendPublicPieces } from '../../src/site/send-pieces.ts'
import { closeAfterTest } from '../support/close-after-test.ts'

/** Which no compression makes small. */
const piece = randomBytes(30_000).toString('base64')

/** Pieces without end, and what became of them. */
function endless() {
  const fate = { made: 0, isOver: false }
  async function* pieces() {
    try {
      for (;;) {
        fate.made += 1
        yield piece
      }
    } finally {
      fate.isOver = true
    }
  }
  return { fate, pieces: pieces() }
}

async function site(answer: (res: Response) => Promise<void>) {
  const app = express().get('/', (_req, res) => answer(res))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closeAfterTest(async () => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Waits until it is so; a test that waits for ever fails by itself. */
async function until(isSo: () => boolean) {
  while (!isSo()) await setTimeout(5)
}

for (const [name, send] of Object.entries({ sendPieces, sendPublicPieces })) {
  test(`${name}: no more is made than the other side takes, and nothing once it left`, async () => {
    const { fate, pieces } = endless()
    const asking = request(await site((res) => send(res, pieces)), { headers: { 'accept-encoding': 'gzip' } })
    asking.on('error', () => {})
    asking.end()
    const [answer] = await once(asking, 'response')
    answer.on('error', () => {})
    // Nobody reads: what the two systems hold between them fills up, and then everything stands still.
    let seen = -1
    while (fate.made !== seen) {
      seen = fate.made
      await setTimeout(200)
    }
    assert.ok(seen > 0 && seen < 1_000, `${seen} pieces`)
    assert.equal(fate.isOver, false)
    asking.destroy()
    await until(() => fate.isOver)
    assert.ok(fate.made <= seen + 2)
  })
}

test('everything arrives, compressed only for who takes it', async () => {
  const origin = await site((res) =>
    sendPublicPieces(
      res,
      (async function* () {
        yield 'Một '
        yield 'hai'
      })(),
    ),
  )
  const compressed = await fetch(origin, { headers: { 'accept-encoding': 'gzip' } })
  const plain = await fetch(origin, { headers: { 'accept-encoding': 'identity' } })

  assert.deepEqual([await compressed.text(), await plain.text()], ['Một hai', 'Một hai'])
  assert.deepEqual(
    [compressed, plain].map(({ headers }) => headers.get('content-encoding')),
    ['gzip', null],
  )
  assert.equal(plain.headers.get('vary'), 'Accept-Encoding')
})

test('a piece that cannot be made breaks the answer off, so that nobody takes it for whole', async () => {
  const broken = async function* () {
    yield piece
    throw new Error('away')
  }
  const origin = await site((res) => sendPieces(res, broken()).catch(() => {}))
  await assert.rejects(async () => (await fetch(origin)).text())
})

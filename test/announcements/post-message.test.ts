import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { post } from '../../src/announcements/post-message.ts'
import { signedHeaders } from '../../src/announcements/signature.ts'
import { isGenuine, receiver } from './given-receiver.ts'

const message = { body: '{}', headers: {} }
const patient = () => ({ signal: new AbortController().signal, longestMs: 10_000 })

test('the signature is that of the specification', () => {
  // The example of Standard Webhooks and of its libraries.
  const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
  const body = '{"test": 2432232314}'
  const headers = signedHeaders(
    { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', sentAt: '2021-02-25T15:02:10.000Z', body },
    secret,
  )
  assert.deepEqual(headers, {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
  assert.ok(isGenuine({ headers, body }, `whsec_${secret.toString('base64')}`))
  assert.ok(!isGenuine({ headers, body: '{"test": 1}' }, `whsec_${secret.toString('base64')}`))
})

test('who does not answer in time is not waited for', async () => {
  const slow = await receiver()
  slow.answer('hang')
  const begun = performance.now()
  assert.deepEqual(await post(slow.address, message, { ...patient(), longestMs: 100 }), { failure: 'timeout' })
  assert.ok(performance.now() - begun < 5_000)
  assert.equal(slow.told.length, 1)
})

test('nobody is followed to another address', async () => {
  const other = await receiver()
  const redirecting = await receiver()
  for (const status of [301, 302, 303, 307, 308]) {
    redirecting.answer({ status, headers: { location: other.address } })
    assert.deepEqual(await post(redirecting.address, message, patient()), { status, retryAfter: null })
  }
  assert.equal(redirecting.told.length, 5)
  assert.deepEqual(other.told, [])
})

test('of an endless answer only the head is read', async () => {
  let sent = 0
  let isClosed = false
  const server = createServer((_req, res) => {
    res.writeHead(200)
    const piece = Buffer.alloc(64 * 1024)
    const write = () => {
      while (!isClosed && res.write(piece)) sent += piece.length
    }
    res.on('drain', write).on('close', () => {
      isClosed = true
      server.close()
    })
    write()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  assert.deepEqual(await post(`http://127.0.0.1:${port}/`, message, patient()), { status: 200, retryAfter: null })
  await new Promise((resolve) => server.once('close', resolve))
  assert.ok(sent < 16 * 1024 * 1024, String(sent))
})

test('who is not there is told apart from whose name is not known', async () => {
  const gone = await receiver()
  await gone.close()
  assert.deepEqual(await post(gone.address, message, patient()), { failure: 'unreachable' })
  assert.deepEqual(await post('https://khong-co.invalid/', message, patient()), { failure: 'no-host' })
})

test('a portal that closes does not wait for an answer', async () => {
  const slow = await receiver()
  slow.answer('hang')
  const closing = new AbortController()
  const posted = post(slow.address, message, { signal: closing.signal, longestMs: 10_000 })
  closing.abort()
  await assert.rejects(posted, { name: 'AbortError' })
})

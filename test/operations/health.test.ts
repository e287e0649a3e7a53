import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { createHealth } from '../../src/operations/health.ts'
import { freePort } from '../articles/running-program.ts'
import { type Client, createClient } from '../support/client.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { ask, runningPortal } from './running-portal.ts'

/** What was seen is trusted for a second. */
const untilSeenAnewMs = 1_100

async function monitorOf({ database, config }: Pick<TestPortal, 'database' | 'config'>): Promise<Client> {
  const health = createHealth(database, config)
  const server = createServer((req, res) => health.answer(req, res) || void res.writeHead(418).end('the portal'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closeAfterTest(async () => {
    server.close()
    server.closeAllConnections()
  })
  return createClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

describe('a monitor', () => {
  test('is told that the process lives and that the portal is ready, and keeps neither', async () => {
    const monitor = await monitorOf(await testPortal())
    const answers = [await monitor.get('/healthz'), await monitor.get('/readyz')]
    assert.deepEqual(
      answers.map(({ status, text }) => [status, text]),
      [
        [200, 'alive\n'],
        [200, 'ready\n'],
      ],
    )
    for (const { headers } of answers) assert.equal(headers.get('cache-control'), 'no-store')
    assert.deepEqual(await monitor.head('/readyz').then(({ status, text }) => [status, text]), [200, ''])
  })

  test('asks at these addresses alone; the portal answers all others', async () => {
    const monitor = await monitorOf(await testPortal())
    for (const path of ['/', '/healthz/', '/readyz.html', '/healthz?a']) {
      assert.equal((await monitor.get(path)).status, 418, path)
    }
    assert.equal((await monitor.postRaw('/readyz')).status, 418)
  })

  test('is told what is missing', async () => {
    const portal = await testPortal()
    const monitor = await monitorOf(portal)
    await sql`update migrations set name = 'gone' where name like '0001-%'`.execute(portal.database.write)
    await rm(portal.config.uploads, { recursive: true })
    const answer = await monitor.get('/readyz')
    assert.deepEqual(
      [answer.status, answer.text],
      [503, 'not ready: 1 migrations are missing\nnot ready: the uploads folder cannot be written to\n'],
    )
    assert.equal((await monitor.get('/healthz')).status, 200)
  })

  test('is told that the database is away, and no more of it', async () => {
    const portal = await testPortal()
    const monitor = await monitorOf(portal)
    assert.equal((await monitor.get('/readyz')).status, 200)
    await portal.database.close()
    await wait(untilSeenAnewMs)
    const answer = await monitor.get('/readyz')
    assert.deepEqual([answer.status, answer.text], [503, 'not ready: the database does not answer\n'])
    assert.equal((await monitor.get('/healthz')).status, 200)
  })

  test('may ask as often as it likes: the database is asked once a second', async () => {
    const portal = await testPortal()
    let looks = 0
    const read = portal.database.read.withPlugin({
      transformQuery: ({ node }) => {
        looks += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const monitor = await monitorOf({ ...portal, database: { ...portal.database, read } })
    const answers = await Promise.all(Array.from({ length: 200 }, () => monitor.get('/readyz')))
    assert.ok(answers.every(({ status }) => status === 200))
    assert.ok(looks >= 1 && looks <= 3, `${looks} looks`)
  })

  test('is told when the database answers too late', async () => {
    const portal = await testPortal()
    const read = portal.database.read.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => wait(3_000, result, { ref: false }),
    })
    const monitor = await monitorOf({ ...portal, database: { ...portal.database, read } })
    const answer = await monitor.get('/readyz')
    assert.deepEqual([answer.status, answer.text], [503, 'not ready: the database does not answer in time\n'])
  })
})

test('the program answers a monitor on both of its ports', async () => {
  const staffPort = await freePort()
  const { origin } = await runningPortal({ STAFF_PORT: String(staffPort) })
  for (const at of [origin, `http://127.0.0.1:${staffPort}`]) {
    assert.equal((await ask(at, '/healthz')).text, 'alive\n')
    assert.equal((await ask(at, '/readyz')).text, 'ready\n')
  }
})

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { connect } from 'node:net'
import { describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an } from '../support/people.ts'
import { signIn } from '../support/test-portal.ts'
import { ask, askWorker, type RunningPortal, runningPortal, until } from './running-portal.ts'

describe('with two workers', () => {
  test('each of them answers, and shows within a second what was published through the other', async () => {
    const portal = await runningPortal({ WORKERS: '2' })
    const [one = 0, other = 0] = portal.workers()
    for (const worker of [one, other]) assert.match((await askWorker(portal, worker, '/')).text, /<\/html>/)

    const editor = createClient(portal.origin)
    await signIn(editor, an)
    const category = await editor.post('/quan-tri/chuyen-muc/moi', {
      name: 'Tin tức',
      slug: '',
      description: '',
      parent: '',
    })
    assert.equal(category.status, 303, category.main())
    const title = 'Khánh thành cầu Tân An'
    const made = await editor.post('/quan-tri/bai-viet/dang', given.typedArticle({ title, categoryId: '1' }))
    assert.equal(made.status, 303, made.main())
    const publishedAt = performance.now()
    for (const worker of [one, other]) {
      await until(async () => (await askWorker(portal, worker, '/')).text.includes(title), 1_000)
    }
    assert.ok(performance.now() - publishedAt < 3_000)
  })

  test('one that is killed is replaced, and the portal goes on meanwhile', async () => {
    const portal = await runningPortal({ WORKERS: '2' })
    const [first = 0, second = 0] = portal.workers()
    process.kill(first, 'SIGKILL')
    await until(() => portal.lines().some(({ msg, worker }) => msg === 'worker died' && worker === first))
    assert.equal((await ask(portal.origin, '/')).status, 200)
    await until(() => portal.workers().length === 2)
    assert.ok(portal.workers().includes(second) && !portal.workers().includes(first))
    for (const worker of portal.workers()) assert.equal((await askWorker(portal, worker, '/healthz')).status, 200)
  })

  test('all are exchanged under load without a request that fails', async () => {
    const portal = await runningPortal({ WORKERS: '2' })
    const before = portal.workers()
    const { answered, failures } = await readWhile(portal, async () => {
      portal.process.kill('SIGHUP')
      await until(() => portal.lines().some(({ msg }) => msg === 'workers exchanged'))
    })
    assert.deepEqual(failures, [])
    assert.ok(answered > 100, `${answered} requests`)
    assert.equal(portal.workers().length, 2)
    assert.ok(portal.workers().every((worker) => !before.includes(worker)))
  })

  test('asked to stop, they finish what they began and take nothing new', async () => {
    const portal = await runningPortal({ WORKERS: '2' })
    await assertFinishes(portal, 'SIGTERM')
  })
})

describe('a single process', () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    test(`finishes at ${signal} what it began and takes nothing new`, async () => {
      await assertFinishes(await runningPortal(), signal)
    })
  }
})

/** Somebody has sent half of a form when the portal is asked to stop. */
async function assertFinishes(portal: RunningPortal, signal: NodeJS.Signals) {
  const line = connect(portal.port, '127.0.0.1')
  const closed = once(line, 'close')
  let heard = ''
  line.on('data', (piece) => (heard += piece))
  const form = 'email=an%40dakpo.gialai.gov.vn&password=sai'
  const head = [
    'POST /quan-tri/dang-nhap HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${form.length}`,
    'Expect: 100-continue',
  ]
  line.write(`${head.join('\r\n')}\r\n\r\n`)
  await until(() => heard !== '')
  line.write(form.slice(0, 9))
  portal.process.kill(signal)
  await until(() => isDeaf(portal))
  assert.match(heard, /^HTTP\/1\.1 100 Continue\s+$/)
  line.write(form.slice(9))
  await closed
  assert.match(heard, /HTTP\/1\.1 4\d\d .*<\/html>\s*(0\s*)?$/s)
  assert.equal(await portal.ended, 0)
}

/**
 * Whoever comes in the moment when the last worker stops listening may be let in by the keeper, whom nobody takes him from
 * any more: he hears nothing, until his line ends with the program.
 */
const isDeaf = ({ origin }: RunningPortal): Promise<boolean> =>
  Promise.race([
    ask(origin, '/healthz').then(
      () => false,
      () => true,
    ),
    wait(1_000, true),
  ])

/** Some keep their lines, some come anew each time. */
async function readWhile({ origin }: RunningPortal, work: () => Promise<void>) {
  const agent = new Agent({ keepAlive: true })
  const failures: string[] = []
  let answered = 0
  let isOver = false
  const read = async (own: Agent | false, restMs: number) => {
    while (!isOver) {
      const status = await ask(origin, '/', own).then(
        (got) => got.status,
        (error: Error) => error.message,
      )
      if (status === 200) answered += 1
      else failures.push(String(status))
      await wait(restMs)
    }
  }
  const readers = [1, 5, 20, 100].flatMap((restMs) => [read(agent, restMs), read(false, restMs)])
  try {
    await wait(300)
    await work()
    await wait(300)
  } finally {
    isOver = true
    await Promise.all(readers)
    agent.destroy()
  }
  return { answered, failures }
}

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { freePort } from '../articles/running-program.ts'
import { createClient } from '../support/client.ts'
import { type Exposition, parseExposition } from '../support/exposition.ts'
import { an } from '../support/people.ts'
import { signIn } from '../support/test-portal.ts'
import { ask, askWorker, type RunningPortal, runningPortal, until } from './running-portal.ts'

const requests = 'cong_tin_requests_total'

async function figuresAt(origin: string): Promise<Exposition> {
  const { status, text } = await ask(origin, '/metrics')
  assert.equal(status, 200, text)
  return parseExposition(text)
}

/** By how much the figure grows while this happens. */
async function growth(origin: string, read: (figures: Exposition) => number, happen: () => Promise<unknown>) {
  const before = read(await figuresAt(origin))
  await happen()
  // Counted when the line is quiet again, a moment after its answer was read.
  await new Promise((resolve) => setTimeout(resolve, 50))
  return read(await figuresAt(origin)) - before
}

describe('an operator who scrapes /metrics', () => {
  test('gets the text format, with what runs and how it is', async () => {
    const { origin } = await runningPortal()
    const { headers } = await ask(origin, '/metrics')
    assert.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8')
    assert.equal(headers['cache-control'], 'no-store')
    const figures = await figuresAt(origin)
    const build = figures.readings.find(({ name }) => name === 'cong_tin_build_info')
    assert.equal(build?.labels['node'], process.versions.node)
    assert.match(build?.labels['version'] ?? '', /^\d+\.\d+\.\d+$/)
    assert.equal(figures.value('cong_tin_worker_up', { worker: '1' }), 1)
    const memory = figures.value('process_resident_memory_bytes')
    assert.ok(memory > 50e6 && memory < 1e9, `${memory} bytes`)
    const start = figures.value('process_start_time_seconds')
    assert.ok(Math.abs(Date.now() / 1_000 - start) < 60, `${start}`)
    assert.ok(figures.value('process_cpu_seconds_total') > 0.1)
    assert.ok(figures.value('cong_tin_content_version') >= 0)
    for (const queue of ['pictures', 'documents', 'words', 'texts'])
      assert.equal(figures.value('cong_tin_queue_length', { queue }), 0)
    await until(async () => (await figuresAt(origin)).value('cong_tin_event_loop_lag_seconds_count') > 0)
  })

  test('sees every request once, by what it asked for and how it was answered', async () => {
    const { origin } = await runningPortal()
    await ask(origin, '/lien-he')
    const count = (labels: Record<string, string>) => (figures: Exposition) => figures.value(requests, labels)
    const twice = (path: string) => async () => {
      await ask(origin, path)
      await ask(origin, path)
    }
    assert.equal(await growth(origin, count({ kind: 'kept', status: '2xx' }), twice('/lien-he')), 2)
    assert.equal(await growth(origin, count({ kind: 'made', status: '4xx' }), twice('/khong-co-trang-nay')), 2)
    assert.equal(await growth(origin, count({ kind: 'file', status: '2xx' }), twice('/favicon.ico')), 2)
    assert.equal(await growth(origin, count({ kind: 'data', status: '2xx' }), twice('/robots.txt')), 2)
    assert.equal(await growth(origin, count({ kind: 'search', status: '2xx' }), twice('/tim-kiem?q=cau')), 2)
    assert.equal(await growth(origin, count({ kind: 'staff', status: '3xx' }), twice('/quan-tri')), 2)
    assert.equal(await growth(origin, (figures) => figures.sum(requests), twice('/lien-he')), 2)
    assert.equal(await growth(origin, (figures) => figures.sum(requests), twice('/healthz')), 0)

    const unchanged = async () => {
      const browser = createClient(origin)
      const tag = (await browser.get('/lien-he')).headers.get('etag') ?? ''
      assert.equal((await browser.get('/lien-he', { headers: { 'if-none-match': tag } })).status, 304)
    }
    assert.equal(await growth(origin, count({ kind: 'kept', status: '3xx' }), unchanged), 1)
  })

  test('sees hits, misses and what is kept, and how long pages took that were made', async () => {
    const { origin } = await runningPortal()
    const before = await figuresAt(origin)
    await ask(origin, '/tin-moi')
    await ask(origin, '/tin-moi')
    await ask(origin, '/tin-moi')
    const after = await figuresAt(origin)
    const grew = (name: string, labels = {}) => after.value(name, labels) - before.value(name, labels)
    assert.equal(grew('cong_tin_page_cache_misses_total'), 1)
    assert.equal(grew('cong_tin_page_cache_hits_total'), 2)
    assert.equal(grew('cong_tin_page_cache_pages'), 1)
    assert.ok(grew('cong_tin_page_cache_bytes') > 5_000)
    assert.equal(grew('cong_tin_request_duration_seconds_count', { kind: 'made' }), 1)
    assert.ok(grew('cong_tin_request_duration_seconds_sum', { kind: 'made' }) > 0)
  })

  test('sees wrong passwords, and who was told to come back later', async () => {
    const { origin } = await runningPortal()
    const before = await figuresAt(origin)
    const stranger = createClient(origin)
    for (let time = 0; time < 6; time += 1)
      await stranger.post('/quan-tri/dang-nhap', { email: an.email, password: `sai ${time}` })
    const after = await figuresAt(origin)
    const grew = (name: string, labels = {}) => after.value(name, labels) - before.value(name, labels)
    assert.equal(grew('cong_tin_sign_ins_refused_total'), 6)
    assert.equal(grew('cong_tin_requests_limited_total', { kind: 'staff' }), 1)
  })

  test('finds in it no address, name, person or secret', async () => {
    const portal = await runningPortal()
    const editor = createClient(portal.origin)
    await signIn(editor, an)
    const secret = 'mat-khau-cua-toi'
    await ask(portal.origin, `/trang-rieng/${secret}?token=${secret}`)
    await createClient(portal.origin, { 'user-agent': secret, 'x-forwarded-for': '203.0.113.77' }).get('/')
    const { text } = await ask(portal.origin, '/metrics')
    const hidden = [secret, 'trang-rieng', '203.0.113.77', '127.0.0.1', an.email, an.name, portal.uploads]
    for (const each of [...hidden, portal.databaseUrl, editor.cookies.get('session') ?? 'no session'])
      assert.ok(!text.includes(each), each)
    assert.ok(parseExposition(text).sum(requests) > 2)
    const values = parseExposition(text).readings.flatMap(({ labels }) => Object.values(labels))
    assert.ok(values.every((value) => /^[\w.+]+$/.test(value)))
  })
})

describe('who may read them', () => {
  test('with a port for staff: whoever reaches that port, and nobody at the other', async () => {
    const staffPort = await freePort()
    const portal = await runningPortal({ STAFF_PORT: String(staffPort) })
    assert.equal((await ask(portal.origin, '/metrics')).status, 404)
    assert.ok((await figuresAt(`http://127.0.0.1:${staffPort}`)).sum(requests) >= 1)
  })

  test('without one: this machine, and no proxy on it', async () => {
    const { origin } = await runningPortal()
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      const answer = await createClient(origin, { [name]: '127.0.0.1' }).get('/metrics')
      assert.equal(answer.status, 404, name)
      assert.match(answer.text, /<\/html>/)
    }
    assert.equal((await createClient(origin).get('/metrics')).status, 200)
    assert.equal((await createClient(origin).get('/metrics/')).status, 404)
    assert.equal((await createClient(origin).postRaw('/metrics')).status, 404)
    assert.deepEqual(
      await createClient(origin)
        .head('/metrics')
        .then(({ status, text }) => [status, text]),
      [200, ''],
    )
  })
})

describe('of two workers', () => {
  const workersUp = (figures: Exposition) => ['1', '2'].map((worker) => figures.value('cong_tin_worker_up', { worker }))

  test('either answers for both, each under its number', async () => {
    const portal = await runningPortal({ WORKERS: '2' })
    const [one = 0, other = 0] = portal.workers()
    await askWorker(portal, one, '/lien-he')
    for (const path of ['/lien-he', '/lien-he']) await askWorker(portal, other, path)
    const figures = await figuresAt(portal.origin)
    assert.deepEqual(workersUp(figures), [1, 1])
    const kept = (worker: string) => figures.value(requests, { kind: 'kept', status: '2xx', worker })
    const made = (worker: string) => figures.value(requests, { kind: 'made', status: '2xx', worker })
    // Of those that ask at the same time, one is answered and one may be held back until later.
    assert.ok(made('1') >= 1 && made('2') >= 1 && kept('2') >= 1, JSON.stringify([made('1'), made('2'), kept('2')]))
    assert.equal(figures.readings.filter(({ name }) => name === 'cong_tin_build_info').length, 1)
  })

  test('a deaf one is missed in good time, and told of again when it hears', async () => {
    const portal = await runningPortal({ WORKERS: '2' })
    const [deaf = 0, sound = 0] = portal.workers()
    process.kill(deaf, 'SIGSTOP')
    try {
      const begun = performance.now()
      const { text } = await Promise.any([ask(portal.origin, '/metrics'), ask(portal.origin, '/metrics')])
      assert.ok(performance.now() - begun < 5_000)
      assert.deepEqual(workersUp(parseExposition(text)), [0, 1])
      assert.ok(parseExposition(text).value('process_resident_memory_bytes', { worker: '2' }) > 0)
    } finally {
      process.kill(deaf, 'SIGCONT')
    }
    await until(async () => (await scrape(portal)).every((up) => up === 1))
    assert.ok(portal.workers().includes(sound))
  })

  test('whoever takes over from a dead one has its number', async () => {
    const portal = await runningPortal({ WORKERS: '2' })
    const [first = 0] = portal.workers()
    const startOf = async (worker: string) =>
      (await figuresAt(portal.origin)).value('process_start_time_seconds', { worker })
    const [before, beside] = [await startOf('1'), await startOf('2')]
    process.kill(first, 'SIGKILL')
    await until(() => portal.workers().length === 2 && !portal.workers().includes(first))
    assert.deepEqual(await scrape(portal), [1, 1])
    assert.ok((await startOf('1')) > before)
    assert.equal(await startOf('2'), beside)
  })

  const scrape = async ({ origin }: RunningPortal) => workersUp(await figuresAt(origin))
})

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../articles/running-program.ts'
import { type Client, createClient } from '../support/client.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { root } from '../support/sources.ts'
import { testPortal } from '../support/test-portal.ts'
import { ask, runningPortal, until } from './running-portal.ts'

const hasNginx = spawnSync('nginx', ['-v']).status === 0
const skip = hasNginx ? false : 'nginx is not installed'

/** `deploy/nginx.conf` in front of what listens at this port: all of it but for names, ports, certificates and folders. */
async function nginxBefore(upstreamPort: number): Promise<Client & { origin: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'cong-tin-test-'))
  closeAfterTest(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  const port = await freePort()
  const site = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8')
    .replace(/server \{\s+listen 80;[^}]+\}/, '')
    .replace(/^ *(listen \[::\]|ssl_).*\n/gm, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`)
    .replace('127.0.0.1:3000', `127.0.0.1:${upstreamPort}`)
    .replace('/var/cache/cong-tin', join(folder, 'cache'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const whole = [
    // Whoever runs the tests owns their folder.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    `pid ${folder}/nginx.pid;`,
    'error_log stderr warn;',
    'events {}',
    'http {',
    'access_log off;',
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    site,
    '}',
  ]
  writeFileSync(join(folder, 'nginx.conf'), whole.join('\n'))
  const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  nginx.stderr.on('data', (piece) => (complaints += piece))
  const ended = new Promise((resolve) => nginx.once('close', resolve))
  closeAfterTest(async () => {
    nginx.kill('SIGTERM')
    await ended
  })
  const origin = `http://127.0.0.1:${port}`
  const client = createClient(origin)
  await until(async () => {
    if (nginx.exitCode !== null) throw new Error(complaints)
    return client.get('/healthz').then(
      () => true,
      () => false,
    )
  })
  return { ...client, origin }
}

/** Two seconds; nginx counts whole ones. */
const untilOverMs = 3_200

/** A portal whose pages are fresh for a second, and for one more while they are fetched anew. */
async function hastyPortal() {
  const state = { text: 'Cầu dài 120 m.', asked: [] as string[], status: 200 }
  const answer = (req: IncomingMessage, res: ServerResponse) => {
    const path = req.url ?? ''
    if (path !== '/healthz') state.asked.push(path)
    const isPublic = !path.startsWith('/quan-tri') && path !== '/healthz'
    const cacheControl = isPublic ? 'public, max-age=0, s-maxage=1, stale-while-revalidate=1' : 'no-store'
    res.writeHead(state.status, { 'Content-Type': 'text/html', 'Cache-Control': cacheControl })
    setTimeout(() => res.end(`${state.text} ${req.headers['x-forwarded-for']}`), 50)
  }
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const stop = async () => {
    server.close()
    server.closeAllConnections()
  }
  closeAfterTest(stop)
  return { state, stop, port: (server.address() as AddressInfo).port }
}

describe('behind nginx', { skip }, () => {
  test('a page is fetched once for all who ask, and a correction is seen when its time is over', async () => {
    const { state, port } = await hastyPortal()
    const reader = await nginxBefore(port)
    const answers = await Promise.all(Array.from({ length: 20 }, () => reader.get('/tin-bai/cau-1')))
    assert.ok(answers.every(({ text }) => text.startsWith('Cầu dài 120 m.')))
    assert.equal(state.asked.length, 1)

    state.text = 'Cầu dài 112 m.'
    await wait(untilOverMs)
    assert.ok((await reader.get('/tin-bai/cau-1')).text.startsWith('Cầu dài 112 m.'))
  })

  test('our pages ask for no more than a minute of all that', async () => {
    const portal = await testPortal()
    const line = (await portal.visitor().get('/')).headers.get('cache-control') ?? ''
    const [fresh, stale] = [/s-maxage=(\d+)/, /stale-while-revalidate=(\d+)/].map((part) =>
      Number(part.exec(line)?.[1]),
    )
    assert.ok(Number(fresh) > 0 && Number(fresh) + Number(stale) <= 60, line)
  })

  test('readers get the last page while the portal is down or broken', async () => {
    const { state, stop, port } = await hastyPortal()
    const reader = await nginxBefore(port)
    await reader.get('/')
    state.status = 500
    await wait(untilOverMs)
    assert.equal((await reader.get('/')).status, 200)
    await stop()
    await wait(untilOverMs)
    const answer = await reader.get('/')
    assert.deepEqual([answer.status, answer.text.startsWith('Cầu dài 120 m.')], [200, true])
    assert.equal((await reader.get('/chua-ai-hoi')).status, 502)
  })

  test('nothing of the newsroom is kept, however its address is written', async () => {
    const portal = await testPortal({ TRUST_PROXY: 'loopback' })
    const staff = await nginxBefore(Number(new URL(portal.origin).port))
    const { state, port } = await hastyPortal()
    const other = await nginxBefore(port)
    for (const path of ['/quan-tri/dang-nhap', '/QUAN-TRI/dang-nhap']) {
      const [one, two] = [await staff.get(path), await createClient(staff.origin).get(path)]
      assert.equal(one.headers.get('cache-control'), 'no-store')
      assert.notEqual(tokenIn(one.text), tokenIn(two.text))
    }
    for (let time = 0; time < 3; time += 1) await other.get('/quan-tri')
    assert.equal(state.asked.length, 3)
  })

  test('nobody chooses the address that is counted', async () => {
    const { port } = await hastyPortal()
    const reader = await nginxBefore(port)
    const { text } = await reader.get('/', { headers: { 'x-forwarded-for': '203.0.113.7' } })
    assert.ok(text.endsWith(' 127.0.0.1'), text)
  })

  test('figures of the portal are shown to nobody, however their address is written', async () => {
    const program = await runningPortal({ TRUST_PROXY: 'loopback' })
    const outside = await nginxBefore(program.port)
    for (const path of ['/metrics', '/metrics?a', '/%6detrics', '//metrics', '/x/../metrics'])
      assert.equal((await outside.get(path)).status, 404, path)
    assert.match((await ask(program.origin, '/metrics')).text, /^# HELP cong_tin_/)
  })

  test('a flood of searches or of passwords ends at nginx', async () => {
    const { state, port } = await hastyPortal()
    const flood = await nginxBefore(port)
    const searches = await Promise.all(Array.from({ length: 60 }, (_, time) => flood.get(`/tim-kiem?q=${time}`)))
    assert.ok(searches.some(({ status }) => status === 429))
    assert.ok(state.asked.length >= 30 && state.asked.length < 60)
    const attempts = await Promise.all(Array.from({ length: 40 }, () => flood.postRaw('/quan-tri/dang-nhap')))
    assert.ok(attempts.some(({ status }) => status === 429))
    assert.equal((await flood.get('/quan-tri/dang-nhap')).status, 200)
  })
})

const tokenIn = (html: string) => /name="form-token" value="([^"]+)"/.exec(html)?.[1] ?? 'no token'

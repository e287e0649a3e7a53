import assert from 'node:assert/strict'
import { once } from 'node:events'
import { IncomingMessage, ServerResponse } from 'node:http'
import { connect, Socket } from 'node:net'
import { describe, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { createPageCache } from '../../src/site/page-cache.ts'
import { readyPage, sendPage } from '../../src/site/ready-page.ts'
import { testClock } from '../support/test-clock.ts'
import { begin, type TestPortal, testPortal } from '../support/test-portal.ts'

const many = 100_000
/** Each is made and kept, which takes longer. */
const manyKept = 20_000
const megabyte = 1024 ** 2

describe('a flood of different addresses', () => {
  test('that lead nowhere are remembered nowhere', async () => {
    const { ask, counts } = cacheOf([])
    const grown = await growthOf(async () => {
      for (let n = 0; n < many; n++) await ask(`/khong-co-${n}-${'x'.repeat(50)}`)
    })
    assert.equal(counts().pages, 0)
    assert.ok(grown < 10 * megabyte, `${grown} bytes`)
  })

  test('that differ in a query which the page does not read are one page', async () => {
    const { ask, counts } = cacheOf([])
    await ask('/tin-tuc')
    for (let n = 0; n < many; n++) await ask(`/tin-tuc?fbclid=${n}&x${n}=1`)
    const { misses, sent, pages } = counts()
    assert.deepEqual([misses, sent, pages], [1, many, 1])
  })

  test('that differ in one which it reads take no more than the memory that is theirs', async () => {
    const { ask, counts } = cacheOf(['trang'])
    const grown = await growthOf(async () => {
      for (let n = 0; n < manyKept; n++) await ask(`/tin-tuc?trang=${n}`)
    })
    const { pages, evictions, bytes } = counts()
    assert.equal(pages + evictions, manyKept)
    assert.ok(bytes <= megabyte && grown < 20 * megabyte, `${bytes} of ${grown} bytes`)
  })
})

/** A cache before a site of one page, `/tin-tuc`, that reads these names of its query. */
function cacheOf(names: readonly string[]) {
  const pages = createPageCache({
    world: { clock: testClock(begin), log: pino({ level: 'silent' }) },
    contentVersion: { current: () => 1, refresh: async () => {} },
    nextMoment: async () => '2030-01-01T00:00:00.000Z',
    mostBytes: megabyte,
  })
  const page = readyPage('<p>Tin tức</p>', { 'content-type': 'text/html' })
  const line = new Socket()
  async function make(req: IncomingMessage, res: ServerResponse) {
    if (!req.url?.startsWith('/tin-tuc')) return void res.writeHead(404).end()
    await pages.keep(req, page, names)
    sendPage(page, req, res)
  }
  return {
    counts: pages.counts,
    ask(url: string): Promise<void> {
      const req = Object.assign(new IncomingMessage(line), { url, method: 'GET' })
      const res = new ServerResponse(req)
      return new Promise((answered) => {
        pages.answer(req, res, () => void make(req, res).then(answered))
        if (res.writableEnded) answered()
      })
    },
  }
}

/** Bytes that stay in memory. */
async function growthOf(work: () => Promise<void>): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  const before = process.memoryUsage().heapUsed
  await work()
  await new Promise((done) => setTimeout(done, 10))
  collect()
  return process.memoryUsage().heapUsed - before
}

type Heard = { status: number; headers: Map<string, string>; body: string }

/** Sends this as it is, waits until the portal ends the line, and reads an answer for each of these methods. */
async function send(portal: TestPortal, text: string, methods: readonly string[]): Promise<Heard[]> {
  const line = connect(Number(new URL(portal.origin).port), '127.0.0.1')
  let heard = ''
  line.setEncoding('latin1').on('data', (piece) => (heard += piece))
  line.write(text)
  await once(line, 'close')
  return methods.map((method) => {
    const end = heard.indexOf('\r\n\r\n')
    assert.ok(end > 0, `an answer to ${method}`)
    const [first = '', ...lines] = heard.slice(0, end).split('\r\n')
    const headers = new Map(lines.map((each) => [each.replace(/:.*/, '').toLowerCase(), each.replace(/^.*?: /, '')]))
    const length = method === 'HEAD' ? 0 : Number(headers.get('content-length') ?? 0)
    const body = heard.slice(end + 4, end + 4 + length)
    assert.equal(body.length, length)
    heard = heard.slice(end + 4 + length)
    return { status: Number(first.split(' ')[1]), headers, body }
  })
}

const request = (method: string, path: string, ...headers: string[]) =>
  [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n')

describe('a kept page', () => {
  const odd = [
    ['Range: bytes=0-10'],
    ['Range: bytes=999999999-'],
    ['Range: bananas=1-2', 'If-Range: "x"'],
    ['If-None-Match: "x"', 'If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT'],
    ['If-None-Match: "', 'If-Modified-Since: yesterday'],
    ['If-Match: "x"', 'If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT'],
    ['Accept-Encoding: , ;;q=, zstd;q=1e999, *;q=0'],
    ['Accept-Encoding: br;q=0', 'Accept-Encoding: gzip;q=0'],
    ['Accept-Language: xx', 'Accept: application/x-nothing'],
  ]
  for (const headers of odd) {
    test(`asked for with ${headers.join(', ')} is sent whole, and HEAD tells the same`, async () => {
      const portal = await testPortal({ PAGE_CACHE_MB: '64' })
      const whole = await send(portal, request('GET', '/lien-he', 'Connection: close'), ['GET'])
      const asked =
        request('GET', '/lien-he', ...headers) + request('HEAD', '/lien-he', ...headers, 'Connection: close')
      const [page, head] = await send(portal, asked, ['GET', 'HEAD'])
      assert.deepEqual([page?.status, head?.status], [200, 200])
      assert.match(page?.body ?? '', /<\/html>\s*$/)
      assert.equal(page?.body, whole[0]?.body)
      for (const name of ['content-length', 'etag', 'content-type'])
        assert.equal(head?.headers.get(name), page?.headers.get(name), name)
    })
  }

  test('that the reader has, by its tag, is unchanged whatever her dates say', async () => {
    const portal = await testPortal({ PAGE_CACHE_MB: '64' })
    const [page] = await send(portal, request('GET', '/lien-he', 'Connection: close'), ['GET'])
    const tag = `If-None-Match: ${page?.headers.get('etag')}`
    const old = 'If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT'
    const asked = request('GET', '/lien-he', tag, old) + request('HEAD', '/lien-he', tag, old, 'Connection: close')
    const answers = await send(portal, asked, ['GET', 'HEAD'])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [304, 304],
    )
  })
})

describe('requests that come in one piece', () => {
  test('are answered in their order, kept pages and others, each with its own', async () => {
    const portal = await testPortal({ PAGE_CACHE_MB: '64' })
    for (const path of ['/lien-he', '/tin-moi']) await portal.visitor().get(path)
    const asked = [
      request('GET', '/lien-he'),
      request('GET', '/khong-co-trang-nay'),
      request('HEAD', '/tin-moi'),
      `${request('GET', '/tin-moi', 'Content-Length: 5')}HELLO`,
      request('GET', '/robots.txt', 'Connection: close'),
    ]
    const answers = await send(portal, asked.join(''), ['GET', 'GET', 'HEAD', 'GET', 'GET'])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 404, 200, 200, 200],
    )
    const [contact, missing, , latest, robots] = answers.map(({ body }) => Buffer.from(body, 'latin1').toString())
    assert.match(contact ?? '', /<h1[^>]*>Liên hệ/)
    assert.match(missing ?? '', /Không tìm thấy/)
    assert.match(latest ?? '', /<title>Tin mới/)
    assert.match(robots ?? '', /^User-agent: \*/m)
  })

  test('that nobody would send are refused, and harm no one else', async () => {
    const portal = await testPortal()
    const wrong = [
      'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      'ĐỌC / HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET / HTTP/9.9\r\nHost: a\r\n\r\n',
    ]
    for (const text of wrong) {
      const [answer] = await send(portal, text, ['HEAD'])
      assert.ok(answer && answer.status >= 400 && answer.status < 500, `${answer?.status} to ${text.slice(0, 40)}`)
    }
    for (const path of ['http://other.example/', '*', '//other.example', '/%zz', '/%00', '/?%ff=%c0%af']) {
      const [answer] = await send(portal, request('GET', path, 'Connection: close'), ['HEAD'])
      assert.ok(answer && answer.status < 500, `${answer?.status} to ${path}`)
      assert.doesNotMatch(answer.headers.get('location') ?? '', /other\.example/)
    }
    assert.equal((await portal.visitor().get('/lien-he')).status, 200)
  })
})

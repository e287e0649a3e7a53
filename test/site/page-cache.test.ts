import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { createPageCache, type PageCache } from '../../src/site/page-cache.ts'
import { readyPage, sendPage } from '../../src/site/ready-page.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { testClock } from '../support/test-clock.ts'

const noon = '2017-02-17T05:00:00.000Z'
const midnight = '2017-02-17T17:00:00.000Z'

/** A site of one view, which tells how often it was made. */
async function cachedSite({ mostBytes = 1_000_000, until = midnight }: { mostBytes?: number; until?: string } = {}) {
  const state = { version: 1 as number | null, made: [] as string[], isBroken: false, hold: Promise.resolve() }
  const clock = testClock(noon)
  const pages = createPageCache({
    world: { clock, log: pino({ level: 'silent' }) },
    contentVersion: { current: () => state.version, refresh: async () => {} },
    nextMoment: async () => until,
    mostBytes,
  })
  const make = async (req: IncomingMessage, res: ServerResponse) => {
    state.made.push(req.url ?? '')
    await state.hold
    if (state.isBroken) return pages.answerWithLast(req, res) ? undefined : void res.writeHead(500).end('broken')
    const html = `<p>${state.made.length}</p>${'Hội nghị tổng kết năm. '.repeat(100)}`
    const page = readyPage(html, { 'content-type': 'text/html', 'cache-control': 'public', vary: 'Accept-Encoding' })
    const [path = ''] = (req.url ?? '').split('?')
    if (path !== '/khong-giu') await pages.keep(req, page, path === '/muc' ? ['trang'] : [])
    sendPage(page, req, res)
  }
  const server = await listen(pages, make)
  return {
    ...state,
    state,
    clock,
    counts: pages.counts,
    ask: (path: string, headers = {}, method = 'GET') => ask(server, path, headers, method),
  }
}

async function listen(pages: PageCache, make: (req: IncomingMessage, res: ServerResponse) => Promise<void>) {
  const server = createServer((req, res) => pages.answer(req, res, () => void make(req, res)))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closeAfterTest(async () => {
    server.close()
    server.closeAllConnections()
  })
  return server
}

type Got = { status: number; headers: IncomingMessage['headers']; body: Buffer }

function ask(server: Server, path: string, headers: Record<string, string>, method: string): Promise<Got> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, headers, method }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.on('error', reject).end()
  })
}

const numberIn = ({ body }: Got) => Number(/<p>(\d+)</.exec(body.toString())?.[1])

describe('a kept page', () => {
  test('is made once, however often it is asked for', async () => {
    const { state, ask } = await cachedSite()
    const answers = [await ask('/'), await ask('/'), await ask('/')]
    assert.deepEqual(answers.map(numberIn), [1, 1, 1])
    assert.deepEqual(state.made, ['/'])
  })

  test('leaves with the same headers as when it was made', async () => {
    const { ask } = await cachedSite()
    const [made, kept] = [await ask('/'), await ask('/')]
    const { date: _, ...ofMade } = made.headers
    const { date: __, ...ofKept } = kept.headers
    assert.deepEqual(ofKept, ofMade)
    assert.equal(ofKept['content-length'], String(kept.body.length))
  })

  test('is the same text in each form that browsers ask for', async () => {
    const { state, ask } = await cachedSite()
    const plain = await ask('/')
    const [brotli, gzip] = [
      await ask('/', { 'accept-encoding': 'gzip, deflate, br' }),
      await ask('/', { 'accept-encoding': 'gzip' }),
    ]
    assert.deepEqual([brotli.headers['content-encoding'], gzip.headers['content-encoding']], ['br', 'gzip'])
    assert.deepEqual(brotliDecompressSync(brotli.body), plain.body)
    assert.deepEqual(gunzipSync(gzip.body), plain.body)
    assert.equal(state.made.length, 1)
  })

  test('has a strong tag of its own in each form, and every one of them is known again', async () => {
    const { ask } = await cachedSite()
    const answers = [
      await ask('/'),
      await ask('/', { 'accept-encoding': 'br' }),
      await ask('/', { 'accept-encoding': 'gzip' }),
    ]
    const tags = answers.map(({ headers }) => headers.etag ?? '')
    assert.equal(new Set(tags).size, 3)
    assert.ok(tags.every((tag) => /^"[^"]+"$/.test(tag)))
    for (const tag of [...tags, `W/${tags[0]}`, `"other", ${tags[1]}`, '*']) {
      const again = await ask('/', { 'if-none-match': tag, 'accept-encoding': 'br' })
      assert.deepEqual([again.status, again.body.length], [304, 0], tag)
    }
    assert.equal((await ask('/', { 'if-none-match': '"other"' })).status, 200)
  })

  test('asked for with HEAD has its headers and no body', async () => {
    const { ask } = await cachedSite()
    const page = await ask('/')
    const head = await ask('/', {}, 'HEAD')
    assert.equal(head.body.length, 0)
    assert.equal(head.headers['content-length'], page.headers['content-length'])
    assert.equal(head.headers.etag, page.headers.etag)
  })

  test('is made anew when what readers see has changed', async () => {
    const { state, ask } = await cachedSite()
    await ask('/')
    state.version = 2
    assert.deepEqual([numberIn(await ask('/')), numberIn(await ask('/'))], [2, 2])
  })

  test('holds until something scheduled begins, and not a moment longer', async () => {
    const { clock, ask } = await cachedSite({ until: '2017-02-17T08:00:00.000Z' })
    await ask('/')
    clock.set('2017-02-17T07:59:59.999Z')
    assert.equal(numberIn(await ask('/')), 1)
    clock.set('2017-02-17T08:00:00.000Z')
    assert.equal(numberIn(await ask('/')), 2)
  })

  test('does not stand when the clock went back to before it was made', async () => {
    const { clock, ask } = await cachedSite()
    await ask('/')
    clock.set('2017-02-17T04:59:59.000Z')
    assert.equal(numberIn(await ask('/')), 2)
  })

  test('is of the moment when it was asked for, even if something changes while it is made', async () => {
    const { state, ask } = await cachedSite()
    let go = () => {}
    state.hold = new Promise((done) => {
      go = done
    })
    const first = ask('/')
    await until(() => state.made.length === 1)
    state.version = 2
    go()
    await first
    assert.equal(numberIn(await ask('/')), 2)
  })

  test('is only for reading: a form sent to its address is never answered with it', async () => {
    const { state, ask } = await cachedSite()
    await ask('/')
    await ask('/', {}, 'POST')
    assert.equal(state.made.length, 2)
  })

  test('is not kept unless it says what of its address it follows', async () => {
    const { state, ask } = await cachedSite()
    await ask('/khong-giu')
    await ask('/khong-giu')
    assert.equal(state.made.length, 2)
  })
})

describe('the query of an address', () => {
  test('counts by the names that the page reads, in whatever order, and by nothing else', async () => {
    const { state, ask } = await cachedSite()
    const second = numberIn(await ask('/muc?trang=2'))
    assert.equal(numberIn(await ask('/muc?utm_source=zalo&trang=2&fbclid=1')), second)
    assert.notEqual(numberIn(await ask('/muc?trang=3')), second)
    assert.notEqual(numberIn(await ask('/muc')), second)
    assert.equal(state.made.length, 3)
  })

  test('cannot make one page stand for another by a clever value', async () => {
    const { ask } = await cachedSite()
    const numbers = []
    for (const query of ['trang=2', 'trang=2%26trang=3', 'trang=2&trang=3', 'trang=2%2C3', 'trang'])
      numbers.push(numberIn(await ask(`/muc?${query}`)))
    // Twice the same name reads like its values joined; both are no page number, so both are the same refusal.
    assert.deepEqual(numbers, [1, 2, 3, 3, 4])
  })

  test('of a page that reads none changes nothing', async () => {
    const { state, ask } = await cachedSite()
    await ask('/tin-bai/mot-1')
    for (let n = 0; n < 50; n++) await ask(`/tin-bai/mot-1?x=${n}`)
    assert.equal(state.made.length, 1)
  })
})

describe('in a storm', () => {
  test('a page is made once while all others wait for it', async () => {
    const { state, ask } = await cachedSite()
    let go = () => {}
    state.hold = new Promise((done) => {
      go = done
    })
    const answers = Array.from({ length: 40 }, () => ask('/'))
    await until(() => state.made.length > 0)
    await new Promise((done) => setTimeout(done, 50))
    go()
    assert.deepEqual((await Promise.all(answers)).map(numberIn), Array(40).fill(1))
    assert.deepEqual(state.made, ['/'])
  })

  test('whoever waits for a page that is not kept gets one of her own', async () => {
    const { state, ask } = await cachedSite()
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('/khong-giu')))
    assert.deepEqual(answers.map(numberIn).sort(), [1, 2, 3, 4, 5])
    assert.equal(state.made.length, 5)
  })

  test('a reader who leaves does not leave others waiting', async () => {
    const { state, ask } = await cachedSite()
    let go = () => {}
    state.hold = new Promise((done) => {
      go = done
    })
    const leaving = ask('/').catch(() => null)
    await until(() => state.made.length === 1)
    const staying = ask('/')
    go()
    await leaving
    assert.equal((await staying).status, 200)
  })

  test('unknown addresses push out no page that is asked for again', async () => {
    const { state, ask } = await cachedSite({ mostBytes: 60_000 })
    for (const _ of [1, 2]) await ask('/')
    for (let n = 0; n < 60; n++) await ask(`/tin-bai/bai-${n}`)
    const before = state.made.length
    await ask('/')
    assert.equal(state.made.length, before)
    await ask('/tin-bai/bai-0')
    assert.equal(state.made.length, before + 1)
  })
})

describe('when pages cannot be made', () => {
  test('the last good one is given, however old', async () => {
    const { state, ask } = await cachedSite()
    await ask('/')
    state.version = 2
    state.isBroken = true
    const answer = await ask('/')
    assert.deepEqual([answer.status, numberIn(answer)], [200, 1])
    assert.equal((await ask('/chua-ai-xem')).status, 500)
  })

  test('nobody waits for the same failure again at once', async () => {
    const { state, ask } = await cachedSite()
    await ask('/')
    state.version = 2
    state.isBroken = true
    for (const _ of [1, 2, 3, 4]) await ask('/')
    assert.equal(state.made.length, 2)
  })

  test('while the database does not tell, what was kept is given and nothing new is kept', async () => {
    const { state, ask } = await cachedSite()
    await ask('/')
    state.version = null
    assert.equal(numberIn(await ask('/')), 1)
    await ask('/moi')
    await ask('/moi')
    assert.deepEqual(state.made, ['/', '/moi', '/moi'])
  })
})

describe('what is counted of them', () => {
  test('who got one that lay ready, who had it already, and what had to be made', async () => {
    const { ask, counts } = await cachedSite()
    const { headers } = await ask('/')
    await ask('/')
    await ask('/', { 'if-none-match': headers.etag ?? '' })
    await ask('/khong-giu')
    const { bytes, ...rest } = counts()
    assert.deepEqual(rest, { sent: 1, unchanged: 1, misses: 1, stale: 0, evictions: 0, pages: 1 })
    assert.ok(bytes > 2_000)
  })

  test('who got an older one while none could be made, for each of the reasons', async () => {
    const { state, ask, counts } = await cachedSite()
    await ask('/')
    state.version = null
    await ask('/')
    assert.equal(counts().stale, 1)
    state.version = 2
    state.isBroken = true
    await ask('/')
    await ask('/')
    assert.equal(counts().stale, 3)
    assert.equal(counts().misses, 1)
  })

  test('what others pushed out, within the memory that is theirs', async () => {
    const { ask, counts } = await cachedSite({ mostBytes: 60_000 })
    for (let n = 0; n < 60; n++) await ask(`/tin-bai/bai-${n}`)
    const { evictions, pages, bytes } = counts()
    assert.equal(evictions + pages, 60)
    assert.ok(evictions > 0 && bytes <= 60_000)
  })
})

test('without memory for it nothing is kept', async () => {
  const { state, ask } = await cachedSite({ mostBytes: 0 })
  await ask('/')
  await ask('/')
  assert.equal(state.made.length, 2)
})

async function until(isSo: () => boolean) {
  while (!isSo()) await new Promise((done) => setTimeout(done, 2))
}

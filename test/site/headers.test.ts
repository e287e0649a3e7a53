import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Answer, Client } from '../support/client.ts'
import { an, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const safe: Record<string, string> = {
  'content-security-policy':
    "default-src 'none';style-src 'self';script-src 'self';img-src 'self';font-src 'self';connect-src 'self';manifest-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const publicPaths = ['/', '/lien-he', '/robots.txt', '/manifest.webmanifest', '/favicon.ico', '/khong-co-trang-nay']

describe('every answer', () => {
  type Kind = [status: number, what: string, ask: (portal: TestPortal) => Promise<Answer>]
  const kinds: Kind[] = [
    [200, 'a page', ({ visitor }) => visitor().get('/lien-he')],
    [200, 'a page asked for with HEAD', ({ visitor }) => visitor().head('/lien-he')],
    [200, 'a style', async ({ visitor }) => visitor().get(await styleOf(visitor()))],
    [200, 'the icon', ({ visitor }) => visitor().get('/favicon.ico')],
    [200, 'robots.txt', ({ visitor }) => visitor().get('/robots.txt')],
    [200, 'the manifest', ({ visitor }) => visitor().get('/manifest.webmanifest')],
    [200, 'the sign-in page', ({ visitor }) => visitor().get('/quan-tri/dang-nhap')],
    [200, 'a newsroom page', (portal) => portal.as(an).get('/quan-tri/nhat-ky')],
    [303, 'the way to the sign-in page', ({ visitor }) => visitor().get('/quan-tri/nhat-ky')],
    [303, 'the way on after a form', (portal) => portal.as(an).post('/quan-tri/lien-ket')],
    [304, 'a page that has not changed', unchanged],
    [400, 'an address that cannot be read', ({ visitor }) => visitor().get('/%E0%A4%A')],
    [403, 'a page for somebody else', (portal) => portal.as(huong).get('/quan-tri/nhat-ky')],
    [
      403,
      'a form from another site',
      ({ visitor }) => visitor().postRaw('/quan-tri/dang-nhap', { headers: { origin: 'https://doc-hai.example' } }),
    ],
    [404, 'a page that does not exist', ({ visitor }) => visitor().get('/khong-co-trang-nay')],
    [404, 'a newsroom page that does not exist', (portal) => portal.as(an).get('/quan-tri/khong-co')],
    [404, 'a style that does not exist', ({ visitor }) => visitor().get('/tep-tinh/0/styles/khong-co.css')],
    [404, 'a method that nobody knows', ({ visitor }) => visitor().postRaw('/lien-he', { method: 'PUT' })],
    [410, 'a one-time link that has ended', ({ visitor }) => visitor().get('/quan-tri/loi-moi/abc')],
    [
      413,
      'a form that is too large',
      ({ visitor }) =>
        visitor().postRaw('/quan-tri/dang-nhap', {
          body: `a=${'b'.repeat(9_000_000)}`,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
    ],
    [422, 'a form that is not right', ({ visitor }) => visitor().post('/quan-tri/dang-nhap')],
    [500, 'a page that broke', broken],
  ]

  let shared: TestPortal
  before(async () => {
    shared = await testPortal()
  })

  for (const [status, what, ask] of kinds) {
    test(`${status}, ${what}: has every safe header, and no name of our software`, async () => {
      const answer = await ask(shared)
      assert.equal(answer.status, status)
      const sent = Object.fromEntries(Object.keys(safe).map((name) => [name, answer.headers.get(name)]))
      assert.deepEqual(sent, safe)
      assert.equal(answer.headers.get('strict-transport-security'), null)
      for (const name of ['x-powered-by', 'server', 'access-control-allow-origin'])
        assert.equal(answer.headers.get(name), null)
    })
  }

  test('asks browsers to stay with TLS once the site has it', async () => {
    const portal = await testPortal({ SITE_URL: 'https://dakpo.gialai.gov.vn' })
    for (const path of [...publicPaths, '/quan-tri', '/quan-tri/dang-nhap', '/%E0%A4%A']) {
      const { headers } = await portal.visitor().get(path)
      assert.equal(headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains', path)
    }
  })

  async function unchanged({ visitor }: TestPortal): Promise<Answer> {
    const etag = (await visitor().get('/lien-he')).headers.get('etag') ?? ''
    return visitor().get('/lien-he', { headers: { 'if-none-match': etag } })
  }

  async function broken(portal: TestPortal): Promise<Answer> {
    await portal.visitor().get('/lien-he')
    await portal.database.close()
    // A page that nobody has asked for yet: others are answered with what was true last.
    return portal.visitor().get('/dinh-chinh')
  }
})

describe('a public page', () => {
  test('sets no cookie, whoever asks', async () => {
    const portal = await testPortal()
    await portal.as(an).get('/quan-tri/tai-khoan')
    for (const path of publicPaths) {
      for (const client of [
        portal.visitor(),
        portal.as(an),
        portal.visitor({ headers: { cookie: 'session=x; device=y; gate=z' } }),
      ]) {
        assert.deepEqual((await client.get(path)).headers.getSetCookie(), [], path)
      }
    }
    assert.notDeepEqual((await portal.visitor().get('/quan-tri/dang-nhap')).headers.getSetCookie(), [])
  })

  test('is the same for everybody: no header, no cookie and no unknown query changes a byte', async () => {
    const portal = await testPortal()
    await portal.as(an).get('/quan-tri/tai-khoan')
    const canary = 'doc-hai.example'
    const claims: Record<string, string>[] = [
      { 'x-forwarded-host': canary },
      { 'x-forwarded-proto': 'https' },
      { 'x-forwarded-for': '203.0.113.9' },
      { 'x-forwarded-prefix': '/doc-hai' },
      { forwarded: `host=${canary};proto=https` },
      { 'x-original-url': '/quan-tri' },
      { 'x-rewrite-url': '/quan-tri' },
      { 'accept-language': 'en' },
      { referer: `https://${canary}/` },
      { 'user-agent': 'Googlebot/2.1' },
      { 'x-http-method-override': 'POST' },
      { cookie: `session=${portal.as(an).cookies.get('session')}` },
      { authorization: 'Bearer x' },
    ]
    const queries = [
      '?utm_source=zalo',
      '?fbclid=1&a[]=2&a[b]=3',
      '?settings[view%20options][client]=1',
      '?__proto__[a]=b',
      '?%E0%A4%A',
      '?a=1;trang=2',
      `?${'a'.repeat(4_000)}`,
    ]
    for (const path of ['/', '/lien-he', '/khong-co-trang-nay', '/robots.txt', '/manifest.webmanifest']) {
      const plain = await portal.visitor().get(path)
      for (const headers of claims)
        assert.equal(
          (await portal.visitor({ headers }).get(path)).text,
          plain.text,
          `${path} with ${JSON.stringify(headers)}`,
        )
      for (const query of queries) {
        const answer = await portal.visitor().get(path + query)
        assert.deepEqual([answer.status, answer.text], [plain.status, plain.text], path + query)
      }
    }
  })

  test('names its own address from the settings, never from the request', async () => {
    const portal = await testPortal({ SITE_URL: 'https://dakpo.gialai.gov.vn' })
    const { text } = await portal.visitor({ headers: { host: 'doc-hai.example' } }).get('/lien-he')
    assert.match(text, /<link rel="canonical" href="https:\/\/dakpo\.gialai\.gov\.vn\/lien-he">/)
    assert.doesNotMatch(text, /doc-hai|127\.0\.0\.1/)
  })

  test('may be kept by a browser, but is asked for again each time, and is sent again only when it changed', async () => {
    const portal = await testPortal()
    const first = await portal.visitor().get('/lien-he')
    const etag = first.headers.get('etag') ?? ''
    assert.equal(first.headers.get('cache-control'), 'public, max-age=0, s-maxage=30, stale-while-revalidate=30')

    const again = await portal.visitor().get('/lien-he', { headers: { 'if-none-match': etag } })
    assert.deepEqual([again.status, again.text], [304, ''])
    await portal.as(an).post('/quan-tri/lien-ket', { links: 'Cổng tỉnh | https://gialai.gov.vn' })
    const changed = await portal.visitor().get('/lien-he', { headers: { 'if-none-match': etag } })
    assert.equal(changed.status, 200)
    assert.notEqual(changed.headers.get('etag'), etag)
  })

  test('is the same text packed or not, and says that it depends on that', async () => {
    const portal = await testPortal()
    const plain = await portal.visitor().get('/lien-he', { headers: { 'accept-encoding': 'identity' } })
    assert.equal(plain.headers.get('content-encoding'), null)
    for (const encoding of ['br', 'gzip']) {
      const packed = await portal.visitor().get('/lien-he', { headers: { 'accept-encoding': encoding } })
      assert.equal(packed.headers.get('content-encoding'), encoding)
      assert.match(packed.headers.get('vary') ?? '', /Accept-Encoding/i)
      assert.equal(packed.text, plain.text)
    }
  })

  test('asked for with HEAD has the headers of the page and no body', async () => {
    const portal = await testPortal()
    for (const path of [...publicPaths, await styleOf(portal.visitor())]) {
      const [head, get] = [await portal.visitor().head(path), await portal.visitor().get(path)]
      assert.equal(head.status, get.status, path)
      assert.equal(head.text, '')
      for (const name of ['content-type', 'etag', 'cache-control', 'x-robots-tag'])
        assert.equal(head.headers.get(name), get.headers.get(name), `${path}: ${name}`)
    }
  })
})

describe('a newsroom page', () => {
  const pages = [
    '/quan-tri/tai-khoan',
    '/quan-tri/can-bo',
    '/quan-tri/nhat-ky',
    '/quan-tri/khong-co',
    '/quan-tri/dang-nhap',
  ]

  test('is never kept, never indexed, and never packed beside its form token', async () => {
    const portal = await testPortal()
    for (const path of pages) {
      const { headers } = await portal.as(an).get(path)
      assert.equal(headers.get('cache-control'), 'no-store', path)
      assert.match(headers.get('x-robots-tag') ?? '', /noindex/, path)
      assert.equal(headers.get('content-encoding'), null, path)
      assert.equal(headers.get('etag'), null, path)
    }
  })

  test('does not become a file for caches by an ending', async () => {
    const portal = await testPortal()
    for (const path of [
      '/quan-tri/tai-khoan/a.css',
      '/quan-tri/tai-khoan;a.js',
      '/quan-tri/tai-khoan%2f..%2fa.png',
      '/quan-tri/tai-khoan.css',
    ]) {
      const { status, text, headers } = await portal.as(an).get(path)
      assert.equal(status, 404, path)
      assert.equal(headers.get('cache-control'), 'no-store')
      assert.ok(!text.includes(an.email))
    }
  })
})

describe('a file of the site', () => {
  test('may be kept for ever under an address that changes with its content', async () => {
    const portal = await testPortal()
    const path = await styleOf(portal.visitor())
    const { headers } = await portal.visitor().get(path)
    assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(headers.get('content-type'), 'text/css; charset=utf-8')
    const old = await portal.visitor().get(path.replace(/tep-tinh\/[^/]+/, 'tep-tinh/000000000000'))
    assert.deepEqual([old.status, old.headers.get('cache-control')], [200, 'no-cache'])
  })

  test('is one of those in public/, however the address is written', async () => {
    const portal = await testPortal()
    const folder = (await styleOf(portal.visitor())).replace('/styles/site.css', '')
    for (const wish of [
      '../package.json',
      '%2e%2e/package.json',
      '..%2fpackage.json',
      '..%5cpackage.json',
      '%2e%2e%2f%2e%2e%2fetc/passwd',
      'styles',
      'styles/',
      '',
      '.env',
      'fonts/README.md',
      'styles/site.css%00',
      'constructor',
      '__proto__',
    ]) {
      const answer = await portal.visitor().get(`${folder}/${wish}`)
      assert.ok([400, 404].includes(answer.status), `${wish}: ${answer.status}`)
    }
    for (const path of [
      '/.git/config',
      '/.env',
      '/data/portal.db',
      '/package.json',
      '/src/main.ts',
      '/uploads/',
      '/node_modules/',
    ]) {
      assert.equal((await portal.visitor().get(path)).status, 404, path)
    }
  })
})

async function styleOf(client: Client): Promise<string> {
  return /href="(\/tep-tinh\/[^"]+site\.css)"/.exec((await client.get('/lien-he')).text)?.[1] ?? ''
}

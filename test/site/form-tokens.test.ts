import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { RawOptions } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, huong } from '../support/people.ts'
import { addressOf } from '../support/staff-routes.ts'
import { signIn, type TestPortal, testPortal } from '../support/test-portal.ts'

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
/** Something that would change if the form counted. */
const links = 'Cổng tỉnh Gia Lai | https://gialai.gov.vn'
const linksPath = '/quan-tri/lien-ket'

type Way = [name: string, send: (portal: TestPortal, token: string) => Promise<RawOptions & { query?: string }>]

const ways: Way[] = [
  ['without a token', async () => ({ body: form({}) })],
  ['with an empty token', async () => ({ body: form({ 'form-token': '' }) })],
  [
    'with a token of the right length',
    async (_, token) => ({ body: form({ 'form-token': 'A'.repeat(token.length) }) }),
  ],
  ['with a token cut short', async (_, token) => ({ body: form({ 'form-token': token.slice(0, -1) }) })],
  ['with the token twice', async (_, token) => ({ body: form({ 'form-token': [token, token] }) })],
  [
    'with the token of a colleague',
    async (portal) => ({ body: form({ 'form-token': await portal.as(huong).formToken() }) }),
  ],
  [
    'with the token of another session of hers',
    async (portal) => ({ body: form({ 'form-token': await tokenElsewhere(portal) }) }),
  ],
  [
    'with the token of the sign-in page',
    async (portal) => ({ body: form({ 'form-token': await portal.visitor().formToken() }) }),
  ],
  [
    'with a colleague’s token in the address',
    async (portal) => ({ body: form({}), query: `?form-token=${await portal.as(huong).formToken()}` }),
  ],
  ['with the token in a cookie alone', async (_, token) => ({ body: form({}), headers: { 'x-csrf-token': token } })],
  [
    'as JSON in plain text',
    async (_, token) => ({
      body: JSON.stringify({ 'form-token': token, links }),
      headers: { 'content-type': 'text/plain' },
    }),
  ],
  [
    'as JSON',
    async (_, token) => ({
      body: JSON.stringify({ 'form-token': token, links }),
      headers: { 'content-type': 'application/json' },
    }),
  ],
  ...[
    { origin: 'https://doc-hai.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1' },
  ].map(
    (headers): Way => [
      `with the right token from elsewhere: ${JSON.stringify(headers)}`,
      async (_, token) => ({ body: form({ 'form-token': token }), headers }),
    ],
  ),
]

describe('a form that somebody else sent in her name', () => {
  let portal: TestPortal
  before(async () => {
    portal = await testPortal()
  })

  for (const [name, send] of ways) {
    test(`${name}: is refused by every route, and nothing changes`, async () => {
      const browser = portal.as(an)
      const token = await browser.formToken()
      const wish = await send(portal, token)
      const before = await given.everythingStored(portal)

      const posts = portal.staffRoutes.filter(({ method }) => method === 'POST')
      for (const route of posts) {
        const address = addressOf(route)
        const answer = await browser.postRaw(address + (wish.query ?? ''), {
          ...wish,
          headers: { ...urlencoded, ...wish.headers },
        })
        assert.equal(answer.status, 403, address)
        assert.match(answer.main(), /Bạn chưa có quyền mở trang này/)
      }

      assert.ok(posts.length >= 9)
      assert.deepEqual(await given.everythingStored(portal), before)
      assert.equal((await browser.get(linksPath)).status, 200)
    })
  }
})

describe('a form that she sent herself', () => {
  const own = async (portal: TestPortal, wish: RawOptions, query = '') =>
    (await portal.as(an).postRaw(linksPath + query, { ...wish, headers: { ...urlencoded, ...wish.headers } })).status

  test('counts from a browser that tells where it comes from, and from an old one that does not', async () => {
    const portal = await testPortal()
    const body = form({ 'form-token': await portal.as(an).formToken() })
    const tellings: Record<string, string>[] = [
      {},
      { origin: portal.origin },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'same-origin', origin: portal.origin },
    ]
    for (const headers of tellings) assert.equal(await own(portal, { body, headers }), 303, JSON.stringify(headers))
    assert.match((await portal.visitor().get('/lien-he')).text, /https:\/\/gialai\.gov\.vn/)
  })

  test('counts behind a proxy that speaks TLS for it', async () => {
    const portal = await testPortal({ SITE_URL: 'https://dakpo.gialai.gov.vn' })
    const body = form({ 'form-token': await portal.as(an).formToken() })
    assert.equal(await own(portal, { body, headers: { origin: 'https://dakpo.gialai.gov.vn' } }), 303)
    assert.equal(await own(portal, { body, headers: { origin: 'https://gialai.gov.vn' } }), 403)
  })

  test('may carry its token in the address or in a header, as uploads do', async () => {
    const portal = await testPortal()
    const token = await portal.as(an).formToken()
    assert.equal(await own(portal, { body: form({}) }, `?form-token=${token}`), 303)
    assert.equal(await own(portal, { body: form({}), headers: { 'x-form-token': token } }), 303)
  })

  test('is refused after she signed out, even with the token she had', async () => {
    const portal = await testPortal()
    const token = await portal.as(an).formToken()
    const session = `session=${portal.as(an).cookies.get('session')}`
    await portal.as(an).post('/quan-tri/dang-xuat')
    const copy = portal.visitor({ headers: { cookie: session } })
    assert.equal(
      (await copy.postRaw(linksPath, { body: form({ 'form-token': token }), headers: urlencoded })).location,
      '/quan-tri/dang-nhap',
    )
    assert.doesNotMatch((await portal.visitor().get('/lien-he')).text, /https:\/\/gialai\.gov\.vn/)
  })
})

function form(fields: Record<string, string | string[]>): string {
  const pairs = Object.entries({ links, ...fields }).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  )
  return new URLSearchParams(pairs).toString()
}

async function tokenElsewhere(portal: TestPortal): Promise<string> {
  const elsewhere = portal.visitor()
  await signIn(elsewhere, an)
  return elsewhere.formToken()
}

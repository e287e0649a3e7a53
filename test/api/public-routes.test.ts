import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { carry, document } from '../documents/given-documents.ts'
import * as given from '../support/given.ts'
import { duc } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { type Schema, schemaFaults } from './schema-check.ts'

type Item = { id: number; url: string; title: string; publishedAt: string }
type List = { items: Item[]; next: string | null }

async function ask(portal: TestPortal, path: string) {
  const answer = await portal.visitor().get(path.replace(portal.config.siteUrl, ''))
  return { ...answer, record: JSON.parse(answer.text) }
}

const titles = ({ items }: List) => items.map(({ title }) => title)

/** One article a day from 1 February 2017 on, all in one category. */
async function daily(portal: TestPortal, days: number) {
  const categoryId = String(await given.category(portal, 'Tin tức'))
  const articles = []
  for (let day = 1; day <= days; day++) {
    const typed = {
      title: `Bài ${day}`,
      categoryId,
      publishAt: `2017-02-0${day}T07:00`,
      tags: day === 2 ? 'mía đường' : '',
    }
    articles.push(await given.article(portal, { typed }))
  }
  return articles
}

describe('the list of articles', () => {
  test('is walked by key to its end, newest first, each once', async () => {
    const portal = await testPortal()
    await daily(portal, 5)
    const seen: string[] = []
    for (let path: string | null = '/api/v1/articles?limit=2'; path; ) {
      const { record }: { record: List } = await ask(portal, path)
      assert.ok(record.items.length <= 2)
      seen.push(...titles(record))
      path = record.next
    }
    assert.deepEqual(seen, ['Bài 5', 'Bài 4', 'Bài 3', 'Bài 2', 'Bài 1'])
  })

  test('goes on where it was when the last article of a page was withdrawn meanwhile', async () => {
    const portal = await testPortal()
    const articles = await daily(portal, 4)
    const first: List = (await ask(portal, '/api/v1/articles?limit=2')).record
    const last = articles.find(({ id }) => id === first.items.at(-1)?.id) ?? assert.fail()
    assert.equal((await portal.as(duc).post(`${last.desk}/go`, { withdrawReason: 'Nhầm.' })).status, 303)
    const rest: List = (await ask(portal, first.next ?? '')).record

    assert.deepEqual(titles(rest), ['Bài 2', 'Bài 1'])
    assert.equal(rest.next, null)
  })

  test('is narrowed by category, tag and day', async () => {
    const portal = await testPortal()
    await daily(portal, 3)
    await given.article(portal, {
      typed: { title: 'Cắt điện', categoryId: String(await given.category(portal, 'Thông báo')) },
    })
    const list = async (query: string) => titles((await ask(portal, `/api/v1/articles?${query}`)).record)

    assert.deepEqual(await list('category=tin-tuc'), ['Bài 3', 'Bài 2', 'Bài 1'])
    assert.deepEqual(await list('tag=mia-duong'), ['Bài 2'])
    assert.deepEqual(await list('since=2017-02-02&category=tin-tuc'), ['Bài 3', 'Bài 2'])
    assert.deepEqual(await list('since=2017-02-03T07:00:00%2B07:00'), ['Cắt điện', 'Bài 3'])
    const { record } = await ask(portal, '/api/v1/articles?since=2017-02-02&category=tin-tuc&limit=1')
    assert.match(record.next, /category=tin-tuc&since=2017-0.*&limit=1&after=\d+$/)
    assert.deepEqual(titles((await ask(portal, record.next)).record), ['Bài 2'])
  })

  test('holds what readers can see, and an article by itself says the same', async () => {
    const portal = await testPortal()
    const shown = await given.article(portal, { typed: { title: 'Đang đăng' } })
    const categoryId = String(shown.categoryId)
    const hidden = {
      draft: await given.article(portal, { as: 'draft', typed: { title: 'Nháp', categoryId } }),
      scheduled: await given.article(portal, {
        typed: { title: 'Hẹn giờ', categoryId, publishAt: '2017-02-20T07:00' },
      }),
      withdrawn: await given.article(portal, { as: 'withdrawn', typed: { title: 'Đã gỡ', categoryId } }),
      expired: await given.article(portal, { typed: { title: 'Hết hạn', categoryId, expireAt: '2017-02-17T12:00' } }),
    }
    portal.clock.set('2017-02-17T06:00:00Z')
    const { record } = await ask(portal, '/api/v1/articles')

    assert.deepEqual(titles(record), ['Đang đăng'])
    const status = async (id: number) => (await ask(portal, `/api/v1/articles/${id}`)).status
    assert.equal(await status(shown.id), 200)
    assert.deepEqual([await status(hidden.draft.id), await status(hidden.scheduled.id)], [404, 404])
    assert.deepEqual([await status(hidden.withdrawn.id), await status(hidden.expired.id)], [410, 410])
    const gone = await ask(portal, `/api/v1/articles/${hidden.withdrawn.id}`)
    assert.doesNotMatch(gone.text, /Đã gỡ"|html/)
    portal.clock.set('2017-02-20T01:00:00Z')
    assert.deepEqual(titles((await ask(portal, '/api/v1/articles')).record), ['Hẹn giờ', 'Đang đăng'])
  })
})

test('an article has its HTML with whole addresses, its moments with their zone, and no Markdown', async () => {
  const portal = await testPortal()
  const { id, path } = await given.article(portal, { typed: { body: '## Mục một\n\n[Thư](/lien-he) của **huyện**.' } })
  const { record, text } = await ask(portal, `/api/v1/articles/${id}`)

  assert.equal(record.url, portal.config.siteUrl + path)
  assert.ok(record.html.includes(`<a href="${portal.config.siteUrl}/lien-he">Thư</a>`), record.html)
  assert.equal(record.publishedAt, '2017-02-17T10:00:00+07:00')
  assert.doesNotMatch(text, /## Mục|\*\*huyện/)
  assert.match(record.licence.text, /^Nguồn: .*\. Ghi rõ nguồn khi dùng lại\.$/)
})

describe('what a program is told', () => {
  test('the description fits every answer', async () => {
    const portal = await sampleDistrict()
    const document = (await ask(portal, '/api/v1/openapi.json')).record
    assert.match(document.openapi, /^3\.1\.\d$/)
    const first = (await ask(portal, '/api/v1/articles?limit=100')).record
    const examples: Record<string, string[]> = {
      '/api/v1/articles': ['/api/v1/articles?limit=100', '/api/v1/articles?limit=3'],
      '/api/v1/articles/{id}': first.items.map(({ id }: Item) => `/api/v1/articles/${id}`),
      '/api/v1/categories': ['/api/v1/categories'],
      '/api/v1/documents': ['/api/v1/documents?limit=100'],
    }
    assert.deepEqual(Object.keys(document.paths), Object.keys(examples))
    assert.ok(first.items.length > 10)

    for (const [path, addresses] of Object.entries(examples)) {
      const { responses } = document.paths[path].get
      for (const address of addresses) {
        const { record, status } = await ask(portal, address)
        const schema = responses[status].content['application/json'].schema as Schema
        assert.deepEqual(schemaFaults(record, schema, document, address), [])
      }
    }
    const described = document.paths['/api/v1/articles'].get.responses
    for (const address of ['/api/v1/articles?limit=0', '/api/v1/articles?category=khong-co']) {
      const { record, status } = await ask(portal, address)
      const { schema } = described[status].content['application/problem+json']
      assert.deepEqual(schemaFaults(record, schema as Schema, document, address), [])
    }
  })

  test('the documents are those that articles carry which readers see, as they are fetched', async () => {
    const portal = await testPortal()
    const [shown, second, drafted, withdrawn] = [
      await document(portal, { name: 'Báo cáo.pdf' }),
      await document(portal, { name: 'Phụ lục.pdf' }),
      await document(portal, { name: 'Dự thảo.pdf' }),
      await document(portal, { name: 'Đã gỡ.pdf' }),
    ]
    const { id, categoryId } = await given.article(portal)
    await carry(portal, id, [shown.id, second.id])
    const [draft, gone] = [
      await given.article(portal, { as: 'draft', typed: { title: 'Nháp', categoryId: String(categoryId) } }),
      await given.article(portal, { typed: { title: 'Sẽ gỡ', categoryId: String(categoryId) } }),
    ]
    await carry(portal, draft.id, [drafted.id])
    await carry(portal, gone.id, [withdrawn.id])
    assert.equal((await portal.as(duc).post(`${gone.desk}/go`, { withdrawReason: 'Nhầm.' })).status, 303)
    const first = (await ask(portal, '/api/v1/documents?limit=1')).record
    const rest = (await ask(portal, first.next)).record
    const [item] = rest.items
    const fetched = await portal.visitor().get(new URL(item.url).pathname)

    assert.deepEqual(
      [...first.items, ...rest.items].map((one: Item) => one.id),
      [second.id, shown.id],
    )
    assert.equal(rest.next, null)
    assert.deepEqual([fetched.bytes.length, fetched.headers.get('content-type')], [item.bytes, item.type])
    assert.equal(createHash('sha256').update(fetched.bytes).digest('hex'), item.sha256)
    const article = (await ask(portal, `/api/v1/articles/${id}`)).record
    assert.deepEqual(
      article.documents.map((one: Item) => one.id),
      [shown.id, second.id],
    )
    const description = (await ask(portal, '/api/v1/openapi.json')).record
    assert.deepEqual(schemaFaults(article, { $ref: '#/components/schemas/Article' }, description), [])
    assert.deepEqual(schemaFaults(rest, { $ref: '#/components/schemas/DocumentList' }, description), [])
  })

  test('who has it already is told so, until something changes', async () => {
    const portal = await testPortal()
    const { id, categoryId } = await given.article(portal)
    const paths = ['/api/v1/articles', `/api/v1/articles/${id}`, '/api/v1/categories', '/api/v1/openapi.json']
    for (const path of paths) {
      const first = await portal.visitor().get(path)
      const headers = { 'if-none-match': first.headers.get('etag') ?? assert.fail(path) }
      assert.equal((await portal.visitor().get(path, { headers })).status, 304, path)
      assert.equal(first.headers.get('cache-control'), 'public, max-age=60')
    }
    const known = await portal.visitor().get('/api/v1/articles')
    await given.article(portal, { typed: { title: 'Bài nữa', categoryId: String(categoryId) } })
    const headers = { 'if-none-match': known.headers.get('etag') ?? '' }
    assert.equal((await portal.visitor().get('/api/v1/articles', { headers })).status, 200)
  })

  test('pages of other sites may read, without cookies, and nothing else', async () => {
    const portal = await testPortal()
    const read = await portal.visitor().get('/api/v1/articles')
    assert.equal(read.headers.get('access-control-allow-origin'), '*')
    assert.equal(read.headers.get('access-control-allow-credentials'), null)
    assert.equal(read.headers.get('cross-origin-resource-policy'), 'cross-origin')
    assert.deepEqual(read.headers.getSetCookie(), [])
    const asked = await portal.visitor().postRaw('/api/v1/articles', { method: 'OPTIONS' })
    assert.deepEqual([asked.status, asked.headers.get('access-control-allow-methods')], [204, 'GET, HEAD'])
    const sent = await portal.visitor().postRaw('/api/v1/articles', { body: '{}' })
    assert.deepEqual([sent.status, sent.headers.get('allow')], [405, 'GET, HEAD, OPTIONS'])
  })

  test('what is wrong is a problem in words', async () => {
    const portal = await testPortal()
    await given.article(portal)
    assert.equal((await ask(portal, '/api/v1/articles?limit=100')).status, 200)
    const wrong: Record<string, number> = {
      '/api/v1/articles?limit=101': 400,
      '/api/v1/articles?limit=': 400,
      '/api/v1/articles?limit=1&limit=2': 400,
      '/api/v1/articles?after=x': 400,
      '/api/v1/articles?after=999': 400,
      '/api/v1/articles?since=2017-02-31': 400,
      '/api/v1/articles?since=hôm qua': 400,
      '/api/v1/articles?categry=tin-tuc': 400,
      '/api/v1/articles?category=../quan-tri': 400,
      '/api/v1/articles?category=tin-tuc&tag=mia': 400,
      '/api/v1/articles?category=khong-co': 404,
      '/api/v1/articles?tag=khong-co': 404,
      '/api/v1/articles?category[x]=1': 400,
      '/api/v1/articles/x': 404,
      '/api/v1/articles/%E0': 400,
      '/api/v1/documents?since=2017-02-01': 400,
      '/api/v1/khong-co': 404,
    }
    for (const [path, status] of Object.entries(wrong)) {
      const answer = await ask(portal, path)
      assert.deepEqual([path, answer.status, answer.record.status], [path, status, status])
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
      assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    }
    const inEnglish = await testPortal({ LANGUAGE: 'en' })
    assert.equal((await ask(inEnglish, '/api/v1/articles?limit=0')).record.title, 'This request is not right')
  })
})

test('people find a page about it, on the site map and in the sitemap', async () => {
  const portal = await testPortal()
  const page = await portal.visitor().get('/api')

  assert.equal(page.status, 200)
  for (const path of ['/api/v1/articles', '/api/v1/categories', '/api/v1/documents', '/api/v1/openapi.json'])
    assert.ok(page.main().includes(`href="${path}"`), path)
  assert.match((await portal.visitor().get('/so-do-cong')).main(), /href="\/api"/)
  assert.match((await portal.visitor().get('/sitemap-pages.xml')).text, /\/api<\/loc>/)
  assert.equal((await portal.visitor().get('/api/v1')).location, '/api')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'

const preview = '/quan-tri/bai-viet/xem-thu'
const fragment = '/quan-tri/bai-viet/xem-truoc'
const hostile = 'Chữ <script>alert(1)</script><a href="javascript:alert(1)" onclick="x()">nối</a> **đậm**'

const between = (page: string, from: RegExp, to: RegExp) => {
  const start = page.search(from)
  return page.slice(start, start + page.slice(start).search(to))
}
/** What is not published stands in no list of a tag or an author, to which a word could lead. */
const withoutLists = (part: string) =>
  part.replace(/<a [^>]*href="\/(?:tac-gia|tu-khoa)\/[^"]*"[^>]*>([^<]*)<\/a>/g, '$1')
/** Crumbs, title, date, text, byline, source and tags: all but what depends on the article's own address. */
const article = (page: string) =>
  [
    between(page, /<header>\s*<h1>/, /<\/header>/),
    between(page, /<div class="prose">/, /<footer>/),
    between(page, /<div class="tags">/, /<\/div>/),
  ].map(withoutLists)

test('a preview is the page that readers would get, and says that they do not have it yet', async () => {
  const portal = await testPortal()
  const categoryId = String(await given.category(portal, 'Tin tức'))
  const typed = given.typedArticle({
    categoryId,
    body: '## Mục\n\nĐoạn **một**.\n\n| Xã | Mía |\n|---|---|\n| Phú An | 2 |',
    tags: 'mía, đường',
    sourceName: 'Báo Gia Lai',
    sourceAddress: 'https://baogialai.com.vn/',
    publishAt: '2017-02-16T16:40',
  })
  const before = await given.everythingStored(portal).then(({ articles, editions }) => [articles, editions])
  const seen = await portal.as(huong).post(preview, typed)

  assert.equal(seen.status, 200)
  assert.match(seen.text, /Bản xem thử: bạn đọc chưa thấy trang này\./)
  assert.match(seen.headers.get('x-robots-tag') ?? '', /noindex/)
  assert.equal(seen.headers.get('cache-control'), 'no-store')
  assert.doesNotMatch(seen.text, /rel="canonical"/)
  const after = await given.everythingStored(portal).then(({ articles, editions }) => [articles, editions])
  assert.deepEqual(after, before)

  const answer = await portal.as(duc).post('/quan-tri/bai-viet/dang', typed)
  const id = answer.location?.match(/\d+/)?.[0]
  const page = await portal.visitor().get(`/tin-bai/${id}`, { follow: true })
  assert.doesNotMatch(page.text, /Bản xem thử/)
  assert.equal(page.headers.get('x-robots-tag'), null)
  assert.deepEqual(article(seen.main()), article(page.main()))
  assert.ok(article(page.main()).every((part) => part.length > 20))
})

test('a preview shows what was typed over a saved article, and saves none of it', async () => {
  const portal = await testPortal()
  const draft = await given.article(portal, { as: 'draft' })
  const before = await given.everythingStored(portal)
  const seen = await portal.as(huong).post(preview, given.typedArticle({ title: 'Tiêu đề đang gõ' }))

  assert.match(seen.main(), /<h1>Tiêu đề đang gõ<\/h1>/)
  assert.deepEqual((await given.everythingStored(portal))['editions'], before['editions'])
  assert.match((await portal.as(huong).get(draft.desk)).main(), /Hội nghị tổng kết/)
})

test('a preview of nothing at all, or of what cannot be published, is a page', async () => {
  const portal = await testPortal()
  for (const typed of [{}, { categoryId: '424242', coverPictureId: '424242', publishAt: 'x', sourceAddress: 'x' }])
    assert.equal((await portal.as(huong).post(preview, typed)).status, 200)
})

test('a preview shows pictures that readers may not see yet', async () => {
  const portal = await testPortal()
  const cover = await given.picture(portal, { alternativeText: 'Ruộng rau xanh trên đất đỏ' })
  const inText = await given.picture(portal, { alternativeText: 'Bốn người đội nón giữa luống rau' })
  const typed = { coverPictureId: String(cover.id), body: `![](anh:${inText.id})` }
  const page = (await portal.as(huong).post(preview, given.typedArticle(typed))).main()
  const sources = [...page.matchAll(/src="([^"]+)"/g)].map((found) => found[1] ?? '')

  const folders = [cover, inText].map(({ key }) => `/quan-tri/hinh-anh/tep/${key}`)
  assert.deepEqual(
    sources.map((source) => source.replace(/\/[^/]+$/, '')),
    folders,
  )
  assert.equal((await portal.as(huong).get(sources[0] ?? '')).status, 200)
  assert.notEqual((await portal.visitor().get(sources[0] ?? '')).status, 200)
})

test('both previews are as clean as what is published', async () => {
  const portal = await testPortal()
  const part = await portal.as(huong).post(fragment, { body: hostile })

  assert.deepEqual([part.status, part.headers.get('cache-control')], [200, 'no-store'])
  assert.match(part.text, /<a>nối<\/a> <strong>đậm<\/strong>/)
  assert.doesNotMatch(part.text, /script|onclick|<html/)
  const page = await portal
    .as(huong)
    .post(preview, given.typedArticle({ body: hostile, sourceName: 'x', sourceAddress: 'javascript:alert(2)' }))
  assert.match(page.main(), /<a>nối<\/a>/)
  assert.doesNotMatch(page.main(), /alert\(1\)|javascript:/)
})

test('a text that cannot be rendered says so in its preview', async () => {
  const portal = await testPortal()
  const part = await portal.as(huong).post(fragment, { body: `${'> '.repeat(4_000)}x` })
  assert.equal(part.status, 200)
  assert.match(part.text, /^<p>Nội dung lồng nhau quá nhiều lớp[^<]*<\/p>$/)
})

test('previews are for staff', async () => {
  const portal = await testPortal()
  for (const path of [preview, fragment]) {
    const answer = await portal.visitor().post(path, { body: 'Chữ' })
    assert.notEqual(answer.status, 200)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idsAPart, mostPictures, pagesEnd, pagesStart, sitemapPage } from '../../src/feeds/sitemap.ts'
import * as given from '../support/given.ts'
import { elementsIn, pageOf } from '../support/html.ts'
import { an, duc } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { all, readXml, sitemapFaults, textOf } from './read-xml.ts'

const systemPages = ['/', '/tin-moi', '/tin-doc-nhieu', '/dinh-chinh', '/kenh-tin', '/api', '/so-do-cong', '/lien-he']
const articles = '/sitemap-articles-1.xml'

async function listed(portal: TestPortal, path: string) {
  const { status, text } = await portal.visitor().get(path)
  if (status === 404) return []
  assert.deepEqual(await sitemapFaults(text), [], path)
  return all(readXml(text), 'url').map((url) => ({
    path: (textOf(url, 'loc') ?? '').replace(portal.config.siteUrl, ''),
    changedAt: textOf(url, 'lastmod'),
    pictures: all(url, 'image:loc').map((picture) => picture.text),
  }))
}

/** Articles of one portal stand in one category. */
async function newsIn(portal: TestPortal, wish: Parameters<typeof given.article>[1] = {}) {
  const known = await portal.database.write.selectFrom('categories').select('id').executeTakeFirst()
  const categoryId = known?.id ?? (await given.category(portal, 'Tin tức'))
  return given.article(portal, { ...wish, typed: { ...wish?.typed, categoryId: String(categoryId) } })
}

const pathsIn = async (portal: TestPortal, path: string) => (await listed(portal, path)).map((page) => page.path)

/** Everything that a search engine finds from the index. */
async function everything(portal: TestPortal): Promise<string[]> {
  const { text } = await portal.visitor().get('/sitemap.xml')
  assert.deepEqual(await sitemapFaults(text), [])
  const parts = all(readXml(text), 'loc').map((loc) => loc.text.replace(portal.config.siteUrl, ''))
  return (await Promise.all(parts.map((part) => pathsIn(portal, part)))).flat()
}

/** Paths of all pages that name themselves as canonical, found by following links from the home page. */
async function crawl(portal: TestPortal): Promise<Set<string>> {
  const canonical = new Set<string>()
  const met = new Set(['/'])
  for (const path of met) {
    const { status, headers, text } = await portal.visitor().get(path)
    if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue
    for (const { tagName, properties } of elementsIn(pageOf(text))) {
      const address = URL.parse(String(properties['href'] ?? ''), portal.config.siteUrl + path)
      if (address?.origin !== portal.config.siteUrl || /^\/(quan-tri|luu-tru)/.test(address.pathname)) continue
      if (tagName === 'link' && String(properties['rel']) === 'canonical')
        canonical.add(address.pathname + address.search)
      if (tagName === 'a') met.add(address.pathname + address.search)
    }
  }
  return canonical
}

/** Further pages only repeat what other pages hold; so do days of the archive, which are not even asked for. */
const isThinList = (path: string) => path.includes('?')

test('every public page stands in the sitemaps once, and nothing else does', async () => {
  const portal = await sampleDistrict()
  const [found, told] = [await crawl(portal), await everything(portal)]
  const wanted = [...found].filter((path) => !isThinList(path))

  assert.deepEqual(told.toSorted(), wanted.sort())
  assert.ok(wanted.length > 60, `${wanted.length} pages`)
  assert.ok(found.size > wanted.length, 'further pages of lists were met')
})

test('robots are told where the sitemaps are', async () => {
  const portal = await testPortal({ SITE_URL: 'https://dakpo.gialai.gov.vn' })
  const { text } = await portal.visitor().get('/robots.txt')

  assert.match(text, /^Sitemap: https:\/\/dakpo\.gialai\.gov\.vn\/sitemap\.xml$/m)
  assert.match(text, /^Sitemap: https:\/\/dakpo\.gialai\.gov\.vn\/news-sitemap\.xml$/m)
})

test('an empty portal has valid sitemaps, and lists no empty part', async () => {
  const portal = await testPortal()
  assert.deepEqual(await everything(portal), systemPages)
  assert.deepEqual(await pathsIn(portal, '/news-sitemap.xml'), [])
  for (const path of [
    articles,
    '/sitemap-articles-0.xml',
    '/sitemap-articles-x.xml',
    '/sitemap-articles-99999999999.xml',
  ]) {
    assert.equal((await portal.visitor().get(path)).status, 404, path)
  }
})

test('only what readers find stands in it', async () => {
  const portal = await testPortal()
  const live = await newsIn(portal)
  await newsIn(portal, { as: 'draft', typed: { title: 'Bản nháp' } })
  const withdrawn = await newsIn(portal, { as: 'withdrawn', typed: { title: 'Bài đã rút' } })
  const trashed = await newsIn(portal, { as: 'trashed', typed: { title: 'Bài đã xóa' } })
  const ending = await newsIn(portal, { typed: { title: 'Bài sắp hết hạn', expireAt: '2017-02-17T12:00' } })
  const known = await pathsIn(portal, articles)
  portal.clock.set('2017-02-17T05:00:00Z')

  assert.deepEqual(known, [live.path, ending.path])
  assert.deepEqual(await pathsIn(portal, articles), [live.path])
  assert.equal((await portal.visitor().get(withdrawn.path)).status, 200, 'a withdrawn article keeps its page')
  assert.notEqual((await portal.visitor().get(trashed.path)).status, 200)
})

test('a scheduled article appears at its time, and what was unchanged before is not any more', async () => {
  const portal = await testPortal()
  const first = await newsIn(portal)
  const later = await newsIn(portal, { typed: { title: 'Bài hẹn giờ', publishAt: '2017-02-18T07:00' } })
  const before = await portal.visitor().get(articles)
  const etag = before.headers.get('etag') ?? ''
  const ask = () => portal.visitor().get(articles, { headers: { 'if-none-match': etag } })

  assert.ok(before.text.includes(first.path) && !before.text.includes(later.path))
  assert.equal((await ask()).status, 304)
  portal.clock.set('2017-02-17T23:59:59Z')
  assert.equal((await ask()).status, 304)
  portal.clock.set('2017-02-18T00:00:00Z')
  const after = await ask()
  assert.equal(after.status, 200)
  assert.ok(after.text.includes(later.path))
})

test('a hidden category leaves the sitemap with everything below it', async () => {
  const portal = await testPortal()
  const news = await given.category(portal, 'Tin tức')
  await given.category(portal, 'Kinh tế', news)
  await given.category(portal, 'Thông báo')
  const known = await pathsIn(portal, '/sitemap-pages.xml')
  await portal.as(an).post(`/quan-tri/chuyen-muc/${news}/an`)

  assert.deepEqual(known.slice(-3), ['/tin-tuc', '/tin-tuc/kinh-te', '/thong-bao'])
  assert.deepEqual((await pathsIn(portal, '/sitemap-pages.xml')).slice(-2), ['/lien-he', '/thong-bao'])
})

test('only what readers are told moves the date of a page', async () => {
  const portal = await testPortal()
  const article = await newsIn(portal)
  const changedAt = async () => (await listed(portal, articles))[0]?.changedAt
  const change = async (version: number, typed: Record<string, string>) => {
    portal.clock.advance({ hours: 1 })
    const form = given.typedArticle({ categoryId: String(article.categoryId), version: String(version), ...typed })
    const answer = await portal.as(duc).post(`${article.desk}/dang`, form)
    assert.equal(answer.status, 303, answer.main())
  }
  assert.equal(await changedAt(), '2017-02-17T03:00:00.000Z')
  await change(article.version, { body: 'Sửa một dấu phẩy.', changeKind: 'minor' })
  assert.equal(await changedAt(), '2017-02-17T03:00:00.000Z')
  await change(article.version + 1, { body: 'Có số liệu mới.', changeKind: 'update', changeNote: 'Có số liệu mới.' })
  assert.equal(await changedAt(), '2017-02-17T05:00:00.000Z')
})

test('the pictures of an article stand with it, the cover first, at addresses that answer', async () => {
  const portal = await testPortal()
  const inText = await given.picture(portal, { originalName: 'IMG_1.jpg', alternativeText: 'Quầy rau ở chợ phiên' })
  const cover = await given.picture(portal, { originalName: 'IMG_2.jpg', alternativeText: 'Người làng đánh chiêng' })
  await newsIn(portal, {
    typed: {
      body: `Trước.\n\n![Quầy rau](anh:${inText.id})\n\nSau.`,
      coverPictureId: String(cover.id),
      coverAlternative: cover.alternativeText,
    },
  })
  const [page] = await listed(portal, articles)
  const pictures = page?.pictures ?? []

  assert.deepEqual(
    pictures.map((address) => address.split('/').at(-2)),
    [cover.key, inText.key],
  )
  for (const address of pictures) {
    const answer = await portal.visitor().get(address.replace(portal.config.siteUrl, ''))
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/jpeg'])
  }
})

test('a new article in a later part leaves an old part unchanged', async () => {
  const portal = await testPortal()
  await newsIn(portal)
  const { headers } = await portal.visitor().get(articles)
  const later = await newsIn(portal, { typed: { title: 'Bài mười nghìn lẻ một' } })
  const far = idsAPart + 1
  await move(portal, later.id, far)

  const unchanged = { headers: { 'if-none-match': headers.get('etag') ?? '' } }
  assert.equal((await portal.visitor().get(articles, unchanged)).status, 304)
  assert.deepEqual(await pathsIn(portal, '/sitemap-articles-2.xml'), [later.path.replace(/\d+$/, String(far))])
  const { text } = await portal.visitor().get('/sitemap.xml')
  assert.deepEqual(
    all(readXml(text), 'loc').flatMap((loc) => loc.text.match(/articles-\d+/)?.[0] ?? []),
    ['articles-1', 'articles-2'],
  )
})

/** The same article under another number; what is left is a row that was never anything. */
async function move({ database }: TestPortal, id: number, to: number) {
  const row = await database.write.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const nothing = { live_edition_id: null, published_at: null, version: 0 }
  await database.write.updateTable('articles').set(nothing).where('id', '=', id).execute()
  await database.write
    .insertInto('articles')
    .values({ ...row, id: to, form_key: null })
    .execute()
}

test('no part can grow over fifty megabytes', () => {
  const siteUrl = `https://${'a'.repeat(60)}.${'b'.repeat(60)}.gov.vn`
  const longest = sitemapPage({
    address: `${siteUrl}/tin-bai/${'x'.repeat(100)}-999999999`,
    changedAt: '2017-02-17T03:00:00.000Z',
    pictures: Array.from(
      { length: mostPictures * 2 },
      () => `${siteUrl}/hinh-anh/${'f'.repeat(20)}/${'x'.repeat(100)}-960.jpg`,
    ),
  })
  assert.equal(longest.split('<image:image>').length - 1, mostPictures)
  assert.ok(pagesStart.length + pagesEnd.length + longest.length * idsAPart < 50 * 1024 * 1024)
  assert.ok(idsAPart <= 50_000)
})

test('what did not change is told so, and a question about the head alone gets no body', async () => {
  const portal = await testPortal()
  await newsIn(portal)
  for (const path of ['/sitemap.xml', '/sitemap-pages.xml', '/sitemap-labels-1.xml', articles, '/news-sitemap.xml']) {
    const first = await portal.visitor().get(path)
    const etag = first.headers.get('etag') ?? assert.fail(`${path} has no tag`)
    const again = await portal.visitor().get(path, { headers: { 'if-none-match': etag } })
    const head = await portal.visitor().head(path)

    assert.deepEqual([first.status, again.status, head.status], [200, 304, 200], path)
    assert.deepEqual([again.bytes.length, head.bytes.length], [0, 0], path)
    assert.match(first.headers.get('content-type') ?? '', /^application\/xml/)
    assert.equal(first.headers.get('cache-control'), 'public, max-age=60')
    assert.deepEqual(first.headers.getSetCookie(), [])
  }
})

test('news stands in the news sitemap for two days', async () => {
  const portal = await testPortal()
  await portal.database.write.updateTable('agency').set({ short_name: 'UBND huyện Đak Pơ' }).execute()
  const article = await newsIn(portal, { typed: { title: 'Giá mía < giá đường & “vụ” mới' } })
  await newsIn(portal, { typed: { title: 'Bài dẫn lại', sourceName: 'Báo Gia Lai' } })
  await newsIn(portal, { typed: { title: 'Bài của tuần trước', publishAt: '2017-02-10T07:00' } })
  await newsIn(portal, { typed: { title: 'Bài ngày mai', publishAt: '2017-02-18T07:00' } })
  await newsIn(portal, { as: 'withdrawn', typed: { title: 'Bài đã rút' } })

  const { text } = await portal.visitor().get('/news-sitemap.xml')
  assert.deepEqual(await sitemapFaults(text), [])
  const [news, ...others] = all(readXml(text), 'url')
  assert.ok(news)
  assert.deepEqual(others, [])
  assert.equal(textOf(news, 'loc'), portal.config.siteUrl + article.path)
  const [about] = all(news, 'news:news')
  assert.ok(about)
  assert.equal(textOf(about, 'news:title'), 'Giá mía < giá đường & “vụ” mới')
  assert.equal(textOf(about, 'news:publication_date'), '2017-02-17T10:00:00+07:00')
  const [publication] = all(about, 'news:publication')
  assert.deepEqual(
    publication?.children.map((child) => child.text),
    ['Cổng thông tin điện tử UBND huyện Đak Pơ', 'vi'],
  )

  portal.clock.set('2017-02-19T02:59:59Z')
  assert.ok((await pathsIn(portal, '/news-sitemap.xml')).includes(article.path))
  portal.clock.set('2017-02-19T03:00:00Z')
  assert.ok(!(await pathsIn(portal, '/news-sitemap.xml')).includes(article.path))
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as given from '../support/given.ts'
import { elementsIn, fragmentOf } from '../support/html.ts'
import { an, duc } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { all, readXml, textOf, type XmlElement } from './read-xml.ts'

const browserAccept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'

async function rss(portal: TestPortal, path = '/rss'): Promise<{ channel: XmlElement; items: XmlElement[] }> {
  const { status, text } = await portal.visitor().get(path)
  assert.equal(status, 200, path)
  const [channel] = readXml(text).children
  return { channel: channel ?? assert.fail('no channel'), items: all(readXml(text), 'item') }
}

const titlesIn = async (portal: TestPortal, path = '/rss') =>
  (await rss(portal, path)).items.map((item) => textOf(item, 'title'))

/** Articles of one portal stand in one category, unless one is named. */
async function newsIn(portal: TestPortal, typed: Record<string, string> = {}) {
  const known = await portal.database.write.selectFrom('categories').select('id').executeTakeFirst()
  const categoryId = String(known?.id ?? (await given.category(portal, 'Tin tức')))
  return given.article(portal, { typed: { categoryId, ...typed } })
}

async function change(portal: TestPortal, article: given.GivenArticle, typed: Record<string, string>) {
  const form = given.typedArticle({
    categoryId: String(article.categoryId),
    version: String(article.version),
    ...typed,
  })
  const answer = await portal.as(duc).post(`${article.desk}/dang`, form)
  assert.equal(answer.status, 303, answer.main())
  article.version += 1
}

describe('an article in a feed', () => {
  test('brings everything along, under whole addresses', async () => {
    const portal = await testPortal()
    await portal.database.write.updateTable('agency').set({ short_name: 'UBND huyện Đak Pơ' }).execute()
    const picture = await given.picture(portal, { originalName: 'IMG_1.jpg', alternativeText: 'Quầy rau ở chợ phiên' })
    const cover = await given.picture(portal, { originalName: 'IMG_2.jpg', alternativeText: 'Người làng đánh chiêng' })
    const article = await newsIn(portal, {
      body: `Xem [trang liên hệ](/lien-he).\n\n![Quầy rau](anh:${picture.id})\n\n## Kết quả\n\nTốt.`,
      coverPictureId: String(cover.id),
      coverAlternative: cover.alternativeText,
      tags: 'mía, Đak Pơ',
      sourceName: 'Báo Gia Lai',
    })
    const { channel, items } = await rss(portal)
    const [item] = items
    const { siteUrl } = portal.config
    assert.ok(item)

    assert.equal(textOf(channel, 'title'), 'Tin mới - UBND huyện Đak Pơ')
    assert.equal(textOf(channel, 'link'), `${siteUrl}/`)
    assert.equal(textOf(channel, 'language'), 'vi')
    assert.deepEqual(
      all(channel, 'atom:link').map(({ attributes }) => attributes),
      [{ rel: 'self', type: 'application/rss+xml', href: `${siteUrl}/rss` }],
    )
    assert.equal(textOf(item, 'title'), 'Hội nghị tổng kết năm 2016')
    assert.equal(textOf(item, 'link'), siteUrl + article.path)
    assert.equal(textOf(item, 'guid'), `${siteUrl}/tin-bai/${article.id}`)
    assert.equal(textOf(item, 'pubDate'), 'Fri, 17 Feb 2017 10:00:00 +0700')
    assert.equal(textOf(item, 'dc:creator'), 'Lan Hương')
    assert.deepEqual(
      all(item, 'category').map(({ text }) => text),
      ['Tin tức', 'mía', 'Đak Pơ'],
    )
    assert.equal(textOf(item, 'description'), 'Sáng 15/02/2017, huyện tổng kết công tác năm.')

    const content = textOf(item, 'content:encoded') ?? ''
    const addresses = elementsIn(fragmentOf(content)).flatMap(({ properties }) => [
      properties['href'],
      properties['src'],
    ])
    const shown = addresses.filter((address) => address !== undefined).map(String)
    assert.equal(shown.length, 3, 'the cover, the link and the picture of the text')
    for (const address of shown) {
      assert.ok(address.startsWith(siteUrl), address)
      assert.equal((await portal.visitor().get(address.replace(siteUrl, ''))).status, 200, address)
    }
    assert.doesNotMatch(content, /srcset|class=|loading|<source/)
    assert.match(content, /Theo Báo Gia Lai/)
  })

  test('has its cover as an enclosure, whose type and length are right', async () => {
    const portal = await testPortal()
    const cover = await given.picture(portal, { originalName: 'IMG_2.jpg', alternativeText: 'Người làng đánh chiêng' })
    await newsIn(portal, { coverPictureId: String(cover.id), coverAlternative: cover.alternativeText })
    await newsIn(portal, { title: 'Bài không có ảnh' })
    const { items } = await rss(portal)
    const [plain, covered] = items.map((item) => all(item, 'enclosure').map(({ attributes }) => attributes))
    const [enclosure] = covered ?? []
    const file = await portal.visitor().get(enclosure?.['url']?.replace(portal.config.siteUrl, '') ?? '')

    assert.deepEqual(plain, [])
    assert.deepEqual([file.status, file.headers.get('content-type')], [200, enclosure?.['type']])
    assert.equal(String(file.bytes.length), enclosure?.['length'])
    assert.equal(file.headers.get('cross-origin-resource-policy'), 'cross-origin', 'readers on other sites show it')
  })

  test('with a hostile title harms none of the three formats', async () => {
    const portal = await testPortal()
    const title = `]]> <script>alert('1')</script> & "trích" 👩🏽‍🌾 Ẫ`
    await newsIn(portal, { title, body: 'Dòng ]]> và &lt;b&gt; và `<i>`.' })
    const atom = readXml((await portal.visitor().get('/atom.xml')).text)
    const json = JSON.parse((await portal.visitor().get('/feed.json')).text)
    const { items } = await rss(portal)
    const content = textOf(items[0] ?? assert.fail(), 'content:encoded')

    // The zero-width joiner goes when an article is saved.
    const kept = title.replace('\u200d', '')
    assert.equal(textOf(items[0] ?? assert.fail(), 'title'), kept)
    assert.equal(textOf(all(atom, 'entry')[0] ?? assert.fail(), 'title'), kept)
    assert.equal(json.items[0].title, kept)
    assert.equal(json.items[0].content_html, content)
    assert.equal(textOf(all(atom, 'entry')[0] ?? assert.fail(), 'content'), content)
    assert.deepEqual(
      elementsIn(fragmentOf(content ?? '')).map(({ tagName }) => tagName),
      ['p', 'p', 'code'],
    )
  })
})

test('what an import left in a text cannot break a feed', async () => {
  const portal = await testPortal()
  const { id } = await newsIn(portal)
  const broken = portal.database.engine === 'sqlite' ? '\u0000' : ''
  await portal.database.write
    .updateTable('editions')
    .set({ title: `Chữ\u0001 hỏng${broken}\u000b`, body_html: '<p>Thân\u0008 bài</p>' })
    .where('article_id', '=', id)
    .execute()
  assert.deepEqual(await titlesIn(portal), ['Chữ hỏng'])
  readXml((await portal.visitor().get('/atom.xml')).text)
  JSON.parse((await portal.visitor().get('/feed.json')).text)
})

describe('which entries, and in which order', () => {
  test('whoever told readers something last stands first; a small fix moves nothing', async () => {
    const portal = await testPortal()
    const [old, fresh] = [await newsIn(portal, { title: 'Bài cũ' }), await newsIn(portal, { title: 'Bài mới' })]
    await portal.database.write
      .updateTable('articles')
      .set({ published_at: '2017-02-01T00:00:00.000Z' })
      .where('id', '=', old.id)
      .execute()
    await change(portal, old, { title: 'Bài cũ', body: 'Sửa dấu phẩy.', publishAt: '2017-02-01T07:00' })
    const before = await titlesIn(portal)
    portal.clock.advance({ hours: 1 })
    await change(portal, old, {
      title: 'Bài cũ',
      body: 'Có thêm.',
      publishAt: '2017-02-01T07:00',
      changeKind: 'update',
      changeNote: 'Có thêm.',
    })
    const { items } = await rss(portal)

    assert.deepEqual(before, ['Bài mới', 'Bài cũ'])
    assert.deepEqual(
      items.map((item) => textOf(item, 'title')),
      ['Bài cũ', 'Bài mới'],
    )
    assert.equal(textOf(items[0] ?? assert.fail(), 'pubDate'), 'Wed, 01 Feb 2017 07:00:00 +0700')
    assert.equal(textOf(items[0] ?? assert.fail(), 'atom:updated'), '2017-02-17T11:00:00+07:00')
    assert.ok(fresh)
  })

  test('an update brings back what is older than the thirty newest', async () => {
    const portal = await testPortal()
    const old = await newsIn(portal, { title: 'Bài rất cũ', publishAt: '2016-01-01T07:00' })
    for (let number = 1; number <= 31; number++) await copy(portal, old.id, number)
    const paths = ['/rss', '/rss/tin-tuc.xml']
    const before = await Promise.all(paths.map((path) => titlesIn(portal, path)))
    portal.clock.advance({ hours: 1 })
    await change(portal, old, {
      title: 'Bài rất cũ',
      publishAt: '2016-01-01T07:00',
      body: 'Mới.',
      changeKind: 'update',
      changeNote: 'Mới.',
    })
    const after = await Promise.all(paths.map((path) => titlesIn(portal, path)))

    for (const titles of before) assert.deepEqual([titles.length, titles.includes('Bài rất cũ')], [30, false])
    for (const titles of after) assert.deepEqual([titles.length, titles[0]], [30, 'Bài rất cũ'])
  })

  test('a scheduled article appears at its time, a withdrawn one leaves', async () => {
    const portal = await testPortal()
    const first = await newsIn(portal, { title: 'Bài đang có' })
    await newsIn(portal, { title: 'Bài hẹn giờ', publishAt: '2017-02-17T11:00' })
    assert.deepEqual(await titlesIn(portal), ['Bài đang có'])
    portal.clock.set('2017-02-17T04:00:00Z')
    assert.deepEqual(await titlesIn(portal), ['Bài hẹn giờ', 'Bài đang có'])
    const withdrawal = await portal.as(duc).post(`${first.desk}/go`, { withdrawReason: 'Đăng nhầm.' })
    assert.equal(withdrawal.status, 303)
    for (const path of ['/rss', '/rss/tin-tuc.xml'])
      assert.deepEqual(await titlesIn(portal, path), ['Bài hẹn giờ'], path)
  })

  test('a category has its own and those below it, under its present address', async () => {
    const portal = await testPortal()
    const news = await given.category(portal, 'Tin tức')
    const economy = await given.category(portal, 'Kinh tế', news)
    const notices = await given.category(portal, 'Thông báo')
    await newsIn(portal, { title: 'Giá mía', categoryId: String(economy) })
    await newsIn(portal, { title: 'Cắt điện', categoryId: String(notices) })
    const rename = { name: 'Thời sự', slug: 'thoi-su', description: '', parentId: '', homePosition: '' }
    assert.deepEqual(await titlesIn(portal, '/rss/tin-tuc.xml'), ['Giá mía'])
    assert.equal((await portal.as(an).post(`/quan-tri/chuyen-muc/${news}`, rename)).status, 303)
    const moved = await portal.visitor().get('/atom/tin-tuc/kinh-te.xml')
    const feed = readXml((await portal.visitor().get('/atom/thoi-su/kinh-te.xml')).text)

    assert.deepEqual([moved.status, moved.location], [301, '/atom/thoi-su/kinh-te.xml'])
    assert.deepEqual(await titlesIn(portal, '/rss/thoi-su.xml'), ['Giá mía'])
    assert.deepEqual(
      all(feed, 'entry').map((entry) => textOf(entry, 'title')),
      ['Giá mía'],
    )
    assert.equal(textOf(feed, 'id'), `${portal.config.siteUrl}/#chuyen-muc-${economy}`, 'stays when the category moves')
  })

  test('a tag and an author have theirs', async () => {
    const portal = await testPortal()
    await newsIn(portal, { title: 'Giá mía', tags: 'mía đường', author: 'Lan Hương' })
    await newsIn(portal, { title: 'Cắt điện', tags: 'điện', author: 'Đinh Văn Lâm' })

    assert.deepEqual(await titlesIn(portal, '/rss/tu-khoa/mia-duong.xml'), ['Giá mía'])
    assert.deepEqual(await titlesIn(portal, '/rss/tac-gia/dinh-van-lam.xml'), ['Cắt điện'])
    assert.deepEqual(await titlesIn(portal), ['Cắt điện', 'Giá mía'])
    const { channel } = await rss(portal, '/rss/tu-khoa/mia-duong.xml')
    assert.equal(textOf(channel, 'link'), `${portal.config.siteUrl}/tu-khoa/mia-duong`)
  })

  test('corrections are a feed of their own', async () => {
    const portal = await testPortal()
    const article = await newsIn(portal)
    const words = { wrongText: '10 <thôn>', rightText: '9 thôn' }
    for (const hour of [1, 2]) {
      portal.clock.advance({ hours: 1 })
      await change(portal, article, {
        body: `Lần ${hour}.`,
        changeKind: 'correction',
        changeNote: `Sai số thôn, lần ${hour}.`,
        ...words,
      })
    }
    const { items } = await rss(portal, '/rss/dinh-chinh.xml')
    const [newest] = items

    assert.equal(items.length, 2)
    assert.equal(new Set(items.map((item) => textOf(item, 'guid'))).size, 2)
    assert.equal(textOf(newest ?? assert.fail(), 'description'), 'Sai số thôn, lần 2.')
    assert.match(
      textOf(newest ?? assert.fail(), 'content:encoded') ?? '',
      /<del>10 &lt;thôn&gt;<\/del>.*<ins>9 thôn<\/ins>/,
    )
  })
})

/** The same article again, published in January 2017 and in the same category. */
async function copy({ database }: TestPortal, articleId: number, number: number) {
  const published_at = `2017-01-${String(number).padStart(2, '0')}T00:00:00.000Z`
  const { id: _id, ...article } = await database.write
    .selectFrom('articles')
    .selectAll()
    .where('id', '=', articleId)
    .executeTakeFirstOrThrow()
  const { id: _editionId, ...edition } = await database.write
    .selectFrom('editions')
    .selectAll()
    .where('article_id', '=', articleId)
    .executeTakeFirstOrThrow()
  const copied = { ...article, published_at, form_key: null }
  const { id } = await database.write.insertInto('articles').values(copied).returning('id').executeTakeFirstOrThrow()
  const text = { ...edition, article_id: id, title: `Bài ${number}`, slug: `bai-${number}` }
  const live = await database.write.insertInto('editions').values(text).returning('id').executeTakeFirstOrThrow()
  await database.write.updateTable('articles').set({ live_edition_id: live.id }).where('id', '=', id).execute()
  const listing = { category_id: edition.category_id ?? 0, article_id: id, published_at }
  await database.write.insertInto('category_listings').values(listing).execute()
}

test('Atom has all that it asks for, in an empty feed too', async () => {
  const portal = await testPortal()
  const empty = readXml((await portal.visitor().get('/atom.xml')).text)
  await newsIn(portal)
  const feed = readXml((await portal.visitor().get('/atom.xml')).text)
  const [entry] = all(feed, 'entry')
  assert.ok(entry)

  for (const each of [empty, feed]) {
    assert.equal(each.attributes['xmlns'], 'http://www.w3.org/2005/Atom')
    assert.match(textOf(each, 'updated') ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
    assert.ok(textOf(each, 'id') && textOf(each, 'title'))
    const links = each.children.filter(({ name }) => name === 'link').map(({ attributes }) => attributes['rel'])
    assert.deepEqual(links, ['self', 'alternate'])
    const author = each.children.find(({ name }) => name === 'author') ?? assert.fail('no author')
    assert.ok(textOf(author, 'name'))
  }
  assert.equal(textOf(feed, 'updated'), '2017-02-17T10:00:00+07:00')
  assert.deepEqual(
    [textOf(entry, 'published'), textOf(entry, 'updated')],
    ['2017-02-17T10:00:00+07:00', '2017-02-17T10:00:00+07:00'],
  )
  assert.equal(all(entry, 'content')[0]?.attributes['type'], 'html')
})

test('JSON Feed says the same as the others', async () => {
  const portal = await testPortal()
  const article = await newsIn(portal, { tags: 'mía' })
  const answer = await portal.visitor().get('/feed/tin-tuc.json')
  const { items, ...feed } = JSON.parse(answer.text)
  const { siteUrl } = portal.config

  assert.match(answer.headers.get('content-type') ?? '', /^application\/feed\+json/)
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1')
  assert.equal(feed.feed_url, `${siteUrl}/feed/tin-tuc.json`)
  assert.equal(feed.home_page_url, `${siteUrl}/tin-tuc`)
  assert.deepEqual(
    Object.keys(items[0]),
    [
      'id',
      'url',
      'title',
      'summary',
      'content_html',
      'date_published',
      'date_modified',
      'authors',
      'tags',
      'attachments',
    ].filter((name) => name in items[0]),
  )
  assert.deepEqual(
    [items[0].id, items[0].url, items[0].date_published, items[0].tags, items[0].authors],
    [
      `${siteUrl}/tin-bai/${article.id}`,
      siteUrl + article.path,
      '2017-02-17T10:00:00+07:00',
      ['Tin tức', 'mía'],
      [{ name: 'Lan Hương' }],
    ],
  )
})

describe('who opens a feed', () => {
  test('a person gets a page with the address and the entries, and a reader of feeds the feed', async () => {
    const portal = await testPortal()
    const article = await newsIn(portal)
    const get = (path: string, accept?: string) =>
      portal.visitor().get(path, accept === undefined ? {} : { headers: { accept } })
    const page = await get('/rss/tin-tuc.xml', browserAccept)
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
    assert.match(page.main(), /Kênh tin: Tin tức/)
    assert.ok(page.main().includes(`<code>${portal.config.siteUrl}/rss/tin-tuc.xml</code>`))
    assert.ok(page.main().includes(`<h3><a href="${portal.config.siteUrl}${article.path}">`))
    assert.equal(page.headers.get('x-robots-tag'), 'noindex')

    const readers = [
      undefined,
      '*/*',
      'application/rss+xml, application/xml;q=0.9, */*;q=0.1',
      'application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, */*;q=0.1',
      'application/xml, application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, text/html, */*;q=0.9',
    ]
    for (const accept of readers) {
      // In this order a cache that looked at the address alone would be found out.
      const feed = await get('/rss/tin-tuc.xml', accept)
      assert.match(feed.headers.get('content-type') ?? '', /^application\/rss\+xml/, accept ?? 'nothing')
      assert.match((await get('/rss/tin-tuc.xml', browserAccept)).headers.get('content-type') ?? '', /^text\/html/)
      assert.match(feed.headers.get('vary') ?? '', /\bAccept\b,/)
      assert.equal(feed.headers.get('cache-control'), 'public, max-age=60')
      assert.equal(feed.headers.get('access-control-allow-origin'), '*')
      assert.deepEqual(feed.headers.getSetCookie(), [])
    }
    assert.match(page.headers.get('vary') ?? '', /\bAccept\b/)
  })

  test('who has it already is told so, until something changes', async () => {
    const portal = await testPortal()
    await newsIn(portal)
    for (const path of ['/rss', '/atom.xml', '/feed.json', '/rss/tin-tuc.xml', '/rss/dinh-chinh.xml']) {
      const first = await portal.visitor().get(path)
      const headers = { 'if-none-match': first.headers.get('etag') ?? assert.fail(path) }
      assert.equal((await portal.visitor().get(path, { headers })).status, 304, path)
    }
    const known = await portal.visitor().get('/rss')
    await newsIn(portal, { title: 'Bài nữa' })
    const headers = { 'if-none-match': known.headers.get('etag') ?? '' }
    assert.equal((await portal.visitor().get('/rss', { headers })).status, 200)
  })

  test('what is no feed is not found', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    assert.equal((await portal.visitor().get('/rss/tin-tuc.xml')).status, 200)
    const paths = [
      '/rss/khong-co.xml',
      '/rss/tin-tuc',
      '/rss/.xml',
      '/rss/tin-tuc.json',
      '/rss/%E0.xml',
      '/rss/tin-tuc/..xml',
      '/rss/tu-khoa/khong-co.xml',
      '/rss/quan-tri.xml',
      '/atom',
      '/feed',
      '/rss/%00.xml',
    ]
    for (const path of paths) {
      const { status } = await portal.visitor().get(path)
      assert.ok(status === 404 || status === 400, `${path}: ${status}`)
    }
  })
})

describe('how feeds are found', () => {
  test('every page names the feed of the portal, and that of where it stands', async () => {
    const portal = await testPortal()
    await portal.database.write.updateTable('agency').set({ short_name: 'UBND huyện Đak Pơ' }).execute()
    const article = await newsIn(portal, { tags: 'mía' })
    const linksOn = async (path: string) => {
      const { text } = await portal.visitor().get(path)
      const links = [
        ...text.matchAll(/<link rel="alternate" type="application\/rss\+xml" title="([^"]+)" href="([^"]+)">/g),
      ]
      return links.map(([, title, href]) => `${href} ${title}`)
    }
    const whole = '/rss Tin mới - UBND huyện Đak Pơ (RSS)'
    const category = '/rss/tin-tuc.xml Tin tức - UBND huyện Đak Pơ (RSS)'

    assert.deepEqual(await linksOn('/'), [whole])
    assert.deepEqual(await linksOn('/tin-tuc'), [whole, category])
    assert.deepEqual(await linksOn(article.path), [whole, category])
    assert.deepEqual(await linksOn('/dinh-chinh'), [whole, '/rss/dinh-chinh.xml Đính chính - UBND huyện Đak Pơ (RSS)'])
    const [, ofTag = ''] = await linksOn('/tu-khoa/mia')
    assert.match(ofTag, /^\/rss\/tu-khoa\/mia\.xml .*mía/)
  })

  test('a page lists them all, and every one of them answers', async () => {
    const portal = await sampleDistrict()
    const { text } = await portal.visitor().get('/kenh-tin')
    const page = text.slice(text.indexOf('<table'), text.indexOf('</table>'))
    const paths = [...page.matchAll(/href="([^"]+)"/g)].map(([, path = '']) => path)

    assert.ok(paths.length > 60 && paths.includes('/rss') && paths.includes('/rss/dinh-chinh.xml'))
    for (const path of paths) assert.equal((await portal.visitor().get(path)).status, 200, path)
    assert.match((await portal.visitor().get('/')).text, /<footer[\s\S]*href="\/kenh-tin"/)
  })

  test('no category can take the address of that page', async () => {
    const portal = await testPortal()
    const form = { name: 'Kênh tin', slug: 'kenh-tin', description: '', parentId: '', homePosition: '' }
    const answer = await portal.as(an).post('/quan-tri/chuyen-muc/moi', form)
    assert.equal(answer.status, 422)
    assert.equal((await portal.visitor().get('/kenh-tin')).status, 200)
  })
})

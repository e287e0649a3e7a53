import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { type Move, redirectFiles, uniqueMoves } from '../../src/exports/redirect-files.ts'
import { staticAddresses } from '../../src/exports/static-address.ts'
import { linksIn, staticPage } from '../../src/exports/static-page.ts'

const siteUrl = 'https://dakpo.gialai.gov.vn'
const addresses = staticAddresses({ siteUrl, searchPath: '/tim-kiem', dataPath: '/api', wholeFeedPath: '/rss' })
const asStatic = (html: string) => staticPage(html, '/tin-tuc', siteUrl, addresses)

describe('an address', () => {
  test('is ours in one spelling, or not for this copy at all', () => {
    const own: Record<string, string | null> = {
      '/tin-tuc/': '/tin-tuc',
      [`${siteUrl}/tin-tuc#muc-1`]: '/tin-tuc',
      '?trang=2': '/tin-tuc?trang=2',
      '/luu-tru?trang=3&chuyen-muc=tin-tuc/kinh-te': '/luu-tru?chuyen-muc=tin-tuc/kinh-te&trang=3',
      '/tin-tuc?utm_source=zalo&fbclid=IwAR_1': '/tin-tuc',
      '/tim-kiem?q=m%C3%ADa': '/tim-kiem',
      '/api/v1/articles': '/api',
      '/a/../tin-moi': '/tin-moi',
      'https://baogialai.com.vn/tin-tuc': null,
      '//dakpo.example/tin-tuc': null,
      'mailto:huong@dakpo.gialai.gov.vn': null,
      '/quan-tri/bai-viet': null,
      '/xem-truoc/abc': null,
      '/tin%2f..%2ftuc': null,
      '/tin-t%E1%BB%A9c': null,
    }
    for (const [written, wanted] of Object.entries(own))
      assert.equal(addresses.ownAddress(written, '/tin-tuc'), wanted, written)
  })

  test('is a file whose path says what the query said', () => {
    assert.equal(addresses.fileOf('/', true), 'index.html')
    assert.equal(addresses.fileOf('/tin-bai/mia-12', true), 'tin-bai/mia-12/index.html')
    assert.equal(
      addresses.fileOf('/luu-tru?chuyen-muc=tin-tuc/kinh-te&trang=3', true),
      'luu-tru/chuyen-muc=tin-tuc.kinh-te/trang=3/index.html',
    )
    assert.equal(addresses.fileOf('/rss', false), 'rss/index.xml')
    assert.equal(addresses.fileOf('/rss/tin-tuc.xml', false), 'rss/tin-tuc.xml')
    assert.throws(() => addresses.fileOf('/gi-do', false))
  })
})

describe('a page', () => {
  test('links to files, keeps its parts, and stays as it was otherwise', () => {
    const html =
      `<link rel="canonical" href="${siteUrl}/tin-tuc?trang=2"><p>Gõ href="/tin-tuc?trang=9" vào</p>` +
      `<a class="go" href="/luu-tru?chuyen-muc=tin-tuc&amp;trang=2#list">2</a><a href="#main">Lên</a>` +
      `<img src="/hinh-anh/a-320.jpg" srcset="/hinh-anh/a-320.jpg 320w, /hinh-anh/a-640.jpg 640w" alt="a > b">` +
      `<a href="https://example.com/?trang=2">ngoài</a><a href="/rss">RSS</a>`
    const page = asStatic(html)

    assert.equal(
      page.html,
      html
        .replace('/tin-tuc?trang=2"><p', '/tin-tuc/trang=2"><p')
        .replace('/luu-tru?chuyen-muc=tin-tuc&amp;trang=2#list', '/luu-tru/chuyen-muc=tin-tuc/trang=2#list')
        .replace('href="/rss"', 'href="/rss/index.xml"'),
    )
    assert.deepEqual(page.found, [
      '/tin-tuc?trang=2',
      '/luu-tru?chuyen-muc=tin-tuc&trang=2',
      '/hinh-anh/a-320.jpg',
      '/hinh-anh/a-320.jpg',
      '/hinh-anh/a-640.jpg',
      '/rss',
    ])
  })

  test('brings the pictures that only machines are shown', () => {
    const data = `<script type="application/ld+json">{"image":["${siteUrl}/hinh-anh/a-16x9.jpg"],"url":"${siteUrl}/tin-tuc"}</script>`
    const { found } = asStatic(`<meta property="og:image" content="${siteUrl}/the-chia-se/1.png">${data}`)
    assert.deepEqual(found.sort(), ['/hinh-anh/a-16x9.jpg', '/the-chia-se/1.png'])
  })

  test('loses forms that need the portal and keeps the others', () => {
    const { html } = asStatic(
      '<form class="find" action="/tim-kiem"><b>Tìm</b></form><form data-remember>Cỡ chữ</form>',
    )
    assert.equal(html, '<form data-remember>Cỡ chữ</form>')
  })
})

test('other files say what they lead to in their own ways', () => {
  assert.deepEqual(linksIn('text/css', '@font-face { src: url("../fonts/a.woff2") }'), ['../fonts/a.woff2'])
  assert.deepEqual(linksIn('text/javascript', "import { a } from './a.js'"), ['./a.js'])
  assert.deepEqual(linksIn('text/plain', `Allow: /\nSitemap: ${siteUrl}/sitemap.xml\n`), [`${siteUrl}/sitemap.xml`])
  assert.deepEqual(linksIn('application/xml', '<loc>/a?b=1&amp;c=2</loc><image:loc>/b.jpg</image:loc>'), [
    '/a?b=1&c=2',
    '/b.jpg',
  ])
  assert.deepEqual(linksIn('application/json', '{"src":"/a.png"}'), [])
})

test('old addresses are written so that no web server takes them for something else', async () => {
  const moves: Move[] = [
    { from: 'http://dakpo.gialai.gov.vn/Tin%20t%E1%BB%A9c/a"b.aspx', to: '/tin-tuc' },
    { from: '/news.php?id=5&x=1', to: '/tin-bai/gia-mia-$1-5' },
    { from: '/tin-moi', to: '/tin-moi' },
    { from: 'không phải địa chỉ', to: '/' },
    { from: '/hai\ndòng', to: '/' },
    // nginx takes capitals for nothing, and refuses a map that says two things of one address.
    { from: '/NEWS.php?id=5&x=1', to: '/lien-he' },
  ]
  const unique = await Array.fromAsync(uniqueMoves(Readable.from(moves)))
  const file = (name: string) =>
    (redirectFiles[name]?.head ?? '') + unique.map((one) => redirectFiles[name]?.line(one)).join('')

  assert.equal(file('_xuat/duong-dan.map'), '"/Tin tức/a\\"b.aspx" "/tin-tuc";\n')
  assert.equal(file('_xuat/tham-so.map'), '"/news.php?id=5&x=1" "/tin-bai/gia-mia-%241-5";\n')
  assert.equal(file('_redirects'), '/Tin%20t%E1%BB%A9c/a"b.aspx /tin-tuc 301\n')
  assert.equal(file('_xuat/chuyen-huong.csv').trimEnd().split('\r\n').length, 3)
})

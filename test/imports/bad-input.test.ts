import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import { runImport } from '../../src/imports/index.ts'
import { tcvn3Letters } from '../../src/text/legacy-letters.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import * as given from '../support/given.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import {
  articleOf,
  countArticles,
  emptyFolder,
  fixture,
  importInto,
  photo,
  problemsOf,
  writeInto,
} from './given-import.ts'

const item = (title: string, body: string, more = '') =>
  `<item>\n<title>${title}</title><guid isPermaLink="false">${title}</guid>${more}<pubDate>Wed, 15 Feb 2017 09:30:00 +0700</pubDate><description><![CDATA[${body}]]></description>\n</item>\n`
const feed = (...items: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>\n${items.join('')}</channel></rss>`

/** As the old fonts wrote it: each letter a byte. */
function tcvn3(words: string): string {
  const letters = new Map([...tcvn3Letters].map(([byte, letter]) => [letter.normalize('NFC'), byte]))
  return Array.from(words.normalize('NFC'), (letter) => letters.get(letter) ?? letter).join('')
}

async function importFeed(
  portal: TestPortal,
  xml: string | Buffer,
  wish: { media?: string; allowedHosts?: string[] } = {},
) {
  const path = await writeInto(await emptyFolder(), 'tin.xml', xml)
  return importInto(portal, { path, category: 'tin-tuc', ...wish })
}

async function portalWithCategory() {
  const portal = await testPortal()
  await given.category(portal, 'Tin tức')
  return portal
}

describe('broken XML', () => {
  test('costs the item that it stands in, and tells its line', async () => {
    const portal = await portalWithCategory()
    const broken = '<item>\n<title>Thiếu thẻ đóng<guid>2</guid></item>\n'
    const imported = await importFeed(
      portal,
      feed(item('Một', '<p>Bài một.</p>'), broken, item('Ba', '<p>Bài ba.</p>')),
    )

    assert.deepEqual(
      imported.lines.map(({ outcome }) => outcome),
      ['added', 'failed', 'added'],
    )
    assert.equal(imported.lines[1]?.line, 6)
    assert.ok(imported.lines[1] && problemsOf(imported.lines[1]).includes('broken'))
    assert.equal(await countArticles(portal), 2)
  })

  test('an item without an end is told, and the next one is read', async () => {
    const portal = await portalWithCategory()
    const imported = await importFeed(portal, feed('<item><title>Không đóng</title>\n', item('Hai', '<p>Bài hai.</p>')))

    assert.deepEqual(imported.lines.map(problemsOf), [['broken'], []])
    assert.equal(imported.line('Hai').outcome, 'added')
  })

  test('a file that ends in the middle keeps what was whole', async () => {
    const portal = await portalWithCategory()
    const whole = feed(item('Một', '<p>Bài một.</p>'), item('Hai', '<p>Bài hai.</p>'))
    const imported = await importFeed(portal, whole.slice(0, -60))

    assert.equal(imported.line('Một').outcome, 'added')
    assert.deepEqual(imported.lines.map(problemsOf).at(-1), ['cut-off'])
    assert.equal(await countArticles(portal), 1)
  })

  test('letters that XML forbids are passed over', async () => {
    const portal = await portalWithCategory()
    const imported = await importFeed(portal, feed(item('Một', '<p>Bài \u000bmột\u0001.</p>')))
    assert.equal((await articleOf(portal, imported.line('Một'))).content.body, 'Bài một.')
  })
})

describe('an encoding', () => {
  const title = 'Ruộng lúa ở Đak Pơ trổ bông sớm'
  const said = (encoding: string) => feed(item(title, '<p>Bà con phấn khởi.</p>')).replace('utf-8', encoding)

  for (const [name, bytes, problems] of [
    ['UTF-16 with its mark', Buffer.from(`\ufeff${said('utf-16')}`, 'utf16le'), []],
    ['UTF-8 that calls itself Windows-1252', Buffer.from(said('windows-1252')), ['encoding']],
    ['TCVN3', Buffer.from(tcvn3(said('iso-8859-1')), 'latin1'), ['legacy']],
  ] as const) {
    test(`${name} is understood`, async () => {
      const portal = await portalWithCategory()
      const imported = await importFeed(portal, bytes)
      const made = imported.lines[0] ?? assert.fail()
      assert.deepEqual([made.title, problemsOf(made)], [title, problems])
      assert.equal((await articleOf(portal, made)).content.body, 'Bà con phấn khởi.')
    })
  }

  test('a stray byte costs its letter, and is told', async () => {
    const portal = await portalWithCategory()
    const [before = '', after = ''] = said('utf-8').split('phấn')
    const imported = await importFeed(
      portal,
      Buffer.concat([Buffer.from(before), Buffer.from([0xfe]), Buffer.from(after)]),
    )
    assert.deepEqual(problemsOf(imported.line(title)), ['broken-letters'])
  })
})

describe('what was made to burst', () => {
  test('a text without an end is given up, and the next item is read in its line', async () => {
    const portal = await portalWithCategory()
    const endless = `<item><title>Bom</title><description><![CDATA[${'bom '.repeat(2_500_000)}\n`
    const imported = await importFeed(
      portal,
      feed(item('Một', '<p>Bài một.</p>'), endless, item('Hai', '<p>Bài hai.</p>')),
    )

    assert.deepEqual(imported.lines.map(problemsOf), [[], ['too-large'], []])
    assert.deepEqual([imported.line('Hai').outcome, imported.line('Hai').line], ['added', 7])
  })

  test('elements, tables and entities of any depth and size end as a line of the report', async () => {
    const portal = await portalWithCategory()
    const deep = '<div>'.repeat(50_000)
    const wide = `<table>${'<tr><td rowspan="2000" colspan="1000">x</td></tr>'.repeat(1_000)}</table>`
    const entities = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>`
    const xml = feed(item('Sâu', deep), item('Rộng', wide), item('Thực thể &b;', '<p>Bài.</p>')).replace(
      '?>\n',
      `?>\n${entities}\n`,
    )
    const imported = await importFeed(portal, xml)

    assert.deepEqual(problemsOf(imported.line('Sâu')), ['too-deep'])
    assert.ok(problemsOf(imported.line('Rộng')).includes('embedded'))
    assert.deepEqual(problemsOf(imported.lines[2] ?? assert.fail()), ['small-mistake', 'small-mistake'])
  })

  test('what is no Markdown, script or style of ours comes out as words', async () => {
    const portal = await portalWithCategory()
    const imported = await importFeed(
      portal,
      feed(
        item(
          'Mã',
          '<p>a *b* [c](d) <script>alert(1)</script><b onclick="x()">đậm</b> <a href="javascript:alert(1)">bấm</a></p>',
        ),
      ),
    )
    const page = await portal.visitor().get(imported.line('Mã').newAddress ?? '')
    assert.match(page.main(), /a \*b\* \[c\]\(d\) <strong>đậm<\/strong> bấm/)
    assert.doesNotMatch(page.main(), /alert\(1\)|onclick/)
  })
})

describe('the network', () => {
  test('is asked only for files of hosts that were allowed', async () => {
    const portal = await portalWithCategory()
    const asked: string[] = []
    const bytes = await photo('#e8590c')
    const server = createServer((req, res) => {
      asked.push(req.url ?? '')
      if (req.url === '/cho-khac.jpg') res.writeHead(302, { location: '/anh.jpg' }).end()
      else res.end(bytes)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    closeAfterTest(async () => void server.close())
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const xml = feed(
      item(
        'Ảnh',
        `<p>Ảnh đây.</p><p><img src="http://${host}/anh.jpg" alt="Ruộng lúa chín vàng"></p><p><img src="http://${host}/cho-khac.jpg"></p>`,
      ),
    )

    const first = await importFeed(portal, xml)
    assert.deepEqual(problemsOf(first.line('Ảnh')), ['missing-picture', 'missing-picture'])
    assert.deepEqual(asked, [])
    const second = await importFeed(portal, xml, { allowedHosts: [host] })
    assert.deepEqual(problemsOf(second.line('Ảnh')), ['missing-picture'])
    assert.deepEqual(asked, ['/anh.jpg', '/cho-khac.jpg'])
    assert.match((await articleOf(portal, second.line('Ảnh'))).content.body, /!\[Ruộng lúa chín vàng\]\(anh:\d+\)/)
  })

  test('no address leads out of the folder of the old site', async () => {
    const portal = await portalWithCategory()
    const place = await emptyFolder()
    await writeInto(place, 'bi-mat.jpg', await photo('#111111'))
    await writeInto(place, 'anh/rau.jpg', await photo('#2b8a3e'))
    const body =
      '<p>Ảnh.</p><p><img src="../bi-mat.jpg"></p><p><img src="/etc/../../anh/%2e%2e/bi-mat.jpg"></p><p><img src="/old/anh/rau.jpg"></p>'
    const imported = await importFeed(portal, feed(item('Lén', body)), { media: `${place}/anh` })

    const problems = imported.line('Lén').problems.filter(({ what }) => what === 'missing-picture')
    assert.deepEqual(
      problems.map(({ name }) => name),
      ['../bi-mat.jpg', '/etc/../../anh/%2e%2e/bi-mat.jpg'],
    )
    assert.match((await articleOf(portal, imported.line('Lén'))).content.body, /!\[\]\(anh:\d+\)/)
  })
})

describe('a wrong call', () => {
  test('is one sentence, before anything is read', async () => {
    const portal = await portalWithCategory()
    const folder = await emptyFolder()
    const mapping = await writeInto(folder, 'sai.json', '{"selectors": {"titel": "h1"}}')
    const selector = await writeInto(folder, 'chon.json', '{"selectors": {"title": "h1:::", "body": "p"}}')
    const call = async (wish: { path: string; mapping?: string; category?: string; media?: string }) => {
      const nothing = { name: 'x', mapping: null, media: null, category: null, report: null, redirects: null }
      const options = { makesCategories: false, asDrafts: false, isTrial: false, allowedHosts: [] }
      const answer = await runImport(portal, { ...nothing, ...options, ...wish }, () => {})
      return 'issue' in answer ? answer.issue : 'none'
    }

    assert.match(await call({ path: `${folder}/khong-co.xml` }), /^Không tìm thấy nguồn: .*khong-co\.xml$/)
    assert.match(await call({ path: mapping }), /^Không nhận ra nguồn/)
    assert.match(await call({ path: folder }), /cần --mapping/)
    assert.equal(await call({ path: fixture('tin-cu.csv'), mapping }), 'Tệp --mapping sai ở “selectors.titel”')
    assert.equal(await call({ path: folder, mapping: selector }), 'Tệp --mapping sai ở “h1:::”')
    assert.equal(await call({ path: fixture('tin-cu.csv'), category: 'khong-co' }), 'Không có chuyên mục “khong-co”')
    assert.match(await call({ path: fixture('tin-cu.csv'), media: mapping }), /^Không phải thư mục/)
    assert.equal(await countArticles(portal), 0)
  })
})

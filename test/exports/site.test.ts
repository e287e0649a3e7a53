import assert from 'node:assert/strict'
import { appendFile, mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { carry, document } from '../documents/given-documents.ts'
import * as given from '../support/given.ts'
import { seenIn } from '../support/machine-data.ts'
import { an, duc } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { emptyFolder, exportTo, filesIn, linksOf, textOf } from './exported.ts'

async function exportedDistrict() {
  const portal = await sampleDistrict()
  const folder = await emptyFolder()
  const result = await exportTo(portal, folder)
  return { portal, folder, result }
}

/** Where any web server finds what a path names. */
const servedAs = (path: string, files: ReadonlyMap<string, unknown>): string | null =>
  [path.slice(1), `${path.slice(1)}/index.html`.replace(/^\//, '')].find((file) => files.has(file)) ?? null

test('the copy of the sample district', async (district) => {
  const { portal, folder, result } = await exportedDistrict()

  await district.test('shows the same pages, and every link, picture, style and script in it is a file', async () => {
    const files = await filesIn(folder)
    assert.deepEqual([result.failed, result.dead], [[], []])

    const first =
      /href="(\/tin-bai\/[^"]+)"/.exec((await portal.visitor().get('/tin-moi')).main())?.[1] ?? assert.fail()
    const author = /href="(\/tac-gia\/[^"]+)"/.exec((await portal.visitor().get(first)).text)?.[1] ?? assert.fail()
    const pages = ['/', '/tin-tuc', '/tin-tuc?trang=2', first, author, '/luu-tru', '/lien-he', '/dinh-chinh']
    for (const path of [...pages, '/so-do-cong', '/kenh-tin', '/tin-moi', '/thong-bao']) {
      const live = await portal.visitor().get(path)
      assert.equal(live.status, 200, path)
      const file = servedAs(path.replace('?', '/'), files) ?? assert.fail(path)
      assert.equal(seenIn(await textOf(folder, file)).text, seenIn(live.text).text, path)
    }

    const missing = new Set<string>()
    const { origin } = new URL(portal.config.siteUrl)
    for (const file of [...files.keys()].filter((name) => name.endsWith('.html'))) {
      for (const link of linksOf(await textOf(folder, file))) {
        const url = new URL(link, `${origin}/${file.replace(/index\.html$/, '')}`)
        if (url.origin !== origin) continue
        assert.equal(url.search, '', `${file}: ${link}`)
        if (servedAs(url.pathname.replace(/(?<=.)\/$/, ''), files) === null) missing.add(`${file}: ${link}`)
      }
    }
    for (const file of [...files.keys()].filter((name) => name.endsWith('.css'))) {
      for (const [, link = ''] of (await textOf(folder, file)).matchAll(/url\("([^"]+)"\)/g))
        if (!files.has(new URL(link, `${origin}/${file}`).pathname.slice(1))) missing.add(`${file}: ${link}`)
    }
    assert.deepEqual([...missing], [])
    assert.ok([...files.keys()].filter((name) => name.endsWith('.html')).length > 100)
    assert.ok([...files.keys()].filter((name) => /\.(webp|jpg)$/.test(name)).length > 20)
    for (const file of [
      'rss/index.xml',
      'atom.xml',
      'feed.json',
      'sitemap.xml',
      'robots.txt',
      'favicon.ico',
      '404.html',
    ])
      assert.ok(files.has(file), file)
    for (const [, address = ''] of (await textOf(folder, 'sitemap-articles-1.xml')).matchAll(/<loc>([^<]+)<\/loc>/g))
      assert.ok(servedAs(new URL(address).pathname, files), address)
  })

  await district.test('sums are right and complete, and a second run changes nothing', async () => {
    const before = await filesIn(folder)
    const lines = (await textOf(folder, 'SHA256SUMS')).trimEnd().split('\n')
    const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
    const others = ['SHA256SUMS', '.ban-tinh']
    assert.deepEqual([...sums.keys()], [...before.keys()].filter((file) => !others.includes(file)).sort())
    for (const [file, sum] of sums) assert.equal(before.get(file)?.sum, sum, file)

    const again = await exportTo(portal, folder)
    assert.deepEqual([again.written, again.removed, again.unchanged], [0, 0, sums.size])
    assert.deepEqual(await filesIn(folder), before)
  })

  await district.test(
    'holds no form that needs the portal, no date of today, and a note in place of what lives',
    async () => {
      const home = await textOf(folder, 'index.html')
      assert.match((await portal.visitor().get('/')).text, /<form class="find"[\s\S]*|<p class="date">/)
      assert.doesNotMatch(home, /<form[^>]*action=|<p class="date">/)
      assert.match(home, /<form data-remember>/)
      assert.match(seenIn(await textOf(folder, 'tim-kiem/index.html')).text, /Bản lưu này không có ô tìm kiếm/)
      assert.match(seenIn(await textOf(folder, 'api/index.html')).text, /không trả lời ứng dụng/)
      assert.match(await textOf(folder, 'README.txt'), /sha256sum -c SHA256SUMS/)
    },
  )
})

describe('what a copy holds', () => {
  test('what readers can have, with the page of what was withdrawn, and nothing of drafts', async () => {
    const portal = await testPortal()
    const shown = await given.article(portal, { typed: { title: 'Đang đăng' } })
    const categoryId = String(shown.categoryId)
    const sent = await document(portal, { name: 'Báo cáo.pdf' })
    await carry(portal, shown.id, [sent.id])
    const draft = await given.article(portal, { as: 'draft', typed: { title: 'Bản nháp mật', categoryId } })
    const later = await given.article(portal, {
      typed: { title: 'Tin hẹn giờ', categoryId, publishAt: '2017-02-20T07:00' },
    })
    const gone = await given.article(portal, { as: 'withdrawn', typed: { title: 'Tin đã gỡ', categoryId } })
    const folder = await emptyFolder()
    await exportTo(portal, folder)
    const files = await filesIn(folder)
    const pageOfArticle = (path: string) => servedAs(path, files)

    assert.ok(pageOfArticle(shown.path))
    assert.deepEqual([pageOfArticle(draft.path), pageOfArticle(later.path)], [null, null])
    assert.match(await textOf(folder, pageOfArticle(gone.path) ?? assert.fail()), /Đăng nhầm bản chưa duyệt/)
    const pdf = [...files.keys()].find((file) => file.endsWith('bao-cao.pdf')) ?? assert.fail()
    assert.equal(files.get(pdf)?.sum, sent.file.sha256)
    for (const file of [...files.keys()].filter((name) => /\.(html|xml|json)$/.test(name)))
      assert.doesNotMatch(await textOf(folder, file), /Bản nháp mật|Tin hẹn giờ/, file)
  })

  test('a link to an old address works on any web server, and old addresses are told to web servers', async () => {
    const portal = await testPortal()
    const { first, second } = await renamed(portal)
    const folder = await emptyFolder()
    await exportTo(portal, folder)
    const files = await filesIn(folder)

    assert.match(
      await textOf(folder, servedAs('/tin-tuc', files) ?? assert.fail()),
      /http-equiv="refresh" content="0; url=\/thoi-su"/,
    )
    assert.ok(servedAs('/thoi-su', files))
    const [redirects, map] = [await textOf(folder, '_redirects'), await textOf(folder, '_xuat/duong-dan.map')]
    assert.match(redirects, /^\/tin-tuc \/thoi-su 301$/m)
    assert.ok(redirects.includes(`${first.path} ${second} 301\n`), redirects)
    assert.match(map, /^"\/tin-tuc" "\/thoi-su";$/m)
    assert.match(map, /^"\/tin-tức\.aspx" "\/lien-he";$/m)
    assert.match(await textOf(folder, '_xuat/tham-so.map'), /^"\/default\.aspx\?id=5" "\/thoi-su";$/m)
    assert.match(await textOf(folder, '_xuat/chuyen-huong.csv'), /\/default\.aspx\?id=5,\/thoi-su\r\n/)
  })
})

/** An article whose category and title have other addresses than before; another one links to the old address. */
async function renamed(portal: TestPortal) {
  const categoryId = String(await given.category(portal, 'Tin tức'))
  const typed = { categoryId, title: 'Tên cũ' }
  const first = await given.article(portal, { typed })
  await given.article(portal, { typed: { categoryId, title: 'Dẫn tới', body: 'Xem [tin tức](/tin-tuc).' } })
  const changed = given.typedArticle({ ...typed, title: 'Tên mới', version: String(first.version) })
  assert.equal((await portal.as(duc).post(`${first.desk}/dang`, changed)).status, 303)
  const rename = { name: 'Thời sự', slug: 'thoi-su', description: '', parentId: '', homePosition: '' }
  assert.equal((await portal.as(an).post(`/quan-tri/chuyen-muc/${categoryId}`, rename)).status, 303)
  const at = { changed_at: portal.clock.now() }
  const rows = [
    { ...at, key: '/tin-tức.aspx', old_address: '/tin-t%E1%BB%A9c.aspx', target_kind: 'path', target_path: '/lien-he' },
    {
      ...at,
      key: '/default.aspx?id=5',
      old_address: '/default.aspx?id=5',
      target_kind: 'category',
      target_id: Number(categoryId),
      target_path: '',
    },
  ]
  for (const row of rows) await portal.database.write.insertInto('legacy_addresses').values(row).execute()
  return { first, second: first.path.replace('ten-cu', 'ten-moi') }
}

describe('a copy that is made again', () => {
  test('takes what changed and drops what is no more', async () => {
    const portal = await testPortal()
    const kept = await given.article(portal, { typed: { title: 'Ở lại', tags: 'mía' } })
    const gone = await given.article(portal, {
      typed: { title: 'Sẽ xóa', categoryId: String(kept.categoryId), tags: 'điện' },
    })
    const folder = await emptyFolder()
    await exportTo(portal, folder)
    const before = await filesIn(folder)
    assert.ok(servedAs(gone.path, before) && servedAs('/tu-khoa/dien', before))
    assert.equal((await portal.as(duc).post(`${gone.desk}/go`, { withdrawReason: 'Nhầm.' })).status, 303)
    assert.equal((await portal.as(duc).post(`${gone.desk}/xoa`)).status, 303)
    const { written, removed, failed } = await exportTo(portal, folder)
    const after = await filesIn(folder)

    assert.deepEqual(failed, [])
    assert.ok(written > 0 && removed > 0)
    assert.deepEqual([servedAs(gone.path, after), servedAs('/tu-khoa/dien', after)], [null, null])
    assert.ok(servedAs(kept.path, after) && servedAs('/tu-khoa/mia', after))
    assert.deepEqual(after.get('favicon.ico'), before.get('favicon.ico'))
  })

  test('mends what was cut off or damaged, and leaves no half file', async () => {
    const portal = await testPortal()
    const article = await given.article(portal)
    const folder = await emptyFolder()
    await exportTo(portal, folder)
    const before = await filesIn(folder)
    const page = servedAs(article.path, before) ?? assert.fail()
    await truncate(join(folder, page), 100)
    await appendFile(join(folder, 'favicon.ico'), 'x')
    await mkdir(join(folder, '.dang-ghi'), { recursive: true })
    await writeFile(join(folder, '.dang-ghi', 'nửa-tệp'), 'nửa')
    await exportTo(portal, folder)
    const after = await filesIn(folder)

    assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort())
    for (const [file, { sum }] of before) assert.equal(after.get(file)?.sum, sum, file)
  })

  test('removes nothing when the portal could not answer for all of it', async () => {
    const portal = await testPortal()
    const article = await given.article(portal)
    const folder = await emptyFolder()
    await exportTo(portal, folder)
    const before = await filesIn(folder)
    const { failed, removed } = await exportTo(portal, folder, (path) => (path === article.path ? 500 : null))

    assert.deepEqual([failed, removed], [[article.path], 0])
    assert.ok(servedAs(article.path, before) && servedAs(article.path, await filesIn(folder)))
  })

  test('is refused where other files lie, which stay', async () => {
    const portal = await testPortal()
    const folder = await emptyFolder()
    await writeFile(join(folder, 'luận văn.docx'), 'của tôi')

    await assert.rejects(exportTo(portal, folder), /must be empty, or an earlier copy/)
    assert.equal(await readFile(join(folder, 'luận văn.docx'), 'utf8'), 'của tôi')
  })
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import * as given from '../support/given.ts'
import { testPortal } from '../support/test-portal.ts'
import { articleOf, emptyFolder, fixture, importInto, photo, problemsOf, writeInto } from './given-import.ts'

describe('a feed', () => {
  test('of RSS 2.0 becomes articles, mistakes in its XML and all', async () => {
    const portal = await testPortal()
    const imported = await importInto(portal, { path: fixture('tin-huyen.rss.xml'), makesCategories: true })

    const made = imported.line('Huyện triển khai vụ Đông Xuân 2016 & 2017')
    const { content, publishedAt } = await articleOf(portal, made)
    assert.equal(publishedAt, '2017-02-15T02:30:00.000Z')
    assert.deepEqual([content.author, content.lead], ['Lan Hương', 'Huyện gieo trồng 3.200 ha.'])
    assert.equal(content.body, 'Toàn huyện gieo trồng **3.200 ha**.\n\nSâu bệnh giảm.')
    const second = imported.line('Tập huấn phòng cháy chữa cháy rừng')
    assert.deepEqual(problemsOf(second), ['small-mistake'])
    assert.equal((await articleOf(portal, second)).content.author, 'Minh Châu')
    const old = await portal.visitor().get('/Tin-tuc/Vu-Dong-Xuan.aspx')
    assert.deepEqual([old.status, old.location], [301, made.newAddress])
  })

  test('of Atom keeps what stands in it as XHTML', async () => {
    const portal = await testPortal()
    const categoryId = await given.category(portal, 'Thông báo')
    const imported = await importInto(portal, { path: fixture('thong-bao.atom.xml'), category: 'thong-bao' })

    const { content, publishedAt } = await articleOf(portal, imported.line('Thông báo tuyển dụng viên chức'))
    assert.equal(publishedAt, '2016-08-01T00:00:00.000Z')
    assert.deepEqual([content.author, content.categoryId], ['Phòng Nội vụ', categoryId])
    assert.equal(content.body, 'Hồ sơ nộp tại *bộ phận một cửa*.\n\n1. Đơn\n2. Bằng cấp')
    assert.equal((await articleOf(portal, imported.line('Kết quả thi đợt 1'))).content.body, 'Có 40 thí sinh đạt.')
  })
})

describe('a folder of saved pages', () => {
  const importPages = async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    const media = await emptyFolder()
    await writeInto(media, 'Tin-tuc/Thon-lang_files/anh1.jpg', await photo('#845ef7'))
    const wish = { path: fixture('trang-aspx'), mapping: fixture('trang-aspx.json'), media, makesCategories: true }
    return { portal, wish, imported: await importInto(portal, wish) }
  }

  test('is read by the selectors of the mapping', async () => {
    const { portal, imported } = await importPages()
    const made = imported.line('Huyện Đak Pơ thêm 10 thôn, làng được sáp nhập')

    assert.deepEqual([made.outcome, made.state, problemsOf(made)], ['added', 'live', []])
    const { content, publishedAt } = await articleOf(portal, made)
    assert.equal(publishedAt, '2017-02-15T02:30:00.000Z')
    assert.deepEqual([content.author, content.lead], ['Minh Châu', 'Mười thôn, làng được sáp nhập từ đầu năm.'])
    assert.match(
      content.body,
      /^HĐND huyện thông qua nghị quyết\.\n\n!\[Một góc làng Groi\.\]\(anh:\d+ "Một góc làng Groi\. Ảnh: Minh Châu"\)/,
    )
    assert.match(content.body, /\| Xã \| Số thôn – Trước \| Số thôn – Sau \||\| An Thành \| 8 \| 5 \|/)
    assert.doesNotMatch(content.body, /Facebook|Bản quyền|Trang chủ|Minh Châu$/)
    const old = '/Tin-tuc/Hoat-dong-huyen/Huyen-%C4%90ak-Po-Them-10-thon,-lang.aspx?page=1'
    assert.equal((await portal.visitor().get(old)).location, made.newAddress)
  })

  test('is understood in Windows-1258 and where the page says another encoding than it has', async () => {
    const { portal, imported } = await importPages()

    const old = await articleOf(portal, imported.line('Hội nghị tổng kết công tác năm 2016'))
    assert.equal(old.publishedAt, '2017-02-15T07:05:00.000Z')
    assert.match(old.content.body, /\n\n1\. Kinh tế tăng trưởng khá\.\n2\. Xã hội ổn định\.$/)
    const misnamed = imported.line('Thông báo lịch tiếp công dân')
    assert.deepEqual(misnamed.problems, [{ what: 'encoding', name: 'windows-1252 → utf-8' }])
    assert.equal((await articleOf(portal, misnamed)).publishedAt, '2017-01-31T17:00:00.000Z')
  })

  test('makes no second article of a page that is read again', async () => {
    const { portal, wish } = await importPages()
    const again = await importInto(portal, wish)
    assert.deepEqual(again.summary.outcomes, { added: 0, updated: 0, unchanged: 3, 'changed-here': 0, failed: 0 })
  })
})

describe('a table', () => {
  test('of CSV names its columns in Vietnamese', async () => {
    const portal = await testPortal()
    const media = await emptyFolder()
    await writeInto(media, 'anh/RAU.JPG', await photo('#40c057'))
    const imported = await importInto(portal, { path: fixture('tin-cu.csv'), media, makesCategories: true })

    const made = imported.line('Ra mắt tổ hợp tác rau sạch')
    const { content, publishedAt } = await articleOf(portal, made)
    assert.equal(publishedAt, '2016-03-21T01:15:00.000Z')
    assert.deepEqual(content.tags, ['rau sạch', 'tổ hợp tác'])
    assert.ok(content.coverPictureId)
    assert.deepEqual(problemsOf(made), ['no-description'])
    assert.equal((await portal.visitor().get('/tin-tuc/nong-nghiep')).status, 200)

    const plain = await articleOf(portal, imported.line('Trồng cây đầu xuân'))
    assert.equal(plain.content.body, 'Sáng mùng 6 Tết, xã trồng 300 cây.\n\nAi cũng vui.\n\nCây do huyện cấp.')
    const undated = imported.line('Bài không ngày')
    assert.deepEqual([undated.state, problemsOf(undated)], ['draft', ['no-date']])
  })
})

test('old and new addresses stand in a file that the import of redirects reads', async () => {
  const portal = await testPortal()
  const redirects = join(await emptyFolder(), 'chuyen-huong.csv')
  const imported = await importInto(portal, { path: fixture('tin-huyen.rss.xml'), makesCategories: true, redirects })
  const { newAddress } = imported.line('Huyện triển khai vụ Đông Xuân 2016 & 2017')

  const lines = (await readFile(redirects, 'utf8')).split('\r\n')
  assert.equal(lines[0], '\ufeffold,new')
  assert.equal(lines[1], `http://huyen.example.gov.vn/Tin-tuc/Vu-Dong-Xuan.aspx,${newAddress}`)
})

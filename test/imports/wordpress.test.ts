import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { categoryReader } from '../../src/categories/index.ts'
import { pictureReader } from '../../src/media/index.ts'
import { pdfSaying } from '../documents/sample-files.ts'
import * as given from '../support/given.ts'
import { duc } from '../support/people.ts'
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

const path = fixture('xa-tan-an.wxr.xml')

/** As it came off the old server: the folder of WordPress, and in it what the texts show. */
async function oldFolder() {
  const folder = await emptyFolder()
  await writeInto(folder, 'uploads/2015/05/ra-quan.jpg', await photo('#2f7d4f'))
  await writeInto(folder, 'uploads/2015/05/ke-hoach-12.pdf', pdfSaying('Ke hoach so 12'))
  return folder
}

const importAll = async (portal: TestPortal) =>
  importInto(portal, { path, media: await oldFolder(), makesCategories: true, category: 'tin-tuc' })

describe('an export of WordPress', () => {
  test('becomes articles with their old dates, authors, tags and categories', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    const imported = await importAll(portal)

    const made = imported.line('Xã Tân An ra quân làm đường nội đồng')
    assert.deepEqual([made.outcome, made.state], ['added', 'live'])
    const { content, publishedAt } = await articleOf(portal, made)
    assert.equal(publishedAt, '2015-05-04T01:30:00.000Z')
    assert.equal(content.author, 'Lan Hương')
    assert.deepEqual(content.tags, ['đường nội đồng'])
    assert.match(content.lead, /^Sáng 04\/5, hơn 120 người dân/)
    const tree = await categoryReader(portal.database.read).getTree()
    assert.equal(tree.find(content.categoryId)?.path, '/tin-tuc/nong-thon-moi')

    const page = await portal.visitor().get(made.newAddress ?? '')
    assert.equal(page.status, 200)
    assert.match(page.main(), /04\/0?5\/2015/)
    assert.match((await portal.visitor().get('/tin-tuc/nong-thon-moi')).main(), /ra quân làm đường nội đồng/)
    assert.match((await portal.visitor().get('/tim-kiem?q=cồng+chiêng')).main(), /\/tin-bai\/hoi-thi-cong-chieng-\d/)
  })

  test('keeps pictures with captions, lists, quotations, tables, videos and attached files', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    const imported = await importAll(portal)
    const { content } = await articleOf(portal, imported.line('Xã Tân An ra quân làm đường nội đồng'))

    const picture = await pictureReader(portal.database.read).find(content.coverPictureId ?? 0)
    assert.equal(picture?.alternativeText, 'Người dân xúc đất đắp nền đường')
    assert.equal(picture?.credit, 'Ảnh: Lan Hương')
    assert.match(content.body, new RegExp(`!\\[Người dân[^\\]]*\\]\\(anh:${picture?.id} "Bà con thôn`))
    assert.match(content.body, /phối hợp với \*\*Hội Nông dân\*\* tổ chức/)
    assert.match(content.body, /\n- Đắp nền 1,2 km\n- Đổ bê tông 400 m\n/)
    assert.match(content.body, /\n> Dân biết, dân bàn/)
    assert.match(content.body, /\n\nhttps:\/\/www\.youtube\.com\/watch\?v=abcdefghijk$/m)
    assert.match(content.body, /\[Kế hoạch số 12\]\(\/tai-lieu\/[\da-f]{20}\/ke-hoach-12\.pdf\)/)
    assert.match(content.body, /\[tin họp thôn\]\(\/hop-thon\/\)/)
    assert.doesNotMatch(content.body, /contact-form|wp-content|\[caption/)
    assert.equal(content.documentIds.length, 1)

    const table = await articleOf(portal, imported.line('Họp thôn bàn việc chỉnh trang nghĩa trang'))
    assert.match(table.content.body, /\| Thôn \| Số hộ \|\n\| --- \| --- \|\n\| Tân Bình \| 142 \|/)
  })

  test('leads readers of old addresses to the new ones', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    const made = (await importAll(portal)).line('Họp thôn bàn việc chỉnh trang nghĩa trang')

    for (const old of ['/hop-thon/', '/hop-thon', '/?p=12']) {
      const answer = await portal.visitor().get(old)
      assert.deepEqual([answer.status, answer.location], [301, made.newAddress], old)
    }
  })

  test('says of each item what was wrong with it, and goes on', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    const imported = await importAll(portal)

    assert.deepEqual(problemsOf(imported.line('Hội thi cồng chiêng (bản lặp)')), ['category-loop', 'repeated'])
    assert.deepEqual(problemsOf(imported.line('Hội thi cồng chiêng')), ['category-loop', 'missing-picture'])
    assert.deepEqual(problemsOf(imported.line('')), ['no-title'])
    assert.deepEqual(imported.line('Xã Tân An ra quân làm đường nội đồng').problems, [
      { what: 'shortcode', name: 'contact-form-7' },
    ])
    assert.deepEqual(problemsOf(imported.line('Thông báo cắt điện')), ['embedded'])
    const draft = imported.line('Lịch tiêm chủng tháng 6')
    assert.deepEqual([draft.outcome, draft.state], ['added', 'draft'])
    assert.equal((await portal.visitor().get(draft.newAddress ?? '')).status, 404)
    assert.ok(!imported.lines.some(({ title }) => /thùng rác|Trang chủ/.test(title)))
    assert.deepEqual(imported.summary.outcomes, { added: 7, updated: 0, unchanged: 0, 'changed-here': 0, failed: 2 })
  })

  test('is converted where it was written in an old font', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    const made = (await importAll(portal)).line('Thuế nông nghiệp năm nay')

    assert.deepEqual(problemsOf(made), ['legacy'])
    assert.match((await articleOf(portal, made)).content.body, /Cộng hòa xã hội chủ nghĩa Việt Nam\. Thông báo về/)
  })

  test('tells in the history and in the audit log where it came from', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    await importAll(portal)

    const lines = await portal.database.write
      .selectFrom('audit_lines')
      .select(['act', 'note'])
      .where('subject_title', '=', 'Giới thiệu xã')
      .execute()
    assert.deepEqual(lines, [
      { act: 'created', note: 'nhập từ nguồn “cong-cu”' },
      { act: 'published', note: 'nhập từ nguồn “cong-cu”' },
    ])
  })
})

describe('a second import', () => {
  test('changes nothing where nothing has changed', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    const media = await oldFolder()
    const wish = { path, media, makesCategories: true, category: 'tin-tuc' }
    await importInto(portal, wish)
    const before = await given.everythingStored(portal)
    const again = await importInto(portal, wish)

    assert.deepEqual(again.summary.outcomes, { added: 0, updated: 0, unchanged: 7, 'changed-here': 0, failed: 2 })
    const after = await given.everythingStored(portal)
    // When an item was looked at once more, because its picture was missing, stands with it.
    assert.deepEqual({ ...after, imported_items: [] }, { ...before, imported_items: [] })
    assert.equal(await countArticles(portal), 7)
  })

  test('brings the pictures that were missing the first time', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    const wish = { path, makesCategories: true, category: 'tin-tuc' }
    const title = 'Xã Tân An ra quân làm đường nội đồng'
    const first = (await importInto(portal, wish)).line(title)
    assert.deepEqual(problemsOf(first), ['shortcode', 'missing-picture', 'missing-picture', 'missing-document'])

    const second = (await importInto(portal, { ...wish, media: await oldFolder() })).line(title)
    assert.deepEqual([second.outcome, second.articleId], ['updated', first.articleId])
    const { content, publishedAt } = await articleOf(portal, second)
    assert.ok(content.coverPictureId)
    assert.equal(publishedAt, '2015-05-04T01:30:00.000Z')
  })

  test('leaves alone what staff have worked on since', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    const wish = { path, makesCategories: true, category: 'tin-tuc' }
    const first = (await importInto(portal, wish)).line('Giới thiệu xã')
    const article = await articleOf(portal, first)
    const typed = given.typedArticle({
      title: 'Giới thiệu xã Tân An',
      categoryId: String(article.content.categoryId),
      version: String(article.version),
    })
    assert.equal((await portal.as(duc).post(`/quan-tri/bai-viet/${first.articleId}`, typed)).status, 303)

    const again = await importInto(portal, { ...wish, category: null })
    assert.equal(again.line('Giới thiệu xã').outcome, 'changed-here')
    assert.equal((await articleOf(portal, first)).content.title, 'Giới thiệu xã Tân An')
  })

  test('a trial writes nothing, and says what would come', async () => {
    const portal = await testPortal()
    await given.category(portal, 'Tin tức')
    const before = await given.everythingStored(portal)
    const trial = await importInto(portal, {
      path,
      media: await oldFolder(),
      makesCategories: true,
      isTrial: true,
      category: 'tin-tuc',
    })

    assert.equal(trial.summary.outcomes.added, 7)
    assert.deepEqual(await given.everythingStored(portal), before)
    assert.equal((await importInto(portal, { path, makesCategories: true })).summary.outcomes.added, 7)
  })
})

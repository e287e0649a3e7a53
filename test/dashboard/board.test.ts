import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { askForReports, sentReport } from '../reader-reports/given-reports.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong, type Person } from '../support/people.ts'
import { signIn, type TestPortal, testPortal } from '../support/test-portal.ts'
import { articleAt, board, press, sectionFor, setRules, titlesIn, writtenArticle } from './given-board.ts'

const titles = async (portal: TestPortal, person: Person, id: string) => titlesIn(await sectionFor(portal, person, id))

/** Published by Đức, in Tin tức unless `typed` names another category. */
async function published(portal: TestPortal, typed: Record<string, string>, writtenBy = huong) {
  const article = await writtenArticle(portal, { writtenBy, typed })
  await press(portal, duc, article.desk, 'dang')
  return article
}

describe('the first page of the newsroom', () => {
  test('is where sign-in leads, and stands first in the menu, current on its own page alone', async () => {
    const portal = await testPortal()
    await portal.idOf(huong)
    const browser = portal.visitor()
    await signIn(browser, huong)
    const { text } = await browser.get(board)
    const [first] = [...text.matchAll(/<li[^>]*><a href="(\/quan-tri[^"]*)"([^>]*)>/g)]
    assert.deepEqual([first?.[1], first?.[2]?.trim()], [board, 'aria-current="page"'])
    const current = [...(await browser.get('/quan-tri/bai-viet')).text.matchAll(/href="([^"]+)" aria-current="page"/g)]
    assert.equal(current[0]?.[1], '/quan-tri/bai-viet')
    assert.doesNotMatch((await browser.get('/quan-tri/tai-khoan')).text, /href="\/quan-tri" aria-current/)
  })

  test('says what to do where nothing is', async () => {
    const portal = await testPortal()
    const said: [id: string, what: RegExp][] = [
      ['waiting', /Không có gì chờ bạn.*Viết tin mới/],
      ['mine', /Bạn không có bản nháp nào\. Viết tin mới/],
      ['coming', /Chưa hẹn đăng bài nào.*chọn một giờ sắp tới/],
      ['late', /Không có gì quá hạn/],
      ['published', /Ba tháng qua chưa đăng bài nào/],
      ['month', /Tháng này chưa đăng bài nào/],
    ]
    for (const [id, what] of said) assert.match((await sectionFor(portal, huong, id)).text, what, id)
  })
})

describe('my articles', () => {
  test('are the drafts that she began, the last change first', async () => {
    const portal = await testPortal()
    await writtenArticle(portal, { typed: { title: 'Sửa sau cùng' } })
    portal.clock.advance({ days: -1 })
    await writtenArticle(portal, { typed: { title: 'Cũ hơn' } })
    portal.clock.advance({ days: 1 })
    await writtenArticle(portal, { writtenBy: binh, typed: { title: 'Của Bình' } })
    await articleAt(portal, 'submitted', { typed: { title: 'Đã gửi duyệt' } })
    assert.deepEqual(await titles(portal, huong, 'mine'), ['Sửa sau cùng', 'Cũ hơn'])
    assert.deepEqual(await titles(portal, binh, 'mine'), ['Của Bình'])
    assert.match(
      (await sectionFor(portal, huong, 'mine')).text,
      /Tin tức, sửa 10:00 hôm nay.*Tin tức, sửa 16\/02\/2017, 10:00/,
    )
  })

  test('among them stands what she typed and never saved, which opens as she left it', async () => {
    const portal = await testPortal()
    await writtenArticle(portal, { typed: { title: 'Đã lưu' } })
    const staffId = await portal.idOf(huong)
    const kept = (key: string, title: string, savedAt: string) => ({
      staff_id: staffId,
      slot: `form-${key}`,
      form: JSON.stringify({ title, body: 'Mở đầu.' }),
      saved_at: savedAt,
    })
    await portal.database.write
      .insertInto('autosaves')
      .values([
        kept('a1', 'Đang viết dở', '2017-02-17T03:10:00.000Z'),
        kept('b2', '', '2017-02-15T03:00:00.000Z'),
        { ...kept('c3', 'Của người khác', '2017-02-17T03:20:00.000Z'), staff_id: await portal.idOf(binh) },
      ])
      .execute()
    const { rows } = await sectionFor(portal, huong, 'mine')
    assert.deepEqual(
      rows.map(({ title }) => title),
      ['Đang viết dở', 'Đã lưu', 'Bài chưa có tiêu đề'],
    )
    assert.equal(rows[0]?.path, '/quan-tri/bai-viet/moi?tu-luu=a1')
    assert.match(rows[0]?.text ?? '', /Chưa lưu tự giữ lúc 10:10 hôm nay/)
  })

  test('a change to what readers have is told apart from a new article', async () => {
    const portal = await testPortal()
    const article = await published(portal, { title: 'Đang trên cổng' })
    await press(portal, huong, article.desk, '', { title: 'Đang trên cổng, sửa lại' })
    const { rows } = await sectionFor(portal, huong, 'mine')
    assert.match(rows[0]?.text ?? '', /Đang trên cổng, sửa lại Tin tức, bản sửa của bài đã đăng/)
  })
})

describe('what is to come', () => {
  test('is what goes live and what ends within three days, the soonest first', async () => {
    const portal = await testPortal()
    await published(portal, { title: 'Đăng thứ Hai', publishAt: '2017-02-20T07:30' })
    await published(portal, { title: 'Hết hạn Chủ Nhật', expireAt: '2017-02-19T17:00' })
    await published(portal, { title: 'Hết hạn tuần sau', expireAt: '2017-02-24T17:00' })
    await published(portal, { title: 'Đăng chiều nay', publishAt: '2017-02-17T14:00' })
    const { rows, links } = await sectionFor(portal, duc, 'coming')
    assert.deepEqual(
      rows.map(({ text }) => text),
      [
        '14:00 hôm nay Đăng chiều nay Đăng Lan Hương, Tin tức',
        '19/02/2017, 17:00 Hết hạn Chủ Nhật Hạ bài Lan Hương, Tin tức',
        '20/02/2017, 07:30 Đăng thứ Hai Đăng Lan Hương, Tin tức',
      ],
    )
    assert.equal(links[0]?.path, '/quan-tri/bai-viet?trang-thai=scheduled')
  })

  test('leaves out plans that were cancelled and what is over', async () => {
    const portal = await testPortal()
    const plan = await published(portal, { title: 'Hủy hẹn', publishAt: '2017-02-20T07:30' })
    await press(portal, duc, plan.desk, 'go')
    await published(portal, { title: 'Sắp hết', expireAt: '2017-02-17T11:00' })
    assert.deepEqual(await titles(portal, duc, 'coming'), ['Sắp hết'])
    portal.clock.advance({ hours: 2 })
    assert.deepEqual(await titles(portal, duc, 'coming'), [])
  })
})

describe('what is late', () => {
  test('is what stands before a gate for more than two working days', async () => {
    const portal = await testPortal()
    const since = async (title: string, submittedAt: string) => {
      const { id } = await articleAt(portal, 'submitted', { typed: { title } })
      const columns = { submitted_at: submittedAt, changed_at: submittedAt }
      await portal.database.write.updateTable('articles').set(columns).where('id', '=', id).execute()
    }
    // Now it is Friday, 17/02/2017, 10:00.
    await since('Từ thứ Hai', '2017-02-13T02:00:00.000Z')
    await since('Từ sáng thứ Tư', '2017-02-15T02:59:00.000Z')
    await since('Từ trưa thứ Tư', '2017-02-15T04:00:00.000Z')
    const { rows, links } = await sectionFor(portal, binh, 'late')
    assert.deepEqual(
      rows.map(({ title }) => title),
      ['Từ thứ Hai', 'Từ sáng thứ Tư'],
    )
    assert.match(rows[0]?.text ?? '', /Chờ duyệt Nguyễn Thị Hương gửi duyệt, chờ 4 ngày/)
    assert.equal(links[0]?.path, '/quan-tri/bai-viet?trang-thai=submitted')
    assert.deepEqual(await titles(portal, huong, 'late'), ['Từ thứ Hai', 'Từ sáng thứ Tư'])
    assert.deepEqual(await titles(portal, given.colleagueOf(huong), 'late'), [])
  })

  test('is what readers reported and nobody answered in time, for who may answer', async () => {
    const portal = await testPortal()
    await askForReports(portal)
    const article = await published(portal, { title: 'Có chỗ sai' })
    const id = await sentReport(portal, `${article.path}/bao-loi`, { body: 'Sai tên xã: Tân An.' })
    assert.deepEqual(await titles(portal, binh, 'late'), [])

    await portal.database.write.updateTable('reader_reports').set({ due_at: '2017-02-15T16:59:59.999Z' }).execute()
    const { rows, links } = await sectionFor(portal, binh, 'late')
    assert.deepEqual(
      rows.map(({ title, path }) => [title, path]),
      [['Có chỗ sai', `/quan-tri/bao-loi/${id}`]],
    )
    assert.match(rows[0]?.text ?? '', /quá hạn 2 ngày Bạn đọc báo lỗi: “Sai tên xã: Tân An\.”/)
    assert.equal(links[0]?.path, '/quan-tri/bao-loi')
    assert.deepEqual(await titles(portal, huong, 'late'), [])
  })
})

test('what was just published stands with who published it, and no longer when it is withdrawn', async () => {
  const portal = await testPortal()
  await published(portal, { title: 'Đăng trước', publishAt: '2017-02-16T16:40' })
  const second = await published(portal, { title: 'Đăng sau' })
  await published(portal, { title: 'Bài cũ của năm ngoái', publishAt: '2016-02-16T16:40' })
  await published(portal, { title: 'Hẹn giờ', publishAt: '2017-02-18T16:40' })
  const { rows } = await sectionFor(portal, binh, 'published')
  assert.deepEqual(
    rows.map(({ text }) => text),
    [
      '10:00 hôm nay Đăng sau Lan Hương, Tin tức, Lê Minh Đức đăng',
      '16/02/2017, 16:40 Đăng trước Lan Hương, Tin tức, Lê Minh Đức đăng',
    ],
  )
  portal.clock.advance({ minutes: 1 })
  await press(portal, an, second.desk, 'go', { withdrawReason: 'Đăng nhầm.' })
  assert.deepEqual(await titles(portal, binh, 'published'), ['Đăng trước'])
})

describe('the month', () => {
  test('is counted by category and by author, and its pictures tell what there is to see', async () => {
    const portal = await testPortal()
    const economy = String(await given.category(portal, 'Kinh tế'))
    await published(portal, { title: 'Một' })
    await published(portal, { title: 'Hai', categoryId: economy })
    await published(portal, { title: 'Ba', categoryId: economy, author: 'Đinh Văn Lâm' })
    await published(portal, { title: 'Tháng trước', publishAt: '2017-01-31T23:59' })
    await published(portal, { title: 'Đầu tháng', publishAt: '2017-02-01T00:00' })
    await published(portal, { title: 'Chưa đến giờ', publishAt: '2017-02-27T07:00' })
    const { text } = await sectionFor(portal, binh, 'month')
    assert.match(text, /^Tháng 02\/2017 Báo cáo tháng 4 bài đã đăng\./)
    assert.match(text, /Tháng 02\/2017: cùng nhiều bài nhất là Kinh tế, Tin tức, mỗi tên 2 trong 4 bài/)
    assert.match(text, /Tháng 02\/2017: nhiều bài nhất là Lan Hương, 3 trong 4 bài/)
    const page = (await portal.as(binh).get(board)).main()
    assert.equal(page.match(/<svg[^>]* role="img" aria-labelledby="by-(category|author)">\s*<title/g)?.length, 2)
    assert.doesNotMatch(page, / style=/)
    const [, table = ''] = /<table>([\s\S]*?)<\/table>/.exec(page) ?? []
    assert.deepEqual(
      [...table.matchAll(/<th scope="row">([^<]+)<\/th><td>(\d+)</g)].map(([, name, count]) => [name, count]),
      [
        ['Kinh tế', '2'],
        ['Tin tức', '2'],
      ],
    )
  })

  test('leads to the whole report only for who may read it', async () => {
    const portal = await testPortal()
    const linksOf = async (person: Person) => (await sectionFor(portal, person, 'month')).links.map(({ path }) => path)
    assert.deepEqual(await linksOf(binh), ['/quan-tri/bao-cao?thang=2017-02'])
    assert.deepEqual(await linksOf(huong), [])
  })
})

describe('nobody sees what she may not work on', () => {
  const sections = ['waiting', 'late', 'mine', 'coming', 'published', 'month']
  const everything = async (portal: TestPortal, person: Person) =>
    (await Promise.all(sections.map((id) => sectionFor(portal, person, id)))).map(({ text }) => text).join('\n')

  async function oneOfEach(portal: TestPortal, categoryId: string, mark: string, writtenBy = huong) {
    const typed = (title: string, more = {}) => ({
      categoryId,
      title: `${mark}: ${title}`,
      author: `${mark} viết`,
      ...more,
    })
    const waiting = await articleAt(portal, 'submitted', { writtenBy, typed: typed('chờ duyệt') })
    await portal.database.write
      .updateTable('articles')
      .set({ submitted_at: '2017-02-10T03:00:00.000Z' })
      .where('id', '=', waiting.id)
      .execute()
    await setRules(portal, { gates: '1', fourEyes: '1' })
    await articleAt(portal, 'unreviewed', { writtenBy, typed: typed('chưa duyệt') })
    await setRules(portal, { gates: '1' })
    await published(portal, typed('mới đăng'), writtenBy)
    await published(portal, typed('hẹn giờ', { publishAt: '2017-02-18T07:00' }), writtenBy)
    await published(portal, typed('hết hạn', { expireAt: '2017-02-18T07:00' }), writtenBy)
    await writtenArticle(portal, { writtenBy, typed: typed('nháp') })
  }

  test('a reporter sees her own articles, an editor all', async () => {
    const portal = await testPortal()
    const categoryId = String(await given.category(portal, 'Tin tức'))
    await oneOfEach(portal, categoryId, 'Hương')
    await oneOfEach(portal, categoryId, 'Đồng nghiệp', given.colleagueOf(huong))
    const hers = await everything(portal, huong)
    assert.doesNotMatch(hers, /Đồng nghiệp/)
    for (const seen of ['chờ duyệt', 'mới đăng', 'hẹn giờ', 'hết hạn', 'nháp'])
      assert.match(hers, new RegExp(`Hương: ${seen}`))
    const his = await everything(portal, duc)
    assert.match(his, /Hương: chờ duyệt/)
    assert.match(his, /Đồng nghiệp: chờ duyệt/)
    assert.match(his, /Đồng nghiệp viết/)
  })

  test('who works in some categories sees nothing of the others', async () => {
    const portal = await testPortal()
    const news = await given.category(portal, 'Tin tức')
    const below = await given.category(portal, 'Kinh tế', news)
    const notices = await given.category(portal, 'Thông báo')
    await oneOfEach(portal, String(below), 'Kinh tế')
    await oneOfEach(portal, String(notices), 'Thông báo')
    const before = await everything(portal, an)
    assert.match(before, /Thông báo: chờ duyệt/)
    assert.match(before, /Thông báo viết/)

    await portal.database.write
      .insertInto('staff_categories')
      .values({ staff_id: await portal.idOf(an), category_id: news })
      .execute()
    const after = await everything(portal, an)
    assert.doesNotMatch(after, /Thông báo/)
    for (const seen of ['chờ duyệt', 'chưa duyệt', 'mới đăng', 'hẹn giờ', 'hết hạn'])
      assert.match(after, new RegExp(`Kinh tế: ${seen}`), seen)
    assert.match(after, /Kinh tế viết/)
  })
})

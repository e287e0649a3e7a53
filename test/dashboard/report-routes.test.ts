import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Answer } from '../support/client.ts'
import * as given from '../support/given.ts'
import { elementsIn, pageOf, textIn } from '../support/html.ts'
import { an, binh, duc, huong, type Person } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { press, writtenArticle } from './given-board.ts'

const report = '/quan-tri/bao-cao'
const file = '/quan-tri/bao-cao.csv'

async function published(portal: TestPortal, typed: Record<string, string>, writtenBy = huong) {
  const article = await writtenArticle(portal, { writtenBy, typed })
  await press(portal, duc, article.desk, 'dang')
  return article
}

/** The lines of the table with this caption, each cell as it is read. */
function linesOf(answer: Answer, caption: RegExp): string[][] {
  assert.equal(answer.status, 200, answer.main())
  const all = elementsIn(pageOf(answer.text))
  const text = (element: (typeof all)[number]) => textIn(element).replace(/\s+/g, ' ').trim()
  const table = all.find((one) => one.tagName === 'table' && caption.test(text(one)))
  if (!table) return []
  const cellsOf = (row: (typeof all)[number]) => elementsIn(row).filter(({ tagName }) => /^t[hd]$/.test(tagName))
  return elementsIn(table)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => cellsOf(row).map(text))
}

const people = (answer: Answer) => linesOf(answer, /của mỗi tác giả/)
const articles = (answer: Answer) => linesOf(answer, /theo ngày đăng/)
const titles = (answer: Answer) =>
  articles(answer)
    .slice(1)
    .map(([, title]) => title)
const ask = (portal: TestPortal, month: string, person: Person = binh) =>
  portal.as(person).get(`${report}?thang=${month}`)

describe('the report of a month', () => {
  test('counts for each byline the articles by genre, the pictures and the words', async () => {
    const portal = await testPortal()
    const picture = await given.picture(portal, { alternativeText: 'Ruộng rau xã Tân An', credit: 'Ảnh: Lan Hương' })
    const cover = await given.picture(portal, { originalName: 'bia.jpg' })
    const text = `Một hai ba bốn.\n\n![](anh:${picture.id})\n\n## Năm sáu`
    const withCover = { coverPictureId: String(cover.id), coverAlternative: 'Đại biểu dự hội nghị' }
    await published(portal, { title: 'Một', lead: 'Lời dẫn ba.', body: text, ...withCover })
    await published(portal, { title: 'Hai', lead: 'Lời dẫn.', body: 'Bảy tám.', genre: 'feature' })
    await published(portal, { title: 'Ba', lead: 'Dẫn.', body: 'Chín.', author: 'Đinh Văn Lâm' }, binh)
    const answer = await ask(portal, '2017-02')
    assert.deepEqual(people(answer), [
      ['Tác giả', 'Tài khoản viết', 'Tin', 'Bài', 'Cộng', 'Ảnh', 'Chữ'],
      ['Đinh Văn Lâm', 'Trần Văn Bình', '1', '0', '1', '0', '2'],
      ['Lan Hương', 'Nguyễn Thị Hương', '1', '1', '2', '2', '13'],
      ['Cộng', '', '2', '1', '3', '2', '15'],
    ])
    assert.deepEqual(articles(answer)[1], [
      '17/02/2017',
      'Một',
      'Lan HươngNguyễn Thị Hương',
      'Văn phòng HĐND và UBND huyện',
      'Tin',
      'Tin tức',
      '2',
      '9',
    ])
  })

  test('counts a cover that the text shows too as one picture', async () => {
    const portal = await testPortal()
    const { id } = await given.picture(portal)
    const withCover = { coverPictureId: String(id), coverAlternative: 'Ruộng rau xã Tân An' }
    await published(portal, { title: 'Một ảnh', body: `![Ruộng rau](anh:${id})`, ...withCover })
    assert.equal(articles(await ask(portal, '2017-02'))[1]?.[6], '1')
  })

  test('takes the public date in the agency’s zone, to the minute', async () => {
    const portal = await testPortal()
    await published(portal, { title: 'Cuối tháng giêng', publishAt: '2017-01-31T23:59' })
    await published(portal, { title: 'Đầu tháng hai', publishAt: '2017-02-01T00:00' })
    await published(portal, { title: 'Hôm nay' })
    assert.deepEqual(titles(await ask(portal, '2017-02')), ['Đầu tháng hai', 'Hôm nay'])
    assert.deepEqual(titles(await ask(portal, '2017-01')), ['Cuối tháng giêng'])
  })

  test('holds what is live, over or withdrawn, and nothing that no reader had', async () => {
    const portal = await testPortal()
    await published(portal, { title: 'Đang đăng' })
    await published(portal, { title: 'Hết hạn', expireAt: '2017-02-17T10:30' })
    const withdrawn = await published(portal, { title: 'Rút rồi' })
    const trashed = await published(portal, { title: 'Đã xóa' })
    await published(portal, { title: 'Hẹn giờ', publishAt: '2017-02-27T07:00' })
    const cancelled = await published(portal, { title: 'Hẹn rồi hủy', publishAt: '2017-02-17T10:10' })
    await writtenArticle(portal, { typed: { title: 'Nháp' } })
    portal.clock.advance({ minutes: 5 })
    await press(portal, duc, cancelled.desk, 'go')
    for (const { desk } of [withdrawn, trashed]) await press(portal, duc, desk, 'go', { withdrawReason: 'Đăng nhầm.' })
    await press(portal, duc, trashed.desk, 'xoa')
    portal.clock.advance({ hours: 1 })

    const answer = await ask(portal, '2017-02')
    assert.deepEqual(titles(answer), ['Đang đăng', 'Hết hạn', 'Rút rồi Đã rút'])
    assert.match(answer.main(), /Trong đó 1 bài đã rút\./)
    assert.equal(people(answer).at(-1)?.[3], '3')
  })

  test('tells what readers have, not what somebody is changing', async () => {
    const portal = await testPortal()
    const article = await published(portal, { title: 'Bạn đọc thấy', author: 'Lan Hương' })
    await press(portal, huong, article.desk, '', { title: 'Đang sửa', author: 'Người khác' })
    const answer = await ask(portal, '2017-02')
    assert.deepEqual(titles(answer), ['Bạn đọc thấy'])
    assert.equal(people(answer)[1]?.[0], 'Lan Hương')
  })

  test('shows the present month when none is asked for, and leads to those beside it', async () => {
    const portal = await testPortal()
    await published(portal, { title: 'Tháng này' })
    const now = await portal.as(binh).get(report)
    assert.deepEqual(titles(now), ['Tháng này'])
    assert.match(now.main(), /<h1>Báo cáo tin bài tháng 02\/2017<\/h1>/)
    const steps = (answer: Answer) =>
      [...answer.main().matchAll(/href="\/quan-tri\/bao-cao\?thang=([\d-]+)"/g)].map(([, month]) => month)
    assert.deepEqual(steps(now), ['2017-01'])
    assert.deepEqual(steps(await ask(portal, '2017-01')), ['2016-12', '2017-02'])
  })

  test('leads to where readers find an article, also from a port of the staff’s own', async () => {
    const portal = await testPortal({ STAFF_PORT: '8443' })
    const article = await published(portal, { title: 'Một' })
    assert.ok((await ask(portal, '2017-02')).main().includes(`<a href="${portal.origin}${article.path}">Một</a>`))
  })

  test('of a month without articles says so', async () => {
    const portal = await testPortal()
    const answer = await ask(portal, '2016-07')
    assert.equal(answer.status, 200)
    assert.match(answer.main(), /Tháng 07\/2016 không có bài nào đăng/)
    assert.doesNotMatch(answer.main(), /class="signers"/)
  })

  test('of a month that no calendar has says so in place, with what was typed', async () => {
    const portal = await testPortal()
    for (const typed of ['2017-13', '31/02/2017', 'tháng hai', '<b>']) {
      const answer = await ask(portal, encodeURIComponent(typed))
      assert.equal(answer.status, 422, typed)
      assert.match(answer.main(), /id="thang-wrong">Viết một tháng có trên lịch, như 02\/2017\.</)
      assert.ok(answer.main().includes(`value="${typed.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`), typed)
      assert.equal((await portal.as(binh).get(`${file}?thang=${encodeURIComponent(typed)}`)).status, 422)
    }
    assert.equal((await ask(portal, '02/2017')).status, 200)
  })

  test('bears the agency’s name and room for signatures', async () => {
    const portal = await sampleDistrict()
    const page = (await ask(portal, '2017-02')).main()
    assert.match(page, /<p class="office"><span>Tỉnh Gia Lai<\/span><b>Ủy ban nhân dân huyện Đak Pơ<\/b>/)
    for (const signer of ['Người lập', 'Ban biên tập', 'Thủ trưởng cơ quan'])
      assert.match(page, new RegExp(`<b>${signer}</b>`))
  })
})

describe('the report as a file', () => {
  test('has a line for each article, for every spreadsheet', async () => {
    const portal = await testPortal()
    const article = await published(portal, {
      title: '=HYPERLINK("https://a.example")',
      lead: 'Dẫn.',
      body: 'Một hai.',
      author: '@Lan Hương',
      genre: 'notice',
    })
    const gone = await published(portal, { title: 'Rút, rồi', publishAt: '2017-02-01T07:05' })
    portal.clock.advance({ minutes: 1 })
    await press(portal, duc, gone.desk, 'go', { withdrawReason: 'Đăng nhầm.' })

    const answer = await portal.as(binh).get(`${file}?thang=2017-02`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8')
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename=bao-cao-2017-02.csv')
    assert.deepEqual([...answer.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    const lines = answer.bytes.toString('utf8').slice(1).split('\r\n')
    assert.deepEqual(lines, [
      'Ngày đăng (Asia/Ho_Chi_Minh),Tiêu đề,Tác giả,Tài khoản viết,Đơn vị,Thể loại,Chuyên mục,Ảnh,Chữ,Tình trạng,Địa chỉ',
      `2017-02-01 07:05,"Rút, rồi",Lan Hương,Nguyễn Thị Hương,Văn phòng HĐND và UBND huyện,Tin,Tin tức,0,16,Đã rút,${portal.origin}/tin-bai/rut-roi-${gone.id}`,
      `2017-02-17 10:00,"'=HYPERLINK(""https://a.example"")",'@Lan Hương,Nguyễn Thị Hương,Văn phòng HĐND và UBND huyện,Thông báo,Tin tức,0,3,,${portal.origin}/tin-bai/hyperlink-https-a-example-${article.id}`,
      '',
    ])
  })

  test('holds as many articles as the page, in the same order', async () => {
    const portal = await sampleDistrict()
    const shown = articles(await ask(portal, '2017-02')).slice(1)
    const lines = (await portal.as(binh).get(`${file}?thang=2017-02`)).text.trim().split('\r\n').slice(1)
    assert.equal(lines.length, shown.length)
    assert.ok(lines.length > 20)
    for (const [place, line] of lines.entries()) assert.ok(line.includes(shown[place]?.[1]?.slice(0, 20) ?? '?'), line)
  })

  test('is not for reporters, and neither is the page', async () => {
    const portal = await testPortal()
    for (const address of [report, file]) {
      assert.equal((await portal.as(huong).get(address)).status, 403)
      assert.equal((await portal.as(binh).get(address)).status, 200)
      assert.equal((await portal.visitor().get(address)).status, 303)
    }
  })
})

test('who works in some categories has a report of these alone, and is told so', async () => {
  const portal = await testPortal()
  const news = await given.category(portal, 'Tin tức')
  const notices = await given.category(portal, 'Thông báo')
  await published(portal, { title: 'Ở tin tức', categoryId: String(news) })
  await published(portal, { title: 'Ở thông báo', categoryId: String(notices), author: 'Đinh Văn Lâm' })
  assert.deepEqual(titles(await ask(portal, '2017-02', an)), ['Ở tin tức', 'Ở thông báo'])

  const narrowed = { staff_id: await portal.idOf(an), category_id: notices }
  await portal.database.write.insertInto('staff_categories').values(narrowed).execute()
  const answer = await ask(portal, '2017-02', an)
  assert.deepEqual(titles(answer), ['Ở thông báo'])
  assert.deepEqual(
    people(answer).map(([name]) => name),
    ['Tác giả', 'Đinh Văn Lâm', 'Cộng'],
  )
  assert.match(answer.main(), /Chỉ gồm các chuyên mục bạn phụ trách\./)
  const lines = (await portal.as(an).get(`${file}?thang=2017-02`)).text
  assert.match(lines, /Ở thông báo/)
  assert.doesNotMatch(lines, /Ở tin tức/)
})

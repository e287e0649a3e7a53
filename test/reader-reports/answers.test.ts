import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answerReport } from '../../src/reader-reports/answer-report.ts'
import { reportPath } from '../../src/reader-reports/index.ts'
import { reportReader } from '../../src/reader-reports/report-store.ts'
import { reportWords } from '../../src/reader-reports/words.ts'
import { Fault } from '../../src/site/faults.ts'
import type { Answer } from '../support/client.ts'
import { elementsIn, pageOf } from '../support/html.ts'
import { an, binh, duc } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'
import {
  audited,
  correct,
  queuePath,
  reportedPortal,
  sentReport,
  storedReports,
  textOf,
  toldOf,
} from './given-reports.ts'
import { staffMember } from './staff-member.ts'

const contact = { name: 'Đinh Hạnh', contact: 'hanh@example.vn', consent: '1' }

describe('the page of a report', () => {
  test('shows what was written as plain text, its article, and whom to answer', async () => {
    const { portal, article, form } = await reportedPortal()
    const body = 'Sai tên xã.\n\nXem https://cuoc.example và <a href="https://cuoc.example">đây</a>.'
    const id = await sentReport(portal, form, { body, ...contact })
    const page = await portal.as(binh).get(reportPath(id))
    assert.match(textOf(page), /Báo lỗi số \d+ còn 10 ngày Hạn 27\/02\/2017/)
    assert.match(
      textOf(page),
      /Sai tên xã\. Xem https:\/\/cuoc\.example và <a href="https:\/\/cuoc\.example">đây<\/a>\./,
    )
    assert.match(textOf(page), /Họ và tên ?Đinh Hạnh Liên lạc ?hanh@example\.vn/)
    const links = linksOn(page)
    assert.ok(links.includes(article.desk) && links.includes(article.path) && links.includes(queuePath))
    assert.deepEqual(
      links.filter((link) => !link.startsWith('/')),
      [],
    )
  })

  test('says whether the sentence stands in the article, and that it was mended since', async () => {
    const { portal, article, form } = await reportedPortal()
    const id = await sentReport(portal, form, { quote: 'đánh giá kết quả của năm.' })
    const odd = await sentReport(portal, form, { quote: 'Câu này không ai viết.' })
    const none = await sentReport(portal, form)
    const standing = async (report: number) =>
      /Câu này đang có|không còn trong bài|Không thấy câu này/.exec(
        textOf(await portal.as(binh).get(reportPath(report))),
      )?.[0]
    assert.deepEqual(
      [await standing(id), await standing(odd), await standing(none)],
      ['Câu này đang có', 'Không thấy câu này', undefined],
    )
    await correct(portal, article)
    assert.equal(await standing(id), 'không còn trong bài')
  })

  test('says that nobody left a contact', async () => {
    const { portal, form } = await reportedPortal()
    const id = await sentReport(portal, form)
    assert.match(textOf(await portal.as(binh).get(reportPath(id))), /không để lại tên và liên lạc/)
  })
})

describe('an answer by correcting', () => {
  test('is refused in words while readers were told of no correction since the report', async () => {
    const { portal, article, form } = await reportedPortal()
    await correct(portal, article)
    portal.clock.advance({ minutes: 1 })
    const id = await sentReport(portal, form)
    const answer = await portal.as(binh).post(`${reportPath(id)}/dinh-chinh`)
    assert.equal(answer.status, 422)
    assert.match(textOf(answer), /chưa có đính chính nào kể từ khi nhận báo lỗi \(17\/02\/2017, 10:02\)/)
    assert.ok(answer.main().includes('<a href="#correction">'))
    assert.equal((await storedReports(portal))[0]?.answered_at, null)
    assert.deepEqual(await audited(portal), [])
  })

  test('ties the report to the newest correction', async () => {
    const { portal, article, form } = await reportedPortal()
    const id = await sentReport(portal, form)
    await correct(portal, article)
    const answer = await portal.as(binh).post(`${reportPath(id)}/dinh-chinh`)
    assert.deepEqual([answer.status, answer.location], [303, `${reportPath(id)}?xong`])

    const [told, ...others] = await toldOf(portal, article.id)
    const [report] = await storedReports(portal)
    assert.deepEqual(others, [])
    assert.deepEqual(
      [report?.answer, report?.answered_at, report?.answered_by, report?.update_id],
      ['corrected', '2017-02-17T03:01:00.000Z', await portal.idOf(binh), told?.id],
    )
    const page = textOf(await portal.as(binh).get(`${reportPath(id)}?xong`))
    assert.match(page, /Đã trả lời báo lỗi này/)
    assert.match(
      page,
      /Đã đính chính Trần Văn Bình trả lời lúc 17\/02\/2017, 10:01\. Đính chính đã đăng Có chỗ sai thời gian/,
    )
    assert.deepEqual(await audited(portal), [
      {
        staff_name: binh.name,
        act: 'answered',
        subject_id: id,
        subject_title: 'Hội nghị tổng kết năm 2016',
        note: 'Đã đính chính',
      },
    ])
    assert.match(textOf(await portal.as(an).get('/quan-tri/nhat-ky?kind=report')), /Trả lời .*Báo lỗi: Đã đính chính/)
  })
})

describe('an answer by explaining', () => {
  const explanation = 'Tên xã viết theo Nghị quyết năm 2016.'

  test('tells all readers that sentence, and nothing else of the report', async () => {
    const { portal, article, form } = await reportedPortal()
    const id = await sentReport(portal, form, { body: 'Sai tên xã Tân An.', quote: 'kết quả của năm', ...contact })
    const before = await standingOf(portal, article.id)
    portal.clock.advance({ hours: 1 })
    assert.doesNotMatch((await portal.visitor().get(article.path)).text, /Lịch sử cập nhật/)
    const answer = await portal.as(binh).post(`${reportPath(id)}/giai-thich`, { explanation })
    assert.equal(answer.status, 303)

    const page = await portal.visitor().get(article.path)
    assert.match(
      textOf(page),
      /Lịch sử cập nhật 17\/02\/2017, 11:00\s?Trả lời bạn đọc: Tên xã viết theo Nghị quyết năm 2016\./,
    )
    assert.doesNotMatch(page.text, /Sai tên xã|Hạnh|hanh@example/)
    assert.doesNotMatch(textOf(page), /Cập nhật:/)
    assert.deepEqual(await standingOf(portal, article.id), before)
    const [told] = await toldOf(portal, article.id)
    assert.deepEqual(
      [told?.kind, told?.note, told?.wrong_text, told?.right_text, told?.edition_id],
      ['explanation', explanation, '', '', before.live_edition_id],
    )
    assert.equal((await storedReports(portal))[0]?.update_id, told?.id)
    assert.match(textOf(await portal.as(binh).get(reportPath(id))), /Lời giải thích đã đăng Tên xã viết theo/)
    assert.doesNotMatch((await portal.visitor().get('/dinh-chinh')).text, /Tên xã viết theo/)
  })

  for (const [what, typed, words] of [
    ['no word', '  ', /Viết lời giải thích/],
    ['1.001 letters', 'ệ'.repeat(1_001), /Dài quá 1\.000 ký tự/],
    ['broken letters', 'M\uFFFDa', /Có chữ bị hỏng mã/],
  ] as const) {
    test(`of ${what} comes back with what was typed`, async () => {
      const { portal, article, form } = await reportedPortal()
      const id = await sentReport(portal, form)
      const answer = await portal.as(binh).post(`${reportPath(id)}/giai-thich`, { explanation: typed })
      assert.equal(answer.status, 422)
      assert.match(textOf(answer), words)
      assert.ok(answer.main().includes(`${typed.trim()}</textarea>`))
      assert.deepEqual(await toldOf(portal, article.id), [])
      assert.equal((await storedReports(portal))[0]?.answered_at, null)
    })
  }

  test('cannot be given where no reader would see it', async () => {
    const { portal, article, form } = await reportedPortal()
    const id = await sentReport(portal, form)
    assert.match((await portal.as(binh).get(reportPath(id))).main(), /giai-thich"/)
    portal.clock.advance({ minutes: 1 })
    await portal.as(duc).post(`${article.desk}/go`, { withdrawReason: 'Đăng nhầm.' })
    assert.match((await portal.as(binh).get(reportPath(id))).main(), /giai-thich"/)
    assert.equal((await portal.as(duc).post(`${article.desk}/xoa`)).status, 303)

    const page = await portal.as(binh).get(reportPath(id))
    assert.doesNotMatch(page.main(), /giai-thich"/)
    assert.match(textOf(page), /Bạn đọc không xem được bài này/)
    assert.equal((await portal.as(binh).post(`${reportPath(id)}/giai-thich`, { explanation })).status, 409)
    assert.deepEqual(await toldOf(portal, article.id), [])
    assert.equal((await portal.as(binh).post(`${reportPath(id)}/khong-co-loi`, { note: 'Bài đã xóa.' })).status, 303)
  })
})

describe('an answer that there is no error', () => {
  test('needs a reason, which stays inside and out of the audit log', async () => {
    const { portal, article, form } = await reportedPortal()
    const id = await sentReport(portal, form, contact)
    const path = `${reportPath(id)}/khong-co-loi`
    const refused = await portal.as(binh).post(path, { verdict: 'no-error' })
    assert.equal(refused.status, 422)
    assert.match(textOf(refused), /Viết vì sao không có lỗi/)
    assert.equal((await portal.as(binh).post(path, { verdict: 'no-error', note: 'ệ'.repeat(1_001) })).status, 422)

    const note = 'Đã gọi chị Hạnh, hanh@example.vn: chị đọc nhầm.'
    assert.equal((await portal.as(binh).post(path, { verdict: 'no-error', note })).status, 303)
    assert.deepEqual(
      (await storedReports(portal)).map((report) => [report.answer, report.note, report.update_id]),
      [['no-error', note, null]],
    )
    assert.deepEqual(
      (await audited(portal)).map((line) => [line.act, line.note]),
      [['answered', 'Không có lỗi']],
    )
    const lines = await portal.database.write.selectFrom('audit_lines').selectAll().execute()
    assert.doesNotMatch(JSON.stringify(lines), /Hạnh, hanh@|chị đọc nhầm/)
    assert.deepEqual(await toldOf(portal, article.id), [])
    assert.doesNotMatch((await portal.visitor().get(article.path)).text, /Lịch sử cập nhật|chị đọc nhầm/)
    assert.match(textOf(await portal.as(binh).get(reportPath(id))), /Không có lỗi .*Ghi chú nội bộ Đã gọi chị Hạnh/)
  })

  test('needs none for spam', async () => {
    const { portal, form } = await reportedPortal()
    const id = await sentReport(portal, form)
    assert.equal((await portal.as(binh).post(`${reportPath(id)}/khong-co-loi`, { verdict: 'spam' })).status, 303)
    assert.equal((await storedReports(portal))[0]?.answer, 'spam')
    assert.deepEqual(
      (await audited(portal)).map(({ note }) => note),
      ['Tin rác'],
    )
  })
})

describe('two who answer the same report', () => {
  test('the second is told that somebody was first, whatever she chose', async () => {
    const { portal, article, form } = await reportedPortal()
    const id = await sentReport(portal, form)
    assert.equal((await portal.as(binh).post(`${reportPath(id)}/khong-co-loi`, { verdict: 'spam' })).status, 303)
    for (const [way, typed] of [
      ['dinh-chinh', {}],
      ['giai-thich', { explanation: 'Viết vậy là đúng.' }],
      ['khong-co-loi', { verdict: 'spam' }],
    ] as const) {
      const answer = await portal.as(duc).post(`${reportPath(id)}/${way}`, typed)
      assert.equal(answer.status, 409, way)
      assert.match(answer.text, /Có người vừa lưu trước bạn/)
    }
    assert.deepEqual(await toldOf(portal, article.id), [])
    assert.equal((await audited(portal)).length, 1)
    assert.equal((await storedReports(portal))[0]?.answered_by, await portal.idOf(binh))
    assert.doesNotMatch((await portal.as(duc).get(reportPath(id))).main(), /<form/)
  })

  test('at the very same moment one alone is heard, and readers are told once', async () => {
    const { portal, article, form } = await reportedPortal()
    const id = await sentReport(portal, form)
    const report = (await reportReader(portal.database.read).find(id)) ?? assert.fail('no report')
    const { live_edition_id } = await standingOf(portal, article.id)
    const tools = { database: portal.database, now: portal.clock.now(), names: reportWords.vi.answers }
    const answers = await Promise.allSettled(
      [binh, duc, an].map(async (person) =>
        answerReport(tools, await staffMember(portal, person), report, {
          kind: 'explained',
          note: `${person.name} giải thích.`,
          liveEditionId: live_edition_id ?? 0,
        }),
      ),
    )
    const faults = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
    assert.deepEqual(
      faults.map((fault) => fault instanceof Fault && fault.status),
      [409, 409],
    )
    const [told, ...others] = await toldOf(portal, article.id)
    assert.deepEqual(others, [])
    assert.equal((await storedReports(portal))[0]?.note, told?.note)
    assert.equal((await audited(portal)).length, 1)
  })
})

const linksOn = (answer: Answer): string[] =>
  elementsIn(pageOf(answer.main())).flatMap(({ tagName, properties }) =>
    tagName === 'a' ? [String(properties['href'])] : [],
  )

const standingOf = ({ database }: TestPortal, articleId: number) =>
  database.write
    .selectFrom('articles')
    .select(['updated_at', 'published_at', 'changed_at', 'version', 'live_edition_id', 'slug'])
    .where('id', '=', articleId)
    .executeTakeFirstOrThrow()

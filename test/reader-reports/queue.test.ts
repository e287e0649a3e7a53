import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openReports, reportPath } from '../../src/reader-reports/index.ts'
import type { Answer } from '../support/client.ts'
import * as given from '../support/given.ts'
import { elementsIn, pageOf, textIn } from '../support/html.ts'
import { an, binh, duc, huong, type Person } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { askForReports, queuePath, reportedPortal, sentReport, storedReports, textOf } from './given-reports.ts'
import { staffMember } from './staff-member.ts'

describe('the menu of the newsroom', () => {
  const isInMenu = async (portal: TestPortal, person: Person) =>
    /<nav class="side"[\s\S]*href="\/quan-tri\/bao-loi"[\s\S]*<\/nav>/.test(
      (await portal.as(person).get('/quan-tri/tai-khoan')).text,
    )

  test('has the reports for who may answer them, while readers may report or something is open', async () => {
    const portal = await testPortal()
    const { path } = await given.article(portal)
    assert.equal(await isInMenu(portal, binh), false)
    await askForReports(portal)
    assert.deepEqual([await isInMenu(portal, binh), await isInMenu(portal, huong)], [true, false])

    const id = await sentReport(portal, `${path}/bao-loi`)
    await askForReports(portal, false)
    assert.equal(await isInMenu(portal, binh), true)
    assert.match(textOf(await portal.as(binh).get(queuePath)), /Bạn đọc hiện không gửi được báo lỗi/)
    await portal.as(binh).post(`${reportPath(id)}/khong-co-loi`, { verdict: 'spam' })
    assert.equal(await isInMenu(portal, binh), false)
  })
})

describe('the queue', () => {
  test('is for who may answer readers', async () => {
    const { portal, form } = await reportedPortal()
    const id = await sentReport(portal, form)
    for (const path of [queuePath, `${queuePath}/da-tra-loi`, reportPath(id)]) {
      assert.equal((await portal.as(huong).get(path)).status, 403, path)
      assert.equal((await portal.as(binh).get(path)).status, 200, path)
      assert.equal((await portal.visitor().get(path)).status, 303, path)
    }
  })

  test('says when nothing waits, and nothing was answered', async () => {
    const { portal } = await reportedPortal()
    assert.match(textOf(await portal.as(binh).get(queuePath)), /Chưa trả lời 0 .*Không có báo lỗi nào chờ trả lời/)
    assert.match(textOf(await portal.as(binh).get(`${queuePath}/da-tra-loi`)), /Chưa trả lời báo lỗi nào/)
  })

  test('shows the most urgent first, with what is left of its ten days', async () => {
    const { portal, form } = await reportedPortal()
    const first = await sentReport(portal, form, { body: 'Cũ nhất.' })
    portal.clock.advance({ days: 5 })
    const second = await sentReport(portal, form, { body: 'Ở giữa.' })
    portal.clock.advance({ days: 7 })
    const third = await sentReport(portal, form, { body: 'Mới nhất.' })
    const page = await portal.as(binh).get(queuePath)
    assert.deepEqual(idsOn(page), [first, second, third])
    assert.match(
      textOf(page),
      /Cũ nhất\.Bài: Hội nghị tổng kết năm 2016 17\/02\/2017, 10:00 quá hạn 2 ngày Hạn 27\/02\/2017/,
    )
    assert.match(textOf(page), /Ở giữa\..* còn 3 ngày .*Mới nhất\..* còn 10 ngày/)
    const late = elementsIn(pageOf(page.main())).filter(({ properties }) =>
      (properties['className'] as string[] | undefined)?.includes('late'),
    )
    assert.deepEqual(late.map(textIn), ['quá hạn 2 ngày'])
    assert.doesNotMatch(textOf(page), /0905|Đinh Hạnh/)
  })

  test('never shows who reported', async () => {
    const { portal, form } = await reportedPortal()
    const id = await sentReport(portal, form, { name: 'Đinh Hạnh', contact: '0905 123 456', consent: '1' })
    assert.doesNotMatch((await portal.as(binh).get(queuePath)).text, /Hạnh|0905/)
    assert.match((await portal.as(binh).get(reportPath(id))).text, /Đinh Hạnh[\s\S]*0905 123 456/)
  })

  test('goes on page by page, also while reports are answered', async () => {
    const { portal, form } = await reportedPortal()
    await sentReport(portal, form)
    await copyReport(portal, 59)
    const ids = (await storedReports(portal)).map(({ id }) => id)

    const first = await portal.as(binh).get(queuePath)
    const next = nextOn(first)
    assert.match(textOf(first), /Chưa trả lời 60/)
    assert.deepEqual(idsOn(first), ids.slice(0, 25))
    await portal.as(binh).post(`${reportPath(ids[24] ?? 0)}/khong-co-loi`, { verdict: 'spam' })
    const second = await portal.as(binh).get(next)
    assert.deepEqual(idsOn(second), ids.slice(25, 50))
    const third = await portal.as(binh).get(nextOn(second))
    assert.deepEqual(idsOn(third), ids.slice(50))
    assert.equal(nextOn(third), '')
    assert.ok(third.main().includes(`href="${queuePath}"`))
    for (const odd of ['abc', '999999', '-1', '0'])
      assert.equal(idsOn(await portal.as(binh).get(`${queuePath}?sau=${odd}`))[0], ids[0])
  })

  test('keeps what was answered, the last answered first', async () => {
    const { portal, form } = await reportedPortal()
    const ids = [await sentReport(portal, form), await sentReport(portal, form), await sentReport(portal, form)]
    for (const id of ids) {
      portal.clock.advance({ hours: 1 })
      await portal.as(duc).post(`${reportPath(id)}/khong-co-loi`, { verdict: 'spam' })
    }
    const page = await portal.as(binh).get(`${queuePath}/da-tra-loi`)
    assert.deepEqual(idsOn(page), ids.toReversed())
    assert.match(textOf(page), /Tin rác Lê Minh Đức, 17\/02\/2017, 13:00/)
    assert.deepEqual(idsOn(await portal.as(binh).get(`${queuePath}/da-tra-loi?sau=${ids[2]}`)), [ids[1], ids[0]])
    assert.deepEqual(idsOn(await portal.as(binh).get(queuePath)), [])
  })
})

describe('somebody who works in some categories', () => {
  test('sees and answers the reports on articles there alone', async () => {
    const { portal, article, form } = await reportedPortal()
    const notices = await given.category(portal, 'Thông báo')
    const other = await given.article(portal, { typed: { categoryId: String(notices) } })
    const here = await sentReport(portal, form)
    const elsewhere = await sentReport(portal, `${other.path}/bao-loi`)
    await narrow(portal, binh, article.categoryId)

    assert.deepEqual(idsOn(await portal.as(binh).get(queuePath)), [here])
    assert.match(textOf(await portal.as(binh).get(queuePath)), /Chưa trả lời 1/)
    assert.deepEqual(idsOn(await portal.as(duc).get(queuePath)), [here, elsewhere])
    assert.equal((await portal.as(binh).get(reportPath(elsewhere))).status, 404)
    for (const way of ['dinh-chinh', 'giai-thich', 'khong-co-loi'])
      assert.equal(
        (await portal.as(binh).post(`${reportPath(elsewhere)}/${way}`, { verdict: 'spam' })).status,
        404,
        way,
      )
    assert.deepEqual(
      (await storedReports(portal)).map(({ answered_at }) => answered_at),
      [null, null],
    )
    assert.equal((await portal.as(binh).post(`${reportPath(here)}/khong-co-loi`, { verdict: 'spam' })).status, 303)
    assert.equal((await portal.as(duc).post(`${reportPath(elsewhere)}/khong-co-loi`, { verdict: 'spam' })).status, 303)
    assert.deepEqual(idsOn(await portal.as(binh).get(`${queuePath}/da-tra-loi`)), [here])
  })
})

describe('the dashboard is told', () => {
  test('what is open and what is overdue, as far as she may answer it', async () => {
    const { portal, article, form } = await reportedPortal()
    const notices = await given.category(portal, 'Thông báo')
    const other = await given.article(portal, { typed: { categoryId: String(notices) } })
    await narrow(portal, binh, article.categoryId)
    const [late, later] = [await sentReport(portal, `${other.path}/bao-loi`), await sentReport(portal, form)]
    portal.clock.advance({ days: 11 })
    await sentReport(portal, form)
    const now = portal.clock.now()
    const told = async (person: Person) => {
      const open = openReports(portal.database, await staffMember(portal, person))
      const overdue = await open.listOverdue(now, 10)
      return [await open.count(), await open.countOverdue(now), overdue.map(({ id }) => id)]
    }
    assert.deepEqual(await told(duc), [3, 2, [late, later]])
    assert.deepEqual(await told(huong), [0, 0, []])
    assert.deepEqual(await told(binh), [2, 1, [later]])
    const one = await openReports(portal.database, await staffMember(portal, duc)).listOverdue(now, 1)
    assert.deepEqual(
      one.map(({ id, articleTitle }) => [id, articleTitle]),
      [[late, 'Hội nghị tổng kết năm 2016']],
    )
  })
})

const idsOn = (answer: Answer): number[] =>
  [...answer.main().matchAll(/<th scope="row"><a href="\/quan-tri\/bao-loi\/(\d+)"/g)].map((found) => Number(found[1]))

const nextOn = (answer: Answer): string => /href="([^"]+)" rel="next"/.exec(answer.main())?.[1] ?? ''

async function narrow(portal: TestPortal, person: Person, categoryId: number) {
  const path = `/quan-tri/can-bo/${await portal.idOf(person)}/chuyen-muc`
  const answer = await portal.as(an).post(path, { categories: String(categoryId) })
  assert.match(answer.location ?? '', /\?xong$/)
}

/** As if many more had come at the same moment. */
async function copyReport(portal: TestPortal, count: number) {
  const [{ id: _, ...report } = assert.fail('no report')] = await storedReports(portal)
  await portal.database.write
    .insertInto('reader_reports')
    .values(Array.from({ length: count }, () => report))
    .execute()
}

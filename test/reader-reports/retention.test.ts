import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { forgetContacts } from '../../src/reader-reports/forget-contacts.ts'
import { reportPath } from '../../src/reader-reports/index.ts'
import type { Client } from '../support/client.ts'
import * as given from '../support/given.ts'
import { binh, duc } from '../support/people.ts'
import { signIn, type TestPortal } from '../support/test-portal.ts'
import { reportedPortal, sentReport, storedReports, textOf } from './given-reports.ts'

const contact = { name: 'Đinh Hạnh', contact: 'hanh@example.vn', consent: '1' }

describe('the name and contact of a reader', () => {
  test('go ninety days after the answer, not before, and the report stays', async () => {
    const { portal, form } = await reportedPortal()
    const id = await sentReport(portal, form, contact)
    portal.clock.advance({ days: 100 })
    await portal.catchUp()
    assert.equal((await storedReports(portal))[0]?.contact, 'hanh@example.vn', 'nobody has answered her yet')
    await (await later(portal)).post(`${reportPath(id)}/khong-co-loi`, { verdict: 'spam' })

    portal.clock.advance({ days: 89, hours: 23 })
    await portal.catchUp()
    assert.equal((await storedReports(portal))[0]?.name, 'Đinh Hạnh')
    portal.clock.advance({ hours: 1 })
    await portal.catchUp()

    const [report] = await storedReports(portal)
    assert.deepEqual(
      [report?.name, report?.contact, report?.forgotten_at, report?.answer],
      ['', '', portal.clock.now(), 'spam'],
    )
    assert.match(textOf(await (await later(portal)).get(reportPath(id))), /Tên và liên lạc đã được xóa ngày/)
    assert.doesNotMatch(JSON.stringify(await given.everythingStored(portal)), /hanh@example|Đinh Hạnh/)
  })

  test('go once, however often it is asked', async () => {
    const { portal, form } = await reportedPortal()
    const id = await sentReport(portal, form, contact)
    await portal.as(binh).post(`${reportPath(id)}/khong-co-loi`, { verdict: 'spam' })
    portal.clock.advance({ days: 91 })
    assert.equal(await forgetContacts(portal), 1)
    const forgotten = await storedReports(portal)
    portal.clock.advance({ days: 1 })
    assert.equal(await forgetContacts(portal), 0)
    assert.deepEqual(await storedReports(portal), forgotten)
  })

  test('go batch by batch, all of them', async () => {
    const { portal, form } = await reportedPortal()
    const id = await sentReport(portal, form, contact)
    await portal.as(binh).post(`${reportPath(id)}/khong-co-loi`, { verdict: 'spam' })
    const [{ id: _, ...report } = assert.fail('no report')] = await storedReports(portal)
    const others = Array.from({ length: 230 }, () => report)
    await portal.database.write.insertInto('reader_reports').values(others).execute()
    portal.clock.advance({ days: 90 })
    assert.equal(await forgetContacts(portal), 231)
    assert.deepEqual(new Set((await storedReports(portal)).map((each) => each.name + each.contact)), new Set(['']))
  })
})

test('an article that is erased takes its reports with it, answered or not', async () => {
  const { portal, article, form } = await reportedPortal()
  const other = await given.article(portal, { typed: { categoryId: String(article.categoryId) } })
  const id = await sentReport(portal, form, contact)
  await sentReport(portal, form)
  const kept = await sentReport(portal, `${other.path}/bao-loi`)
  await portal.as(binh).post(`${reportPath(id)}/giai-thich`, { explanation: 'Viết vậy là đúng.' })
  portal.clock.advance({ minutes: 1 })
  await portal.as(duc).post(`${article.desk}/go`, { withdrawReason: 'Đăng nhầm.' })
  assert.equal((await portal.as(duc).post(`${article.desk}/xoa`)).status, 303)
  await portal.catchUp()
  assert.equal((await storedReports(portal)).length, 3)

  portal.clock.advance({ days: 31 })
  await portal.catchUp()
  assert.deepEqual(
    (await storedReports(portal)).map((report) => report.id),
    [kept],
  )
  const browser = await later(portal)
  assert.equal((await browser.get(reportPath(id))).status, 404)
  assert.equal((await browser.get(reportPath(kept))).status, 200)
})

/** Bình's browser on another day, when his session is long over. */
async function later(portal: TestPortal): Promise<Client> {
  await portal.idOf(binh)
  const browser = portal.visitor()
  await signIn(browser, binh)
  return browser
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { verifyChain } from '../../src/audit/index.ts'
import { disagreements } from '../articles/agreement.ts'
import { complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { markdownOf, rewrite, textbox } from './article-text.ts'

const browser = await openBrowser()
const portal = await testPortal()
await given.category(portal, 'Nông nghiệp')
await portal.as(an).post('/quan-tri/quy-tac', { gates: '2', fourEyes: '1' })

const title = 'Xã Tân An ra quân làm giao thông nội đồng'
const lead = 'Sáng 16/02/2017, hơn 200 người của các thôn Tân Hòa, Tân Lập, Tân Sơn và Tân Bình đắp đường.'
const firstLine = 'Đoạn đường ra đồng dài 1,2 km.'
const bodyOf = (days: string) => `${firstLine}\n\nMỗi hộ góp ${days} ngày công.`
const complaints: string[][] = []

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).locator('visible=true').first().click()
const told = (page: Page, sentence: string | RegExp) => page.getByText(sentence).first().waitFor()

async function windowOf(wish: PageWish): Promise<Page> {
  return watched(await openPage(browser, portal, wish))
}

function watched(page: Page): Page {
  page.context().setDefaultTimeout(15_000)
  complaints.push(complaintsOf(page, portal))
  return page
}

/** The way of somebody who looks for work: her lists, then the article. */
async function openFromList(page: Page, list: string) {
  await page.goto('/quan-tri/bai-viet')
  await page.locator('.tabs').getByRole('link', { name: list }).click()
  await page.getByRole('link', { name: title }).click()
  await field(page, 'Tiêu đề').waitFor()
}

test('three people take an article from an empty page to its readers, correct it and withdraw it', async () => {
  const reviewer = await windowOf({ as: binh })
  const publisher = await windowOf({ as: duc, width: 390, touch: true })
  const reader = await windowOf({ width: 390, touch: true })

  const writer = await writeWithoutNetwork()
  await field(writer, 'Chuyên mục').selectOption({ label: 'Nông nghiệp' })
  await field(writer, 'Tác giả').fill('Lan Hương')
  await submit(writer)
  await sendBackOnce(reviewer, writer)
  await review(reviewer)
  const { desk, address } = await schedule(publisher)
  await assertAppearsAtItsHour(reader, address)

  portal.clock.advance({ minutes: 20 })
  await correct(writer, reader)
  await review(reviewer)
  await publishCorrection(publisher, reader)

  portal.clock.advance({ minutes: 20 })
  await withdraw(publisher, reader, address)
  await assertEveryStepIsTold(desk)
  const isMeant = /ERR_INTERNET_DISCONNECTED|status of 404/
  assert.deepEqual(
    complaints.flat().filter((complaint) => !isMeant.test(complaint)),
    [],
  )
})

/** Hương loses the network half-way, and then her window; gives the window in which she goes on. */
async function writeWithoutNetwork(): Promise<Page> {
  const lost = await windowOf({ as: huong })
  await lost.goto('/quan-tri/bai-viet/moi')
  await field(lost, 'Tiêu đề').fill(title)
  await field(lost, 'Lời dẫn').fill('Sáng 16/02/2017, hơn 200 người đắp đường ra đồng mía.')
  await rewrite(lost, firstLine)
  await told(lost, /^Đã tự lưu lúc/)
  await lost.context().setOffline(true)
  await rewrite(lost, bodyOf('hai'))
  await textbox(lost).blur()
  await told(lost, /gián đoạn từ \d\d:\d\d\. Chữ còn nguyên ở đây và đã giữ trên máy này/)

  const writer = watched(await lost.context().newPage())
  await lost.close()
  await writer.context().setOffline(false)
  await writer.goto('/quan-tri/bai-viet/moi')
  await told(writer, /Trình duyệt giữ bản chưa gửi/)
  await press(writer, 'Lấy lại')
  await told(writer, /^Đã tự lưu lúc/)
  assert.equal(await markdownOf(writer), bodyOf('hai'))
  return writer
}

async function submit(writer: Page) {
  await press(writer, 'Gửi duyệt')
  await told(writer, /^Đã gửi duyệt/)
}

async function sendBackOnce(reviewer: Page, writer: Page) {
  await openFromList(reviewer, 'Chờ duyệt')
  await field(reviewer, 'Cần sửa gì').fill('Thêm tên bốn thôn.')
  await press(reviewer, 'Trả lại để sửa')
  await told(reviewer, /^Đã trả lại bài/)
  await openFromList(writer, 'Trả lại')
  await told(writer, 'Trần Văn Bình trả lại: Thêm tên bốn thôn.')
  await field(writer, 'Lời dẫn').fill(lead)
  await submit(writer)
}

async function review(reviewer: Page) {
  await openFromList(reviewer, 'Chờ duyệt')
  await press(reviewer, 'Duyệt, chuyển lãnh đạo')
  await told(reviewer, /^Đã duyệt/)
}

/** Đức sets the hour on a phone. */
async function schedule(publisher: Page) {
  await openFromList(publisher, 'Chờ đăng')
  await field(publisher, 'Ngày giờ đăng').fill('2017-02-17T12:00')
  await press(publisher, 'Duyệt và đăng')
  await told(publisher, 'Đã hẹn đăng lúc 17/02/2017, 12:00.')
  const desk = new URL(publisher.url()).pathname
  return { desk, address: `/tin-bai/xa-tan-an-ra-quan-lam-giao-thong-noi-dong-${desk.split('/').at(-1)}` }
}

async function assertAppearsAtItsHour(reader: Page, address: string) {
  assert.equal((await reader.goto(address))?.status(), 404)
  portal.clock.set('2017-02-17T05:00:00Z')
  await portal.catchUp()
  await reader.goto('/')
  await reader.getByRole('link', { name: title }).first().tap()
  await reader.waitForURL(`**${address}`)
  await told(reader, 'Mỗi hộ góp hai ngày công.')
}

/** It goes through the same gates, and until then readers have what they had. */
async function correct(writer: Page, reader: Page) {
  await openFromList(writer, 'Đã đăng')
  await rewrite(writer, bodyOf('ba'))
  await writer.getByRole('radio', { name: /^Đính chính/ }).check()
  await field(writer, 'Đã đăng sai').fill('hai ngày công')
  await field(writer, 'Đúng là').fill('ba ngày công')
  await submit(writer)
  await reader.reload()
  await told(reader, 'Mỗi hộ góp hai ngày công.')
  assert.equal(await reader.getByText('ba ngày công').count(), 0)
}

async function publishCorrection(publisher: Page, reader: Page) {
  await openFromList(publisher, 'Chờ đăng')
  await press(publisher, 'Duyệt và đăng')
  await told(publisher, /^Đã đăng/)
  await reader.reload()
  await told(reader, 'Mỗi hộ góp ba ngày công.')
  assert.match((await reader.locator('.box').first().textContent()) ?? '', /hai ngày công[\s\S]*ba ngày công/)
  await reader.goto('/dinh-chinh')
  await reader.getByRole('link', { name: title }).waitFor()
}

async function withdraw(publisher: Page, reader: Page, address: string) {
  await field(publisher, 'Lý do rút, bạn đọc sẽ thấy').fill('Số liệu chưa được huyện xác nhận.')
  await press(publisher, 'Rút bài')
  await told(publisher, /^Đã rút khỏi cổng/)
  await reader.goto(address)
  await told(reader, 'Số liệu chưa được huyện xác nhận.')
  for (const list of ['/', '/nong-nghiep', '/tim-kiem?q=giao+thông']) {
    assert.equal((await reader.goto(list))?.status(), 200)
    assert.equal(await reader.getByRole('link', { name: title }).count(), 0, list)
  }
}

/** In the history that colleagues read and in the log that the administrator reads: who did what, the newest first. */
async function assertEveryStepIsTold(desk: string) {
  const steps: [act: string, name: string, said?: string][] = [
    ['Rút bài', duc.name, 'Số liệu chưa được huyện xác nhận.'],
    ['Đính chính', duc.name],
    ['Duyệt', binh.name],
    ['Gửi duyệt', huong.name],
    ['Hẹn giờ đăng', duc.name],
    ['Duyệt', binh.name],
    ['Gửi duyệt', huong.name],
    ['Trả lại', binh.name, 'Thêm tên bốn thôn.'],
    ['Gửi duyệt', huong.name],
    ['Tạo', huong.name],
  ]
  const boss = await windowOf({ as: an })
  for (const path of [`${desk}/lich-su`, '/quan-tri/nhat-ky']) {
    await boss.goto(path)
    const rows = await boss.locator('tbody tr').allTextContents()
    for (const [place, [act, name, said = '']] of steps.entries()) {
      const row = (rows[place] ?? '').replace(/\s+/g, ' ').trim()
      assert.ok(row.startsWith(act) && row.includes(name) && row.includes(said), `${path}: ${row}: not ${act}, ${name}`)
    }
  }
  assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
  assert.equal((await verifyChain(portal.database.write)).brokenAt, null)
}

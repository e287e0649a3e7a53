import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { articleAt, setRules } from '../dashboard/given-board.ts'
import { sentReport } from '../reader-reports/given-reports.ts'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import { an, duc, huong } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { overhang } from './district.ts'

const browser = await openBrowser()
const portal = await sampleDistrict()
await fillBoard()

const board = '/quan-tri'
const report = '/quan-tri/bao-cao?thang=2017-02'
const pages: [path: string, status: number][] = [
  [board, 200],
  [report, 200],
  ['/quan-tri/bao-cao?thang=2016-07', 200],
  ['/quan-tri/bao-cao?thang=2017-13', 422],
]
const looks: PageWish[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]

for (const look of looks) {
  test(`who opens the newsroom or counts its month meets no barrier: ${look.width} px, ${look.colorScheme}`, async () => {
    const page = await openPage(browser, portal, { ...look, as: duc })
    const complaints = complaintsOf(page, portal)
    const faults: string[] = []
    for (const [path, status] of pages) {
      assert.equal((await page.goto(path))?.status(), status)
      for (const summary of await page.locator('main summary').all()) await summary.click()
      faults.push(...(await axeViolations(page)).map((fault) => `${path}: ${fault}`))
      if (look.width === 390) await page.setViewportSize({ width: 320, height: 800 })
      if ((await overhang(page)) > 0) faults.push(`${path} scrolls sideways`)
      if (look.width === 390) await page.setViewportSize({ width: 390, height: 800 })
    }
    assert.deepEqual([...faults, ...complaints.filter((complaint) => !/status of 422/.test(complaint))], [])
  })
}

test('a reporter, who has little on her board, meets none either', async () => {
  const page = await openPage(browser, portal, { as: huong, width: 390 })
  await page.goto(board)
  assert.deepEqual(await axeViolations(page), [])
  assert.ok((await page.locator('.nothing').count()) > 0)
})

test('an article that waits is opened from the board without script and without a mouse', async () => {
  const page = await openPage(browser, portal, { as: duc, script: false })
  await page.goto(board)
  await page.getByRole('link', { name: /^Đọc và duyệt ?: Quy ước phố văn minh$/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/quan-tri\/bai-viet\/\d+$/)
  assert.equal(await page.locator('#title').inputValue(), 'Quy ước phố văn minh')
})

test('the pictures of the month are told by their finding, drawn in two colours, and stand inside their frame', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openPage(browser, portal, { as: duc, width: 390, colorScheme })
    await page.goto(board)
    const picture = page.getByRole('img', { name: /^Tháng 02\/2017: nhiều bài nhất là Lao động/ })
    assert.equal(await picture.count(), 1)
    const colours = await page.evaluate(
      "[...new Set([...document.querySelectorAll('.month-chart rect')].map((bar) => getComputedStyle(bar).fill))]",
    )
    assert.equal((colours as string[]).length, 2)
    const frame = await picture.boundingBox()
    const last = await page.locator('.month-chart text').nth(15).boundingBox()
    assert.ok(frame && last && last.y + last.height <= frame.y + frame.height + 1)
  }
})

test('another month is chosen with the form, and a month there cannot be says so beside its field', async () => {
  const page = await openPage(browser, portal, { as: duc, script: false })
  await page.goto(report)
  await choose(page, '01/2017')
  assert.equal(await page.locator('h1').innerText(), 'Báo cáo tin bài tháng 01/2017')
  await choose(page, '15/2017')
  assert.equal(await page.locator('#thang-wrong').innerText(), 'Viết một tháng có trên lịch, như 02/2017.')
  assert.equal(await page.locator('#thang').inputValue(), '15/2017')
})

test('the report is printed as a letter: the agency above, room to sign below, no newsroom around it', async () => {
  const page = await openPage(browser, portal, { as: duc })
  await page.goto(report)
  const seen = (locator: string) => page.locator(locator).first().isVisible()
  assert.deepEqual([await seen('.bar'), await seen('.side'), await seen('.report-tools')], [true, true, true])
  await page.emulateMedia({ media: 'print' })
  assert.deepEqual([await seen('.bar'), await seen('.side'), await seen('.report-tools')], [false, false, false])
  assert.deepEqual([await seen('.office'), await seen('.articles thead'), await seen('.signers')], [true, true, true])
  // As wide as A4 on its side, without its margins.
  await page.setViewportSize({ width: 1009, height: 700 })
  assert.equal((await page.locator('.report').boundingBox())?.width, 1009)
})

async function choose(page: Page, month: string) {
  await page.getByLabel('Tháng', { exact: true }).fill(month)
  await page.getByRole('button', { name: 'Xem báo cáo' }).click()
}

/** Something in every section. */
async function fillBoard() {
  await setRules(portal, { gates: '2', fourEyes: '1', readerReports: '1' })
  const typed = (title: string) => ({ typed: { title, categoryId: '3' } })
  const late = await articleAt(portal, 'submitted', typed('Quy ước phố văn minh'))
  await articleAt(portal, 'reviewed', typed('Hai sáng kiến tiết kiệm nước tưới được chọn dự hội thi cấp tỉnh'))
  await articleAt(portal, 'returned', { ...typed('Năm loại giấy tờ không còn phải nộp bản sao'), writtenBy: duc })
  await articleAt(portal, 'draft', { ...typed('Giải bóng chuyền nông dân khởi tranh'), writtenBy: duc })
  const urgent = {
    title: 'Lịch tiếp công dân',
    lead: 'Lịch tháng 3.',
    body: 'Thứ Ba hằng tuần.',
    categoryId: '3',
    version: '0',
  }
  for (const time of [{ publishAt: '2017-02-18T06:00' }, { expireAt: '2017-02-19T17:00' }]) {
    const form = { ...urgent, ...time, author: 'Lan Hương', reason: 'Lịch đã duyệt trên giấy.' }
    assert.equal((await portal.as(an).post('/quan-tri/bai-viet/dang-ngay', form)).status, 303)
  }
  await sentReport(portal, '/tin-bai/12/bao-loi')
  const { write } = portal.database
  const monday = '2017-02-13T02:00:00.000Z'
  await write.updateTable('articles').set({ submitted_at: monday }).where('id', '=', late.id).execute()
  await write.updateTable('reader_reports').set({ due_at: monday }).execute()
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { correct, reportedPortal, sentReport, storedReports } from '../reader-reports/given-reports.ts'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import { binh, duc } from '../support/people.ts'
import { overhang } from './district.ts'

const browser = await openBrowser()
const { portal, article, form } = await reportedPortal()
const contact = { name: 'Đinh Hạnh', contact: 'hanh@example.vn', consent: '1' }
const late = await sentReport(portal, form, { quote: 'Hội nghị đánh giá kết quả của năm.', ...contact })
const corrected = await sentReport(portal, form)
await correct(portal, article)
await portal.as(duc).post(`/quan-tri/bao-loi/${corrected}/dinh-chinh`)
portal.clock.advance({ days: 12 })
await sentReport(portal, form, { body: `Sai ${'liền-một-mạch-'.repeat(30)} quá dài.` })

const looks: PageWish[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]

type Visit = [name: string, open: (page: Page) => Promise<unknown>]
const at = (path: string) => async (page: Page) => {
  assert.equal((await page.goto(path))?.status(), 200, path)
  assert.ok(page.url().endsWith(path), page.url())
}

const readerPages: Visit[] = [
  ['article', at(article.path)],
  ['form', at(form)],
  [
    'form with issues',
    async (page) => {
      await page.getByLabel('Họ và tên').fill('Đinh Hạnh')
      await page.getByRole('button', { name: 'Gửi báo lỗi' }).click()
      await page.locator('[role=alert]').waitFor()
    },
  ],
  ['thanks', at(`${form}?xong`)],
]

const staffPages: Visit[] = [
  ['queue', at('/quan-tri/bao-loi')],
  ['answered', at('/quan-tri/bao-loi/da-tra-loi')],
  ['open report', at(`/quan-tri/bao-loi/${late}`)],
  [
    'report with an issue',
    async (page) => {
      await page.getByRole('button', { name: 'Đăng lời giải thích' }).click()
      await page.locator('[role=alert]').waitFor()
    },
  ],
  ['answered report', at(`/quan-tri/bao-loi/${corrected}`)],
]

for (const look of looks) {
  const name = `${look.width} px, ${look.colorScheme}`

  test(`who reports an error meets no barrier and gets no cookie: ${name}`, async () => {
    const page = await openPage(browser, portal, look)
    assert.deepEqual(await faultsOf(page, readerPages), [])
    assert.deepEqual(await page.context().cookies(), [])
  })

  test(`who answers readers meets no barrier: ${name}`, async () => {
    assert.deepEqual(await faultsOf(await openPage(browser, portal, { ...look, as: binh }), staffPages), [])
  })
}

test('an error is reported without script and without a mouse, and the field that nobody sees is passed by', async () => {
  const page = await openPage(browser, portal, { script: false })
  await page.goto(article.path)
  await page.getByRole('link', { name: 'Báo lỗi trong bài' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/bao-loi$/)
  await page.getByLabel('Chỗ nào sai').focus()
  await page.keyboard.type('Sai năm.')
  const passed: string[] = []
  while (!passed.includes('BUTTON') && passed.length < 9) {
    await page.keyboard.press('Tab')
    passed.push(String(await page.evaluate('document.activeElement.name || document.activeElement.tagName')))
  }
  assert.deepEqual(passed, ['quote', 'name', 'contact', 'consent', 'BUTTON'])
  await page.keyboard.press('Enter')
  await page.waitForURL(/bao-loi\?xong$/)
  assert.equal(await page.locator('h1').innerText(), 'Đã nhận báo lỗi')
  assert.equal((await storedReports(portal)).at(-1)?.body, 'Sai năm.')
})

test('a report is answered without script', async () => {
  const id = await sentReport(portal, form)
  const page = await openPage(browser, portal, { as: binh, script: false })
  await page.goto(`/quan-tri/bao-loi/${id}`)
  await page.getByLabel('Lời giải thích').fill('Viết vậy là đúng.')
  await page.getByRole('button', { name: 'Đăng lời giải thích' }).click()
  await page.waitForURL(/\?xong$/)
  assert.match(await page.locator('main').innerText(), /Đã giải thích[\s\S]*Viết vậy là đúng\./)
})

async function faultsOf(page: Page, visits: Visit[]): Promise<string[]> {
  const complaints = complaintsOf(page, portal)
  const faults: string[] = []
  const { width = 0 } = page.viewportSize() ?? {}
  for (const [name, open] of visits) {
    await open(page)
    faults.push(...(await axeViolations(page)).map((fault) => `${name}: ${fault}`))
    if (width === 390) await page.setViewportSize({ width: 320, height: 800 })
    if ((await overhang(page)) > 0) faults.push(`${name} scrolls sideways`)
    if (width === 390) await page.setViewportSize({ width, height: 800 })
  }
  // What a page with issues says of its own status is no fault of it.
  return [...faults, ...complaints.filter((complaint) => !/status of 422/.test(complaint))]
}

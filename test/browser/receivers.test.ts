import assert from 'node:assert/strict'
import { test } from 'node:test'
import { change } from '../announcements/given-announcements.ts'
import { receiver } from '../announcements/given-receiver.ts'
import { axeViolations, complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { an } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'

const browser = await openBrowser()
const off = await testPortal()
const [good, broken, gone, search] = [await receiver(), await receiver(), await receiver(), await receiver()]
broken.answer({ status: 503 })
gone.answer({ status: 410 })
search.answer({ status: 403 })
const portal = await testPortal({
  WEBHOOKS: `${good.address},${broken.address} ${gone.address}`,
  WEBHOOK_SECRET: good.secret,
  INDEXNOW_HOST: search.origin,
  INDEXNOW_KEY: 'khoa-cua-huyen',
})
const title = 'Huyện Đak Pơ: Thêm 10 thôn, làng, tổ dân phố được công nhận danh hiệu văn hóa năm 2016'
const article = await given.article(portal, { typed: { title } })
await portal.deliver()
await change(portal, article, { body: 'Đã sửa.' })
await given.article(portal, { typed: { publishAt: '2017-02-18T12:00', categoryId: String(article.categoryId) } })
const list = '/quan-tri/noi-nhan-tin'

for (const [width, colorScheme] of [
  [320, 'light'],
  [390, 'dark'],
  [1280, 'light'],
] as const) {
  test(`the page of who is told is for everybody, ${width} wide, ${colorScheme}`, async () => {
    for (const one of [portal, off]) {
      const page = await openPage(browser, one, { as: an, width, colorScheme })
      const complaints = complaintsOf(page, one)
      await page.goto(list)
      assert.ok(await page.getByRole('heading', { level: 1, name: 'Nơi nhận tin' }).isVisible())
      assert.deepEqual(await axeViolations(page), [])
      const overhang = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
      assert.ok(overhang <= 0, `${overhang}px too wide`)
      assert.deepEqual(complaints, [])
    }
  })
}

test('without script, an administrator sends a test and sees that it arrived', async () => {
  const page = await openPage(browser, portal, { as: an, width: 390, script: false })
  await page.goto(list)
  await page.getByRole('button', { name: `Gửi thử tới ${new URL(good.address).host}` }).click()
  assert.ok(await page.getByText('Đang gửi tin thử.').isVisible())
  await portal.deliver()
  await page.goto(list)
  assert.ok(await page.getByRole('row', { name: /^Tin thử Đã tới/ }).isVisible())
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slugOf } from '../../src/text/slug.ts'
import { axeViolations, complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { machineDataIn } from '../support/machine-data.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'

const browser = await openBrowser()
const portal = await testPortal()
const article = await given.article(portal, { typed: { title: 'Nước </script><b>&</b> điện \u2028 về làng' } })
const typed = { categoryId: String(article.categoryId) }

test('what a page says to machines stands in it without a complaint of the security policy', async () => {
  for (const path of ['/', '/lien-he', article.path]) {
    const page = await openPage(browser, portal)
    const complaints = complaintsOf(page, portal)
    await page.goto(path)
    assert.deepEqual(complaints, [], path)
    assert.ok(machineDataIn(await page.content()).statements.length > 0, path)
  }
})

test('the QR code opens with and without script; with it, only who opens it fetches it', async () => {
  for (const [script, width] of [
    [false, 390],
    [true, 1280],
  ] as const) {
    const page = await openPage(browser, portal, { script, width })
    const asked: string[] = []
    page.on('request', (request) => void asked.push(request.url()))
    const fetched = page.waitForResponse((answer) => answer.url().endsWith('/qr.svg'))
    await page.goto(article.path)
    // Browsers without script fetch lazy pictures at once.
    if (script) assert.ok(!asked.some((address) => address.endsWith('/qr.svg')))
    await page.locator('.qr summary').click()
    assert.equal((await fetched).status(), 200)
    assert.ok(await page.locator('.qr img').isVisible())
    if (script) assert.deepEqual(await axeViolations(page), [])
  }
})

test('a print carries the code beside the address', async () => {
  const page = await openPage(browser, portal)
  await page.goto(article.path)
  assert.equal(await page.locator('.printed').isVisible(), false)
  const fetched = page.waitForResponse((answer) => answer.url().endsWith('/qr.svg'))
  await page.emulateMedia({ media: 'print' })
  assert.equal((await fetched).status(), 200)
  assert.equal(await page.locator('.printed img').isVisible(), true)
  assert.equal(await page.locator('.tools').isVisible(), false)
})

test('how the article will look follows the typing, as the server would show it', async () => {
  const { desk } = await given.article(portal, { as: 'draft', typed: { ...typed, title: 'Nháp' } })
  const page = await openPage(browser, portal, { as: huong })
  const complaints = complaintsOf(page, portal)
  await page.goto(desk)
  const section = page.locator('[data-share-preview]')
  const title =
    'Đak Pơ: 1.284 hộ Ba Na & Gia Rai ở làng Kƀang, “nước sạch” về sau Tết, đủ dùng cả mùa khô năm 2017 và những năm sau nữa'
  const lead = 'Nước về làng, ai cũng mừng; từ nay không còn phải gùi nước. '.repeat(4)
  await page.locator('#title').fill(title)
  await page.locator('#lead').fill(lead)
  await page.locator('#slug').fill('')
  const read = () => section.locator('[data-shows]:not(.picture)').allTextContents()
  const whileTyping = await read()
  assert.equal(await section.locator('[data-shows=slug]').textContent(), slugOf(title))

  await page.locator('.inspector [data-save]').click()
  await page.locator('.notice, [role=status]').first().waitFor()
  await page.goto(desk)
  assert.deepEqual(await read(), whileTyping)
  assert.match(whileTyping[1] ?? '', /^Đak Pơ: 1\.284 hộ.*…$/)
  assert.deepEqual(complaints, [])
})

test('the card shows the cover as soon as it is chosen, and is drawn again without it', async () => {
  await given.picture(portal, { alternativeText: 'Ruộng rau' })
  const { desk } = await given.article(portal, { as: 'draft', typed })
  const page = await openPage(browser, portal, { as: huong })
  await page.goto(desk)
  const section = page.locator('[data-share-preview]')
  assert.equal(await section.locator('.drawn').isVisible(), true)
  await page.locator('[data-choose-cover]').click()
  await page.locator('.picker-shelf button').first().click()
  await section.locator('.picture img').waitFor()
  assert.equal(await section.locator('.drawn').isVisible(), false)
  await page.locator('#coverPictureId').selectOption('')
  await section.locator('.drawn').waitFor()
  assert.equal(await section.locator('.picture img').count(), 0)
  assert.deepEqual(await axeViolations(page), [])
})

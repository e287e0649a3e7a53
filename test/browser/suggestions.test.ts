import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { emptyContent, publishArticle } from '../../src/articles/index.ts'
import { searchPath } from '../../src/search/index.ts'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import { testPortal } from '../support/test-portal.ts'

const browser = await openBrowser()
const portal = await testPortal()
for (const title of ['Hội nghị tổng kết', 'Ngày hội mía', 'Ruộng rau bén rễ']) {
  const content = { ...emptyContent, title, slug: 'tin' }
  await publishArticle(portal, null, {
    articleId: null,
    version: 0,
    formKey: null,
    content,
    body: { html: '', pictureIds: [] },
  })
}

async function searchPage(wish: PageWish = {}): Promise<Page> {
  const page = await openPage(browser, portal, wish)
  await page.goto(searchPath)
  return page
}

async function type(page: Page, text: string) {
  await page.locator('#words').pressSequentially(text, { delay: 10 })
}

const options = (page: Page) => page.locator('#words-list [role=option]')
const state = (page: Page, name: string) => page.locator('#words').getAttribute(name)

test('titles come while somebody types, and arrows choose one', async () => {
  const page = await searchPage()
  const complaints = complaintsOf(page, portal)
  await type(page, 'hoi')
  await options(page).first().waitFor()
  assert.deepEqual(await options(page).allTextContents(), ['Ngày hội mía', 'Hội nghị tổng kết'])
  assert.equal(await state(page, 'aria-expanded'), 'true')
  assert.equal(await page.locator('.search-form [role=status]').textContent(), '2 gợi ý. Bấm mũi tên xuống để chọn.')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  assert.equal(await state(page, 'aria-activedescendant'), await options(page).nth(1).getAttribute('id'))
  assert.equal(await options(page).nth(1).getAttribute('aria-selected'), 'true')
  assert.deepEqual(await axeViolations(page), [])
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/tin-bai\/tin-\d+$/)
  assert.equal(await page.locator('h1').textContent(), 'Hội nghị tổng kết')
  assert.deepEqual(complaints, [])
})

test('Escape closes the list and keeps what was typed', async () => {
  const page = await searchPage()
  await type(page, 'hoi')
  await options(page).first().waitFor()
  await page.keyboard.press('Escape')
  assert.equal(await options(page).first().isVisible(), false)
  assert.equal(await page.locator('#words').inputValue(), 'hoi')
  assert.equal(await state(page, 'aria-expanded'), 'false')
})

test('Enter without a choice searches', async () => {
  const page = await searchPage()
  await type(page, 'hoi')
  await options(page).first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=hoi/)
  assert.equal(await page.locator('#found').textContent(), '2 kết quả')
})

test('a press on a title opens it', async () => {
  const page = await searchPage({ width: 360 })
  await type(page, 'rau')
  await options(page).first().click()
  await page.waitForURL(/\/tin-bai\//)
})

test('leaving the field closes the list', async () => {
  const page = await searchPage()
  await type(page, 'hoi')
  await options(page).first().waitFor()
  await page.keyboard.press('Tab')
  assert.equal(await options(page).first().isVisible(), false)
})

test('without script the page searches just the same', async () => {
  const page = await searchPage({ script: false })
  await type(page, 'ngay hoi')
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('#found').textContent(), '1 kết quả')
  assert.deepEqual(await page.locator('mark').allTextContents(), ['Ngày hội'])
})

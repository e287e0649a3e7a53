import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeViolations, complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { markdownOf, rewrite, textbox } from './article-text.ts'
import { overhang } from './district.ts'
import { focused, focusFaults } from './keyboard.ts'

const browser = await openBrowser()
const portal = await testPortal()
const text = 'Ủy ban nhân dân xã họp.\n\nUỶ BAN nhân dân huyện và Uy ban khác.'

async function openText(width = 1280): Promise<Page> {
  const page = await openPage(browser, portal, { as: huong, width })
  await page.goto('/quan-tri/bai-viet/moi')
  await rewrite(page, text)
  await textbox(page).press('Control+Home')
  return page
}

const bar = (page: Page) => page.getByRole('search', { name: 'Tìm và thay trong bài' })
const status = (page: Page) => bar(page).getByRole('status')
const press = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true }).click()
const markdown = async (page: Page) => {
  await page.waitForTimeout(250)
  return markdownOf(page)
}

for (const width of [390, 1280]) {
  test(`words are found from the keyboard, and the caret comes back to them: ${width} px`, async () => {
    const page = await openText(width)
    const complaints = complaintsOf(page, portal)
    await page.keyboard.press('Control+f')
    await page.keyboard.type('uy ban')
    assert.equal(await status(page).textContent(), 'Chỗ 1/3')
    assert.deepEqual(await focusFaults(page), [])
    assert.deepEqual(await axeViolations(page), [])
    assert.equal(await overhang(page), 0)
    await page.keyboard.press('Enter')
    assert.equal(await status(page).textContent(), 'Chỗ 2/3')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    assert.equal(await status(page).textContent(), 'Chỗ 3/3')
    await page.keyboard.press('Escape')
    assert.equal(await bar(page).isVisible(), false)
    assert.equal(await focused(page, 'role'), 'textbox')
    assert.equal(await page.evaluate('getSelection().toString()'), 'Uy ban')
    assert.equal(await textbox(page).locator('.hit').count(), 0)
    assert.equal(await markdown(page), text)
    assert.deepEqual(complaints, [])
  })
}

test('without diacritics everything is found, with them only what has them, and letter by letter only the same', async () => {
  const page = await openText()
  await page.locator('.toolbar [data-tool=find]').click()
  const found = async (query: string) => {
    await bar(page).getByLabel('Tìm', { exact: true }).fill(query)
    return textbox(page).locator('.hit').allTextContents()
  }
  assert.deepEqual(await found('nhan dan'), ['nhân dân', 'nhân dân'])
  assert.deepEqual(await found('ủy'), ['Ủy'])
  assert.deepEqual(await found('uỷ'), ['UỶ'])
  await bar(page).getByLabel('Đúng từng chữ').check()
  assert.deepEqual(await found('uỷ'), [])
  assert.equal(await status(page).textContent(), 'Không có trong bài.')
  assert.deepEqual(await found('UỶ'), ['UỶ'])
})

test('one place is replaced, then all at once, and each is one step of undo', async () => {
  const page = await openText()
  await page.keyboard.press('Control+h')
  await page.keyboard.type('uy ban')
  await bar(page).getByLabel('Thay bằng').fill('UBND')
  await bar(page).getByLabel('Thay bằng').press('Enter')
  const one = 'UBND nhân dân xã họp.\n\nUỶ BAN nhân dân huyện và Uy ban khác.'
  assert.equal(await markdown(page), one)
  assert.equal(await status(page).textContent(), 'Chỗ 1/2')
  await press(page, 'Thay tất cả')
  assert.equal(await status(page).textContent(), 'Đã thay 2 chỗ.')
  assert.equal(await markdown(page), 'UBND nhân dân xã họp.\n\nUBND nhân dân huyện và UBND khác.')
  await press(page, 'Đóng')
  await page.keyboard.press('Control+z')
  assert.equal(await markdown(page), one)
  await page.keyboard.press('Control+z')
  assert.equal(await markdown(page), text)
})

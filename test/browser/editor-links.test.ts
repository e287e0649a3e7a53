import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeViolations, complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { markdownOf, textbox } from './article-text.ts'
import { overhang } from './district.ts'

const browser = await openBrowser()
const portal = await testPortal()
const categoryId = String(await given.category(portal, 'Tin tức'))
const forest = await given.article(portal, { typed: { categoryId, title: 'Kế hoạch phòng cháy rừng mùa khô' } })
const village = await given.article(portal, { typed: { categoryId, title: 'Kế hoạch làm đường thôn An Định' } })

async function askLink(width = 1280): Promise<Page> {
  const page = await openPage(browser, portal, { as: huong, width })
  await page.goto('/quan-tri/bai-viet/moi')
  await textbox(page).focus()
  await page.keyboard.press('Control+k')
  return page
}

const address = (page: Page) => page.getByRole('combobox', { name: 'Địa chỉ, hoặc vài chữ' })
const option = (page: Page, name: string) => page.getByRole('option', { name })
const press = (page: Page) => page.getByRole('button', { name: 'Đặt liên kết' }).click()

async function markdown(page: Page): Promise<string> {
  await page.locator('dialog[data-ask=link]').waitFor({ state: 'hidden' })
  await page.waitForTimeout(250)
  return markdownOf(page)
}

for (const width of [390, 1280]) {
  test(`an article is found by a few letters and linked without a mouse: ${width} px`, async () => {
    const page = await askLink(width)
    const complaints = complaintsOf(page, portal)
    await page.keyboard.type('ke hoach')
    await option(page, 'Kế hoạch làm đường').waitFor()
    assert.deepEqual(await axeViolations(page), [])
    assert.equal(await overhang(page), 0)
    await page.keyboard.press('ArrowDown')
    while (!(await page.locator('[aria-selected=true]', { hasText: 'phòng cháy rừng' }).count()))
      await page.keyboard.press('ArrowDown')
    const active = await address(page).getAttribute('aria-activedescendant')
    assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true')
    await page.keyboard.press('Enter')
    assert.equal(await address(page).inputValue(), forest.path)
    assert.equal(await address(page).getAttribute('aria-expanded'), 'false')
    await page.keyboard.press('Enter')
    assert.equal(await markdown(page), `[Kế hoạch phòng cháy rừng mùa khô](${forest.path})`)
    assert.deepEqual(complaints, [])
  })
}

test('words that she selected stay, and a finger chooses too', async () => {
  const page = await askLink()
  await page.getByLabel('Chữ của liên kết').fill('đường mới')
  await address(page).fill('an dinh')
  await option(page, 'Kế hoạch làm đường').click()
  await press(page)
  assert.equal(await markdown(page), `[đường mới](${village.path})`)
})

test('Escape closes the list first and the dialog after', async () => {
  const page = await askLink()
  await page.keyboard.type('ke hoach')
  await option(page, 'Kế hoạch làm đường').waitFor()
  await page.keyboard.press('Escape')
  assert.equal(await option(page, 'Kế hoạch làm đường').isVisible(), false)
  assert.equal(await address(page).inputValue(), 'ke hoach')
  await page.keyboard.press('Escape')
  assert.equal(await markdown(page), '')
})

test('what is no address is said in its place, and nothing is lost', async () => {
  const page = await askLink()
  const dialog = page.getByRole('dialog', { name: 'Liên kết' })
  for (const wrong of ['kế hoạch', 'hoạch', 'mailto:ai', 'tel:abc', 'javascript:alert(1)', 'https://']) {
    await address(page).fill(wrong)
    await press(page)
    assert.equal(await dialog.isVisible(), true, wrong)
    assert.match(
      await address(page).evaluate((field: { validationMessage?: string }) => field.validationMessage ?? ''),
      /chưa phải/,
    )
  }
  await address(page).fill('zz zz')
  await page.getByText('Không có bài nào đã đăng có tên như vậy.').waitFor()
  await address(page).fill('vanthu@gialai.gov.vn')
  await page.getByLabel('Chữ của liên kết').fill('văn thư')
  await press(page)
  assert.equal(await markdown(page), '[văn thư](mailto:vanthu@gialai.gov.vn)')
})

test('an address of this portal is kept as a path, one of another as it is, and an empty one takes the link away', async () => {
  const page = await askLink()
  const { siteUrl } = portal.config
  await address(page).fill(`${siteUrl}${forest.path}#muc`)
  await page.getByLabel('Chữ của liên kết').fill('bài')
  await press(page)
  assert.equal(await markdown(page), `[bài](${forest.path}#muc)`)
  for (const [typed, kept] of [
    ['gialai.gov.vn/tin?a=1', '[bài](https://gialai.gov.vn/tin?a=1)'],
    ['0269 382 4403', '[bài](tel:02693824403)'],
    ['', 'bài'],
  ] as const) {
    await textbox(page).press('ArrowLeft')
    await textbox(page).press('Control+k')
    await address(page).fill(typed)
    await press(page)
    assert.equal(await markdown(page), kept)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeViolations, complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { rewrite, textbox } from './article-text.ts'
import { overhang } from './district.ts'

const browser = await openBrowser()
const portal = await testPortal()

for (const width of [390, 1280]) {
  test(`the length of the text is told in both views, without a voice: ${width} px`, async () => {
    const page = await openPage(browser, portal, { as: huong, width })
    const complaints = complaintsOf(page, portal)
    await page.goto('/quan-tri/bai-viet/moi')
    const line = page.locator('[data-text-length]')
    await textbox(page).waitFor()
    assert.equal(await line.isVisible(), false, 'nothing is said of an empty text')
    await rewrite(page, 'Ủy ban nhân dân – xã An Định')
    await page.getByText('7 chữ, đọc khoảng 1 phút', { exact: true }).waitFor()
    assert.equal(
      await line.evaluate((element: { closest(selector: string): unknown }) =>
        element.closest('[aria-live],[role=status]'),
      ),
      null,
    )
    await rewrite(page, 'chữ '.repeat(1_240).trim())
    await page.getByText('1.240 chữ, đọc khoảng 6 phút', { exact: true }).waitFor()
    assert.deepEqual(await axeViolations(page), [])
    assert.equal(await overhang(page), 0)

    await page.locator('.toolbar [data-tool=source]').click()
    await page.locator('#body').fill('## Mục\n\n**Hai** [chữ](/lien-he) ![mô tả ảnh](anh:1)')
    await page.getByText('3 chữ, đọc khoảng 1 phút', { exact: true }).waitFor()
    assert.deepEqual(complaints, [])
  })
}

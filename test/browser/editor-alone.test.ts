import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeViolations, complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { textbox } from './article-text.ts'
import { overhang } from './district.ts'

const browser = await openBrowser()
const portal = await testPortal()

for (const width of [390, 1280]) {
  test(`a writer sees the text alone, may save it, and Escape brings everything back: ${width} px`, async () => {
    const page = await openPage(browser, portal, { as: huong, width })
    const complaints = complaintsOf(page, portal)
    await page.goto('/quan-tri/bai-viet/moi')
    await textbox(page).waitFor()
    const [button, menu, category] = [
      page.locator('.toolbar [data-tool=alone]'),
      page.locator('.bar'),
      page.locator('#categoryId'),
    ]
    assert.equal(await button.getAttribute('aria-pressed'), 'false')
    assert.deepEqual([await menu.isVisible(), await category.isVisible()], [true, true])

    await button.click()
    assert.equal(await button.getAttribute('aria-pressed'), 'true')
    assert.deepEqual([await menu.isVisible(), await category.isVisible()], [false, false])
    assert.equal(await page.locator('.deskbar button').first().isVisible(), true)
    assert.equal(await overhang(page), 0)
    assert.deepEqual(await axeViolations(page), [])
    await textbox(page).fill('Viết không ai phiền.')

    await page.evaluate('document.exitFullscreen().catch(() => {})')
    await page.keyboard.press('Escape')
    await category.waitFor()
    assert.equal(await button.getAttribute('aria-pressed'), 'false')

    await page.locator('.toolbar [data-tool=source]').click()
    await button.click()
    assert.deepEqual([await category.isVisible(), await page.locator('#body').isVisible()], [false, true])
    await button.click()
    assert.equal(await category.isVisible(), true)
    assert.deepEqual(complaints, [])
  })
}

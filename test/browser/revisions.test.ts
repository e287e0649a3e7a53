import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { articleWithPast } from '../revisions/article-with-past.ts'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { overhang } from './district.ts'

const browser = await openBrowser()
const portal = await testPortal()
const { desk } = await articleWithPast(portal)

const pages = [`${desk}/lich-su`, `${desk}/so-sanh?tu=1&den=2`, `${desk}/ban/1`, `${desk}/phieu-duyet`]
const looks: PageWish[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]

for (const look of looks) {
  test(`who looks into an article’s past meets no barrier: ${look.width} px, ${look.colorScheme}`, async () => {
    const page = await openPage(browser, portal, { ...look, as: huong })
    const complaints = complaintsOf(page, portal)
    const faults: string[] = []
    for (const path of pages) {
      assert.equal((await page.goto(path))?.status(), 200)
      faults.push(...(await axeViolations(page)).map((fault) => `${path}: ${fault}`))
      if (look.width === 390) await page.setViewportSize({ width: 320, height: 800 })
      if ((await overhang(page)) > 0) faults.push(`${path} scrolls sideways`)
      if (look.width === 390) await page.setViewportSize({ width: 390, height: 800 })
    }
    assert.deepEqual([...faults, ...complaints], [])
  })
}

test('two editions are compared without script and without a mouse', async () => {
  const page = await openPage(browser, portal, { as: huong, script: false })
  await page.goto(`${desk}/lich-su`)
  await page.getByRole('button', { name: 'So sánh hai bản đã chọn' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/so-sanh\?/)
  assert.equal(await page.locator('h1').innerText(), 'So bản 1 với bản 2')
})

test('texts stand side by side where there is room, and one below the other on a phone', async () => {
  const topsAt = async (width: number) => {
    const page = await openPage(browser, portal, { as: huong, width })
    await page.goto(`${desk}/so-sanh?tu=1&den=2`)
    const [before, after] = await Promise.all(['del', 'ins'].map((mark) => boxOf(page, mark)))
    return (after?.y ?? 0) - (before?.y ?? 0)
  }
  assert.equal(await topsAt(1280), 0)
  assert.ok((await topsAt(390)) > 20)
})

test('what went and what came differ by their lines, not by colour alone', async () => {
  const page = await openPage(browser, portal, { as: huong })
  await page.goto(`${desk}/so-sanh?tu=1&den=2`)
  const lineOf = (mark: string) =>
    page.evaluate(`getComputedStyle(document.querySelector('main ${mark}')).textDecorationLine`)
  assert.deepEqual([await lineOf('del'), await lineOf('ins')], ['line-through', 'underline'])
})

test('the slip is printed without the newsroom around it', async () => {
  const page = await openPage(browser, portal, { as: huong })
  await page.goto(`${desk}/phieu-duyet`)
  const seen = (locator: string) => page.locator(locator).first().isVisible()
  assert.deepEqual([await seen('.bar'), await seen('.side'), await seen('.signers')], [true, true, true])
  await page.emulateMedia({ media: 'print' })
  assert.deepEqual([await seen('.bar'), await seen('.side'), await seen('.screen-only')], [false, false, false])
  assert.deepEqual([await seen('.office'), await seen('.signers')], [true, true])
})

const boxOf = (page: Page, locator: string) => page.locator(locator).first().boundingBox()

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { axeViolations, complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { rewrite } from './article-text.ts'
import { overhang } from './district.ts'
import { articlesInEveryState, meetInConflict } from './gate-states.ts'

const browser = await openBrowser()
const portal = await testPortal()
const category = await given.category(portal, 'Nông nghiệp', await given.category(portal, 'Tin tức'))
const states = await articlesInEveryState(portal, category)

test('whoever leads an article through its gates meets no barrier, on a desk or a phone, by day or by night', async () => {
  const page = await openPage(browser, portal, { as: duc })
  const complaints = complaintsOf(page, portal)
  const faults: string[] = []
  for (const [state, desk] of Object.entries(states)) {
    await page.goto(desk)
    faults.push(...(await faultsOf(page, state)))
  }
  await page.goto(states.published)
  await page.locator('[name=changeKind][value=correction]').check()
  await page.locator('.emergency summary').click()
  faults.push(...(await faultsOf(page, 'correction, past the gates')))
  await page.goto('/quan-tri/bai-viet')
  faults.push(...(await faultsOf(page, 'list')))
  assert.deepEqual([...faults, ...complaints], [])
})

test('whoever meets a colleague’s text meets no barrier', async () => {
  const page = await openPage(browser, portal, { as: huong })
  await page.goto(states.draft)
  const mine = await meetInConflict(portal, states.draft)
  await page.locator('#title').fill(mine.title)
  await rewrite(page, mine.body)
  await page.getByRole('button', { name: 'Lưu nháp' }).locator('visible=true').first().click()
  await page.getByRole('heading', { name: 'Hai người cùng sửa bài này' }).waitFor()
  assert.equal(await page.getByRole('radio', { name: 'Giữ cả hai' }).count(), 1)
  assert.deepEqual(await faultsOf(page, 'conflict'), [])
  await page.getByRole('button', { name: 'Ghép hai bản và đọc lại' }).click()
  await page.getByText('Đã ghép hai bản, chưa lưu.').waitFor()
  assert.equal(await page.locator('#title').inputValue(), mine.title)
  assert.deepEqual(await faultsOf(page, 'merged'), [])
})

test('only the fields of the chosen kind of change are shown, with and without script', async () => {
  for (const script of [true, false]) {
    const page = await openPage(browser, portal, { as: duc, script })
    await page.goto(states.published)
    const shown = async () => {
      const names = ['changeNote', 'wrongText', 'rightText']
      const seen = await Promise.all(names.map((name) => page.locator(`#${name}`).isVisible()))
      return names.filter((_, place) => seen[place])
    }
    assert.deepEqual(await shown(), [])
    await page.locator('[name=changeKind][value=update]').check()
    assert.deepEqual(await shown(), ['changeNote'])
    await page.locator('[name=changeKind][value=correction]').check()
    assert.deepEqual(await shown(), ['changeNote', 'wrongText', 'rightText'])
  }
})

test('what was published past the gates is red, and in sight, until somebody countersigns', async () => {
  const page = await openPage(browser, portal, { as: duc, width: 390 })
  await page.goto('/quan-tri/bai-viet')
  const colours = () =>
    page.evaluate(`[...document.querySelectorAll('.wrong')].map((one) => getComputedStyle(one).color)`)
  assert.deepEqual(await colours(), ['rgb(179, 32, 28)', 'rgb(179, 32, 28)'])
  const box = await page.locator('.tabs .wrong').boundingBox()
  assert.ok(box && box.x + box.width <= 390, 'its list is in sight on a phone')
  await page.goto(states.unreviewed)
  assert.match((await page.locator('.notice[data-kind=bad]').textContent()) ?? '', /Lê Minh Đức đăng bài này/)
})

/** Of one page as it stands, in two widths and in both colour schemes; the narrowest phone is asked for its width alone. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = []
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    faults.push(...(await axeViolations(page)).map((fault) => `${width} px: ${fault}`))
    await page.emulateMedia({ colorScheme: 'dark' })
    faults.push(...(await contrastFaults(page)).map((fault) => `${width} px, dark: ${fault}`))
    await page.emulateMedia({ colorScheme: 'light' })
    if (width === 390) await page.setViewportSize({ width: 320, height: 800 })
    if ((await overhang(page)) > 0) faults.push(`${width} px: scrolls sideways`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  return faults.map((fault) => `${name}: ${fault}`)
}

/** Another colour scheme changes nothing else. The page has axe already. */
async function contrastFaults(page: Page): Promise<string[]> {
  const run = "axe.run(document, { runOnly: ['color-contrast'] })"
  const { violations } = (await page.evaluate(run)) as AxeResults
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 120)))
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser, openPage } from '../support/browser.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { seedArticle } from './district.ts'

const browser = await openBrowser()
const portal = await sampleDistrict()
const pages = [
  ['home', '/'],
  ['category', '/tin-tuc'],
  ['article', await seedArticle(portal)],
] as const
const phone = { width: 390, height: 844, density: 2, touch: true }
const heaviest = { fonts: 65 * 1024, styles: 10 * 1024 }

for (const [name, path] of pages) {
  test(`nothing but one style sheet holds up the first letters: ${name}`, async () => {
    const page = await openPage(browser, portal, phone)
    await page.goto(path, { waitUntil: 'networkidle' })
    const blocking = await loaded(page, "renderBlockingStatus === 'blocking'")
    assert.deepEqual(
      blocking.map(({ file }) => file),
      ['site.css'],
    )
    assert.ok((blocking[0]?.bytes ?? 0) <= heaviest.styles, `${blocking[0]?.bytes} bytes`)
    assert.ok((await loaded(page, "initiatorType === 'script'")).length > 0)
  })

  test(`letters come in a few small files, the first three with the page: ${name}`, async () => {
    const page = await openPage(browser, portal, phone)
    await page.goto(path, { waitUntil: 'networkidle' })
    const fonts = await loaded(page, "name.endsWith('.woff2')")
    const bytes = fonts.reduce((sum, font) => sum + font.bytes, 0)
    assert.ok(bytes > 0 && bytes <= heaviest.fonts, `${bytes} bytes: ${JSON.stringify(fonts)}`)
    const early = fonts.filter(({ by }) => by === 'link').map(({ file }) => file)
    assert.deepEqual(early, ['be-vietnam-pro-400.woff2', 'be-vietnam-pro-600.woff2', 'noto-serif-600.woff2'])
  })

  test(`nothing moves while a phone loads the page and goes to its end: ${name}`, async () => {
    const page = await openPage(browser, portal, phone)
    await drawAfterLetters(page)
    await page.addInitScript(`{
      globalThis.shifts = []
      globalThis.glides = []
      addEventListener('transitionrun', ({ target }) => glides.push(target.outerHTML.slice(0, 80)), true)
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) shifts.push(value + ' ' + sources.map(({ node }) => node?.outerHTML?.slice(0, 80)))
      }).observe({ type: 'layout-shift', buffered: true })
    }`)
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    await page.waitForLoadState('networkidle')
    assert.deepEqual(await page.evaluate('shifts'), [])
    assert.deepEqual(await page.evaluate('glides'), [])
  })
}

for (const path of ['/', pages[2][1]]) {
  test(`a phone gets a picture on top that is no larger than it shows: ${path.slice(0, 8)}`, async () => {
    const page = await openPage(browser, portal, phone)
    await page.goto(path, { waitUntil: 'networkidle' })
    const file = (await page.evaluate(
      "document.querySelector('main picture img').currentSrc.split('/').at(-1)",
    )) as string
    assert.match(file, /-640\.webp$/)
  })
}

/** Of what the page asked for, by a condition on its `PerformanceResourceTiming`. */
async function loaded(page: Page, condition: string) {
  return (await page.evaluate(`performance.getEntriesByType('resource')
    .filter(({ name, renderBlockingStatus, initiatorType }) => ${condition})
    .map(({ name, encodedBodySize, initiatorType }) => ({ file: name.split('/').at(-1), bytes: encodedBodySize, by: initiatorType }))
    .sort((one, other) => (one.file < other.file ? -1 : 1))`)) as { file: string; bytes: number; by: string }[]
}

/** As on a real line, where fonts of the page arrive before its style sheet was worked through. */
async function drawAfterLetters(page: Page) {
  let missing = 3
  let tell = () => {}
  const arrived = new Promise<void>((resolve) => {
    tell = resolve
  })
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('.woff2') && --missing === 0) tell()
  })
  await page.route('**/*.css', async (route) => {
    await arrived
    await route.continue()
  })
}

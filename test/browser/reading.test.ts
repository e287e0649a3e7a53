import assert from 'node:assert/strict'
import { get } from 'node:http'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser, openPage } from '../support/browser.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { articlesWithAStory, seedArticle, seedCategory } from './district.ts'
import { focused, focusFaults, tabTo } from './keyboard.ts'

const browser = await openBrowser()
const portal = await sampleDistrict()
const seed = await seedArticle(portal)
const pages = [
  ['home', '/'],
  ['category', '/tin-tuc'],
  ['article', seed],
] as const
const heaviestArticle = 25 * 1024

test('an article with its styles and scripts weighs no more than 25 KB on the wire', async () => {
  const { text } = await portal.visitor().get(seed)
  const parts = [...text.matchAll(/(?:<link rel="stylesheet" href|<script src)="([^"]+)"/g)].map(
    ([, path = '']) => path,
  )
  assert.ok(parts.some((path) => path.endsWith('.css')) && parts.some((path) => path.endsWith('.js')))
  const weights = await Promise.all([seed, ...parts].map(async (path) => ({ path, bytes: await bytesOnTheWire(path) })))
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)
  assert.ok(total <= heaviestArticle, `${total} bytes: ${JSON.stringify(weights)}`)
})

for (const width of [390, 1280]) {
  for (const [name, path] of pages) {
    test(`late pictures move nothing: ${name}, ${width} px`, async () => {
      const page = await openPage(browser, portal, { width })
      const release = await holdPictures(page)
      await page.goto(path, { waitUntil: 'domcontentloaded' })
      await settleLetters(page)
      await page.evaluate(`{
        globalThis.shifts = []
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries()) shifts.push(value + ' ' + sources.map(({ node }) => node?.outerHTML?.slice(0, 80)))
        }).observe({ type: 'layout-shift' })
      }`)
      release()
      assert.ok((await scrollThroughPictures(page)) > 0)
      assert.deepEqual(await page.evaluate('shifts'), [])
      assert.deepEqual(
        await page.evaluate(
          `[...document.images].filter((image) => !(image.getAttribute('width') > 0 && image.getAttribute('height') > 0)).map((image) => image.outerHTML)`,
        ),
        [],
      )
    })
  }
}

test('the picture on top comes first, all others when they are needed', async () => {
  const page = await openPage(browser, portal)
  for (const path of ['/', seed]) {
    await page.goto(path)
    const images = (await page.evaluate(
      `[...document.querySelectorAll('main img:not([src$=".svg"])')].map((image) => [image.getAttribute('fetchpriority'), image.getAttribute('loading')].join())`,
    )) as string[]
    assert.equal(images[0], 'high,', path)
    assert.deepEqual(
      images.slice(1).filter((image) => image !== ',lazy'),
      [],
      path,
    )
  }
})

test('from the first Tab a reader can jump to what the page is about', async () => {
  const page = await openPage(browser, portal)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  await page.keyboard.press('Tab')
  assert.equal(await focused(page, 'textContent'), 'Đến nội dung chính')
  assert.deepEqual(await focusFaults(page), [])
  await page.keyboard.press('Enter')
  assert.match(page.url(), /#main$/)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate("document.querySelector('main').contains(document.activeElement)"), true)
})

test('the menu opens with Enter, and Escape closes it and gives the focus back', async () => {
  const page = await openPage(browser, portal)
  await page.goto('/')
  await tabTo(page, '.nav summary')
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('.panel').isVisible(), true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate("document.querySelector('.panel').contains(document.activeElement)"), true)
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('.panel').isVisible(), false)
  assert.equal(await focused(page, 'tagName'), 'SUMMARY')
})

for (const [name, path] of pages) {
  for (const width of [390, 1280]) {
    test(`the focus is seen wherever Tab leads: ${name}, ${width} px`, async () => {
      const page = await openPage(browser, portal, { width })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.goto(path)
      assert.deepEqual(await tabThrough(page), [])
    })
  }
}

test('without script a reader reaches the whole tree, larger letters and the older news', async () => {
  const page = await openPage(browser, portal, { width: 390, script: false })
  await page.goto('/')
  await page.locator('.nav summary').click()
  await page.locator('.panel').getByRole('link', { name: 'Lao động - thương binh và xã hội' }).click()
  assert.equal(new URL(page.url()).pathname, seedCategory)

  await page.locator('.display summary').click()
  assert.equal(await page.getByRole('button', { name: 'Ghi nhớ trên máy này' }).isVisible(), false)
  await page.getByRole('radio', { name: 'Rất lớn' }).check()
  assert.equal(await letterSize(page), '24px')
  await page.getByRole('radio', { name: 'Tương phản cao' }).check()
  assert.equal(await paper(page), 'rgb(0, 0, 0)')

  await page.goto('/tin-tuc')
  const first = await page.locator('.story h3').first().textContent()
  await page.locator('.fold summary').click()
  assert.equal(
    await page
      .locator('.below')
      .getByRole('link', { name: /^Kinh tế/ })
      .isVisible(),
    true,
  )
  await page.getByRole('link', { name: 'Trang sau' }).click()
  assert.match(page.url(), /trang=2$/)
  assert.notEqual(await page.locator('.story h3').first().textContent(), first)
  await page.locator('.story h3 a').first().click()
  assert.equal(await page.locator('article h1').count(), 1)
})

test('letters and colours change at once, and are remembered on this machine without a cookie', async () => {
  const page = await openPage(browser, portal)
  await page.goto(seed)
  assert.equal(await letterSize(page), '16px')
  await page.locator('.display summary').click()
  await page.locator('#size-125').check()
  await page.locator('#tone-dark').check()
  assert.equal(await letterSize(page), '20px')
  assert.equal(await paper(page), 'rgb(22, 20, 18)')
  await page.reload()
  assert.equal(await letterSize(page), '16px')

  await page.locator('.display summary').click()
  await page.locator('#size-150').check()
  await page.locator('#tone-high').check()
  await page.getByRole('button', { name: 'Ghi nhớ trên máy này' }).click()
  assert.equal(await page.locator('.display form').isVisible(), false)
  await page.goto('/')
  assert.equal(await letterSize(page), '24px')
  assert.equal(await paper(page), 'rgb(0, 0, 0)')
  assert.equal(await page.locator('#size-150').isChecked(), true)
  assert.deepEqual(await page.context().cookies(), [])
})

test('an article has a size of its own for its letters', async () => {
  const page = await openPage(browser, portal)
  await page.goto(seed)
  const size = () =>
    page.evaluate("Number.parseFloat(getComputedStyle(document.querySelector('.prose')).fontSize)") as Promise<number>
  const before = await size()
  await page.locator('.tools').getByRole('radio', { name: 'Rất lớn' }).check()
  assert.ok((await size()) > before)
})

test('on paper there is the letter alone: no menu and no tools, but the address of the page', async () => {
  const page = await openPage(browser, portal)
  await page.goto(seed)
  const address = page.locator('.printed')
  assert.equal(await address.isVisible(), false)
  await page.emulateMedia({ media: 'print' })
  for (const part of [
    '.nav',
    '.strip',
    '.crumbs',
    '.tools',
    '.rail',
    '.related',
    '.beside',
    '.tags',
    '.skip',
    '.foot nav',
  ])
    assert.equal(await page.locator(part).first().isVisible(), false, part)
  for (const part of ['h1', '.dates', '.lead', '.prose img', '.byline', '.brand .unit', '.foot .contact'])
    assert.equal(await page.locator(part).first().isVisible(), true, part)
  assert.equal(await address.isVisible(), true)
  assert.match((await address.textContent()) ?? '', new RegExp(`${new URL(portal.origin).host}/tin-bai/`))
})

test('paper keeps what was corrected and what became of an article, and leaves out what was withdrawn', async () => {
  const { corrected, withdrawn } = await articlesWithAStory(portal)
  const page = await openPage(browser, portal)
  await page.emulateMedia({ media: 'print' })
  await page.goto(corrected)
  for (const part of ['.box del', '.box ins', '.history li'])
    assert.equal(await page.locator(part).first().isVisible(), true, part)
  await page.goto(withdrawn)
  assert.equal(await page.locator('.box').isVisible(), true)
  for (const part of ['.article summary', '.prose']) assert.equal(await page.locator(part).isVisible(), false, part)
})

const letterSize = (page: Page) => page.evaluate('getComputedStyle(document.documentElement).fontSize')
const paper = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor')

function bytesOnTheWire(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(portal.origin + path, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve(answer.statusCode === 200 ? bytes : Number.POSITIVE_INFINITY))
    }).on('error', reject)
  })
}

/** Letters of the page's own typefaces have taken the place of their stand-ins, and the page was drawn with them. */
async function settleLetters(page: Page) {
  await page.evaluate(`new Promise((settled) => {
    const look = () => {
      const isSettled = document.fonts.status === 'loaded' && [...document.fonts].some(({ status }) => status === 'loaded')
      return isSettled ? settled() : setTimeout(look, 20)
    }
    look()
  })`)
  await page.evaluate('new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn), 100))')
}

/** Pictures wait until the function that this gives is called. */
async function holdPictures(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/hinh-anh/**', async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** Down the whole page, waiting for each picture to arrive; gives how many there are. */
async function scrollThroughPictures(page: Page): Promise<number> {
  // The QR code is fetched when somebody opens or prints it.
  const shown = 'main img:not([src$=".svg"])'
  const pictures = page.locator(shown)
  const count = await pictures.count()
  for (let place = 0; place < count; place++) {
    await pictures.nth(place).scrollIntoViewIfNeeded()
    await page.evaluate(`document.querySelectorAll('${shown}')[${place}].decode()`)
  }
  return count
}

async function tabThrough(page: Page): Promise<string[]> {
  const faults: string[] = []
  let stops = 0
  for (; stops < 150; stops++) {
    await page.keyboard.press('Tab')
    if ((await focused(page, 'tagName')) === 'BODY') break
    faults.push(...(await focusFaults(page)))
  }
  assert.ok(stops > 10 && stops < 150, `${stops} stops`)
  return faults
}

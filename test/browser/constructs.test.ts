import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeViolations, complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { huong } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { overhang } from './district.ts'
import { focused, focusFaults, tabTo } from './keyboard.ts'

const address = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
const browser = await openBrowser()
const portal = await sampleDistrict()
const [bonfire, communalHouse, school] = await pictureIds(
  'IMG_20170211_192714.jpg',
  'nhà rông chiều.jpg',
  'sân trường.jpg',
)
const body = `Mở đầu.

> [!NOTE]
> Nộp hồ sơ trước **03/03/2017** tại Bộ phận một cửa, xem [Liên hệ, góp ý](/lien-he).
>
> - Đơn theo mẫu

> [!IMPORTANT]
> Cổng không thu phí.

> [!WARNING]
> Không đi qua ngầm tràn.

![](anh:${bonfire})
![](anh:${communalHouse})
![](anh:${school})

[![](anh:${communalHouse} "Đêm hội làng")](${address})

[Hội thi cồng chiêng](https://vimeo.com/123456789)

<div lang="bdq">

Bok kră, pơlei, ƀ č ñ ŏ ĭ ŭ ĕ ơ̆.

</div>

Chữ Jrai: <span lang="jra">ƀơi dêh čar, lŏn ia</span>.`
const { path, desk } = await given.article(portal, { typed: { categoryId: '2', title: 'Đêm hội làng', body } })

async function pictureIds(...names: string[]): Promise<number[]> {
  const rows = await portal.database.read.selectFrom('pictures').select(['id', 'original_name']).execute()
  return names.map((name) => rows.find(({ original_name }) => original_name === name)?.id ?? assert.fail(name))
}

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`what a text holds can be read by everybody: ${width} px, ${colorScheme}`, async () => {
      const page = await openPage(browser, portal, { width, colorScheme })
      const complaints = complaintsOf(page, portal)
      await page.goto(path)
      assert.deepEqual(await axeViolations(page), [])
      assert.deepEqual([await overhang(page), complaints], [0, []])
    })
  }
}

test('a gallery stands in one column on the smallest phone and in two where there is room', async () => {
  for (const [width, columns] of [
    [320, 1],
    [1280, 2],
  ] as const) {
    const page = await openPage(browser, portal, { width })
    await page.goto(path)
    const lefts = (await page.evaluate(
      `[...document.querySelectorAll('.gallery figure')].map((figure) => Math.round(figure.getBoundingClientRect().left))`,
    )) as number[]
    assert.deepEqual([lefts.length, new Set(lefts).size, await overhang(page)], [3, columns, 0], `${width} px`)
  }
})

test('every picture of a gallery opens large, by keyboard and without script', async () => {
  const page = await openPage(browser, portal, { script: false })
  await page.goto(path)
  const link = page.getByRole('link', { name: /^Xem ảnh lớn: Nhà rông mái cao vút/ })
  const [answer] = await Promise.all([page.waitForResponse(/\/hinh-anh\//), link.press('Enter')])
  assert.equal(answer.headers()['content-type'], 'image/jpeg')
  await page.goBack()
  assert.equal(new URL(page.url()).pathname, path)
})

test('of a video nobody hears before a reader presses it; then it plays here and the way out stays', async () => {
  const page = await openPage(browser, portal)
  const complaints = complaintsOf(page, portal)
  const asked = await standInFor(page, 'https://www.youtube-nocookie.com')
  await page.goto(path)
  await scrollToEnd(page)
  assert.deepEqual([complaints, asked], [[], []])

  await tabTo(page, '.video a')
  assert.match((await focused(page, 'textContent')) as string, /Đêm hội làng Phát video từ YouTube$/)
  assert.deepEqual(await focusFaults(page), [])
  await page.keyboard.press('Enter')
  await page.frameLocator('.video iframe').getByText('Đang phát').waitFor()
  assert.deepEqual(asked, [`https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1 from ${portal.origin}/`])
  assert.equal(await focused(page, 'tagName'), 'IFRAME')
  assert.equal(await page.locator('.video iframe').getAttribute('title'), 'Đêm hội làng')
  assert.equal(new URL(page.url()).pathname, path)
  assert.deepEqual(await axeViolations(page), [])

  const way = page.getByRole('link', { name: /Xem video trên YouTube \(mở trang ngoài\)/ })
  assert.equal(await way.getAttribute('href'), address)
})

test('without script a video is the way to its site', async () => {
  const page = await openPage(browser, portal, { width: 390, script: false })
  const asked = await standInFor(page, 'https://www.youtube.com')
  await page.goto(path)
  await page.getByRole('link', { name: /Đêm hội làng Xem video trên YouTube \(mở trang ngoài\)/ }).click()
  await page.getByText('Đang phát').waitFor()
  assert.deepEqual(asked, [`${address} from nobody`])
})

test('the newsroom shows everything as readers have it, but plays no video', async () => {
  const page = await openPage(browser, portal, { as: huong })
  const complaints = complaintsOf(page, portal)
  await page.goto(`${desk}/ban/1`)
  const sheet = page.locator('.sheet')
  for (const part of ['aside.notice', '.gallery img', '.video .still', '[lang=bdq]'])
    assert.equal(await sheet.locator(part).first().isVisible(), true, part)
  const link = sheet.locator('.video a').first()
  assert.equal(await link.textContent(), 'Đêm hội làng Xem video trên YouTube (mở trang ngoài)')
  assert.deepEqual([await axeViolations(page), await overhang(page), complaints], [[], 0, []])
})

test('on paper a notice keeps its word, a gallery its pictures, and a video its address', async () => {
  const page = await openPage(browser, portal)
  await page.goto(path)
  await page.emulateMedia({ media: 'print' })
  for (const part of ['.notice b', '.gallery img', '.video b', '.video a > :last-child'])
    assert.equal(await page.locator(part).first().isVisible(), true, part)
  assert.equal(await page.locator('.still > .icon').first().isVisible(), false)
  const printed = await page.evaluate(`getComputedStyle(document.querySelector('.video a'), '::after').content`)
  assert.match(String(printed), /youtube\.com/)
})

/** Answers in place of another site; gives what was asked of it, and which page it was told. */
async function standInFor(page: Page, origin: string): Promise<string[]> {
  const asked: string[] = []
  await page.route(`${origin}/**`, async (route) => {
    const { referer = 'nobody' } = await route.request().allHeaders()
    asked.push(`${route.request().url()} from ${referer}`)
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><p>Đang phát</p>' })
  })
  return asked
}

const scrollToEnd = (page: Page) =>
  page.evaluate(`(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      scrollTo(0, y)
      await new Promise(requestAnimationFrame)
    }
  })()`)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { readBy } from '../readership/given-readers.ts'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { an, binh, huong } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { textbox } from './article-text.ts'
import {
  articlesWithAStory,
  articleWithTable,
  draftOf,
  overhang,
  seedArticle,
  seedCategory,
  versionOf,
  windowOpenedBy,
} from './district.ts'
import { factorPages, secondStepPages } from './factor-visits.ts'

const browser = await openBrowser()
const portal = await sampleDistrict()
const { link: welcome } = await given.invitation(portal)
const told = await articlesWithAStory(portal)
await readBy(portal, 3, await seedArticle(portal))
await portal.catchUp()
const seed = await seedArticle(portal)

/** How to bring a page before the eye; the window that opened last is the one that is looked at. */
type Visit = [name: string, open: (page: Page) => Promise<unknown>]

const at =
  (path: string, status = 200) =>
  async (page: Page) => {
    const answer = await page.goto(path)
    assert.equal(answer?.status(), status, path)
  }

const publicPages: Visit[] = [
  ['home', at('/')],
  ['category tree open', (page) => page.locator('.nav summary').click()],
  [
    'display control open',
    async (page) => {
      await page.locator('.display summary').click()
      assert.equal(await page.locator('.panel').isVisible(), false, 'one menu closes the other')
    },
  ],
  ['category with children', at('/tin-tuc')],
  ['category, page 2', at('/tin-tuc?trang=2')],
  ['category without children', at(seedCategory)],
  ['article of the first user', at(seed)],
  ['article with a table', at(await articleWithTable(portal))],
  ['contact', at('/lien-he')],
  ['feeds', at('/kenh-tin')],
  ['a feed that a person opens', at('/rss/tin-tuc.xml')],
  ['search', at('/tim-kiem?q=hoi+nghi')],
  ['search without an answer', at('/tim-kiem?q=khongcotunay')],
  ['404', at('/khong-co-trang-nay', 404)],
  ['410', at(told.gone, 410)],
  ['withdrawn article', at(told.withdrawn)],
  ['text of a withdrawn article', (page) => page.locator('.article summary').click()],
  ['article that is over', at(told.expired)],
  ['corrected article', at(told.corrected)],
  ['corrections', at('/dinh-chinh')],
  ['archive', at('/luu-tru')],
  ['month of a category', at('/luu-tru/2017/02?chuyen-muc=tin-tuc')],
  ['day', at('/luu-tru/2017/02/16')],
  ['day without news', at('/luu-tru/2016/02/05')],
  ['latest', at('/tin-moi')],
  ['tag', at('/tu-khoa/binh-dang-gioi')],
  ['author', at('/tac-gia/lan-huong')],
  ['most read', at('/tin-doc-nhieu')],
  ['site map', at('/so-do-cong')],
  ['500', withoutArticles],
]

const staffPages: Visit[] = [
  ['articles', at('/quan-tri/bai-viet')],
  [
    'menu open',
    async (page) => {
      const menu = page.locator('.side summary')
      if (await menu.isVisible()) await menu.click()
      assert.equal(await page.locator('.side a').first().isVisible(), true)
    },
  ],
  ['no article fits', at('/quan-tri/bai-viet?tu=khongcobaynao')],
  ['new article', at('/quan-tri/bai-viet/moi')],
  [
    'picture dialog',
    async (page) => {
      await page.locator('[data-choose-cover]').click()
      await page.locator('.picker-shelf img').first().waitFor()
    },
  ],
  [
    'article with issues',
    async (page) => {
      await at('/quan-tri/bai-viet/moi')(page)
      await textbox(page).pressSequentially('## Mở đầu\nMột **câu**.')
      await press(page, 'Đăng tin')
      await page.locator('[role=alert]').waitFor()
    },
  ],
  ['published article', at('/quan-tri/bai-viet/1')],
  ['preview', (page) => windowOpenedBy(page.context(), () => press(page, 'Xem thử'))],
  ['conflict', inConflict],
  ['pictures', at('/quan-tri/hinh-anh')],
  ['picture', at('/quan-tri/hinh-anh/1')],
  ['categories', at('/quan-tri/chuyen-muc')],
  ['category', at('/quan-tri/chuyen-muc/1')],
  ['new category', at('/quan-tri/chuyen-muc/moi')],
  ['synonyms', at('/quan-tri/tu-dong-nghia')],
  ['agency', at('/quan-tri/co-quan')],
  ['links', at('/quan-tri/lien-ket')],
  ['staff', at('/quan-tri/can-bo')],
  ['staff member', at('/quan-tri/can-bo/1')],
  ['audit', at('/quan-tri/nhat-ky')],
  ['account', at('/quan-tri/tai-khoan')],
  ...factorPages(portal, an),
]

const gatePages: Visit[] = [
  ['sign-in', at('/quan-tri/dang-nhap')],
  [
    'sign-in with issues',
    async (page) => {
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      await page.locator('[role=alert]').waitFor()
    },
  ],
  ...(await secondStepPages(portal, binh)),
  ['welcome', at(welcome)],
  ['link that has ended', at('/quan-tri/loi-moi/khong-con', 410)],
]

const looks: PageWish[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]

for (const look of looks) {
  const name = `${look.width} px, ${look.colorScheme}`

  test(`readers meet no barrier, no cookie and no stranger: ${name}`, async () => {
    const page = await openPage(browser, portal, look)
    assert.deepEqual(await faultsOf(page, publicPages), [])
    assert.deepEqual(await page.context().cookies(), [])
  })

  test(`staff meet no barrier: ${name}`, async () => {
    assert.deepEqual(await faultsOf(await openPage(browser, portal, { ...look, as: an }), staffPages), [])
    assert.deepEqual(await faultsOf(await openPage(browser, portal, look), gatePages), [])
  })
}

test('a reader with high contrast and very large letters meets no barrier', async () => {
  const page = await openPage(browser, portal, { width: 390 })
  await page.goto(seed)
  await page.evaluate("Object.assign(localStorage, { size: '150', tone: 'high' })")
  assert.deepEqual(await faultsOf(page, publicPages.slice(0, 7)), [])
  assert.equal(await page.evaluate('document.documentElement.dataset.tone'), 'high')
})

test('a barrier, a stranger and a page that is too wide would have been seen', async () => {
  const page = await openPage(browser, portal, { width: 390 })
  const spoil = async () => {
    await page.goto('/lien-he')
    await page.evaluate(`{
      document.documentElement.lang = ''
      document.querySelector('h1').style.inlineSize = '400px'
      document.querySelector('main').append(Object.assign(new Image(), { src: 'https://example.org/counter.gif', alt: '' }))
    }`)
  }
  const faults = (await faultsOf(page, [['spoilt', spoil]])).join('\n')
  assert.match(faults, /spoilt: html-has-lang/)
  assert.match(faults, /spoilt: scrolls \d+ px sideways at 320 px/)
  assert.match(faults, /Content Security Policy/)
})

/** Every fault of every page, with the name of the page; the narrowest phone is asked once. */
async function faultsOf(page: Page, visits: Visit[]): Promise<string[]> {
  const complaints = complaintsOf(page, portal)
  const faults: string[] = []
  let visiting = ''
  page.on('response', (answer) => {
    const isPart = answer.request().resourceType() !== 'document'
    // Autosave says it too, where a colleague saved meanwhile, and nowhere else.
    const isConflict = visiting === 'conflict' && answer.status() === 409 && answer.url().endsWith('/tu-luu')
    if (isPart && answer.status() >= 400 && !isConflict) faults.push(`${answer.status()} ${answer.url()}`)
  })
  for (const [name, open] of visits) {
    visiting = name
    await open(page)
    const shown = page.context().pages().at(-1) ?? page
    const found = [...(await axeViolations(shown)), ...(await overhangAt320(shown))]
    faults.push(...found.map((fault) => `${name}: ${fault}`))
    if (shown !== page) await shown.close()
  }
  // The console repeats the status of the page itself, which is what was asked for.
  return [...faults, ...complaints.filter((complaint) => !/status of (404|410|422|409|500)/.test(complaint))]
}

async function overhangAt320(page: Page): Promise<string[]> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  if (width > 400) return (await overhang(page)) > 0 ? ['scrolls sideways'] : []
  await page.setViewportSize({ width: 320, height })
  const pixels = await overhang(page)
  await page.setViewportSize({ width, height })
  return pixels > 0 ? [`scrolls ${pixels} px sideways at 320 px`] : []
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).locator('visible=true').first().click()

/** A database that fails in the middle of a page. */
async function withoutArticles(page: Page) {
  const { write } = portal.database
  await sql`alter table editions rename to editions_gone`.execute(write)
  try {
    // Nobody has opened it before, so there is no last good page to give.
    await at('/tin-bai/1', 500)(page)
  } finally {
    await sql`alter table editions_gone rename to editions`.execute(write)
  }
}

/** Hương's colleague saves while the page stands open. */
async function inConflict(page: Page) {
  const path = await draftOf(portal, huong)
  await page.goto(path)
  await portal
    .as(huong)
    .post(path, { version: await versionOf(portal, huong, path), title: 'Hương đã sửa', body: 'Bản của Hương' })
  await page.locator('#title').fill('An cũng sửa')
  await press(page, 'Lưu nháp')
  await page.getByRole('link', { name: 'Mở bản mới nhất' }).waitFor()
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { axeViolations, openBrowser } from '../support/browser.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { binh, duc, huong, type Person } from '../support/people.ts'
import { type DiscussionSite, discussionSite, personCookie } from './discussion-site.ts'
import { draft, saved } from './given-discussion.ts'

const browser = await openBrowser()

type Wish = { script?: boolean; colorScheme?: 'light' | 'dark' }

/** Her window; its clock stands still until the test winds it on. */
async function openWindow(site: DiscussionSite, from: Browser, person: Person, wish: Wish = {}): Promise<Page> {
  const { script = true, colorScheme = 'light' } = wish
  const context = await from.newContext({
    baseURL: site.origin,
    colorScheme,
    javaScriptEnabled: script,
    viewport: { width: 320, height: 800 },
  })
  closeAfterTest(() => context.close())
  await context.addCookies([{ name: personCookie, value: String(await site.idOf(person)), url: site.origin }])
  await context.clock.install()
  return context.newPage()
}

async function given() {
  const site = await discussionSite()
  const id = await draft(site.database, huong, 'Đak Pơ vào mùa mía')
  return { site, id, editor: `/quan-tri/bai-viet/${id}` }
}

const beatOf = (page: Page) => page.waitForResponse(/co-mat$/)
const others = (page: Page) => page.locator('[data-others]')

test('two windows see each other within one beat, and one that closes is missed', async () => {
  const { site, editor } = await given()
  const hers = await openWindow(site, browser, huong)
  const complaints: string[] = []
  hers.on('pageerror', (error) => void complaints.push(error.message))
  hers.on('console', (line) => void (line.type() === 'error' && complaints.push(line.text())))
  await Promise.all([beatOf(hers), hers.goto(editor)])
  assert.equal(await others(hers).textContent(), '')
  assert.equal(await others(hers).getAttribute('role'), 'status')

  const his = await openWindow(site, browser, binh)
  await Promise.all([beatOf(his), his.goto(editor)])
  assert.equal(await others(his).textContent(), 'Nguyễn Thị Hương đang mở bài này')
  await Promise.all([beatOf(hers), hers.clock.runFor(20_000)])
  await hers.getByText('Trần Văn Bình đang mở bài này').waitFor()

  await his.goto('/quan-tri/tai-khoan')
  await isGone(site, await site.idOf(binh))
  await Promise.all([beatOf(hers), hers.clock.runFor(20_000)])
  await hers.getByText('Trần Văn Bình đang mở bài này').waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])
})

test('who saves meanwhile is named beside the text, once', async () => {
  const { site, id, editor } = await given()
  const page = await openWindow(site, browser, huong)
  await Promise.all([beatOf(page), page.goto(editor)])
  assert.equal(await page.locator('[data-newer]').textContent(), '')
  await saved(site.database, id, binh, 'Đak Pơ vào mùa mía', site.clock.now())
  await Promise.all([beatOf(page), page.clock.runFor(20_000)])
  await page.getByText('Trần Văn Bình vừa lưu bài này lúc 10:00').waitFor()
})

test('while the window is hidden nothing is sent, and what it says is right as soon as it is looked at', async () => {
  const { site, editor } = await given()
  const page = await openWindow(site, browser, huong)
  await Promise.all([beatOf(page), page.goto(editor)])
  let beats = 0
  page.on('request', (request) => void (request.url().endsWith('co-mat') && beats++))
  await look(page, 'hidden')
  await page.clock.runFor(65_000)
  assert.equal(beats, 0)
  await Promise.all([beatOf(page), look(page, 'visible')])
  assert.equal(beats, 1)
})

test('opening the editor answers the mention, so “Đã xem” is offered only where no script runs', async () => {
  const { site, editor } = await given()
  const tick = `mention-${await site.idOf(huong)}`
  await site.as(duc).post(`${editor}/trao-doi`, { comment: 'Chị xem đoạn ba.', [tick]: '1' })

  const plain = await openWindow(site, browser, huong, { script: false })
  await plain.goto(editor)
  assert.equal(await plain.getByRole('button', { name: 'Đã xem' }).isVisible(), true)

  const page = await openWindow(site, browser, huong)
  await Promise.all([beatOf(page), page.goto(editor)])
  await page.getByRole('button', { name: 'Đã xem' }).waitFor({ state: 'hidden' })
  await plain.reload()
  assert.equal(await plain.getByText('Chị xem đoạn ba.').isVisible(), true)
  assert.equal(await plain.getByRole('button', { name: 'Đã xem' }).count(), 0)
})

test('a comment is written and taken back without script', async () => {
  const { site, editor } = await given()
  await site.idOf(duc)
  const page = await openWindow(site, browser, binh, { script: false })
  await page.goto(editor)
  await page.getByLabel('Viết cho đồng nghiệp').fill('Sửa lại tít.')
  await page.getByLabel('Lê Minh Đức').check()
  await page.getByRole('button', { name: 'Gửi trao đổi' }).click()
  await page.waitForURL(`**${editor}#trao-doi`)
  assert.equal(await page.getByText('Nhắc Lê Minh Đức', { exact: true }).isVisible(), true)
  await page.locator('summary', { hasText: 'Xóa' }).click()
  await page.getByRole('button', { name: 'Xóa trao đổi' }).click()
  await page.getByText('Đã xóa', { exact: true }).waitFor()
  assert.equal(await page.getByText('Sửa lại tít.').count(), 0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`beside the editor and on its own pages everything is accessible and fits a small phone, ${colorScheme}`, async () => {
    const { site, id, editor } = await given()
    const tick = `mention-${await site.idOf(huong)}`
    const long = `/quan-tri/${'bai-viet'.repeat(40)}`
    await site.as(duc).post(`${editor}/trao-doi`, { comment: `Chị xem ${long}`, [tick]: '1' })
    await site.as(huong).post(`${editor}/trao-doi`, { comment: 'Em sửa rồi.' })
    await site.as(duc).post(`${editor}/co-mat`)
    const page = await openWindow(site, browser, huong, { colorScheme })
    await Promise.all([beatOf(page), page.goto(editor)])
    await saved(site.database, id, binh, 'Đak Pơ vào mùa mía', site.clock.now())
    await Promise.all([beatOf(page), page.clock.runFor(20_000)])
    await page.getByText('Trần Văn Bình vừa lưu').waitFor()
    await page.locator('summary', { hasText: 'Xóa' }).click()
    await assertSound(page)
    await page.getByRole('button', { name: 'Gửi trao đổi' }).click()
    await page.getByRole('link', { name: 'Viết nội dung trao đổi' }).waitFor()
    await assertSound(page)
    await page.goto(`${editor}/trao-doi`)
    await assertSound(page)
  })
}

async function assertSound(page: Page) {
  assert.deepEqual(await axeViolations(page), [], page.url())
  const overhang = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  assert.equal(overhang, 0, page.url())
}

/** A beacon is on its own: no page waits for it. */
async function isGone({ database }: DiscussionSite, staffId: number) {
  for (let look = 0; look < 100; look++) {
    const rows = await database.write.selectFrom('article_visitors').select('staff_id').execute()
    if (rows.every((row) => row.staff_id !== staffId)) return
    await setTimeout(50)
  }
  assert.fail('nobody told that the page was left')
}

/** As if another tab came before it, or went. */
const look = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate(
    `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
     document.dispatchEvent(new Event('visibilitychange'))`,
  )

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Checked, checksPart, checksView, runChecks } from '../../src/checks/index.ts'
import { icons } from '../../src/site/icons.ts'
import { createViews } from '../../src/site/views.ts'
import { good } from '../checks/given-checked.ts'
import { axeViolations, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import { root } from '../support/sources.ts'
import { testPortal } from '../support/test-portal.ts'

const browser = await openBrowser()
const portal = await testPortal()
const views = createViews(join(root, 'views'))
const fields = ['title', 'lead', 'body', 'author'] as const

function panelOf(changes: Partial<Checked>): string {
  const findings = runChecks({ ...good, body: 'Ba làng góp chung chiêng.', ...changes }, 'vi')
  return views.render(checksView, checksPart(findings, '/kiem-tra', 'vi'), { icons })
}

const field = (name: (typeof fields)[number], value: string) =>
  `<div class="field"><label for="${name}">${name}</label><textarea id="${name}" name="${name}">${value}</textarea></div>`

/** The panel beside a form, with our own styles and script; the address answers as the editor's does. */
async function panelPage(typed: Partial<Checked>, wish: PageWish = {}): Promise<{ page: Page; asked: string[] }> {
  const page = await openPage(browser, portal, wish)
  const asked: string[] = []
  const values = {
    title: good.title,
    lead: good.lead,
    body: 'Ba làng góp chung chiêng.',
    author: good.author,
    ...typed,
  }
  const files = ['styles/tokens.css', 'styles/prose.css', 'styles/newsroom.css', 'scripts/checks.js']
  for (const file of files) await page.route(`/${file}`, (route) => route.fulfill({ path: join(root, 'public', file) }))
  await page.route('/kiem-tra', (route) => {
    const form = new URLSearchParams(route.request().postData() ?? '')
    asked.push(form.get('form-token') ?? '')
    const changes = Object.fromEntries(fields.map((name) => [name, form.get(name) ?? '']))
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: panelOf(changes) })
  })
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Sửa tin</title><link rel="stylesheet" href="/styles/newsroom.css">
    <main><h1>Sửa tin</h1><form class="desk"><input type="hidden" name="form-token" value="thẻ">
    <div class="editor">${fields.map((name) => field(name, values[name])).join('')}</div>
    <div class="inspector">${panelOf(typed)}</div></form></main><script src="/scripts/checks.js" type="module"></script>`
  await page.route('/sua-tin', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await page.goto('/sua-tin')
  return { page, asked }
}

const lines = (page: Page) => page.locator('.checks [data-check=block], .checks [data-check=advise]')
const focused = (page: Page) => page.evaluate('document.activeElement.id')
const selected = (page: Page) => page.evaluate('getSelection().toString()')
const summary = (page: Page) => page.locator('[role=status]')

test('the panel follows what is typed, and says so once', async () => {
  const { page, asked } = await panelPage({ lead: '' })
  assert.equal(await summary(page).textContent(), '1 việc phải sửa.')
  await page.locator('#lead').pressSequentially('Bốn mươi em học đánh chiêng.', { delay: 10 })
  await summary(page).getByText('Có thể đăng.').waitFor()
  assert.equal(await lines(page).count(), 0)
  assert.deepEqual(asked, ['thẻ'])
  assert.equal(await focused(page), 'lead')
})

test('a link of the panel moves to its field and selects the words', async () => {
  const { page } = await panelPage({ body: 'Cán bộ ở mốt số làng.' })
  await lines(page).getByRole('link', { name: 'Đến nội dung' }).press('Enter')
  assert.equal(await focused(page), 'body')
  assert.equal(await selected(page), 'mốt số')
})

test('without script it still moves to the field', async () => {
  const { page } = await panelPage({ author: '' }, { script: false })
  await page.getByRole('link', { name: 'Đến tác giả' }).press('Enter')
  await page.keyboard.type('Lan Hương')
  assert.equal(await page.locator('#author').inputValue(), 'Lan Hương')
})

test('a line that is being read keeps the focus in the panel', async () => {
  const { page, asked } = await panelPage({ lead: '', author: '' })
  await page.locator('#title').fill('Ba làng mở lớp')
  await page.getByRole('link', { name: 'Đến tác giả' }).focus()
  while (asked.length === 0) await page.waitForTimeout(100)
  await page.waitForTimeout(300)
  assert.equal(await page.evaluate('document.activeElement.hash'), '#author')
})

test('anybody can read it, on a phone, in the dark', async () => {
  const typed = { lead: '', title: 'Nhà cái uy tín', body: 'Vui [tại đây](x), gọi ngay.' }
  for (const wish of [{ width: 320 }, { colorScheme: 'dark' as const }, {}]) {
    const { page } = await panelPage(typed, wish)
    assert.ok((await lines(page).count()) >= 2)
    assert.deepEqual(await axeViolations(page), [])
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
  }
})

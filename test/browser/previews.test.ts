import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  approver,
  backAfterDays,
  link,
  linksPath,
  reply,
  rewritten,
  storedAnswers,
} from '../previews/given-previews.ts'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { overhang } from './district.ts'

const browser = await openBrowser()
const portal = await testPortal()
const picture = await given.picture(portal, { alternativeText: 'Ruộng rau xanh trên đất đỏ' })
const body = `Hội nghị đánh giá kết quả.\n\n![Ruộng rau xanh](anh:${picture.id} "Ruộng rau ở Tân An")\n\nChữ cuối.`
const article = await given.article(portal, { as: 'draft', typed: { body } })
const links = linksPath(article.desk)
await link(portal, article.desk, { days: '1' })
await backAfterDays(portal, huong, 2)
const revoked = await link(portal, article.desk)
await portal.as(huong).post(`${links}/${revoked.id}/thu-hoi`)
const asked = await link(portal, article.desk, { approver: `${approver} ${'liền-một-mạch-'.repeat(7)}`, days: '30' })
await reply(portal, asked, 'can-sua', { note: `Sửa tên xã.\n\n${'liền-một-mạch-'.repeat(30)}` })
await rewritten(portal, article, { body: `${body}\n\nThêm.` })
const open = await link(portal, article.desk)

const looks: PageWish[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]

type Visit = [name: string, open: (page: Page) => Promise<unknown>]
const at =
  (path: string, status = 200) =>
  async (page: Page) =>
    assert.equal((await page.goto(path))?.status(), status, path)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const publicPages: Visit[] = [
  ['preview', at(open.path)],
  ['preview that asks', at(asked.path)],
  [
    'preview with an issue',
    async (page) => {
      await press(page, 'Cần sửa')
      await page.locator('.box[role=alert]').waitFor()
    },
  ],
  ['ended link', at(revoked.path, 410)],
]

const staffPages: Visit[] = [
  ['links', at(links)],
  [
    'links with an issue',
    async (page) => {
      await page.getByLabel('Họ và tên người cho ý kiến').fill('ệ'.repeat(121))
      await press(page, 'Tạo liên kết')
      await page.locator('[role=alert]').waitFor()
    },
  ],
  [
    'new link',
    async (page) => {
      await page.getByLabel('Họ và tên người cho ý kiến').fill(approver)
      await press(page, 'Tạo liên kết')
      await page.getByLabel('Địa chỉ để gửi').waitFor()
    },
  ],
]

for (const look of looks) {
  const name = `${look.width} px, ${look.colorScheme}`

  test(`who opens a preview meets no barrier and gets no cookie: ${name}`, async () => {
    const page = await openPage(browser, portal, look)
    assert.deepEqual(await faultsOf(page, publicPages), [])
    assert.deepEqual(await page.context().cookies(), [])
  })

  test(`who makes links meets no barrier: ${name}`, async () => {
    assert.deepEqual(await faultsOf(await openPage(browser, portal, { ...look, as: huong }), staffPages), [])
  })
}

test('a preview shows its pictures to whoever has the link', async () => {
  const page = await openPage(browser, portal)
  await page.goto(open.path)
  await page.locator('.prose img').scrollIntoViewIfNeeded()
  await page.waitForFunction('document.querySelector(".prose img").naturalWidth > 0')
  const source = await page.evaluate('document.querySelector(".prose img").currentSrc')
  assert.ok(String(source).startsWith(`${portal.origin}${open.path}/anh/${picture.key}/`), String(source))
})

test('a boss asks for changes and then agrees, without script and without a mouse', async () => {
  const { path } = await link(portal, article.desk, { approver })
  const page = await openPage(browser, portal, { script: false })
  await page.goto(path)
  await page.getByLabel('Cần sửa những gì').focus()
  await page.keyboard.type('Sửa tên xã.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?xong#tra-loi$/)
  assert.match(await page.locator('#tra-loi').innerText(), /Đã ghi nhận[\s\S]*“Cần sửa”[\s\S]*Sửa tên xã\./)

  await page.getByRole('button', { name: 'Đồng ý' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction('document.querySelector("#tra-loi").innerText.includes("“Đồng ý”")')
  assert.deepEqual(
    (await storedAnswers(portal)).slice(-2).map(({ verdict }) => verdict),
    ['asked-for-changes', 'agreed'],
  )
})

test('the address of a new link is copied with one press, and stands there to be copied by hand without script', async () => {
  for (const script of [true, false]) {
    const page = await openPage(browser, portal, { as: huong, script })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(links)
    await press(page, 'Tạo liên kết')
    const field = page.getByLabel('Địa chỉ để gửi')
    const address = await field.inputValue()
    assert.match(address, /\/xem-truoc\/[\w-]{22}$/)
    const copy = page.locator('[data-copies]')
    assert.equal(await copy.isVisible(), script)
    if (!script) continue
    await copy.click()
    await page.getByText('Đã chép').waitFor()
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), address)
  }
})

async function faultsOf(page: Page, visits: Visit[]): Promise<string[]> {
  const complaints = complaintsOf(page, portal)
  const faults: string[] = []
  const { width = 0 } = page.viewportSize() ?? {}
  for (const [name, visit] of visits) {
    await visit(page)
    faults.push(...(await axeViolations(page)).map((fault) => `${name}: ${fault}`))
    if (width === 390) await page.setViewportSize({ width: 320, height: 800 })
    if ((await overhang(page)) > 0) faults.push(`${name} scrolls sideways`)
    if (width === 390) await page.setViewportSize({ width, height: 800 })
  }
  // What a page says of its own status is no fault of it.
  return [...faults, ...complaints.filter((complaint) => !/status of (410|422)/.test(complaint))]
}

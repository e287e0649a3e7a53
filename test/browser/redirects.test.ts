import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../readership/given-readers.ts'
import { redirect, untilDone } from '../redirects/given-redirects.ts'
import { axeViolations, complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { an, duc } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'

const browser = await openBrowser()
const portal = await testPortal()
const article = await given.article(portal)
const list = '/quan-tri/dia-chi-cu'
const old = '/Tin-tuc/Hoat-dong-huyen/Huyen-%C4%90ak-Po-Them-10-thon,-lang-%C4%91uoc-sap-nhap.aspx'
await redirect(portal, old, article.path)
await read(portal, '/Tin/Hoi-nghi-tong-ket-nam-2016.aspx')
await portal.catchUp()
const csv = Buffer.from('cũ,mới\n/a.html,/lien-he\n/b.html,https://example.com/\n')
const sent = await portal.as(an).upload(`${list}/nhap`, [{ field: 'addresses', name: 'cũ.csv', bytes: csv }])
const job = sent.location ?? ''
await untilDone(portal, job)

const pages: [string, string][] = [
  ['the list of old addresses', list],
  ['an address that was tried out', `${list}?thu=${encodeURIComponent(old)}`],
  ['the form for a new one', `${list}/them?cu=%2Ftin%2Fhoi-nghi-tong-ket-nam-2016.aspx`],
  ['the form of one', `${list}/so/1`],
  ['what readers asked for in vain', `${list}/khong-thay`],
  ['importing', `${list}/nhap`],
  ['a file that was looked through', job],
]

for (const [width, colorScheme] of [
  [320, 'light'],
  [390, 'dark'],
  [1280, 'light'],
] as const) {
  test(`the pages of old addresses are for everybody, ${width} wide, ${colorScheme}`, async () => {
    const page = await openPage(browser, portal, { as: an, width, colorScheme })
    const complaints = complaintsOf(page, portal)
    for (const [name, path] of pages) {
      await page.goto(path)
      assert.ok(await page.getByRole('heading', { level: 1 }).isVisible(), name)
      assert.deepEqual(await axeViolations(page), [], name)
      const overhang = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
      assert.ok(overhang <= 0, `${name} is ${overhang}px too wide`)
    }
    assert.deepEqual(complaints, [])
  })
}

test('without script, a publisher makes a redirect of what a reader asked for in vain', async () => {
  const page = await openPage(browser, portal, { as: duc, width: 390, script: false })
  await page.goto(`${list}/khong-thay`)
  await page.getByRole('link', { name: 'Tạo chuyển hướng cho /tin/hoi-nghi-tong-ket-nam-2016.aspx' }).click()
  await page.getByRole('link', { name: 'Chọn bài này Hội nghị tổng kết năm 2016' }).click()
  await page.getByRole('button', { name: 'Lưu chuyển hướng' }).click()
  assert.ok(await page.getByText('Đã thêm chuyển hướng.').isVisible())
  assert.equal((await portal.visitor().get('/Tin/Hoi-Nghi-tong-ket-nam-2016.aspx')).location, article.path)
})

test('without script, a file is looked through and imported', async () => {
  const page = await openPage(browser, portal, { as: duc, width: 390, script: false })
  await page.goto(`${list}/nhap`)
  await page.getByLabel('Tệp CSV').setInputFiles({
    name: 'từ cổng cũ.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('/cu/1.html;/lien-he\n/cu/2.html;/khong-co\n'),
  })
  await page.getByRole('button', { name: 'Xem thử tệp' }).click()
  await page.getByRole('button', { name: 'Nhập 1 địa chỉ' }).click({ timeout: 15_000 })
  await page.getByText('Đã nhập', { exact: true }).waitFor({ timeout: 15_000 })
  assert.equal((await portal.visitor().get('/CU/1.html')).location, '/lien-he')
})

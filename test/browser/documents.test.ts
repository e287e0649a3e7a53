import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { documentPicker, documentReader, documentWords, filesPart } from '../../src/documents/index.ts'
import { icons } from '../../src/site/icons.ts'
import { createViews } from '../../src/site/views.ts'
import { carry, document, field, library, makePublic } from '../documents/given-documents.ts'
import { docxOf, part, pdfSaying, sample, zipOf } from '../documents/sample-files.ts'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { overhang } from './district.ts'

const browser = await openBrowser()
const portal = await testPortal()
const article = await given.article(portal)
const scan = await document(portal, {
  name: 'Quyết_định_45_QĐ-UBND_ngày_15-02-2017_về_việc.pdf',
  bytes: sample('scan.pdf'),
})
await document(portal, { name: 'biểu mẫu.zip', bytes: zipOf([part('cài đặt.exe', 'MZ')]) })
const replaced = await document(portal, { name: 'Lịch tuần.pdf', bytes: sample('report.pdf') })
await portal.as(huong).upload(`${library}/${replaced.id}/thay`, [{ field, name: 'Lịch 2.docx', bytes: docxOf('Lịch') }])
await carry(portal, article.id, [scan.id])
const publicOne = await makePublic(portal, await document(portal, { name: 'Chương trình hội nghị.pdf' }))

const views = createViews(resolve(import.meta.dirname, '../../views'))
const render = (name: string, page: object) => views.render(name, page, { icons })
const reader = documentReader(portal.database.read)
const words = documentWords.vi

const looks: PageWish[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]
const staffPages = [
  library,
  `${library}?q=khongcotunay`,
  `${library}/${scan.id}`,
  `${library}/${replaced.id}`,
  `${library}/${publicOne.id}`,
]

/** What stands out at 320 px or, without a phone, at the width of the window. */
async function standsOut(page: Page, look: PageWish): Promise<number> {
  if (look.width !== 390) return overhang(page)
  await page.setViewportSize({ width: 320, height: 800 })
  const pixels = await overhang(page)
  await page.setViewportSize({ width: 390, height: 800 })
  return pixels
}

for (const look of looks) {
  test(`who works with documents meets no barrier: ${look.width} px, ${look.colorScheme}`, async () => {
    const page = await openPage(browser, portal, { ...look, as: huong })
    const complaints = complaintsOf(page, portal)
    const faults: string[] = []
    for (const path of staffPages) {
      assert.equal((await page.goto(path))?.status(), 200)
      for (const summary of await page.locator('main summary').all()) await summary.click()
      faults.push(...(await axeViolations(page)).map((fault) => `${path}: ${fault}`))
      if ((await standsOut(page, look)) > 0) faults.push(`${path} scrolls sideways`)
    }
    await openPicker(page)
    faults.push(...(await axeViolations(page)).map((fault) => `picker: ${fault}`))
    if ((await standsOut(page, look)) > 0) faults.push('the picker scrolls sideways')
    assert.deepEqual([...faults, ...complaints], [])
  })

  test(`who reads what an article carries meets no barrier: ${look.width} px, ${look.colorScheme}`, async () => {
    const page = await openPage(browser, portal, look)
    await page.goto(article.path)
    const files = filesPart([{ ...publicOne, description: 'Gồm hai phần, có phụ lục.' }, replaced], words)
    await put(page, '.article > footer', render('documents/parts/files', files ?? assert.fail()))
    assert.equal(await page.getByRole('link', { name: 'Chương trình hội nghị Tải về (PDF' }).isVisible(), true)
    assert.deepEqual(await axeViolations(page), [])
    assert.equal(await standsOut(page, look), 0)
  })
}

test('a document is sent, named, replaced and removed without script and without a mouse', async () => {
  const page = await openPage(browser, portal, { as: duc, script: false })
  await page.goto(library)
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })
  await page
    .getByLabel('Chọn tài liệu')
    .setInputFiles([file('Thông báo.pdf', pdfSaying('Notice one')), file('Thông báo 2.pdf', pdfSaying('Notice two'))])
  await press(page, 'Tải tài liệu lên')
  assert.match(await page.locator('.notice').innerText(), /Đã nhận 2 tài liệu/)

  await page.getByRole('link', { name: 'Thông báo', exact: true }).click()
  await page.getByLabel('Tên tài liệu').fill('Thông báo nghỉ Tết')
  await press(page, 'Lưu tên và tóm tắt')
  assert.equal(await page.locator('h1').innerText(), 'Thông báo nghỉ Tết')

  await page.getByLabel('Tệp mới').setInputFiles(file('Thông báo sửa.pdf', pdfSaying('Notice one, corrected')))
  await press(page, 'Thay tệp')
  assert.equal(await page.locator('.file-history li').count(), 2)

  await page.locator('.removal summary').click()
  await press(page, 'Xóa tài liệu này')
  assert.match(await page.locator('.notice').innerText(), /Đã xóa tài liệu/)
})

test('with script each file is sent by itself and has a sentence of its own', async () => {
  const page = await openPage(browser, portal, { as: huong })
  await page.goto(library)
  assert.equal(await page.getByRole('button', { name: 'Tải tài liệu lên' }).isVisible(), false)
  await page.getByLabel('Chọn tài liệu').setInputFiles([
    { name: 'Kế hoạch.pdf', mimeType: 'application/pdf', buffer: pdfSaying('Plan') },
    { name: 'ghi chú.txt', mimeType: 'text/plain', buffer: Buffer.from('Chữ') },
  ])
  await page.locator('.sent li[data-state=bad]').waitFor()
  assert.match(await page.locator('.sent li[data-state=bad]').innerText(), /ghi chú\.txt[\s\S]*không phải PDF/)
  assert.equal(await page.locator('.sent li[data-state=ok] a').innerText(), 'Kế hoạch')
  assert.equal(await page.locator('.drop [role=status]').innerText(), 'Đã nhận 1 trên 2 tệp')
  assert.deepEqual(await axeViolations(page), [])
})

test('when all files have arrived the list shows them', async () => {
  const page = await openPage(browser, portal, { as: huong })
  await page.goto(library)
  const buffer = pdfSaying('All have arrived')
  await page.getByLabel('Chọn tài liệu').setInputFiles([{ name: 'Đủ.pdf', mimeType: 'application/pdf', buffer }])
  await page.waitForURL(`**${library}?xong=1`)
  assert.match(await page.locator('.notice').innerText(), /Đã nhận 1 tài liệu/)
})

test('in the editor documents are ticked, put in order, and those sent meanwhile appear', async () => {
  const page = await openPage(browser, portal, { as: huong })
  await openPicker(page)
  const ticked = () => page.locator('[name=documents]:checked').evaluateAll((ticks) => ticks.map((tick) => tick.value))
  assert.deepEqual(await ticked(), [String(replaced.id), String(scan.id)])
  assert.equal(await page.locator('[data-chosen] button').first().isVisible(), false)

  await page.getByRole('button', { name: /^Lên: Quyết định/ }).focus()
  await page.keyboard.press('Enter')
  assert.deepEqual(await ticked(), [String(scan.id), String(replaced.id)])

  assert.equal(await page.evaluate('document.activeElement.value'), String(scan.id))

  const meanwhile = await document(portal, { name: 'Vừa gửi.pdf' })
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  await page.getByLabel('Vừa gửi').check()
  assert.deepEqual(await ticked(), [String(scan.id), String(replaced.id), String(meanwhile.id)])
  assert.equal(await page.locator('[data-chosen] li').count(), 3)
})

async function press(page: Page, name: string) {
  await page.getByRole('button', { name }).focus()
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

/** The part of the editor by itself, in a page of the newsroom. */
async function openPicker(page: Page) {
  await page.goto(library)
  const newest = await reader.listNewest({ search: '', before: null }, 3)
  const picker = documentPicker([replaced, scan], newest, words)
  await put(page, 'main', `<h1>Bài viết</h1><form class="desk">${render('documents/parts/picker', picker)}</form>`)
  await page.locator('main summary').click()
  await page.evaluate(`new Promise((loaded) => {
    const script = document.createElement('script')
    script.type = 'module'
    script.src = document.querySelector('script[src*=newsroom]').src.replace('newsroom.js', 'documents-picker.js')
    script.onload = loaded
    document.body.append(script)
  })`)
}

const put = (page: Page, place: string, html: string) =>
  page.evaluate(`document.querySelector(${JSON.stringify(place)}).innerHTML = ${JSON.stringify(html)}`)

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { dakPoArticle } from '../../src/sample/articles/dak-po.ts'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import { duc, huong } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { fixture, waiting, wordFiles } from '../word-drafts/given-word-files.ts'
import { overhang, seedArticle, seedCategory } from './district.ts'

const browser = await openBrowser()
const portal = await sampleDistrict()
const sample = await seedArticle(portal)
const newArticle = '/quan-tri/bai-viet/moi'
const alternativeText = 'Đại biểu các huyện dự Hội nghị trực tuyến tại điểm cầu tỉnh'

/** As a hand lets go of a file over this place of the page. */
const drop = (page: Page, place: string, name: string, bytes: Buffer) =>
  page.evaluate(
    `(() => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), (sign) => sign.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], ${JSON.stringify(name)}))
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })
      return document.querySelector(${JSON.stringify(place)}).dispatchEvent(event)
    })()`,
  )

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).locator('visible=true').first().click()

/** What readers of an article get, but for what each article has of its own. */
async function shownOn(page: Page) {
  const texts = async (selector: string) =>
    (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
  return {
    title: await texts('.article h1'),
    dates: await texts('.article .dates'),
    prose: await texts('.article .prose > p'),
    byline: await texts('.article .byline'),
    covers: await page.locator('.article .prose figure').count(),
    crumbs: (await texts('.crumbs li')).slice(0, 3),
  }
}

test('one drop of the first user’s article is a draft that lacks its category and a description alone', async () => {
  const writer = await openPage(browser, portal, { as: huong })
  const complaints = complaintsOf(writer, portal)
  await writer.goto(newArticle)
  await drop(writer, '#lead', 'hội nghị.docx', fixture('dak-po.docx'))
  await writer.getByRole('heading', { name: 'Xem lại trước khi mở thành bản nháp' }).waitFor()
  // What an officer would leave for later.
  await writer.getByLabel('Mô tả ảnh 1').fill('')
  await press(writer, 'Mở thành bản nháp')

  await writer.getByText('Đã mở tệp Word thành bản nháp này. Còn lại: chọn chuyên mục, viết mô tả cho 1 ảnh.').waitFor()
  const blocking = await writer.locator('.checks [data-check=block]').allInnerTexts()
  assert.equal(blocking.length, 2, blocking.join('\n'))
  assert.match(blocking.join('\n'), /Ảnh bìa chưa có mô tả[\s\S]*Chọn chuyên mục/)

  const publisher = await openPage(browser, portal, { as: duc })
  await publisher.goto(new URL(writer.url()).pathname)
  await publisher.getByLabel('Chuyên mục', { exact: true }).selectOption({ label: await categoryName(publisher) })
  await publisher.getByLabel('Mô tả ảnh', { exact: true }).fill(alternativeText)
  await publisher.getByLabel('Ngày giờ đăng').fill('2017-02-16T16:40')
  await press(publisher, 'Đăng tin')
  await publisher.getByText('Đã đăng. Bạn đọc đang thấy bản này.').waitFor()

  const reader = await openPage(browser, portal)
  await reader.goto(sample)
  const wanted = await shownOn(reader)
  await reader.goto(await publicAddress(publisher))
  assert.deepEqual(await shownOn(reader), wanted)
  assert.equal(await reader.locator('.article .prose img').first().getAttribute('alt'), alternativeText)
  assert.deepEqual([wanted.title, wanted.covers, wanted.prose.length], [[dakPoArticle.title], 1, 6])
  assert.deepEqual(complaints, [])
})

/** As the list of the editor shows it, with its depth. */
async function categoryName(page: Page): Promise<string> {
  const names = await page.locator('#categoryId option').allTextContents()
  return names.find((name) => /lao động.*thương binh/i.test(name)) ?? assert.fail(`${seedCategory} is not in the list`)
}

async function publicAddress(publisher: Page): Promise<string> {
  const address = await publisher.getByRole('link', { name: 'Xem trên cổng' }).getAttribute('href')
  return address ?? assert.fail('no address')
}

test('without script a file is sent by a form, looked at and taken over', async () => {
  const page = await openPage(browser, portal, { as: huong, script: false })
  await page.goto(newArticle)
  const file = (name: string) => ({ name, mimeType: '', buffer: fixture(name) })
  await page.getByLabel('Tệp Word để mở').setInputFiles(file('vni.doc'))
  await press(page, 'Mở tệp Word')
  await page.getByText(/Tệp này thuộc loại Word cũ/).waitFor()
  await page.getByLabel('Tệp Word để mở').setInputFiles(file('tcvn3.docx'))
  await press(page, 'Mở tệp Word')
  await page.getByLabel('Giữ nguyên như trong tệp').check()
  await page.getByLabel('Giữ tệp gốc làm tệp đính kèm').check()
  await press(page, 'Mở thành bản nháp')
  await page.getByText(/^Đã mở tệp Word/).waitFor()
  assert.match(await page.getByLabel('Lời dẫn').inputValue(), /^S¸ng ngµy/)
})

describe('a drop', () => {
  test('that cannot be opened gets its sentence where it was dropped, and what was typed stays', async () => {
    const page = await openPage(browser, portal, { as: huong })
    await page.goto(newArticle)
    await page.locator('#title').fill('Đang viết dở')
    await drop(page, 'main', 'bài cũ.doc', fixture('vni.doc'))
    await page.locator('#wordFile-said[data-state=bad]').waitFor()
    assert.match(await page.locator('#wordFile-said').innerText(), /Word cũ \(\.doc\)/)
    assert.equal(await page.locator('#title').inputValue(), 'Đang viết dở')
  })

  test('of a picture is left to the editor, unless it lands on the place for files', async () => {
    const page = await openPage(browser, portal, { as: huong })
    await page.goto(newArticle)
    await drop(page, '.top', 'ảnh.jpg', Buffer.from([0xff, 0xd8, 0xff]))
    assert.equal(await page.locator('#wordFile-said').innerText(), '')
    await drop(page, '.word-file', 'ảnh.jpg', Buffer.from([0xff, 0xd8, 0xff]))
    await page.getByText(/không phải văn bản Word/).waitFor()
  })
})

test('the two texts of an old font are seen one at a time', async () => {
  const page = await openPage(browser, portal, { as: huong })
  await page.goto(await waiting(portal, { name: 'tcvn3.docx' }))
  const seen = async () => [
    await page
      .locator('.sheet')
      .getByText(/Sáng ngày/)
      .isVisible(),
    await page
      .locator('.sheet')
      .getByText(/S¸ng ngµy/)
      .isVisible(),
  ]
  assert.deepEqual(await seen(), [true, false])
  await page.getByLabel('Giữ nguyên như trong tệp').check()
  assert.deepEqual(await seen(), [false, true])
})

const looks: PageWish[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]

for (const look of looks) {
  test(`who opens a file meets no barrier: ${look.width} px, ${look.colorScheme}`, async () => {
    const page = await openPage(browser, portal, { ...look, as: huong })
    const complaints = complaintsOf(page, portal)
    const paths = [wordFiles, newArticle]
    for (const name of ['dak-po.docx', 'tcvn3.docx', 'bang-bieu.docx']) paths.push(await waiting(portal, { name }))
    const faults: string[] = []
    for (const path of paths) {
      await page.setViewportSize({ width: look.width ?? 1280, height: 800 })
      assert.equal((await page.goto(path))?.status(), 200)
      faults.push(...(await axeViolations(page)).map((fault) => `${path}: ${fault}`))
      if (look.width === 390) await page.setViewportSize({ width: 320, height: 800 })
      if ((await overhang(page)) > 0) faults.push(`${path} scrolls sideways`)
    }
    assert.deepEqual([...faults, ...complaints], [])
  })
}

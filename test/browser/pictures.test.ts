import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { pictureReader } from '../../src/media/index.ts'
import { temporaryFolder } from '../media/given-media.ts'
import { patches, phonePhoto } from '../media/pictures.ts'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { overhang } from './district.ts'
import { focused, tabTo } from './keyboard.ts'

const browser = await openBrowser()
const portal = await sampleDistrict()
const library = '/quan-tri/hinh-anh'
const folder = await temporaryFolder()
/** Upright, so that lists cut it. */
const photo = join(folder, '16700487_858229570983576_4847624788838071746_o.jpg')
await patches({ width: 900, height: 1200 }, 5).toColourspace('srgb').jpeg({ quality: 95 }).toFile(photo)
const pictureId = await sentFrom(photo)
const picturePath = `${library}/${pictureId}`
await given.picture(portal, { originalName: 'chưa mô tả.jpg' })

async function sentFrom(path: string): Promise<number> {
  const page = await openPage(browser, portal, { as: huong, script: false })
  await page.goto(library)
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByRole('button', { name: 'Tải ảnh lên' }).click()
  await page.getByText('Đã nhận 1 ảnh').waitFor()
  const [newest] = await pictureReader(portal.database.read).listNewest({ filter: 'all', before: null, found: null }, 1)
  return newest?.id ?? assert.fail('nothing arrived')
}

const focusOf = async () => (await pictureReader(portal.database.read).find(pictureId))?.focus
const pictureNow = async () => (await pictureReader(portal.database.read).find(pictureId)) ?? assert.fail('gone')

async function openAll(page: Page) {
  for (const summary of await page.locator('.shape summary').all()) await summary.click()
}

const looks: PageWish[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]

for (const look of looks) {
  test(`pages of the library raise no barrier: ${look.width} px, ${look.colorScheme}`, async () => {
    const page = await openPage(browser, portal, { as: duc, ...look })
    const complaints = complaintsOf(page, portal)
    const faults: string[] = []
    const visit = async (path: string) => {
      await page.goto(path)
      await openAll(page)
      faults.push(...(await axeViolations(page)).map((fault) => `${path}: ${fault}`))
      await page.setViewportSize({
        width: Math.min(look.width ?? 0, 320) === 320 && look.width === 390 ? 320 : 1280,
        height: 800,
      })
      if ((await overhang(page)) > 0) faults.push(`${path} scrolls sideways`)
      await page.setViewportSize({ width: look.width ?? 1280, height: 800 })
    }
    for (const path of [library, `${library}?xem=danh-sach`, picturePath, `${library}/6`, `${library}/mo-ta`])
      await visit(path)
    assert.deepEqual([...faults, ...complaints], [])
  })
}

test('the main point is moved by arrow keys alone, and the cuts follow at once', async () => {
  const page = await openPage(browser, portal, { as: huong })
  await page.goto(picturePath)
  const cut = page.locator('[data-cut=list] img')
  const faults: string[] = []
  await tabTo(page, 'input[type=image]', faults)
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('ArrowRight')
  assert.equal(await page.getByLabel('Từ trên xuống, %').inputValue(), '10')
  assert.equal(await page.getByLabel('Từ trái sang, %').inputValue(), '51')
  assert.equal(await cut.getAttribute('class'), 'at-0')
  assert.match((await page.locator('[data-focus] [role=status]').textContent()) ?? '', /51 % từ trái, 10 % từ trên/)
  await page.keyboard.press('Enter')
  await page.getByText('Đã lưu điểm chính').waitFor()
  assert.deepEqual(await focusOf(), { x: 510, y: 100 })
  assert.deepEqual(faults, [])
})

test('the main point is where somebody presses, with script and without', async () => {
  const page = await openPage(browser, portal, { as: huong })
  await page.goto(picturePath)
  await page.locator('input[type=image]').click({ position: { x: 64, y: 256 } })
  assert.match(await page.getByLabel('Từ trái sang, %').inputValue(), /^2[45](\.\d)?$/)
  await page.getByRole('button', { name: 'Lưu điểm chính' }).click()
  await page.getByText('Đã lưu điểm chính').waitFor()
  const pressed = await focusOf()
  assert.ok(Math.abs((pressed?.x ?? 0) - 250) < 5 && Math.abs((pressed?.y ?? 0) - 750) < 5, JSON.stringify(pressed))

  const plain = await openPage(browser, portal, { as: huong, script: false, width: 320 })
  await plain.goto(picturePath)
  await plain.locator('input[type=image]').click({ position: { x: 192, y: 34 } })
  await plain.getByText('Đã lưu điểm chính').waitFor()
  const point = await focusOf()
  assert.ok(Math.abs((point?.x ?? 0) - 750) < 5 && Math.abs((point?.y ?? 0) - 100) < 5, JSON.stringify(point))
  await plain.getByLabel('Từ trên xuống, %').fill('80')
  await plain.getByLabel('Từ trên xuống, %').press('Enter')
  await plain.getByText('Đã lưu điểm chính').waitFor()
  assert.equal((await focusOf())?.y, 800)
})

test('readers get the cut around the main point', async () => {
  const article = await given.article(portal, {
    typed: {
      title: 'Ảnh đứng',
      categoryId: '1',
      coverPictureId: String(pictureId),
      coverAlternative: 'Nhiều mảng sáng tối.',
    },
  })
  const page = await openPage(browser, portal)
  await page.goto('/')
  const image = `.story:has(a[href="${article.path}"]) img`
  const position = () =>
    page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(image)})).objectPosition`)
  assert.equal(await position(), '100% 100%')
  await portal.database.write
    .updateTable('pictures')
    .set({ focal_x: null, focal_y: null })
    .where('id', '=', pictureId)
    .execute()
  await page.reload()
  assert.equal(await position(), '50% 50%')
})

test('a frame is drawn with the mouse, trimmed by numbers, and taken back', async () => {
  const page = await openPage(browser, portal, { as: duc, width: 1280, height: 1000 })
  await page.goto(picturePath)
  await page.getByRole('heading', { name: 'Cắt ảnh' }).click()
  const whole = page.locator('.cropper')
  await whole.scrollIntoViewIfNeeded()
  const box = (await whole.locator('image').boundingBox()) ?? assert.fail('no picture')
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.9)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.1, { steps: 4 })
  await page.mouse.up()
  const side = (name: string) => page.getByLabel(`Bỏ ${name}, %`)
  const typed = await Promise.all(
    ['bên trái', 'phía trên', 'bên phải', 'phía dưới'].map((name) => side(name).inputValue()),
  )
  assert.deepEqual(
    typed.map((percent) => Math.round(Number(percent))),
    [25, 10, 25, 10],
  )
  await side('phía dưới').fill('50')
  assert.match((await page.locator('[data-crop] [role=status]').textContent()) ?? '', /Giữ lại 4\d\d × 4\d\d điểm ảnh/)

  await page.getByRole('button', { name: 'Cắt ảnh', exact: true }).click()
  await page.getByText('Đã cắt.').waitFor()
  const cut = await pictureNow()
  assert.ok(Math.abs(cut.width - 450) < 8 && Math.abs(cut.height - 480) < 8, `${cut.width} × ${cut.height}`)
  await page.getByRole('heading', { name: 'Cắt ảnh' }).click()
  await page.getByRole('button', { name: 'Lấy lại toàn bộ ảnh' }).click()
  await page.getByText('Đã lấy lại toàn bộ ảnh.').waitFor()
  assert.equal((await pictureNow()).width, 900)
})

test('without script a picture is cut by four numbers and replaced by another file', async () => {
  const page = await openPage(browser, portal, { as: duc, width: 390, script: false })
  await page.goto(picturePath)
  await page.getByRole('heading', { name: 'Cắt ảnh' }).click()
  await page.getByLabel('Bỏ phía trên, %').fill('30')
  await page.getByRole('button', { name: 'Cắt ảnh', exact: true }).click()
  await page.getByText('Đã cắt.').waitFor()
  assert.equal((await pictureNow()).height, 840)

  const other = join(folder, 'ảnh thay.jpg')
  await patches({ width: 800, height: 600 }, 9).toColourspace('srgb').jpeg().toFile(other)
  await page.getByRole('heading', { name: 'Thay bằng tệp khác' }).click()
  await page.getByLabel('Tệp ảnh mới').setInputFiles(other)
  await page.getByRole('button', { name: 'Thay ảnh' }).click()
  await page.getByText('xem còn đúng với ảnh mới không').waitFor()
  assert.equal((await pictureNow()).originalName, 'ảnh thay.jpg')
  assert.equal(await page.locator('.versions li').count(), 4)
})

test('a photo goes on where the line was lost, two at a time, and a known one is told', async () => {
  const page = await openPage(browser, portal, { as: huong, width: 390, touch: true })
  await page.goto(library)
  const [first, second] = [join(folder, 'IMG_0001.jpg'), join(folder, 'IMG_0002.jpg')]
  await phonePhoto({ width: 3000, height: 2000 }).png({ compressionLevel: 0 }).toFile(first)
  await phonePhoto({ width: 1600, height: 1200 }).jpeg().toFile(second)
  const sent: number[] = []
  let cuts = 2
  await page.route(`**${library}/gui/**`, async (route) => {
    const offset = Number(new URL(route.request().url()).searchParams.get('offset'))
    const isLater = route.request().method() === 'POST' && offset > 0
    if (isLater && cuts-- > 0) return route.abort('connectionreset')
    if (isLater) sent.push(offset)
    await route.continue()
  })

  await page.locator('input[type=file]').setInputFiles([first, second])
  await page.getByText('Mất mạng. Phần đã gửi còn nguyên').waitFor()
  assert.equal((await page.getByRole('progressbar').count()) > 0, true)
  await page.getByText('Đã nhận 2 ảnh. Việc tiếp theo').waitFor({ timeout: 30_000 })
  assert.ok(sent.length > 2 && sent.every((offset, at) => at === 0 || offset > (sent[at - 1] ?? 0)), `${sent}`)

  const again = join(folder, 'gửi lại.jpg')
  await phonePhoto({ width: 1600, height: 1200 }).jpeg().toFile(again)
  await page.locator('input[type=file]').setInputFiles(again)
  await page.getByText('Ảnh này đã có trong thư viện, chưa bài nào dùng.').waitFor()
  assert.equal(await page.locator('.sent [data-state=known]').count(), 1)
})

test('several pictures are described by keyboard on one page', async () => {
  const page = await openPage(browser, portal, { as: huong, width: 390, script: false })
  await page.goto(library)
  await tabTo(page, 'a[href$="/mo-ta"]')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/mo-ta')
  await tabTo(page, 'textarea')
  const id = String(await focused(page, 'id')).replace('alternativeText-', '')
  await page.keyboard.type('Một bức ảnh thử của phòng tin.')
  await tabTo(page, 'form.describing .main')
  await page.keyboard.press('Enter')
  await page.getByText('Đã lưu mô tả của 1 ảnh').waitFor()
  const described = await pictureReader(portal.database.read).find(Number(id))
  assert.equal(described?.alternativeText, 'Một bức ảnh thử của phòng tin.')
})

import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { temporaryFolder } from '../media/given-media.ts'
import { phonePhoto } from '../media/pictures.ts'
import { complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { duc } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { markdownOf, rewrite, textbox } from './article-text.ts'
import { windowOpenedBy } from './district.ts'
import { focused, focusFaults, tabTo } from './keyboard.ts'

const browser = await openBrowser()
const portal = await sampleDistrict()
const folder = await temporaryFolder()
const photo = join(folder, 'IMG_20170217_080911.jpg')
await phonePhoto({ width: 1200, height: 800 }).toFile(photo)
// The library knows a file that it has, so each story sends its own.
const otherPhoto = join(folder, 'IMG_20170217_091503.jpg')
await phonePhoto({ width: 1000, height: 700 }).toFile(otherPhoto)
const notAPhoto = join(folder, 'biên bản.jpg')
await writeFile(notAPhoto, 'Đây là chữ, không phải ảnh.')

// First, while nobody can sign in yet: the printed link is for whoever comes first.
test('a newcomer opens the printed link on her phone, and a citizen reads her article with its picture', async () => {
  const link = await given.firstInvitation(portal)
  const page = await openPage(browser, portal, { width: 390, height: 800, touch: true })
  const complaints = complaintsOf(page, portal)

  await page.goto(link)
  await page.getByLabel('Họ và tên').fill('Siu H’Lan')
  await page.getByLabel('Thư điện tử công vụ').fill('hlan@dakpo.gialai.gov.vn')
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('cà phê chín đỏ trên đồi')
  await page.getByLabel('Nhập lại mật khẩu mới').fill('cà phê chín đỏ trên đồi')
  await page.getByRole('button', { name: 'Đặt mật khẩu và bắt đầu' }).tap()

  await page.getByRole('link', { name: 'Viết tin mới' }).first().tap()
  await page.getByLabel('Tiêu đề', { exact: true }).fill('Học sinh Đak Pơ trồng cây đầu xuân')
  await page.getByLabel('Lời dẫn').fill('Sáng nay, học sinh toàn huyện trồng 500 cây.')
  await rewrite(page, 'Mỗi lớp nhận một luống.')
  await page
    .getByLabel('Chuyên mục', { exact: true })
    .selectOption({ label: await optionNamed(page, '#categoryId', 'Giáo dục') })

  await page.getByRole('button', { name: 'Chọn ảnh' }).tap()
  const dialog = page.getByRole('dialog', { name: 'Chọn ảnh từ thư viện' })
  const letPass = await holdUploads(page)
  await dialog.locator('input[type=file]').setInputFiles(photo)
  await dialog.getByRole('progressbar', { name: 'IMG_20170217_080911.jpg' }).waitFor()
  assert.match((await dialog.locator('.sent').textContent()) ?? '', /Đang (gửi|xử lý)/)
  letPass()
  await dialog.getByText('Đã nhận 1 trên 1 ảnh').waitFor()
  await dialog.locator('.picker-shelf').getByRole('button', { name: 'IMG_20170217_080911.jpg' }).tap()
  assert.equal(await dialog.isVisible(), false)
  assert.equal(await page.locator('.cover-picture img').isVisible(), true)

  await page.locator('.deskbar').getByRole('button', { name: 'Đăng tin' }).tap()
  await page.getByRole('link', { name: /Ảnh bìa chưa có mô tả/ }).tap()
  assert.equal(await focused(page, 'id'), 'coverAlternative')
  await page.getByLabel('Mô tả ảnh').fill('Học sinh đứng quanh một cây non vừa trồng.')
  await page.locator('.deskbar').getByRole('button', { name: 'Đăng tin' }).tap()
  await page.getByText('Đã đăng. Bạn đọc đang thấy bản này.').waitFor()
  const address = await page.getByRole('link', { name: 'Xem trên cổng' }).getAttribute('href')

  const citizen = await openPage(browser, portal, { width: 390, touch: true })
  await citizen.goto('/')
  await citizen.getByRole('link', { name: 'Học sinh Đak Pơ trồng cây đầu xuân' }).first().tap()
  await citizen.waitForURL(`**${address}`)
  const picture = citizen.getByRole('img', { name: 'Học sinh đứng quanh một cây non vừa trồng.' })
  await picture.scrollIntoViewIfNeeded()
  assert.ok((await widthOf(picture)) > 0)
  assert.deepEqual(
    complaints.filter((complaint) => !complaint.includes('422')),
    [],
  )
})

test('a text file that calls itself a picture is refused with a sentence, and nothing of it stays', async () => {
  const page = await openPage(browser, portal, { as: duc, width: 390, touch: true })
  await page.goto('/quan-tri/hinh-anh')
  await page.locator('input[type=file]').setInputFiles([notAPhoto, otherPhoto])
  await page.getByText('Đã nhận 1 trên 2 ảnh').waitFor()
  assert.match((await page.locator('.sent [data-state=bad]').textContent()) ?? '', /Tệp này không phải ảnh JPEG/)
  assert.equal(await page.locator('.sent [data-state=ok]').count(), 1)
  assert.equal(await page.locator('progress').count(), 0)
  await page.goto('/quan-tri/hinh-anh?q=bi%C3%AAn+b%E1%BA%A3n')
  assert.equal(await page.locator('.shelf figure').count(), 0)
})

test('unsaved text is not lost by a slip of the finger, and saved text lets go', async () => {
  const page = await openPage(browser, portal, { as: duc, width: 390, touch: true })
  const questions: string[] = []
  page.on('dialog', (question) => {
    questions.push(question.type())
    void question.dismiss()
  })
  await page.goto('/quan-tri/bai-viet/moi')
  await page.getByLabel('Tiêu đề', { exact: true }).pressSequentially('Chưa lưu')
  await page.getByRole('link', { name: 'Tin bài', exact: true }).first().tap({ noWaitAfter: true })
  await page.waitForTimeout(300)
  assert.deepEqual(questions, ['beforeunload'])
  assert.equal(await page.getByLabel('Tiêu đề', { exact: true }).inputValue(), 'Chưa lưu')

  await page.locator('.deskbar').getByRole('button', { name: 'Lưu nháp' }).tap()
  await page.getByText(/^Đã lưu nháp lúc/).waitFor()
  await page.locator('.top').getByRole('link', { name: 'Tin bài', exact: true }).tap()
  await page.waitForURL('**/quan-tri/bai-viet')
  assert.deepEqual(questions, ['beforeunload'])
})

test('an article is written, seen beside, saved and published without a mouse', async () => {
  await portal.idOf(duc)
  const page = await openPage(browser, portal, { width: 1280 })
  const complaints = complaintsOf(page, portal)
  const faults: string[] = []
  const { keyboard } = page
  await page.goto('/quan-tri')
  await tabTo(page, '#email', faults)
  await keyboard.type(duc.email)
  await tabTo(page, '#password', faults)
  await keyboard.type(duc.password)
  await keyboard.press('Enter')
  await page.waitForURL('**/quan-tri')

  await tabTo(page, 'a[href$="/bai-viet/moi"]', faults)
  await keyboard.press('Enter')
  await page.waitForURL('**/moi')
  await tabTo(page, '#title', faults)
  await keyboard.type('Mùa mía ngọt')
  await tabTo(page, '#lead', faults)
  await keyboard.type('Nông dân vào vụ thu hoạch.')
  await tabTo(page, '[role=textbox]', faults)
  await keyboard.press('Control+b')
  await keyboard.type('Được mùa')
  await keyboard.press('Control+b')
  await keyboard.type(', và ')
  await keyboard.press('Control+i')
  await keyboard.type('được giá')
  await keyboard.press('Control+i')
  await keyboard.type('. ')
  await keyboard.press('Control+k')
  await keyboard.type('gialai.gov.vn/')
  await tabTo(page, '[name=words]', faults)
  await keyboard.type('Xem thêm')
  await keyboard.press('Enter')
  const text = textbox(page)
  await text.locator('a', { hasText: 'Xem thêm' }).waitFor()
  assert.equal(await text.locator('strong').textContent(), 'Được mùa')
  assert.equal(await text.locator('em').textContent(), 'được giá')

  await keyboard.press('Control+End')
  await keyboard.press('Enter')
  await keyboard.type('Vụ mới')
  await keyboard.press('Alt+F10')
  assert.equal(await focused(page, 'dataset.tool'), 'paragraph')
  faults.push(...(await focusFaults(page)))
  await keyboard.press('ArrowRight')
  assert.equal(await focused(page, 'dataset.tool'), 'heading')
  await keyboard.press('Enter')
  assert.equal(await focused(page, 'role'), 'textbox')
  await text.getByRole('heading', { name: 'Vụ mới' }).waitFor()

  await keyboard.press('Alt+F10')
  await keyboard.press('End')
  assert.equal(await focused(page, 'dataset.tool'), 'source')
  await keyboard.press('Enter')
  assert.equal(await focused(page, 'id'), 'body')
  assert.equal(await markdownOf(page), '**Được mùa**, và *được giá*. [Xem thêm](https://gialai.gov.vn/)\n\n## Vụ mới')
  await page.locator('.live-preview .sheet').getByRole('heading', { name: 'Vụ mới' }).waitFor()

  await keyboard.press('Control+s')
  await page.getByText(/^Đã lưu nháp lúc/).waitFor()
  await tabTo(page, '#categoryId', faults)
  await keyboard.type('Kinh')
  assert.equal(
    await page.locator('#categoryId option:checked').textContent(),
    await optionNamed(page, '#categoryId', 'Kinh tế'),
  )
  await shiftTabTo(page, 'button.main[formaction]', faults)
  await keyboard.press('Enter')
  await page.getByText('Đã đăng. Bạn đọc đang thấy bản này.').waitFor()
  await tabTo(page, 'a[href^="/tin-bai/"]', faults)
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Mùa mía ngọt' }).waitFor()
  assert.deepEqual(faults, [])
  assert.deepEqual(complaints, [])
})

test('the focus in the editor is never covered, on a phone neither', async () => {
  const page = await openPage(browser, portal, { as: duc, width: 390 })
  await page.goto('/quan-tri/bai-viet/1')
  const faults: string[] = []
  await tabTo(page, '.deskbar .main', faults)
  assert.deepEqual(faults, [])
})

test('without script a publisher uploads a picture, describes it, makes it the cover and publishes', async () => {
  const page = await openPage(browser, portal, { width: 1280, script: false })
  await page.goto('/quan-tri')
  await page.getByLabel('Thư điện tử công vụ').fill(duc.email)
  await page.getByLabel('Mật khẩu').fill(duc.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()

  await page.getByRole('link', { name: 'Thư viện ảnh' }).click()
  const named = join(folder, 'không mã lệnh')
  await mkdir(named, { recursive: true })
  const picture = join(named, 'hồ nước mới.png')
  await phonePhoto({ width: 640, height: 480 }).png().toFile(picture)
  await page.locator('input[type=file]').setInputFiles(picture)
  await page.getByRole('button', { name: 'Tải ảnh lên' }).click()
  await page.getByText('Đã nhận 1 ảnh. Việc tiếp theo: viết mô tả cho từng ảnh.').waitFor()
  await page.getByRole('link', { name: 'hồ nước mới.png' }).click()
  await page.getByLabel('Mô tả cho người không nhìn thấy ảnh').fill('Mặt hồ phẳng lặng lúc sớm mai.')
  await page.getByLabel('Chú thích').fill('Hồ chứa nước sau đợt nạo vét.')
  await page.getByRole('button', { name: 'Lưu mô tả' }).click()
  await page.getByText(/^Đã lưu mô tả/).waitFor()

  await page.getByRole('link', { name: 'Tin bài', exact: true }).click()
  await page.getByRole('link', { name: 'Viết tin mới' }).click()
  assert.equal(await page.locator('.toolbar').isVisible(), false)
  await page.getByLabel('Tiêu đề', { exact: true }).fill('Hồ chứa đầy nước')
  await page.getByLabel('Lời dẫn').fill('Đủ nước cho vụ Đông Xuân.')
  await page.getByLabel('Nội dung').fill('Hồ cấp nước cho ba xã.')
  await page
    .getByRole('combobox', { name: 'Ảnh bìa' })
    .selectOption({ label: await optionNamed(page, '#coverPictureId', 'hồ nước mới.png') })
  await page.getByLabel('Mô tả ảnh').fill('Mặt hồ phẳng lặng lúc sớm mai.')
  await page
    .getByLabel('Chuyên mục', { exact: true })
    .selectOption({ label: await optionNamed(page, '#categoryId', 'Nông nghiệp, nông thôn mới') })
  const preview = await windowOpenedBy(page.context(), () => page.getByRole('button', { name: 'Xem thử' }).click())
  assert.equal(await preview.getByRole('heading', { level: 1, name: 'Hồ chứa đầy nước' }).isVisible(), true)
  await page.locator('.inspector').getByRole('button', { name: 'Đăng tin' }).click()
  await page.getByRole('link', { name: 'Xem trên cổng' }).click()

  assert.equal(await page.getByRole('heading', { level: 1, name: 'Hồ chứa đầy nước' }).isVisible(), true)
  assert.equal(await page.getByRole('img', { name: 'Mặt hồ phẳng lặng lúc sớm mai.' }).isVisible(), true)
  assert.equal(await page.getByText('Hồ chứa nước sau đợt nạo vét.').isVisible(), true)
})

/** Of the picture's own pixels, once it has arrived. */
const widthOf = (picture: Locator): Promise<number> =>
  picture.evaluate((image: { decode(): Promise<void>; naturalWidth: number }) =>
    image.decode().then(() => image.naturalWidth),
  )

/** The whole text of the choice that ends so; children stand indented. */
async function optionNamed(page: Page, select: string, name: string): Promise<string> {
  const labels = await page.locator(`${select} option`).allTextContents()
  return labels.find((label) => label.trim().endsWith(name)) ?? assert.fail(`${name} is not among ${labels}`)
}

async function shiftTabTo(page: Page, selector: string, faults: string[]) {
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press('Shift+Tab')
    faults.push(...(await focusFaults(page)))
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
  }
  assert.fail(`Shift+Tab does not reach ${selector}`)
}

/** Pictures on their way wait until the function that this gives is called. */
async function holdUploads(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/quan-tri/hinh-anh/gui/**', async (route) => {
    if (route.request().method() === 'POST') await promise
    await route.continue()
  })
  return resolve
}

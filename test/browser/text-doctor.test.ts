import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { preferSource } from './article-text.ts'
import { overhang } from './district.ts'
import { focused, focusFaults, tabTo } from './keyboard.ts'

const browser = await openBrowser()
const portal = await testPortal()

const oldLine = 'UBND huyÖn §ak P¬ th«ng b¸o lÞch tiÕp c«ng d©n vµ tr\u00adêng hîp nghØ lÔ.'
const newLine = 'UBND huyện Đak Pơ thông báo lịch tiếp công dân và trường hợp nghỉ lễ.'

/** In the source, where places are places in a field. */
async function openEditor(wish: PageWish = {}): Promise<Page> {
  const page = await openPage(browser, portal, { as: huong, ...wish })
  await preferSource(page)
  await page.goto('/quan-tri/bai-viet/moi')
  return page
}

const doctor = (page: Page) => page.locator('.doctor')
const found = (page: Page) => doctor(page).locator('mark')
const told = (page: Page, text: string) => doctor(page).getByRole('status').getByText(text, { exact: true }).waitFor()
const item = (page: Page, text: string) => doctor(page).locator('li', { hasText: text })
const press = (page: Page, name: string) => doctor(page).getByRole('button', { name, exact: true }).first()
const textOf = (page: Page, field: string) => page.locator(`#${field}`).inputValue()

/** Where she is, as `body: “nơi”` with what is selected. */
const selection = (page: Page) =>
  page.evaluate(`(({ id, value, selectionStart, selectionEnd }) =>
    id + ': “' + value.slice(selectionStart, selectionEnd) + '”')(document.activeElement)`)
const textBeforeCaret = (page: Page) =>
  page.evaluate('document.activeElement.value.slice(0, document.activeElement.selectionEnd)')

/** What the newest edition of the article holds. */
const stored = (title: string) =>
  portal.database.write
    .selectFrom('editions')
    .select('body')
    .where('title', '=', title)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
    .then(({ body }) => body)

test('what she types in any field is found beside it, and clean text finds nothing', async () => {
  const page = await openEditor()
  const complaints = complaintsOf(page, portal)
  await page.evaluate("document.body.dataset.same = 'page'")
  await page.locator('#lead').pressSequentially('Đồng bào ở mốt số nơi.')
  await told(page, '1 chỗ nên xem lại.')
  assert.equal(await item(page, 'mốt số').locator('p').first().textContent(), '“mốt số” có lẽ là “một số”')
  assert.equal(await item(page, 'mốt số').locator('.quote').textContent(), 'Đồng bào ở mốt số nơi.')

  await page.locator('#body').pressSequentially('Định kiến khá phố biến.')
  await told(page, '2 chỗ nên xem lại.')
  await page.locator('#title').pressSequentially('Mọi nguời cùng làm')
  await told(page, '3 chỗ nên xem lại.')
  assert.deepEqual(await found(page).allTextContents(), ['mốt số', 'phố biến', 'nguời'])
  assert.equal(await page.evaluate('document.body.dataset.same'), 'page')

  for (const field of ['lead', 'body', 'title']) await page.locator(`#${field}`).fill('Mọi người cùng làm')
  await told(page, 'Không thấy gì cần sửa.')
  assert.equal(await doctor(page).locator('li').count(), 0)
  assert.deepEqual(complaints, [])
})

test('one press mends one place and the caret goes on behind it; undo takes it back, and so does the button', async () => {
  const page = await openEditor()
  const before = 'Ở mốt số nơi, mốt số người chưa nghe.'
  await page.locator('#body').pressSequentially(before)
  await told(page, '2 chỗ nên xem lại.')
  assert.equal(await press(page, 'Lấy lại lần sửa vừa rồi').isVisible(), false)

  await press(page, 'Sửa thành “một số”').click()
  const mended = 'Ở một số nơi, mốt số người chưa nghe.'
  assert.equal(await textOf(page, 'body'), mended)
  assert.equal(await selection(page), 'body: “”')
  assert.equal(await textBeforeCaret(page), 'Ở một số')
  await told(page, '1 chỗ nên xem lại.')

  await page.keyboard.press('Control+z')
  assert.equal(await textOf(page, 'body'), before)
  await told(page, '2 chỗ nên xem lại.')

  await press(page, 'Sửa thành “một số”').click()
  await press(page, 'Lấy lại lần sửa vừa rồi').click()
  assert.equal(await textOf(page, 'body'), before)
  assert.equal(await press(page, 'Lấy lại lần sửa vừa rồi').isVisible(), false)
  assert.equal(await focused(page, 'id'), 'body')
})

test('"show" selects the place and changes nothing', async () => {
  const page = await openEditor()
  const body = `${'Mọi người cùng làm.\n\n'.repeat(60)}Định kiến khá phố biến.\n\nHọp ngày 31/02/2017.`
  await page.locator('#body').fill(body)
  await told(page, '2 chỗ nên xem lại.')
  await page.evaluate("document.querySelector('#body').scrollTop = 0")

  await item(page, 'phố biến').getByRole('button', { name: 'Xem chỗ này' }).click()
  assert.equal(await selection(page), 'body: “phố biến”')
  assert.ok(Number(await focused(page, 'scrollTop')) > 1000, 'the place is scrolled to')
  await item(page, '31/02/2017').getByRole('button', { name: 'Xem chỗ này' }).click()
  assert.equal(await selection(page), 'body: “31/02/2017”')
  assert.equal(await item(page, '31/02/2017').getByRole('button').count(), 1)
  assert.equal(await textOf(page, 'body'), body)
})

test('places go along with what is typed, and what is typed over is offered no longer', async () => {
  const page = await openEditor()
  await page.locator('#body').fill('Ở mốt số nơi. Định kiến khá phố biến.')
  await told(page, '2 chỗ nên xem lại.')
  // Nobody answers any more: what counts is what the page knows.
  await page.route('**/kham-chu', (route) => route.abort())

  await page.locator('#body').press('Control+Home')
  await page.keyboard.type('Sáng nay, đoàn đã xem. ')
  await press(page, 'Sửa thành “phổ biến”').click()
  assert.equal(await textOf(page, 'body'), 'Sáng nay, đoàn đã xem. Ở mốt số nơi. Định kiến khá phổ biến.')

  await item(page, 'mốt số').getByRole('button', { name: 'Xem chỗ này' }).click()
  await page.keyboard.type('nhiều')
  assert.deepEqual(await found(page).allTextContents(), [])
  assert.equal(await textOf(page, 'body'), 'Sáng nay, đoàn đã xem. Ở nhiều nơi. Định kiến khá phổ biến.')
})

test('what could not be asked is said, and asked again with the next letter', async () => {
  const page = await openEditor()
  await page.route('**/kham-chu', (route) => route.abort())
  await page.locator('#body').fill('Ở mốt số nơi')
  await told(page, 'Chưa xem được lần này; bạn gõ tiếp thì máy xem lại.')
  await page.unroute('**/kham-chu')
  await page.locator('#body').press('.')
  await told(page, '1 chỗ nên xem lại.')
})

test('the keyboard alone leads there, mends, and back', async () => {
  const page = await openEditor()
  const faults: string[] = []
  const { keyboard } = page
  await tabTo(page, '#body', faults)
  await keyboard.type('Ở mốt số nơi khá phố biến.')
  await told(page, '2 chỗ nên xem lại.')

  await keyboard.press('Alt+F9')
  assert.match(String(await focused(page, 'textContent')), /^Chính tả/)
  faults.push(...(await focusFaults(page)))
  await tabTo(page, '.doctor .acts button:last-child', faults)
  assert.equal(await focused(page, 'textContent'), 'Sửa thành “một số”')
  const described = await focused(page, "getAttribute('aria-describedby')")
  assert.equal(await page.locator(`#${described}`).textContent(), '“mốt số” có lẽ là “một số”')
  await keyboard.press('Enter')
  assert.equal(await textOf(page, 'body'), 'Ở một số nơi khá phố biến.')
  assert.equal(await textBeforeCaret(page), 'Ở một số')

  await told(page, '1 chỗ nên xem lại.')
  await keyboard.press('Alt+F9')
  assert.equal(await focused(page, 'textContent'), 'Sửa thành “phổ biến”')
  faults.push(...(await focusFaults(page)))
  await keyboard.press('Enter')
  await told(page, 'Không thấy gì cần sửa.')
  assert.equal(await textOf(page, 'body'), 'Ở một số nơi khá phổ biến.')
  await keyboard.press('Control+z')
  await keyboard.press('Control+z')
  assert.equal(await textOf(page, 'body'), 'Ở mốt số nơi khá phố biến.')
  assert.deepEqual(faults, [])
})

test('a finger mends one place after another without a keyboard coming up', async () => {
  const page = await openEditor({ width: 390, touch: true })
  await page.locator('#body').fill('Ở mốt số nơi khá phố biến.')
  await told(page, '2 chỗ nên xem lại.')
  for (const [word, left] of [
    ['một số', '1 chỗ nên xem lại.'],
    ['phổ biến', 'Không thấy gì cần sửa.'],
  ] as const) {
    await press(page, `Sửa thành “${word}”`).tap()
    assert.equal(await focused(page, 'tagName'), 'BUTTON')
    await told(page, left)
  }
  await press(page, 'Lấy lại lần sửa vừa rồi').tap()
  assert.notEqual(await focused(page, 'id'), 'body')
  await told(page, '1 chỗ nên xem lại.')
  await press(page, 'Sửa thành “phổ biến”').tap()
  assert.equal(await textOf(page, 'body'), 'Ở một số nơi khá phổ biến.')
})

test('a line from an old font is shown as what it would become, and stays as it is until she presses', async () => {
  const page = await openEditor()
  const complaints = complaintsOf(page, portal)
  const saveButton = page.locator('.inspector').getByRole('button', { name: 'Lưu nháp' })
  const save = () => Promise.all([page.waitForEvent('load'), saveButton.click()])
  const title = 'Thông báo lịch tiếp công dân'
  await page.locator('#title').fill(title)
  await page.locator('#body').pressSequentially(oldLine)
  const offer = item(page, 'TCVN3')
  await offer.waitFor()
  assert.ok((await offer.locator('p').first().textContent())?.includes(`đọc đúng là “${newLine}”`))
  assert.equal(await textOf(page, 'body'), oldLine)

  await save()
  assert.equal(await stored(title), oldLine)
  assert.equal(await textOf(page, 'body'), oldLine)

  await offer.getByRole('button', { name: 'Chuyển sang Unicode' }).click()
  assert.equal(await textOf(page, 'body'), newLine)
  assert.equal(await stored(title), oldLine)
  await page.keyboard.press('Control+z')
  assert.equal(await textOf(page, 'body'), oldLine)
  await offer.getByRole('button', { name: 'Chuyển sang Unicode' }).click()
  await save()
  assert.equal(await stored(title), newLine)
  assert.equal(await doctor(page).getByText('TCVN3').count(), 0)
  assert.deepEqual(complaints, [])
})

test('many findings of one kind stand closed under their number, so that they hide no other', async () => {
  const page = await openEditor()
  await page.locator('#body').fill(`${'Đồng bào , các dân tộc.\n\n'.repeat(9)}Mọi nguời cùng làm.`)
  await told(page, '10 chỗ nên xem lại.')
  assert.deepEqual(await doctor(page).locator('summary').allTextContents(), ['Chính tả1', 'Dấu cách trước dấu câu9'])
  assert.deepEqual(await found(page).filter({ visible: true }).allTextContents(), ['nguời'])
  await doctor(page).getByText('Dấu cách trước dấu câu').click()
  assert.equal(await found(page).filter({ visible: true }).count(), 10)

  await press(page, 'Sửa thành “người”').click()
  await told(page, '9 chỗ nên xem lại.')
  assert.equal(await found(page).filter({ visible: true }).count(), 9, 'what she opened stays open')
})

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`findings are no barrier: ${width} px, ${colorScheme}`, async () => {
      const page = await openEditor({ width, colorScheme })
      const complaints = complaintsOf(page, portal)
      await page.locator('#lead').fill('Báo với HĐND xã , rồi họp ngày 31/02/2017.')
      await page.locator('#body').fill(`${oldLine}\n\nỞ mốt số nơi.\n\n${'Đồng bào , các dân tộc. '.repeat(9)}`)
      await doctor(page).getByText('mốt số').first().waitFor()
      await press(page, 'Sửa thành “một số”').click()
      await told(page, '13 chỗ nên xem lại.')

      assert.equal(await item(page, 'TCVN3').isVisible(), true)
      assert.deepEqual(await axeViolations(page), [])
      assert.equal(await overhang(page), 0)
      assert.deepEqual(complaints, [])
    })
  }
}

test('without script there is a form and nothing of the doctor', async () => {
  const page = await openEditor({ script: false })
  assert.equal(await page.locator('#body').isVisible(), true)
  assert.equal(await page.getByText('Bác sĩ văn bản').isVisible(), false)
  const withScript = await openEditor()
  await withScript.getByText('Bác sĩ văn bản').waitFor()
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { tokenHash } from '../../src/accounts/token.ts'
import { axeViolations, complaintsOf, openBrowser, openPage } from '../support/browser.ts'
import { binh, huong, type Person } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { markdownOf, rewrite, textbox } from './article-text.ts'
import { draftOf, overhang, versionOf, windowOpenedBy } from './district.ts'
import { focusFaults } from './keyboard.ts'

const browser = await openBrowser()
const portal = await testPortal()
const newArticle = '/quan-tri/bai-viet/moi'
const save = '**/tu-luu'

const title = (page: Page) => page.getByLabel('Tiêu đề', { exact: true })
const body = textbox
const kept = (page: Page) => page.getByText(/^Đã tự lưu lúc \d\d:\d\d$/).waitFor()
const trouble = (page: Page) => page.locator('.trouble [role=alert]')
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).locator('visible=true').first().click()

/** Types and leaves the field, which keeps it at once. */
async function write(page: Page, text: string) {
  await rewrite(page, text)
  await body(page).blur()
}

const copiesIn = (page: Page) =>
  page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('cong-tin-unsent'))")

async function slotsOf(person: Person): Promise<string[]> {
  const rows = await portal.database.write
    .selectFrom('autosaves')
    .select('form')
    .where('staff_id', '=', await portal.idOf(person))
    .orderBy('saved_at')
    .execute()
  return rows.map(({ form }) => (JSON.parse(form) as Record<string, string>)['body'] ?? '')
}

async function withoutSlots() {
  await portal.database.write.deleteFrom('autosaves').execute()
}

/** Whoever signed in last at this browser is signed in no longer. */
async function endSession(page: Page) {
  const cookies = await page.context().cookies()
  const token = cookies.find(({ name }) => name === 'session')?.value ?? assert.fail('no session')
  await portal.database.write.deleteFrom('sessions').where('token_hash', '=', tokenHash(token)).execute()
}

async function signIn(page: Page, { email, password }: Person) {
  await page.goto('/quan-tri/dang-nhap')
  await page.getByLabel('Thư điện tử công vụ').fill(email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.locator('.bar .who').waitFor()
}

/** A window of her own: whoever signs in anew in a test does not sign out the others. */
async function deskOf(person: Person, width = 1280): Promise<Page> {
  const page = await openPage(browser, portal, { width })
  page.context().setDefaultTimeout(10_000)
  await portal.idOf(person)
  await signIn(page, person)
  return page
}

test('what is typed is kept three seconds later, leaving asks nothing, and one click brings it back', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  const complaints = complaintsOf(page, portal)
  const questions: string[] = []
  page.on('dialog', (question) => {
    questions.push(question.type())
    void question.accept()
  })
  await page.goto(newArticle)
  await body(page).pressSequentially('Mía')
  await page.waitForTimeout(1500)
  assert.deepEqual(await slotsOf(huong), [])
  await kept(page)
  assert.deepEqual(await slotsOf(huong), ['Mía'])

  await page.goto(newArticle)
  assert.deepEqual(questions, [])
  assert.match((await page.locator('.unsaved').textContent()) ?? '', /Chưa có tiêu đề, tự lưu lúc 10:00/)
  await page.getByRole('link', { name: 'Lấy lại' }).click()
  assert.equal(await markdownOf(page), 'Mía')
  await title(page).fill('Mùa mía')
  await press(page, 'Lưu nháp')
  await page.getByText(/^Đã lưu nháp lúc 10:00/).waitFor()
  assert.deepEqual(await slotsOf(huong), [])
  assert.deepEqual(await copiesIn(page), [])
  assert.deepEqual(complaints, [])
})

test('one request at a time: the newest state wins', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  await page.goto(await draftOf(portal, huong))
  let [going, most] = [0, 0]
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  await page.route(save, async (route) => {
    most = Math.max(most, ++going)
    await answered
    await route.continue()
    going--
  })
  await write(page, 'Một')
  await page.getByText('Đang tự lưu').waitFor()
  await write(page, 'Một hai')
  await write(page, 'Một hai ba')
  answer()
  await page.locator('form[data-kept]').waitFor({ state: 'attached' })
  await kept(page)
  assert.deepEqual(await slotsOf(huong), ['Một hai ba'])
  assert.equal(most, 1)
})

test('while the line is down the text stays in the browser, and outlives the window', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  await page.goto(newArticle)
  await title(page).fill('Hội xuân')
  await write(page, 'Trống chiêng')
  await kept(page)

  await page.context().setOffline(true)
  await write(page, 'Trống chiêng vang từ sáng')
  await trouble(page).waitFor()
  assert.match(
    (await trouble(page).textContent()) ?? '',
    /gián đoạn từ \d\d:\d\d\. Chữ còn nguyên ở đây và đã giữ trên máy này/,
  )
  assert.deepEqual(await slotsOf(huong), ['Trống chiêng'])
  const path = page.url()
  await press(page, 'Lưu nháp')
  await page.waitForFunction('document.activeElement.getAttribute("role") === "alert"')
  assert.equal(page.url(), path)
  const context = page.context()
  await page.close()

  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(newArticle)
  const offer = again.getByText(/^Trình duyệt giữ bản chưa gửi lúc \d\d:\d\d: Hội xuân$/)
  assert.equal(await again.getByText('Hội xuân, tự lưu lúc 10:00').isVisible(), false)
  await offer.waitFor()
  await again.getByRole('button', { name: 'Lấy lại' }).click()
  assert.equal(await markdownOf(again), 'Trống chiêng vang từ sáng')
  await kept(again)
  assert.deepEqual(await slotsOf(huong), ['Trống chiêng vang từ sáng'])
  assert.deepEqual(await copiesIn(again), [])
})

test('it goes on by itself when the line is back, and at a press where the server was away', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  await page.goto(await draftOf(portal, huong))
  await page.context().setOffline(true)
  await write(page, 'Gõ khi mất mạng')
  await trouble(page).waitFor()
  await page.context().setOffline(false)
  await kept(page)
  assert.equal(await trouble(page).count(), 0)

  await page.route(save, (route) => route.fulfill({ status: 503, body: '' }))
  await write(page, 'Gõ khi máy chủ bảo trì')
  await trouble(page).waitFor()
  await page.unroute(save)
  await press(page, 'Thử lại')
  await trouble(page).waitFor({ state: 'detached' })
  assert.deepEqual(await slotsOf(huong), ['Gõ khi máy chủ bảo trì'])
  assert.equal(await page.evaluate('document.activeElement.role'), 'textbox')
  assert.deepEqual(await copiesIn(page), [])
})

test('it tries again after growing pauses, and says since when once', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  await page.clock.install()
  await page.goto(await draftOf(portal, huong))
  let tries = 0
  await page.route(save, (route) => {
    tries++
    return route.abort()
  })
  await write(page, 'Chờ máy chủ')
  await trouble(page).waitFor()
  const told = await trouble(page).elementHandle()
  const triesAfter = async (seconds: number) => {
    await page.clock.runFor(seconds * 1000)
    await page.waitForTimeout(200)
    return tries
  }
  assert.deepEqual([await triesAfter(4), await triesAfter(2)], [1, 2])
  assert.deepEqual([await triesAfter(8), await triesAfter(3)], [2, 3])
  assert.equal(await told?.evaluate((notice) => (notice as unknown as { isConnected: boolean }).isConnected), true)
})

test('a page that is put away is kept before it goes', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  await page.goto(await draftOf(portal, huong))
  await rewrite(page, 'Cất máy vào túi')
  await page.evaluate(`{
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  }`)
  await kept(page)
  assert.deepEqual(await slotsOf(huong), ['Cất máy vào túi'])
  assert.deepEqual(await copiesIn(page), [])
})

test('a browser that keeps nothing says so, and leaving asks', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  await page.addInitScript('Storage.prototype.setItem = () => { throw new Error("full") }')
  await page.goto(newArticle)
  await page.route(save, (route) => route.abort())
  await body(page).pressSequentially('Không nơi nào giữ')
  await body(page).blur()
  await page.getByText(/trình duyệt không giữ được bản nào\. Đừng đóng trang này/).waitFor()
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const question = await asked
  assert.equal(question.type(), 'beforeunload')
  await question.accept()
})

test('a session that ended takes nothing with it: she signs in elsewhere and saves here', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  const path = await draftOf(portal, huong)
  await page.goto(path)
  await endSession(page)
  await rewrite(page, 'Viết khi phiên đã hết')
  await press(page, 'Lưu nháp')
  await page.getByText('Phiên đã hết. Chữ còn giữ ở đây. Đăng nhập ở cửa sổ mới rồi bấm “Thử lại”.').waitFor()
  assert.equal(await markdownOf(page), 'Viết khi phiên đã hết')
  assert.equal(((await copiesIn(page)) as string[]).length, 1)

  const door = await windowOpenedBy(page.context(), () =>
    page.getByRole('link', { name: /^Đăng nhập ở cửa sổ mới/ }).click(),
  )
  await door.getByLabel('Thư điện tử công vụ').fill(huong.email)
  await door.getByLabel('Mật khẩu').fill(huong.password)
  await door.getByRole('button', { name: 'Đăng nhập' }).click()
  await door.waitForURL('**/quan-tri/tai-khoan')
  await door.close()
  if (await trouble(page).isVisible()) await press(page, 'Thử lại')
  await kept(page)
  assert.deepEqual(await copiesIn(page), [])
  await press(page, 'Lưu nháp')
  await page.getByText(/^Đã lưu nháp lúc 10:00/).waitFor()
  assert.equal(await markdownOf(page), 'Viết khi phiên đã hết')
  assert.equal(await page.locator('.unsaved').count(), 0)
})

test('somebody else who signs in at the same browser gets nothing of hers', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  await page.goto(newArticle)
  await endSession(page)
  await portal.idOf(binh)
  const his = await page.context().newPage()
  await signIn(his, binh)
  await write(page, 'Chữ của Hương')
  await page.getByText(/một tài khoản khác đã đăng nhập/).waitFor()
  await press(page, 'Lưu nháp')
  await his.goto(newArticle)
  assert.equal(await his.locator('.unsaved').count(), 0)
  assert.deepEqual([await slotsOf(huong), await slotsOf(binh)], [[], []])
  assert.equal(((await copiesIn(his)) as string[]).length, 1)
  await his.getByRole('button', { name: 'Đăng xuất' }).click()
  await signIn(his, huong)
  await his.goto(newArticle)
  await his.getByText(/^Trình duyệt giữ bản chưa gửi/).waitFor()
  await his.getByRole('button', { name: 'Bỏ', exact: true }).click()
  assert.equal(await his.locator('.unsaved').count(), 0)
  assert.deepEqual(await copiesIn(his), [])
})

test('the second of two windows tells of the first, and takes its place only when asked to', async () => {
  await withoutSlots()
  const first = await deskOf(huong)
  const path = await draftOf(portal, huong)
  await first.goto(path)
  const second = await first.context().newPage()
  await second.goto(path)
  // Nobody types into a window that stands behind another.
  await first.bringToFront()
  await write(first, 'Viết cả buổi sáng')
  await kept(first)

  await second.bringToFront()
  await write(second, 'Một chữ')
  await second.getByText(/^Có bản tự lưu lúc 10:00 không phải của cửa sổ này/).waitFor()
  assert.deepEqual(await slotsOf(huong), ['Viết cả buổi sáng'])
  const look = await windowOpenedBy(second.context(), () => second.getByRole('link', { name: /^Xem bản đó/ }).click())
  assert.equal(await markdownOf(look), 'Viết cả buổi sáng')
  await look.close()
  portal.clock.advance({ seconds: 1 })
  await press(second, 'Tự lưu theo cửa sổ này')
  await kept(second)
  assert.deepEqual(await slotsOf(huong), ['Một chữ'])
  await first.bringToFront()
  await write(first, 'Viết cả buổi sáng, rồi viết tiếp')
  await trouble(first).waitFor()
  assert.deepEqual(await slotsOf(huong), ['Một chữ'])
})

test('what was kept before is not replaced by a new letter, and is dropped without leaving the page', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  const path = await draftOf(portal, huong)
  await page.goto(path)
  await write(page, 'Bản của hôm qua')
  await kept(page)
  await page.goto(path)
  await page.getByText('Bạn có bản tự lưu lúc 10:00, chưa lưu thành nháp.').waitFor()
  await write(page, 'Bản mới gõ')
  await trouble(page).waitFor()
  assert.deepEqual(await slotsOf(huong), ['Bản của hôm qua'])
  await press(page, 'Bỏ bản này')
  await kept(page)
  assert.equal(await page.locator('.unsaved').count(), 0)
  assert.equal(await trouble(page).count(), 0)
  assert.equal(await markdownOf(page), 'Bản mới gõ')
  assert.deepEqual(await slotsOf(huong), ['Bản mới gõ'])
})

test('a copy that is taken back gives way to nothing that was typed here', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  const path = await draftOf(portal, huong)
  await page.goto(path)
  await page.context().route(save, (route) => route.abort())
  await write(page, 'Gõ ngoài đồng')
  await trouble(page).waitFor()
  await page.goto('about:blank')
  await page.context().unroute(save)
  await page.goto(path)
  await write(page, 'Gõ ở cơ quan')
  await kept(page)
  await press(page, 'Lấy lại')
  assert.equal(await markdownOf(page), 'Gõ ngoài đồng')
  await page.getByText(/^Trình duyệt giữ bản chưa gửi/).waitFor()
  await press(page, 'Lấy lại')
  assert.equal(await markdownOf(page), 'Gõ ở cơ quan')
})

test('when a colleague saves meanwhile, it pauses, and saving leads to both texts', async () => {
  await withoutSlots()
  const page = await deskOf(huong)
  const path = await draftOf(portal, huong)
  await page.goto(path)
  const version = await versionOf(portal, binh, path)
  await portal.as(binh).post(path, { version, title: 'Bình đã sửa', body: 'Chữ đầu tiên.' })
  await write(page, 'Hương viết thêm')
  await page.getByText(/^Trần Văn Bình đã thay đổi bài này lúc 10:00/).waitFor()
  await write(page, 'Hương viết thêm nữa')
  await page.waitForTimeout(500)
  assert.deepEqual(await slotsOf(huong), ['Hương viết thêm'])
  assert.equal(((await copiesIn(page)) as string[]).length, 1)
  await press(page, 'Lưu nháp')
  await page.getByRole('link', { name: 'Mở bản mới nhất' }).waitFor()
  assert.deepEqual(await slotsOf(huong), ['Hương viết thêm nữa'])
  assert.deepEqual(await copiesIn(page), [])
  await press(page, 'Ghép hai bản và đọc lại')
  assert.equal(await markdownOf(page), 'Hương viết thêm nữa')
  assert.equal(await title(page).inputValue(), 'Bình đã sửa')
  assert.equal(await page.locator('.unsaved').count(), 0)
  await kept(page)
})

for (const width of [390, 1280]) {
  test(`nothing that it says is a barrier: ${width} px`, async () => {
    await withoutSlots()
    const page = await deskOf(huong, width)
    const complaints = complaintsOf(page, portal)
    const path = await draftOf(portal, huong)
    await page.goto(path)
    await write(page, 'Bản tự lưu')
    await kept(page)
    await page.goto(path)
    await page.context().setOffline(true)
    await write(page, 'Bản chưa gửi')
    await trouble(page).waitFor()
    await page.context().setOffline(false)
    await page.goto(path)
    await page.getByText(/^Trình duyệt giữ bản chưa gửi/).waitFor()
    await page.evaluate("document.querySelector('[data-found]').hidden = false")
    await write(page, 'Lại một bản khác')
    const faults: string[] = []
    for (const [name, status] of [
      ['other-window', 0],
      ['down', 503],
      ['refused', 404],
      ['too-large', 413],
    ] as const) {
      if (status > 0) await page.route(save, (route) => route.fulfill({ status, body: '' }))
      if (name !== 'other-window') await press(page, name === 'down' ? 'Tự lưu theo cửa sổ này' : 'Thử lại')
      const text = page.locator('.trouble p')
      await text.waitFor()
      faults.push(...(await axeViolations(page)).map((fault) => `${name}: ${fault}`))
      if ((await overhang(page)) > 0) faults.push(`${name}: scrolls sideways`)
      await body(page).focus()
      faults.push(...(await focusFaults(page)))
    }
    assert.deepEqual(faults, [])
    assert.deepEqual(
      complaints.filter((complaint) => !/Failed to load resource/.test(complaint)),
      [],
    )
  })
}

test('without script what was kept is taken back and dropped by the page alone', async () => {
  await withoutSlots()
  const path = await draftOf(portal, huong)
  const form = { version: '1', windowKey: 'cua-so-khac', body: 'Tự lưu từ máy khác' }
  await portal.as(huong).get('/quan-tri/bai-viet')
  const page = await openPage(browser, portal, { as: huong, script: false })
  await page.goto(path)
  assert.equal(await page.locator('.unsaved').count(), 0)
  await portal.as(huong).post(`${path}/tu-luu`, form)
  await page.goto(path)
  await page.getByRole('link', { name: 'Lấy lại' }).click()
  assert.equal(await markdownOf(page), 'Tự lưu từ máy khác')
  await page.goto(path)
  await page.getByRole('button', { name: 'Bỏ bản này' }).click()
  assert.equal(await page.locator('.unsaved').count(), 0)
  assert.equal(await markdownOf(page), 'Chữ đầu tiên.')
  assert.deepEqual(await slotsOf(huong), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { axeViolations, complaintsOf, openBrowser, openPage, type PageWish } from '../support/browser.ts'
import * as given from '../support/given.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { markdownOf, preferSource, textbox } from './article-text.ts'
import { draftOf, overhang } from './district.ts'
import { focused, focusFaults, tabTo } from './keyboard.ts'

const browser = await openBrowser()
const portal = await testPortal()
const bridge = await given.picture(portal, { originalName: 'cầu.jpg', alternativeText: 'Cầu bê tông qua suối' })
const lake = await given.picture(portal, { originalName: 'hồ.jpg', alternativeText: 'Mặt hồ sớm mai' })

const everything = [
  'Sáng nay, **Ủy ban nhân dân** xã họp về [kế hoạch](/tin-tuc).',
  '## Kết quả',
  '- Làm đường\n- Làm cầu',
  '> [!WARNING]\n> Nước lên nhanh.',
  `![](anh:${bridge.id} "Cầu ở thôn 2")`,
  `![](anh:${bridge.id})\n![](anh:${lake.id})`,
  '| Thôn | Số hộ |\n| --- | --: |\n| An Định | 120 |',
  '<div lang="jra">\n\nƀơi dêh čar\n\n</div>',
  `[![](anh:${lake.id})](https://www.youtube.com/watch?v=aqz-KE_bpKQ "Hội xuân")`,
].join('\n\n')

async function openArticle(body: string, wish: PageWish = {}): Promise<Page> {
  const path = await draftOf(portal, huong)
  const { version } = await portal.database.read
    .selectFrom('articles')
    .select('version')
    .where('id', '=', Number(path.split('/').at(-1)))
    .executeTakeFirstOrThrow()
  await portal.as(huong).post(path, { version: String(version), title: 'Bài thử', body })
  const page = await openPage(browser, portal, { as: huong, ...wish })
  await page.goto(path)
  return page
}

const markdown = async (page: Page) => {
  await page.waitForTimeout(250)
  return markdownOf(page)
}
const tool = (page: Page, name: string) => page.locator(`.toolbar [data-tool=${name}]`)
const caretAtEnd = async (page: Page) => {
  await textbox(page).focus()
  await page.keyboard.press('Control+End')
}

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the text is seen as readers get it, without a barrier: ${width} px, ${colorScheme}`, async () => {
      const page = await openArticle(everything, { width, colorScheme })
      const complaints = complaintsOf(page, portal)
      await page.reload()
      const text = textbox(page)
      await text.getByRole('heading', { level: 2, name: 'Kết quả' }).waitFor()
      assert.equal(await page.locator('#body').isVisible(), false)
      assert.equal(await text.locator('aside select').inputValue(), 'warning')
      await text.getByRole('img', { name: 'Cầu bê tông qua suối' }).first().waitFor()
      await text.locator('.placed > img').first().click()
      assert.equal(await page.getByLabel('Chú thích').first().inputValue(), 'Cầu ở thôn 2')
      assert.deepEqual(await axeViolations(page), [])
      await text.locator('td').first().click()
      assert.deepEqual(await axeViolations(page), [])
      assert.equal(await overhang(page), 0)
      assert.equal(await markdown(page), everything)
      assert.deepEqual(complaints, [])
    })
  }
}

test('an untouched text is never rewritten, and of a changed one only what changed', async () => {
  const body = '* một\n* hai\n\nĐoạn __đậm__ cũ.\n\nTiêu đề\n-------\n\nCuối.'
  const page = await openArticle(body)
  await textbox(page).focus()
  await page.keyboard.press('End')
  assert.equal(await markdown(page), body)
  await caretAtEnd(page)
  await page.keyboard.type(' Thêm chữ.')
  assert.equal(await markdown(page), `${body} Thêm chữ.`)
  await page.keyboard.press('Control+z')
  assert.equal(await markdown(page), body)
})

test('letters that an input method composes arrive once, and as they were meant', async () => {
  const page = await openArticle('Xã')
  const session = await page.context().newCDPSession(page)
  await caretAtEnd(page)
  await page.keyboard.type(' ')
  for (const text of ['d', 'dd', 'đ', 'đư', 'đươ', 'đươn', 'đương', 'đường'])
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await session.send('Input.insertText', { text: 'đường' })
  await page.keyboard.type(' làng')
  assert.equal(await markdown(page), 'Xã đường làng')
  await tool(page, 'bold').click()
  await page.keyboard.type(' ')
  for (const text of ['v', 'vi', 'viê', 'viêt', 'việt'])
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await session.send('Input.insertText', { text: 'việt' })
  assert.equal(await markdown(page), 'Xã đường làng **việt**')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+y')
  assert.equal(await markdown(page), 'Xã đường làng **việt**')
})

test('everything is reached by keyboard, and the way out is never barred', async () => {
  const page = await openArticle('Đoạn một')
  const { keyboard } = page
  const faults: string[] = []
  await tabTo(page, '[role=textbox]', faults)
  await keyboard.press('Control+End')
  await keyboard.press('Enter')
  await keyboard.type('- gạch đầu dòng')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await keyboard.type('thụt vào')
  assert.equal(await markdown(page), 'Đoạn một\n\n- gạch đầu dòng\n  - thụt vào')

  await keyboard.press('Alt+F10')
  faults.push(...(await focusFaults(page)))
  assert.equal(await tool(page, 'list').getAttribute('aria-pressed'), 'true')
  for (const name of ['table']) {
    while ((await focused(page, 'dataset.tool')) !== name) await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
  }
  await keyboard.type('Thôn')
  await keyboard.press('Tab')
  await keyboard.type('Số hộ')
  assert.ok((await markdown(page)).includes('| Thôn | Số hộ |'))
  await keyboard.press('Escape')
  await keyboard.press('Tab')
  assert.equal(await page.evaluate("document.activeElement.closest('.rich') === null"), true)
  await keyboard.press('Shift+Tab')
  assert.equal(await focused(page, 'role'), 'textbox')
  assert.deepEqual(faults, [])
})

test('a picture is chosen, described and moved in its place, and undo goes through all of it', async () => {
  const page = await openArticle('Trên.\n\nDưới.')
  await textbox(page).getByText('Trên.').click()
  await page.keyboard.press('End')
  await tool(page, 'picture').click()
  await page.locator('.picker-shelf').getByRole('button', { name: 'Cầu bê tông' }).click()
  assert.equal(await markdown(page), `Trên.\n\n![](anh:${bridge.id})\n\nDưới.`)

  await page.locator('.placed > img').click()
  await page.keyboard.press('Enter')
  assert.equal(await focused(page, 'dataset.attribute'), 'alt')
  await page.keyboard.type('Cầu "mới"')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Khánh thành')
  assert.equal(await markdown(page), `Trên.\n\n![Cầu "mới"](anh:${bridge.id} "Khánh thành")\n\nDưới.`)
  await page.getByRole('button', { name: 'Đưa xuống' }).press('Enter')
  assert.equal(await markdown(page), `Trên.\n\nDưới.\n\n![Cầu "mới"](anh:${bridge.id} "Khánh thành")`)
  assert.equal(await focused(page, 'dataset.act'), 'down')
  await page.getByRole('button', { name: 'Đưa lên' }).press('Enter')
  await page.getByLabel('Chú thích').press('Control+z')
  assert.equal(await markdown(page), `Trên.\n\nDưới.\n\n![Cầu "mới"](anh:${bridge.id} "Khánh thành")`)
  for (let step = 0; step < 12; step++) await textbox(page).press('Control+z')
  assert.equal(await markdown(page), 'Trên.\n\nDưới.')
})

test('a picture is dragged to another place', async () => {
  const page = await openArticle(`![](anh:${bridge.id})\n\nTrên.\n\nDưới.`, { height: 1600 })
  const { mouse } = page
  const boxOf = async (place: Locator) => (await place.boundingBox()) ?? assert.fail('out of sight')
  const from = await boxOf(textbox(page).getByRole('img', { name: 'Cầu bê tông' }))
  const to = await boxOf(textbox(page).getByText('Dưới.'))
  await mouse.move(from.x + 100, from.y + 100)
  await mouse.down()
  await mouse.move(from.x + 120, from.y + 130, { steps: 3 })
  await mouse.move(to.x + 20, to.y + to.height - 2, { steps: 6 })
  await mouse.up()
  assert.equal(await markdown(page), `Trên.\n\n![](anh:${bridge.id})\n\nDưới.`)
  await page.keyboard.press('Control+z')
  assert.equal(await markdown(page), `![](anh:${bridge.id})\n\nTrên.\n\nDưới.`)
})

test('several pictures become a gallery, words a notice, and a known address a video', async () => {
  const page = await openArticle('Mang theo căn cước.')
  await textbox(page).getByText('Mang theo').click()
  await tool(page, 'notice').click()
  await page.getByLabel('Loại ô').selectOption('important')
  await caretAtEnd(page)
  await tool(page, 'gallery').click()
  await page.locator('.picker-shelf').getByRole('button', { name: 'Cầu bê tông' }).click()
  await page.locator('.picker-shelf').getByRole('button', { name: 'Mặt hồ' }).click()
  await page.getByRole('button', { name: 'Chọn xong' }).click()
  await caretAtEnd(page)
  await tool(page, 'video').click()
  const dialog = page.getByRole('dialog', { name: 'Video' })
  await dialog.getByLabel('Địa chỉ video').fill('https://youtube.com.evil.vn/watch?v=aqz-KE_bpKQ')
  await dialog.getByRole('button', { name: 'Chèn video' }).click()
  assert.equal(await dialog.isVisible(), true, 'an unknown site is no video')
  await dialog.getByLabel('Địa chỉ video').fill('https://youtu.be/aqz-KE_bpKQ')
  await dialog.getByLabel('Tên video').fill('Hội xuân')
  await dialog.getByRole('button', { name: 'Chèn video' }).click()
  const parts = [
    '> [!IMPORTANT]\n> Mang theo căn cước.',
    `![](anh:${bridge.id})\n![](anh:${lake.id})`,
    '[Hội xuân](https://youtu.be/aqz-KE_bpKQ)',
  ]
  assert.equal(await markdown(page), parts.join('\n\n'))
})

test('a table grows, its cells merge, and its columns find their place', async () => {
  const page = await openArticle('| Thôn | Số hộ |\n| --- | --- |\n| An Định | 120 |')
  await textbox(page).getByText('120').click()
  await tool(page, 'align-right').click()
  await tool(page, 'row-below').click()
  assert.equal(await markdown(page), '| Thôn | Số hộ |\n| --- | --: |\n| An Định | 120 |\n|  |  |')
  await textbox(page).getByText('An Định').click()
  await page.keyboard.down('Shift')
  await textbox(page).getByText('120').click()
  await page.keyboard.up('Shift')
  await tool(page, 'merge').click()
  assert.match(await markdown(page), /<td colspan="2"/)
  await page.keyboard.press('Control+z')
  assert.match(await markdown(page), /\| An Định \| 120 \|/)
  await tool(page, 'table-remove').click()
  assert.equal(await markdown(page), '')
})

test('a language is marked within a sentence and round whole paragraphs', async () => {
  const page = await openArticle('Chào là ơi mơi.')
  await textbox(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowLeft')
  for (const _ of 'ơi mơi') await page.keyboard.press('Shift+ArrowLeft')
  await tool(page, 'language').click()
  await page.getByRole('radio', { name: 'Tiếng Bahnar' }).check()
  await page.getByRole('button', { name: 'Đánh dấu' }).click()
  assert.equal(await markdown(page), 'Chào là <span lang="bdq">ơi mơi</span>.')
  await tool(page, 'language').click()
  assert.equal(await markdown(page), 'Chào là ơi mơi.')
  await page.keyboard.press('Control+Home')
  await tool(page, 'language').click()
  await page.getByRole('radio', { name: 'Tiếng Jrai' }).check()
  await page.getByRole('button', { name: 'Đánh dấu' }).click()
  assert.equal(await markdown(page), '<div lang="jra">\n\nChào là ơi mơi.\n\n</div>')
})

test('an address that she types becomes a link, as readers get it', async () => {
  const page = await openArticle('Xem')
  await caretAtEnd(page)
  await page.keyboard.type(' gialai.gov.vn hay www.gialai.gov.vn rồi')
  assert.equal(await textbox(page).locator('a').count(), 1)
  assert.equal(await markdown(page), 'Xem gialai.gov.vn hay www.gialai.gov.vn rồi')
})

test('the source is one press away, keeps the text, and is remembered', async () => {
  const page = await openArticle('Chữ **đậm**.')
  await caretAtEnd(page)
  await page.keyboard.type(' Thêm.')
  await tool(page, 'source').click()
  assert.equal(await page.locator('#body').isVisible(), true)
  assert.equal(await page.locator('#body').inputValue(), 'Chữ **đậm**. Thêm.')
  assert.equal(await page.locator('.live-preview').isVisible(), true)
  await page.locator('#body').press('Control+End')
  await page.keyboard.type('\n\n## Mục')
  await tool(page, 'source').click()
  await textbox(page).getByRole('heading', { name: 'Mục' }).waitFor()
  assert.equal(await page.locator('.live-preview').isVisible(), false)
  await page.keyboard.press('Control+z')
  assert.equal(await markdown(page), 'Chữ **đậm**. Thêm.')
  await tool(page, 'source').click()
  await page.reload()
  assert.equal(await page.locator('#body').isVisible(), true)
})

test('what the editor does not understand stays source, says so, and is not changed', async () => {
  const body = '**![Ảnh trong chữ đậm](anh:1)** và chữ'
  const page = await openArticle(body)
  await page.getByText('nên mở ở dạng mã nguồn để không mất gì').waitFor()
  assert.equal(await page.locator('#body').inputValue(), body)
  await tool(page, 'source').click()
  assert.equal(await page.locator('#body').isVisible(), true)
  await page.locator('#body').fill('Chữ thường')
  await tool(page, 'source').click()
  assert.equal(await textbox(page).textContent(), 'Chữ thường')
  assert.equal(await page.getByText('nên mở ở dạng mã nguồn').isVisible(), false)
})

test('the doctor shows and mends a place in the text as it looks, and undo takes it back', async () => {
  const page = await openArticle('## Mục\n\nỞ **mốt số** nơi.')
  await page.locator('.doctor').getByRole('button', { name: 'Xem chỗ này' }).first().click()
  assert.equal(await page.evaluate('getSelection().toString()'), 'mốt số')
  assert.equal(await focused(page, 'role'), 'textbox')
  await page.locator('.doctor').getByRole('button', { name: 'Sửa thành “một số”' }).click()
  assert.equal(await textbox(page).locator('strong').textContent(), 'một số')
  await page.keyboard.type(' ba')
  assert.equal(await markdown(page), '## Mục\n\nỞ **một số ba** nơi.')
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z')
  assert.equal(await markdown(page), '## Mục\n\nỞ **mốt số** nơi.')
})

test('a link of the checks leads to its words in the text, and the label to the text', async () => {
  const page = await openArticle('Chữ.\n\nXem [tại đây](/lien-he) nhé.')
  await page.locator('.checks').getByRole('link', { name: 'Đến nội dung' }).first().click()
  assert.equal(await page.evaluate('getSelection().toString()'), 'tại đây')
  await page.locator('#title').focus()
  await page.locator('label[for=body]').click()
  assert.equal(await focused(page, 'role'), 'textbox')
})

test('what was typed a moment ago is saved with the rest', async () => {
  const page = await openArticle('Một')
  await caretAtEnd(page)
  await page.keyboard.type(' hai')
  await page.keyboard.press('Control+s')
  await page.getByText(/^Đã lưu nháp lúc/).waitFor()
  assert.equal(await textbox(page).textContent(), 'Một hai')
})

test('without script, and for who prefers it, there is the field', async () => {
  const plain = await openArticle('Chữ **đậm**.', { script: false })
  assert.equal(await plain.locator('#body').isVisible(), true)
  assert.equal(await plain.locator('.toolbar').isVisible(), false)
  const page = await openPage(browser, portal, { as: huong })
  await preferSource(page)
  await page.goto('/quan-tri/bai-viet/moi')
  await page.locator('#body').fill('## Mục')
  assert.equal(await tool(page, 'source').getAttribute('aria-pressed'), 'true')
})

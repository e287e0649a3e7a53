import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { openBrowser } from '../support/browser.ts'
import { testPortal } from '../support/test-portal.ts'
import { readFixture } from './paste-page.ts'
import { openPasting } from './pasting-page.ts'

const browser = await openBrowser()
const portal = await testPortal()
const open = () => openPasting(browser, portal)

const photo = async (colour: string) =>
  (
    await sharp({ create: { width: 640, height: 400, channels: 3, background: colour } })
      .png()
      .toBuffer()
  ).toString('base64')
const pictureIn = /!\[(.*)\]\(anh:\d+(?: "(.*)")?\)/

describe('a paste', () => {
  test('of Word goes in as constructs, says what it left out and is taken back in one step', async () => {
    const { page, paste, markdown, said, complaints } = await open()
    await page.keyboard.type('Đầu bài.')
    await page.keyboard.press('Enter')
    await paste({ html: readFixture('word-headings-lists-table.html'), text: 'Kết quả' })
    const pasted = await markdown()
    assert.match(
      pasted,
      /^Đầu bài\.\n\n## Kết quả thực hiện chương trình\n\nĐến hết tháng 9, toàn huyện có \*\*12\/15\*\* xã/,
    )
    assert.match(pasted, /- Bê tông hóa 24 km đường liên thôn;\n\s+- Xã An Thành: 9 km;/)
    assert.equal(
      await said(),
      'Đã bỏ: 1 chỗ đã xóa khi theo dõi thay đổi, 1 ghi chú của người góp ý, 1 chú thích cuối trang, 6 kiểu chữ. Ctrl+Z để lấy lại như trước khi dán.',
    )
    await page.keyboard.press('Control+z')
    assert.equal(await markdown(), 'Đầu bài.')
    assert.deepEqual(complaints, [])
  })

  test('that begins with a heading keeps it, wherever the cursor is', async () => {
    const html = '<h1>Kết quả</h1><p>Toàn xã đạt.</p>'
    const { page, paste, markdown } = await open()
    await paste({ html })
    assert.equal(await markdown(), '## Kết quả\n\nToàn xã đạt.')
    await paste({ html })
    assert.equal(await markdown(), '## Kết quả\n\nToàn xã đạt.\n\n## Kết quả\n\nToàn xã đạt.')
    await page.keyboard.press('Control+z')
    assert.equal(await markdown(), '## Kết quả\n\nToàn xã đạt.')
  })

  test('of a few words goes into the sentence', async () => {
    const { page, paste, markdown } = await open()
    await page.keyboard.type('Xã họp.')
    await page.keyboard.press('ArrowLeft')
    await paste({ html: '<b style="font-weight:normal"><span style="font-weight:700">dân</span></b>' })
    await paste({ text: ' sáng nay' })
    assert.equal(await markdown(), 'Xã họp**dân sáng nay**.')
  })

  test('of plain text makes paragraphs and lists; with Shift only paragraphs', async () => {
    const text = 'Xã họp dân.\n\n  - Nước sạch;\n  - Đường.\nMời bà con.'
    const first = await open()
    await first.paste({ text })
    assert.equal(await first.markdown(), 'Xã họp dân.\n\n- Nước sạch;\n- Đường.\n\nMời bà con.')
    const second = await open()
    await second.paste({ text, html: '<h1>khác</h1>' }, { isPlain: true })
    assert.equal(await second.markdown(), 'Xã họp dân.\n\n\\- Nước sạch;\n\n\\- Đường.\n\nMời bà con.')
  })

  test('of nothing but a picture of another page leaves what was selected and says which', async () => {
    const { page, paste, markdown, said } = await open()
    await page.keyboard.type('Giữ nguyên')
    await page.keyboard.press('Control+a')
    await paste({ html: '<img src="https://khac.vn/a.jpg" alt="Cầu mới">' })
    assert.equal(await markdown(), 'Giữ nguyên')
    assert.match(await said(), /^Đã bỏ: 1 ảnh của trang khác \(“Cầu mới”\)\./)
  })

  test('of our own editor keeps pictures and boxes; of one that pretends to be ours it is cleaned', async () => {
    const { paste, markdown } = await open()
    const figure = (src: string) =>
      `<figure data-pm-slice="0 0 []" data-src="${src}" data-alt="Ảnh" data-caption=""></figure>`
    await paste({ html: `${figure('anh:7')}<aside data-notice="warning"><p>Mưa to</p></aside>` })
    assert.match(await markdown(), /!\[Ảnh\]\(anh:7\)\n\n> \[!WARNING\]\n> Mưa to/)
    const other = await open()
    await other.paste({ html: `${figure('https://khac.vn/a.jpg')}<p>Chữ</p>` })
    assert.equal(await other.markdown(), 'Chữ')
  })
})

test('letters of an old encoding are converted at a press, until something else is written', async () => {
  const { page, paste, markdown, said } = await open()
  const button = page.getByRole('button', { name: 'Chuyển sang Unicode' })
  assert.equal(await button.isVisible(), false)
  await paste({ html: readFixture('tcvn3.html') })
  assert.match(await said(), /^Đoạn vừa dán gõ bằng bảng mã cũ TCVN3 \(ABC\)\. Đã bỏ:/)
  await button.click()
  assert.match(await markdown(), /^## BÁO CÁO KẾT QUẢ\n\nUBND huyện Đak Pơ thông báo lịch tiếp công dân và trường hợp/)
  assert.equal(await button.isVisible(), false)
  await page.keyboard.press('Control+z')
  assert.equal(await markdown(), '')

  await paste({ text: 'UBND huyÖn §ak P¬ th«ng b¸o lÞch tiÕp c«ng d©n' })
  await button.waitFor()
  await page.keyboard.type('.')
  assert.equal(await button.isVisible(), false)
})

test('in the source view a form is pasted as Markdown and mere words are left to the browser', async () => {
  const { page, pasteIntoSource, said } = await open()
  const body = page.locator('#body')
  await page.locator('[data-tool=source]').click()
  await body.fill('Đầu bài.\n\n')
  assert.equal(await pasteIntoSource({ html: readFixture('excel.html') }), false)
  assert.match(await body.inputValue(), /^Đầu bài\.\n\n<table>\n[\s\S]*Tân Hòa[\s\S]*<\/table>$/)
  await page.keyboard.press('Control+z')
  assert.equal(await body.inputValue(), 'Đầu bài.\n\n')
  assert.equal(await pasteIntoSource({ html: '<span style="color:red">chỉ chữ</span>' }), true)

  await pasteIntoSource({ html: `<h1>Lễ</h1><p><img src="data:image/png;base64,${await photo('teal')}"></p>` })
  assert.equal(await body.inputValue(), 'Đầu bài.\n\n## Lễ')
  assert.match(await said(), /Ảnh trong đoạn vừa dán chưa vào bài/)
})

describe('a picture', () => {
  test('from the clipboard stands in the text once it is in the library, and leaves nothing in between', async () => {
    const { page, paste, markdown, complaints } = await open()
    await page.keyboard.type('Trước.')
    await paste({ files: [{ name: 'image.png', type: 'image/png', base64: await photo('teal') }] })
    assert.equal(await page.locator('.pending-picture').count(), 1)
    assert.equal(await markdown(), 'Trước.')
    await page
      .locator('[data-paste-line]')
      .getByText(/Ảnh đã vào bài\.$/)
      .waitFor()
    assert.match(await markdown(), /^Trước\.\n\n!\[\]\(anh:\d+\)$/)
    await page.keyboard.press('Control+z')
    assert.equal(await markdown(), 'Trước.')
    await page.keyboard.press('Control+y')
    assert.match(await markdown(), /!\[\]\(anh:\d+\)$/)
    assert.deepEqual(complaints, [])
  })

  test('within pasted text comes with its words and goes with them in one step', async () => {
    const { page, paste, markdown } = await open()
    const html = `<p>Lễ trao cờ.</p><p><img src="data:image/png;base64,${await photo('plum')}" alt="Trao cờ"></p><p align=center><i>Ảnh: Lan</i></p>`
    await paste({ html, files: [{ name: 'image.png', type: 'image/png', base64: await photo('gold') }] })
    await page
      .locator('[data-paste-line]')
      .getByText(/Ảnh đã vào bài\.$/)
      .waitFor()
    assert.deepEqual(pictureIn.exec(await markdown())?.slice(1), ['Trao cờ', 'Ảnh: Lan'])
    assert.equal((await markdown()).match(/anh:/g)?.length, 1)
    await page.keyboard.press('Control+z')
    assert.equal(await markdown(), '')
  })

  test('that cannot be one says why and leaves no trace', async () => {
    const { page, paste, markdown } = await open()
    await page.keyboard.type('Trước.')
    await paste({
      files: [
        { name: 'hong.png', type: 'image/png', base64: Buffer.from('không phải ảnh'.repeat(40)).toString('base64') },
      ],
    })
    await page
      .locator('[data-paste-line]')
      .getByText(/Không thêm được ảnh “hong\.png”: .{10}/)
      .waitFor()
    assert.equal(await page.locator('.pending-picture').count(), 0)
    assert.equal(await markdown(), 'Trước.')
  })

  test('dropped goes where it is dropped, and other files are refused in words', async () => {
    const { page, drop, markdown, said } = await open()
    await page.keyboard.type('Sau.')
    await drop({ files: [{ name: 'bao-cao.pdf', type: 'application/pdf', base64: 'AAAA' }] })
    assert.match(await said(), /^Chỉ kéo, dán được tệp ảnh/)
    await drop({ files: [{ name: 'cau.png', type: 'image/png', base64: await photo('navy') }] })
    await page
      .locator('[data-paste-line]')
      .getByText(/Ảnh đã vào bài\.$/)
      .waitFor()
    assert.match(await markdown(), /^!\[\]\(anh:\d+\)\n\nSau\.$/)
  })

  test('on its way holds the form until it has arrived', async () => {
    const { page, paste } = await open()
    await page.locator('#title').fill('Bài có ảnh')
    await page.route('**/gui/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    await paste({ files: [{ name: 'image.png', type: 'image/png', base64: await photo('olive') }] })
    await page.locator('.inspector [data-save]').click()
    await page.locator('[data-paste-line]').getByText('tải xong sẽ lưu ngay').waitFor()
    await page.waitForURL(/bai-viet\/\d+/)
    assert.match(await page.locator('#body').inputValue(), /^!\[\]\(anh:\d+\)$/)
  })
})

test('four times as many pages of Word take no more than in proportion', async () => {
  const { page } = await open()
  const took = (pages: number) => page.evaluate(measure(pages)) as Promise<{ ms: number; kilobytes: number }>
  await took(20)
  const [few, many] = [await took(10), await took(40)]
  assert.ok(many.kilobytes > 600)
  assert.ok(many.ms < few.ms * 12, `${few.ms} ms for 10 pages, ${many.ms} ms for 40`)
})

const measure = (pages: number) => `(() => {
  const line = '<p class=MsoNormal style="text-align:justify;text-indent:36.0pt;line-height:150%"><span lang=VI style="font-size:14.0pt;line-height:150%;font-family:&quot;Times New Roman&quot;,serif;mso-fareast-font-family:&quot;Times New Roman&quot;">Đại biểu <b style="mso-bidi-font-weight:normal">thảo luận</b> sôi nổi về kết quả thực hiện chương trình mục tiêu quốc gia xây dựng nông thôn mới trên địa bàn huyện.<o:p></o:p></span></p>'
  const html = line.repeat(40 * ${pages})
  const from = performance.now()
  hand.paste({ html }, false)
  return { ms: performance.now() - from, kilobytes: html.length / 1024 }
})()`

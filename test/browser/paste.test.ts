import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { openBrowser } from '../support/browser.ts'
import { root } from '../support/sources.ts'
import { testPortal } from '../support/test-portal.ts'
import { type Cleaned, openPastePage, readFixture } from './paste-page.ts'
import { randomPage, saidIn, shapeFaults } from './random-paste.ts'

const { page, complaints, clean, cleanPlain } = await openPastePage(await openBrowser(), await testPortal())

const fixtures = readdirSync(join(root, 'test/editor/fixtures/paste')).filter((name) => name.endsWith('.html'))
const told = ({ dropped }: Cleaned) => Object.fromEntries(dropped.map(({ what, count }) => [what, count]))
const namesOf = ({ dropped }: Cleaned, kind: string) => dropped.find(({ what }) => what === kind)?.names
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjq'.padEnd(400, 'A')
const pngHex = Buffer.from(png, 'base64').toString('hex')

describe('what is pasted becomes what an article may hold', () => {
  for (const name of fixtures) {
    test(name, async () => {
      const cleaned = await clean(readFixture(name))
      assert.equal(`${cleaned.html}\n`, readFixture(`cleaned/${name}`))
      assert.equal(cleaned.again, cleaned.html)
      assert.deepEqual(shapeFaults(cleaned.html), [])
    })
  }
  assert.ok(fixtures.length >= 14)
})

describe('what was left out is told', () => {
  test('notes, comments and tracked changes of Word, each once', async () => {
    const { trackedChanges, comments, notes } = told(await clean(readFixture('word-headings-lists-table.html')))
    assert.deepEqual({ trackedChanges, comments, notes }, { trackedChanges: 1, comments: 1, notes: 1 })
  })

  test('pictures of other pages by their description, and none of their addresses stays', async () => {
    const cleaned = await clean(readFixture('news-page.html'))
    assert.deepEqual(namesOf(cleaned, 'foreignPictures'), ['Cầu Đak Pơ ngập trong nước'])
    assert.match(cleaned.html, /Ảnh: <em>Trần Hóa<\/em>/)
    assert.doesNotMatch(cleaned.html, /<img|cau\.jpg/)
  })

  test('videos and maps of other pages, and links that lead nowhere', async () => {
    const { embeds, links } = told(await clean(readFixture('news-page.html')))
    assert.deepEqual({ embeds, links }, { embeds: 2, links: 1 })
  })

  test('colours, sizes and fonts, counted by kind', async () => {
    const styled =
      '<p style="color:red">Một <font size=4>hai</font> <span style="color:red;font-size:14pt">ba</span></p>'
    assert.deepEqual(told(await clean(styled)), { styles: 3 })
  })

  test('nothing where nothing was', async () => {
    const cleaned = await clean('<p>Xã họp dân.</p>')
    assert.deepEqual([cleaned.html, cleaned.dropped, cleaned.legacy], ['<p>Xã họp dân.</p>', [], null])
  })
})

describe('pictures', () => {
  test('that came along are handed over with their description and the line below as caption', async () => {
    const html = `<p>Lễ trao cờ.</p><p><img src="data:image/png;base64,${png}" alt="Trao cờ"></p><p align=center><i>Ảnh: Lan</i></p>`
    const cleaned = await clean(html)
    assert.equal(cleaned.html, '<p>Lễ trao cờ.</p>\n<img data-pasted="0" alt="Trao cờ" title="Ảnh: Lan">')
    assert.deepEqual(cleaned.pictures, [{ name: 'Trao cờ.png', type: 'image/png', bytes: 300 }])
  })

  test('of Word are taken from the RTF beside its HTML', async () => {
    const old = `{\\nonshppict{\\pict\\wmetafile8 ${pngHex}}}`
    const one = `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn a}{\\sv 1}}}\\picw10\\pich10\\pngblip\\bliptag1{\\*\\blipuid 0123456789abcdef0123456789abcdef}${pngHex}}}${old}`
    const two = one.replace('pngblip', 'jpegblip').replace(pngHex, `ffd8ff${pngHex.slice(6).replaceAll('8', '8\r\n')}`)
    const cleaned = await clean(readFixture('word-pictures.html'), `{\\rtf1 Quang cảnh${one} và ${two}}`)
    assert.deepEqual(cleaned.pictures, [
      { name: 'anh-tu-word.png', type: 'image/png', bytes: 300 },
      { name: 'anh-tu-word.jpg', type: 'image/jpeg', bytes: 300 },
    ])
    assert.match(cleaned.html, /<img data-pasted="0" alt="Lãnh đạo huyện trao cờ thi đua" title="Ảnh: Lan Hương">/)
    assert.match(cleaned.html, /<img data-pasted="1" alt="">/)

    const short = await clean(readFixture('word-pictures.html'), `{\\rtf1 ${one}}`)
    assert.deepEqual([short.pictures, told(short)['filePictures']], [[], 2])
  })

  test('in a table stand below it', async () => {
    const { html } = await clean(
      `<table><tr><td>Một</td><td>Hai <img src="data:image/png;base64,${png}"></td></tr><tr><td>a</td><td>b</td></tr></table>`,
    )
    assert.match(html, /<td>Hai<\/td>[\s\S]*<\/table>\n<img data-pasted="0" alt="">$/)
  })
})

describe('letters', () => {
  test('are NFC, without soft hyphens and what nobody sees, but with the quotes of the author', async () => {
    const decomposed = 'Tiếng Việt'.normalize('NFD')
    const { html } = await clean(`<p>${decomposed} “hợp&shy; tác\u200b xã” – 5\u00a0km\u0007</p>`)
    assert.equal(html, '<p>Tiếng Việt “hợp tác xã” – 5 km</p>')
  })

  test('of TCVN3 and VNI stay as they are and are offered in Unicode', async () => {
    const tcvn3 = await clean(readFixture('tcvn3.html'))
    assert.deepEqual([tcvn3.legacy?.encoding, tcvn3.legacy?.fonts], ['tcvn3', ['.VnTimeH', '.VnTime']])
    assert.match(tcvn3.html, /th«ng b¸o lÞch tiÕp c«ng d©n vµ tr\u00adêng hîp/)
    assert.match(
      tcvn3.legacy?.html ?? '',
      /<h2>BÁO CÁO KẾT QUẢ<\/h2>\n<p>UBND huyện Đak Pơ thông báo lịch tiếp công dân/,
    )
    assert.match((await clean(readFixture('vni.html'))).legacy?.html ?? '', /Ủy ban nhân dân huyện thông báo/)
  })
})

test('plain text: lines are paragraphs and items, and a sentence that goes on below stays one', async () => {
  const plain =
    'Ngày mai xã họp dân\r\ntại nhà văn hóa.\n\n    Nội dung:\n- Nước sạch;\n- Đường liên thôn.\nMời bà con <b>đến</b>.'
  assert.equal(
    await cleanPlain(plain),
    '<p>Ngày mai xã họp dân tại nhà văn hóa.</p>\n<p>Nội dung:</p>\n<ul>\n<li>Nước sạch;</li>\n<li>Đường liên thôn.</li>\n</ul>\n<p>Mời bà con &lt;b&gt;đến&lt;/b&gt;.</p>',
  )
})

describe('whatever is pasted', () => {
  test('nothing but constructs of ours survives, nothing is lost of the words, and clean is clean', async () => {
    await fc.assert(
      fc.asyncProperty(randomPage, async (given) => {
        const { html, again } = await clean(given)
        assert.deepEqual(shapeFaults(html), [])
        assert.deepEqual(saidIn(html), saidIn(given))
        assert.equal(again, html)
      }),
      { numRuns: 400 },
    )
  })

  test('nothing runs, loads or breaks the content security policy', async () => {
    await clean(readFixture('hostile.html'))
    assert.equal(await page.evaluate('window.stolen ?? null'), null)
    assert.deepEqual(complaints, [])
  })
})

/** What a page of Word costs in HTML. */
const wordPage = `${"<p class=MsoNormal style='text-align:justify;line-height:150%'><span lang=VI style='font-size:14.0pt;font-family:\"Times New Roman\",serif'>Đại biểu <b>thảo luận</b> sôi nổi về kết quả thực hiện chương trình mục tiêu quốc gia.<o:p></o:p></span></p>\n".repeat(60)}`

test('twice as long takes about twice as long', async () => {
  const took = (pages: number) =>
    page.evaluate(
      `(() => { const html = ${JSON.stringify(wordPage)}.repeat(${pages}); const from = performance.now(); pasteParts.clean(html, ''); return performance.now() - from })()`,
    ) as Promise<number>
  await took(20)
  const least = async (pages: number) => Math.min(await took(pages), await took(pages), await took(pages))
  const [one, four] = [await least(10), await least(40)]
  assert.ok(four < one * 10, `${one} ms for 10 pages, ${four} ms for 40`)
})

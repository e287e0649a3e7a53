import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type BodyPicture, createMarkdown, type Rendering } from '../../src/markdown/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { elementsIn, fragmentOf, textIn } from '../support/html.ts'

const markdown = createMarkdown()
closeAfterTest(() => markdown.close())

const picture = (id: number, width = 960, height = 640): BodyPicture => ({
  src: `/hinh-anh/k${id}/anh-960.jpg`,
  srcset: `/hinh-anh/k${id}/anh-320.jpg 320w`,
  webpSrcset: `/hinh-anh/k${id}/anh-320.webp 320w`,
  largest: `/hinh-anh/k${id}/anh-1600.jpg`,
  width,
  height,
  alternativeText: `Mô tả ${id}`,
  isDecorative: false,
  caption: `Chú thích ${id}`,
  credit: `Ảnh: Hương ${id}`,
})
const [tall, wide] = [4, 5]
const library = {
  1: picture(1),
  2: picture(2),
  3: picture(3),
  [tall]: picture(tall, 640, 960),
  [wide]: picture(wide, 1600, 500),
}

async function render(text: string, language: 'vi' | 'en' = 'vi'): Promise<Rendering> {
  const rendering = await markdown.render({ markdown: text, pictures: library, language })
  assert.ok('html' in rendering, 'can be rendered')
  return rendering
}
const htmlOf = async (text: string) => (await render(text)).html
const elementsOf = async (text: string, name: string) =>
  elementsIn(fragmentOf(await htmlOf(text))).filter(({ tagName }) => tagName === name)
const tagsOf = async (text: string) => elementsIn(fragmentOf(await htmlOf(text))).map(({ tagName }) => tagName)

describe('a notice', () => {
  test('is a quotation that begins with its marker, under our word for it', async () => {
    const titles = { note: 'Lưu ý', important: 'Quan trọng', warning: 'Cảnh báo' }
    for (const [level, title] of Object.entries(titles)) {
      for (const marker of [level, level.toUpperCase()]) {
        const [notice] = await elementsOf(`> [!${marker}]\n> Nộp **trước** 3/3.\n>\n> - Đơn`, 'aside')
        assert.deepEqual(notice?.properties, {
          className: ['notice'],
          dataLevel: level,
          role: 'note',
          ariaLabel: title,
        })
        assert.equal(textIn(notice).replace(/\s+/g, ' ').trim(), `${title} Nộp trước 3/3. Đơn`)
      }
    }
    assert.match((await render('> [!NOTE]\n> Closed', 'en')).html, /<b>Note<\/b>/)
  })

  test('may have an empty line, or spaces, after its marker', async () => {
    for (const text of ['> [!NOTE]\n>\n> Chữ', '> [!NOTE]  \n> Chữ', '> [!NOTE] \n> Chữ', '> [!NOTE]\n> <br>Chữ']) {
      const html = await htmlOf(text)
      assert.match(html, /<b>Lưu ý<\/b><\/p>\s*<p>(?:<br>)?Chữ<\/p>\s*<\/aside>/, text)
    }
  })

  test('holds pictures, videos and further notices', async () => {
    assert.match(await htmlOf('> [!NOTE]\n> ![](anh:1)'), /<\/b><\/p>\s*<figure>/)
    assert.match(await htmlOf('> [!NOTE]\n> ![](anh:1)\n> ![](anh:2)'), /<\/b><\/p>\s*<div class="gallery"/)
    assert.match(await htmlOf('> [!NOTE]\n> https://youtu.be/dQw4w9WgXcQ'), /<\/b><\/p>\s*<figure class="video"/)
    assert.equal((await elementsOf('> [!NOTE]\n> Một\n>\n> > [!WARNING]\n> > Hai', 'aside')).length, 2)
  })

  test('without its marker, its line or its content is an ordinary quotation', async () => {
    for (const text of [
      '> Chữ',
      '> [!NOTE] Chữ',
      '> [!NOTE]',
      '> [!TIP]\n> Chữ',
      '> [NOTE]\n> Chữ',
      '> Chữ\n> [!NOTE]\n> Chữ',
      '> **[!NOTE]**\n> Chữ',
      '> ## [!NOTE]\n> Chữ',
      '> `[!NOTE]`\n> Chữ',
    ]) {
      const tags = await tagsOf(text)
      assert.ok(tags.includes('blockquote') && !tags.includes('aside'), text)
    }
    assert.deepEqual(await tagsOf('[!NOTE]\nChữ'), ['p'])
  })

  test('cannot be made by HTML', async () => {
    for (const text of [
      '<aside class="notice" data-level="warning" aria-label="Cảnh báo">Chữ</aside>',
      '<blockquote class="notice" data-level="warning" role="note">Chữ</blockquote>',
      '<div class="notice" data-level="warning">Chữ</div>',
    ]) {
      const html = await htmlOf(text)
      assert.match(html, /Chữ/)
      assert.doesNotMatch(html, /aside|class|data-|role|aria/, text)
    }
  })
})

describe('a gallery', () => {
  test('is a paragraph of nothing but pictures, each with its words and the way to its widest file', async () => {
    const { html, shown, missing } = await render(
      '![](anh:1)\n![Một luống rau](anh:2 "Tân An")  \n![](anh:3) ![](anh:1)',
    )
    const [gallery, ...figures] = elementsIn(fragmentOf(html)).filter(({ tagName }) => /^(?:div|figure)$/.test(tagName))
    assert.deepEqual(gallery?.properties, { className: ['gallery'], role: 'group', ariaLabel: 'Bộ 4 ảnh' })
    assert.equal(figures.length, 4)
    assert.match(html, /<a href="\/hinh-anh\/k1\/anh-1600\.jpg" aria-label="Xem ảnh lớn: Mô tả 1"><picture>/)
    assert.match(html, /alt="Một luống rau"[^>]*><\/picture><\/a><figcaption>Tân An <span>Ảnh: Hương 2<\/span>/)
    assert.deepEqual([shown.map(({ id }) => id), missing], [[1, 2, 3, 1], []])
  })

  test('leaves no place in its rows empty', async () => {
    const rows = async (...ids: number[]) => {
      const figures = await elementsOf(ids.map((id) => `![](anh:${id})`).join('\n'), 'figure')
      return figures.map(({ properties }) => properties['dataRow']).join(' ')
    }
    assert.equal(await rows(1, 2), 'half half')
    assert.equal(await rows(1, 2, 3), 'whole half half')
    assert.equal(await rows(1, wide, 2, 3), 'whole whole half half')
    assert.equal(await rows(1, 2, wide, 3), 'half half whole whole')
    assert.equal(await rows(wide, wide), 'whole whole')
  })

  test('tells which pictures would lose too much if they were cut', async () => {
    const figures = await elementsOf(`![](anh:1)\n![](anh:${tall})\n![](anh:${wide})`, 'figure')
    assert.deepEqual(
      figures.map(({ properties }) => properties['dataShape']),
      [undefined, 'tall', 'wide'],
    )
  })

  test('without what the library has not is smaller; one picture alone is a figure', async () => {
    const two = await render('![](anh:1)\n![](anh:99)\n![](anh:2)')
    assert.match(two.html, /aria-label="Bộ 2 ảnh"/)
    assert.deepEqual(two.missing, ['anh:99'])
    assert.match(await htmlOf('![](anh:1) ![](anh:99)'), /^<figure><picture>/)
    const none = await render('Trước.\n\n![](anh:98) ![](https://a.vn/b.jpg)')
    assert.deepEqual([none.html.trim(), none.missing.length], ['<p>Trước.</p>', 2])
  })

  test('is none where words stand between the pictures', async () => {
    const tags = await tagsOf('![](anh:1) và ![](anh:2)')
    assert.deepEqual(
      tags.filter((tag) => /^(?:div|figure|p)$/.test(tag)),
      ['figure', 'p', 'figure'],
    )
  })

  test('of a picture that is only decoration has a link with a name all the same', async () => {
    const pictures = { 1: { ...picture(1), alternativeText: '', isDecorative: true }, 2: picture(2) }
    const rendering = await markdown.render({ markdown: '![](anh:1) ![](anh:2)', pictures, language: 'vi' })
    assert.ok('html' in rendering)
    assert.match(rendering.html, /aria-label="Xem ảnh lớn"><picture>/)
  })
})

describe('a passage in another language', () => {
  test('says so, within a line and around paragraphs', async () => {
    assert.equal(await htmlOf('<span lang="jra">ƀơi dêh čar</span>'), '<p><span lang="jra">ƀơi dêh čar</span></p>\n')
    assert.equal(
      (await htmlOf('<div lang="bdq">\n\n**Chữ** ƀ\n\n![](anh:99)\n\n</div>\n\nSau')).replace(/\n/g, ''),
      '<div lang="bdq"><p><strong>Chữ</strong> ƀ</p></div><p>Sau</p>',
    )
    for (const tag of ['en', 'zh-Hant', 'en-GB', 'es-419', 'JRA'])
      assert.ok((await htmlOf(`<div lang="${tag}">\n\nChữ\n\n</div>`)).startsWith(`<div lang="${tag}">`), tag)
  })

  test('that is none leaves its words only', async () => {
    for (const attributes of [
      '',
      'class="x"',
      'lang',
      'lang=""',
      'lang="javascript"',
      'lang="en x"',
      'lang="-en"',
      'lang="e"',
    ])
      assert.deepEqual(await tagsOf(`<div ${attributes}>\n\nChữ\n\n</div>`), ['p'], attributes)
    assert.deepEqual(await tagsOf('<div><div class="a"><div lang="en">Chữ</div></div></div>'), ['div'])
  })

  test('bears nothing but its language', async () => {
    const hostile = 'lang="en" class="alert" id="main" style="x" role="alert" onclick="a()" data-player="x" dir="rtl"'
    const [division] = await elementsOf(`<div ${hostile}>\n\nChữ\n\n</div>`, 'div')
    assert.deepEqual(division?.properties, { lang: 'en' })
  })
})

describe('what is nested or repeated without end', () => {
  const bombs = {
    'a notice 4,000 deep': `${'> '.repeat(4_000)}[!NOTE]\n${'> '.repeat(4_000)}Chữ`,
    'markers 400 deep': Array.from({ length: 400 }, (_, depth) => `${'> '.repeat(depth + 1)}[!NOTE]`).join('\n'),
    'divisions 5,000 deep': `${'<div lang="en">\n\n'.repeat(5_000)}Chữ`,
    'divisions without a language 20,000 times': '<div>'.repeat(20_000),
    'a gallery of 20,000 pictures': '![](anh:1)\n'.repeat(20_000),
    'a gallery of 20,000 missing pictures': '![](anh:99)\n'.repeat(20_000),
    'links around 20,000 pictures': '[![](anh:1)](https://youtu.be/dQw4w9WgXcQ)\n'.repeat(20_000),
  }
  for (const [name, text] of Object.entries(bombs)) {
    test(`${name} ends after about a second, and the next article is rendered`, async () => {
      await render('warm')
      const began = performance.now()
      await markdown.render({ markdown: text, pictures: library, language: 'vi' })
      const elapsed = performance.now() - began
      assert.ok(elapsed < 4_000, `${Math.round(elapsed)} ms`)
      assert.equal(await htmlOf('**Sau**'), '<p><strong>Sau</strong></p>\n')
    })
  }
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type BodyPicture, createMarkdown, pictureIdsIn, type Rendering } from '../../src/markdown/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { elementsIn, fragmentOf, textIn } from '../support/html.ts'

const markdown = createMarkdown()
closeAfterTest(() => markdown.close())

const picture: BodyPicture = {
  src: '/hinh-anh/k/anh-640.jpg',
  srcset: '/hinh-anh/k/anh-320.jpg 320w, /hinh-anh/k/anh-640.jpg 640w',
  webpSrcset: '/hinh-anh/k/anh-320.webp 320w',
  largest: '/hinh-anh/k/anh-960.jpg',
  width: 960,
  height: 640,
  alternativeText: 'Đồng mía xanh dưới chân núi',
  isDecorative: false,
  caption: 'Mía đang lên',
  credit: 'Ảnh: Lan Hương',
}

async function render(text: string, pictures: Record<number, BodyPicture> = { 1: picture }): Promise<Rendering> {
  const rendering = await markdown.render({ markdown: text, pictures, language: 'vi' as const })
  assert.ok('html' in rendering, 'can be rendered')
  return rendering
}
const htmlOf = async (text: string) => (await render(text)).html

describe('plain writing', () => {
  test('becomes paragraphs, emphasis, lists, quotations and links', async () => {
    assert.equal(
      await htmlOf('Một **đậm** *nghiêng*.\n\nHai.'),
      '<p>Một <strong>đậm</strong> <em>nghiêng</em>.</p>\n<p>Hai.</p>\n',
    )
    assert.match(await htmlOf('- a\n- b\n\n3. c'), /<ul>\s*<li>a<\/li>\s*<li>b<\/li>\s*<\/ul>\s*<ol start="3">/)
    assert.match(await htmlOf('> Lời dẫn'), /<blockquote>\s*<p>Lời dẫn<\/p>\s*<\/blockquote>/)
    assert.match(await htmlOf('[xã](/tin-tuc "Tin")'), /<a href="\/tin-tuc" title="Tin">xã<\/a>/)
    assert.match(await htmlOf('[ngoài](https://gialai.gov.vn)'), /<a href="https:\/\/gialai\.gov\.vn" rel="noopener">/)
    assert.match(await htmlOf('[thư](mailto:a@gialai.gov.vn) [gọi](tel:+842693738275)'), /href="mailto:.*href="tel:/)
  })

  test('keeps units together, but not in code', async () => {
    assert.match(await htmlOf('dài 2,4 km'), /2,4\u00a0km/)
    assert.match(await htmlOf('`dài 2,4 km`'), /2,4 km/)
  })

  test('looks the same every time', async () => {
    const text = '# A\n\n![](anh:1)\n\n|x|y|\n|-|-|\n|1|2|\n\n<b>c</b> [d](https://e.vn) ![](anh:9)'
    const first = await render(text)
    for (let time = 0; time < 3; time++) assert.deepEqual(await render(text), first)
    const another = createMarkdown()
    assert.deepEqual(await another.render({ markdown: text, pictures: { 1: picture }, language: 'vi' as const }), first)
    await another.close()
  })
})

describe('headings', () => {
  const levels = async (text: string) =>
    elementsIn(fragmentOf(await htmlOf(text)))
      .map(({ tagName }) => tagName)
      .filter((name) => /^h\d$/.test(name))

  test('begin below the title of the page', async () => {
    assert.deepEqual(await levels('# A\n\n# B'), ['h2', 'h2'])
    assert.deepEqual(await levels('<h1>A</h1>'), ['h2'])
  })

  test('skip no level, and go no deeper than h4', async () => {
    assert.deepEqual(await levels('##### A\n\n##### B'), ['h2', 'h3'])
    assert.deepEqual(await levels('## A\n\n#### B\n\n## C\n\n###### D\n\n###### E\n\n###### F'), [
      'h2',
      'h3',
      'h2',
      'h3',
      'h4',
      'h4',
    ])
  })
})

describe('a picture of the library', () => {
  test('becomes a figure that reserves its place', async () => {
    const { html, shown, missing } = await render('![](anh:1)')
    const image = elementsIn(fragmentOf(html)).find(({ tagName }) => tagName === 'img')
    assert.deepEqual(
      [image?.properties['width'], image?.properties['height'], image?.properties['alt'], image?.properties['loading']],
      [960, 640, picture.alternativeText, 'lazy'],
    )
    assert.match(html, /<img src="\/hinh-anh\/k\/anh-640\.jpg" srcset="[^"]+ 640w" sizes="[^"]+"/)
    assert.match(html, /<source type="image\/webp" srcset="\/hinh-anh\/k\/anh-320\.webp 320w"/)
    assert.match(html, /<figcaption>Mía đang lên <span>Ảnh: Lan Hương<\/span><\/figcaption>/)
    assert.deepEqual([shown, missing], [[{ id: 1, alternativeText: picture.alternativeText, isDecorative: false }], []])
  })

  test('may be told otherwise by the text around it', async () => {
    const { html } = await render('![Người dân thu hoạch](anh:1 "Ngày mùa")')
    assert.match(html, /alt="Người dân thu hoạch"/)
    assert.match(html, /<figcaption>Ngày mùa /)
  })

  test('stands between the sentences it was put in, never inside a paragraph', async () => {
    const { html } = await render('Trước ![](anh:1) sau')
    assert.match(html, /^<p>Trước <\/p><figure>[\s\S]*<\/figure><p> sau<\/p>/)
    for (const text of ['# A ![](anh:1)', '[![](anh:1)](https://a.vn)', '**![](anh:1)**']) {
      const rendering = await render(text)
      assert.doesNotMatch(rendering.html, /<img|<figure/, text)
      assert.equal(rendering.missing.length, 1, text)
    }
  })

  test('that is only decoration stays without words', async () => {
    const { html, shown } = await render('![](anh:1)', { 1: { ...picture, alternativeText: '', isDecorative: true } })
    assert.match(html, /alt=""/)
    assert.equal(shown[0]?.isDecorative, true)
  })

  test('that is missing, or lies elsewhere, is left out and told', async () => {
    for (const address of [
      'anh:2',
      'anh:',
      'anh:1x',
      'https://a.vn/b.jpg',
      '//a.vn/b.jpg',
      '/hinh-anh/b.jpg',
      'data:image/png;base64,AA',
    ]) {
      const { html, shown, missing } = await render(`Trước\n\n![x](${address})`)
      assert.deepEqual(
        [elementsIn(fragmentOf(html)).map(({ tagName }) => tagName), shown, missing.length],
        [['p'], [], 1],
        address,
      )
    }
  })

  test('is found in a text by its number', () => {
    assert.deepEqual(
      pictureIdsIn('![](anh:3) ![a](anh:12 "b") ![](anh:3) ![](anh:0) anh:7 <img src="anh:8">'),
      [3, 12, 8],
    )
  })
})

test('a table scrolls in a place of its own, and its heads say what they head', async () => {
  const html = await htmlOf('| Xã | Mía |\n|---|--:|\n| Phú An | 2 |')
  assert.match(html, /^<div class="wide-table" role="region" aria-label="Bảng" tabindex="0"><table>/)
  assert.match(html, /<th scope="col">Xã<\/th>\s*<th align="right" scope="col">Mía<\/th>/)
  assert.match(await htmlOf('|  | Mía |\n|---|---|\n| Phú An | 2 |'), /<td[^>]*><\/td>\s*<th scope="col">Mía/)
})

/** Nothing else may come out, whatever went in. */
const allowed: Record<string, string[]> = {
  a: ['href', 'title', 'rel'],
  abbr: ['title'],
  div: ['className', 'role', 'ariaLabel', 'tabIndex'],
  figcaption: [],
  figure: [],
  picture: [],
  source: ['type', 'srcSet', 'sizes'],
  img: ['src', 'srcSet', 'sizes', 'width', 'height', 'alt', 'loading'],
  ol: ['start'],
  span: ['lang'],
  td: ['align', 'colSpan', 'rowSpan', 'scope'],
  th: ['align', 'colSpan', 'rowSpan', 'scope'],
  ...Object.fromEntries(
    'b blockquote br code del em h2 h3 h4 hr i ins li mark p pre s strong sub sup table tbody thead tr ul'
      .split(' ')
      .map((name) => [name, []]),
  ),
}

const hostile = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//a.vn/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script\n>alert(1)</script\n>',
  '<img src=x onerror=alert(1)>',
  '<img src="anh:1" onerror="alert(1)" onload=alert(1) style="x" class="y" id="z">',
  '<p onclick="alert(1)" ONMOUSEOVER=alert(1)>a</p>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href="JaVaScRiPt:alert(1)">a</a>',
  '<a href=" javascript:alert(1)">a</a>',
  '<a href="java\tscript:alert(1)">a</a>',
  '<a href="java&#10;script:alert(1)">a</a>',
  '<a href="&#106;avascript&colon;alert(1)">a</a>',
  '<a href="javascript&#x3A;alert(1)">a</a>',
  '<a href="\u0001javascript:alert(1)">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="vbscript:msgbox(1)">a</a>',
  '<a href="file:///etc/passwd">a</a>',
  '<a href="blob:https://a.vn/1">a</a>',
  '[a](javascript:alert(1))',
  '[a](<javascript:alert(1)>)',
  '[a](java&#115;cript:alert(1))',
  '[a](JAVASCRIPT&colon;alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](vbscript:msgbox)',
  '[a][1]\n\n[1]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![a](javascript:alert(1))',
  '![a](data:image/svg+xml;base64,PHN2Zz4=)',
  '![a" onerror="alert(1)](anh:1)',
  '![a](anh:1 "b\\" onload=\\"alert(1)")',
  '[a](https://a.vn "b\\" onclick=\\"alert(1)")',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<math href="javascript:alert(1)">a</math>',
  '<iframe src="https://a.vn"></iframe><iframe srcdoc="<script>alert(1)</script>">',
  '<form action="https://a.vn"><input name=q><button formaction="javascript:alert(1)">a</button></form>',
  '<input type="image" src=x onerror=alert(1)><textarea>a</textarea><select><option>a</select>',
  '<style>body{display:none}</style><p style="position:fixed">a</p>',
  '<base href="https://a.vn/">',
  '<meta http-equiv="refresh" content="0;url=https://a.vn">',
  '<link rel="stylesheet" href="https://a.vn/x.css">',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<noembed><img title="</noembed><img src=x onerror=alert(1)>"></noembed>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<title><img title="</title><img src=x onerror=alert(1)>"></title>',
  '<object data="x.swf"></object><embed src="x.swf"><applet code="x"></applet>',
  '<video><source onerror="alert(1)"></video><audio src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)>a</details><marquee onstart=alert(1)>a</marquee>',
  '<p id="main" class="notice" name="x" data-editor="y" aria-label="z" role="alert" tabindex="1">a</p>',
  '<a id="form-token" name="getElementById" href="/a" target="_top" ping="https://a.vn" download>a</a>',
  '<span lang="javascript" class="vh">a</span><span lang="jrai" id="b">a</span>',
  '<td onclick=alert(1)>a</td><tr><th scope="x" colspan="2" onclick="y">b</table>',
  '<table background="javascript:alert(1)"><tr><td style="x" align="right">a</td></tr></table>',
  '<!--><img src=x onerror=alert(1)>--> <![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?php alert(1) ?><!doctype html><html onload=alert(1)><body onload=alert(1)><head><title>a',
  '</div></main></body><script>alert(1)</script>',
  '<img src="anh:1" srcset="https://a.vn/x.jpg 1x" sizes="1px"><picture><source srcset="https://a.vn/x.jpg"></picture>',
  '<div class="wide-table" role="region" onfocus=alert(1) tabindex=0 autofocus>a</div>',
  '<dialog open><slot name=x></slot><portal src="x"></portal><x-a is="y" onclick=z></x-a></dialog>',
  '`<script>alert(1)</script>` and\n\n```html onclick="x"\n</code><script>alert(1)</script>\n```',
]

describe('of what is dangerous nothing is left', () => {
  for (const text of hostile) {
    test(text.replace(/\s+/g, ' ').slice(0, 90), async () => {
      const tree = fragmentOf(await htmlOf(`Trước.\n\n${text}\n\nSau.`))
      const elements = elementsIn(tree)
      assert.ok(textIn(tree).includes('Trước.'), 'what was harmless stays')
      for (const { tagName, properties } of elements) {
        const names = allowed[tagName]
        assert.ok(names, `<${tagName}>`)
        for (const name of Object.keys(properties)) assert.ok(names.includes(name), `<${tagName} ${name}>`)
        for (const name of ['href', 'src', 'srcSet']) {
          const address = String(properties[name] ?? '/')
          assert.match(
            address,
            name === 'href' ? /^(?:https?:|mailto:|tel:|\/|#|[^:]*$)/ : /^\/hinh-anh\/|^\/$/,
            address,
          )
        }
      }
    })
  }
})

describe('what takes any parser past its limits', () => {
  const bombs = {
    '`*a **a ` to 28 KB': '*a **a '.repeat(4_096),
    '`*a **a ` to 140 KB': '*a **a '.repeat(20_000),
    '`> ` 4,000 times': `${'> '.repeat(4_000)}x`,
    '`[` 50,000 times': '['.repeat(50_000),
    '`![` 50,000 times': '!['.repeat(50_000),
    '`- ` 5,000 times': `${'- '.repeat(5_000)}x`,
    '`<b>` 20,000 times': '<b>'.repeat(20_000),
    '`***a` 20,000 times': '***a'.repeat(20_000),
    '`[a](` 50,000 times': '[a]('.repeat(50_000),
  }
  for (const [name, text] of Object.entries(bombs)) {
    test(`${name} ends after about a second, and the next article is rendered`, async () => {
      await render('warm')
      const began = performance.now()
      const rendering = await markdown.render({ markdown: text, pictures: {}, language: 'vi' as const })
      const elapsed = performance.now() - began
      assert.ok(elapsed < 4_000, `${Math.round(elapsed)} ms`)
      assert.ok('unrenderable' in rendering || rendering.html.length > 0)
      assert.equal(await htmlOf('**Sau**'), '<p><strong>Sau</strong></p>\n')
    })
  }

  test('is told, rather than thrown', async () => {
    assert.deepEqual(
      await markdown.render({ markdown: `${'> '.repeat(4_000)}x`, pictures: {}, language: 'vi' as const }),
      {
        unrenderable: true,
      },
    )
  })

  test('does not hold up whoever writes at the same time for longer', async () => {
    const bomb = markdown.render({ markdown: `${'> '.repeat(4_000)}x`, pictures: {}, language: 'vi' as const })
    const [, next] = await Promise.all([bomb, htmlOf('Sau')])
    assert.equal(next, '<p>Sau</p>\n')
  })
})

describe('closing', () => {
  const task = (text: string) => ({ markdown: text, pictures: {}, language: 'vi' as const })

  test('while nothing was asked yet', () => assert.doesNotReject(() => createMarkdown().close()))

  test('while idle, and twice', async () => {
    const mine = createMarkdown()
    await mine.render(task('Chữ'))
    await mine.close()
    await assert.doesNotReject(() => mine.close())
  })

  test('while busy ends what was begun', async () => {
    const mine = createMarkdown()
    const begun = [mine.render(task('Chữ')), mine.render(task(`${'> '.repeat(4_000)}x`)), mine.render(task('Sau'))]
    await assert.doesNotReject(() => mine.close())
    assert.deepEqual(
      (await Promise.all(begun)).map((rendering) => 'html' in rendering),
      [true, false, true],
    )
  })
})

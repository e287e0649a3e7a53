import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { createMarkdown } from '../../../src/markdown/index.ts'
import { normalText } from '../../../src/text/normal-form.ts'
import { type Piece, plainLook, type TextPiece, text } from '../../../src/word-files/block.ts'
import type { Part } from '../../../src/word-files/writing/part.ts'
import { writeMarkdown } from '../../../src/word-files/writing/write-markdown.ts'
import { closeAfterTest } from '../../support/close-after-test.ts'
import { elementsIn, fragmentOf, textIn } from '../../support/html.ts'
import { bold, italic } from '../given-blocks.ts'

const markdown = createMarkdown()
closeAfterTest(() => markdown.close())

async function rendered(written: string) {
  const rendering = await markdown.render({ markdown: written, pictures: {}, language: 'vi' })
  assert.ok('html' in rendering)
  const page = fragmentOf(rendering.html)
  return { html: rendering.html, tags: elementsIn(page).map(({ tagName }) => tagName), says: single(textIn(page)) }
}
const single = (words: string) => words.replace(/\s+/g, ' ').trim()
const written = (...parts: Part[]) => normalText(writeMarkdown(parts).markdown)
const prose = (...pieces: Piece[]): Part => ({ kind: 'paragraph', pieces })
const item = (depth: number, number: number | null, words: string): Part => ({
  kind: 'item',
  depth,
  number,
  pieces: [text(words)],
})

describe('words', () => {
  const treacherous = [
    '# không phải mục',
    '> không trích',
    '- không phải danh sách',
    '+ 5 độ',
    '1986. Năm ấy',
    '12) Mười hai',
    '---',
    '- - -',
    '===',
    '***đậm***',
    '_nghiêng_ và a_b_c và __x__',
    '`mã` ~~gạch~~ ~5 km~',
    '<b>thẻ</b> <script>alert(1)</script> <!-- x --> a < b',
    '&lt; &amp;lt; &#60; R&D',
    '[chữ](http://a.vn) ![ảnh](tep:0) [1] [x]: y',
    'C:\\duong\\dan \\* \\\\ \\',
    '| a | b |',
    '|---|---|',
    '    thụt',
    '```',
    '~~~',
    '“*” và *, **, ***',
    'a*b*c 2*3*4',
    '<https://a.vn>',
    'http://a.vn/x_y_z*t*?a=1&b=2',
    'thu_ngan_sach@gialai.gov.vn',
  ]

  test('come out as they went in, in a paragraph, a list, a heading and a cell', async () => {
    for (const words of treacherous) {
      const cells = [[text(words)], [text('x')]]
      const places: [string, Part, string][] = [
        ['p', prose(text(words)), words],
        ['li', item(0, null, words), words],
        ['h2', { kind: 'heading', level: 2, words }, words],
        ['td', { kind: 'table', grid: { head: [[text('a')], [text('b')]], rows: [cells] } }, `a b ${words} x`],
      ]
      for (const [place, part, expected] of places) {
        const { says, tags } = await rendered(written(part))
        assert.equal(says, single(expected), `${place}: ${words}`)
        assert.ok(tags.includes(place), `${place}: ${words}`)
      }
    }
  })

  const looks = fc.record({ isBold: fc.boolean(), isItalic: fc.boolean(), isStruck: fc.boolean() })
  const letters = fc.string({ unit: fc.constantFrom(...'aắ1 .,“”()*_~[]<>&|\\!-#+`'), minLength: 1, maxLength: 6 })
  const pieces: fc.Arbitrary<TextPiece[]> = fc.array(
    fc
      .tuple(letters, looks, fc.constantFrom(null, null, 'https://a.vn/b_c(1)'))
      .map(([words, look, href]) => text(words, { ...plainLook, ...look }, href)),
    { minLength: 1, maxLength: 6 },
  )

  test('survive any mixture of looks, links and signs', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (given) => {
        const words = given.map((piece) => piece.text).join('')
        fc.pre(/[aắ1]/.test(words))
        assert.equal((await rendered(written(prose(...given)))).says, single(words))
        assert.equal(
          (await rendered(written({ kind: 'item', depth: 0, number: 1, pieces: given }))).says,
          single(words),
        )
        const grid = { head: [[text('a')], [text('b')]], rows: [[given, [text('c')]]] }
        assert.equal((await rendered(written({ kind: 'table', grid }))).says, single(`a b ${words} c`))
      }),
      { numRuns: 200 },
    )
  })
})

describe('looks', () => {
  test('bold, italic and struck words are marked', async () => {
    const { html } = await rendered(
      written(
        prose(
          text('Một '),
          text('đậm', bold),
          text(' '),
          text('nghiêng', italic),
          text(' và '),
          text('bỏ', { ...plainLook, isStruck: true }),
        ),
      ),
    )
    assert.match(html, /Một <strong>đậm<\/strong> <em>nghiêng<\/em> và <del>bỏ<\/del>/)
    const both = await rendered(written(prose(text('Cả hai', { ...bold, isItalic: true }))))
    assert.match(both.html, /<em><strong>Cả hai<\/strong><\/em>|<strong><em>Cả hai<\/em><\/strong>/)
  })

  test('spaces at their edges stay outside, marks that nobody would see are left out', () => {
    assert.equal(written(prose(text('Một'), text(' đậm ', bold), text('hai'))), 'Một **đậm** hai')
    assert.equal(written(prose(text('ông'), text('“Tốt”', bold), text('nói'))), 'ông“Tốt”nói')
  })

  test('raised numbers have letters of their own', () => {
    const up = { ...plainLook, raised: 'up' } as const
    const down = { ...plainLook, raised: 'down' } as const
    assert.equal(
      written(prose(text('5 km'), text('2', up), text(', CO'), text('2', down), text(', 1'), text('er', up))),
      '5 km², CO₂, 1er',
    )
  })
})

describe('links', () => {
  const linked = (href: string) => writeMarkdown([prose(text('xem '), text('trang', plainLook, href))])

  test('lead to web pages, letters and telephones', () => {
    assert.equal(linked('https://a.vn/b c(1)').markdown, 'xem [trang](https://a.vn/b%20c%281%29)')
    assert.equal(linked('https://a.vn/%C4%91').markdown, 'xem [trang](https://a.vn/%C4%91)')
    assert.equal(linked('mailto:a@gialai.gov.vn').markdown, 'xem [trang](mailto:a@gialai.gov.vn)')
  })

  test('that lead elsewhere leave their words, and are counted', () => {
    for (const href of ['javascript:alert(1)', 'file:///C:/a.doc', '#muc', '..\\a.doc', 'data:text/html,x']) {
      assert.deepEqual(linked(href), { markdown: 'xem trang', droppedLinks: 1 }, href)
    }
  })
})

describe('lists', () => {
  test('stand in each other', async () => {
    const list = written(item(0, 1, 'Một'), item(1, null, 'gạch'), item(2, null, 'cộng'), item(0, 2, 'Hai'))
    assert.equal(list, '1. Một\n   - gạch\n     - cộng\n2. Hai')
    const { tags } = await rendered(list)
    assert.deepEqual(tags, ['ol', 'li', 'ul', 'li', 'ul', 'li', 'li'])
  })

  test('keep the numbers that they have', async () => {
    const { html } = await rendered(
      written(item(0, 1, 'Một'), item(0, 3, 'Ba'), item(0, 4, 'Bốn'), prose(text('x')), item(0, 5, 'Năm')),
    )
    assert.deepEqual(html.match(/<ol[^>]*>/g), ['<ol>', '<ol start="3">', '<ol start="5">'])
  })

  test('of another kind are another list', async () => {
    const { tags } = await rendered(written(item(0, null, 'a'), item(0, 1, 'b')))
    assert.deepEqual(tags, ['ul', 'li', 'ol', 'li'])
  })
})

test('a picture carries its description and its caption, whatever stands in them', () => {
  const shown: Part = { kind: 'picture', at: 2, alternativeText: 'Ông [A]', caption: 'Lời "B" \\ <b>' }
  assert.equal(written(shown), '![Ông \\[A\\]](tep:2 "Lời \\"B\\" \\\\ \\<b>")')
})

test('a picture in our renderer says what the file said', async () => {
  const [alternativeText, caption] = ['Ông [A] *b* _c_ <b> &lt;', 'Lời "B" \\ <b> &amp; *x* [y]']
  const body = written({ kind: 'picture', at: 0, alternativeText, caption }).replace('tep:0', 'anh:1')
  const picture = {
    src: '/a',
    srcset: '',
    webpSrcset: '',
    largest: '',
    width: 1,
    height: 1,
    alternativeText: '',
    isDecorative: false,
    caption: '',
    credit: '',
  }
  const rendering = await markdown.render({ markdown: body, pictures: { 1: picture }, language: 'vi' })
  assert.ok('html' in rendering)
  assert.deepEqual(
    rendering.shown.map((each) => each.alternativeText),
    [alternativeText],
  )
  assert.equal(single(textIn(fragmentOf(rendering.html))), caption)
})

test('a table without a head is a table', async () => {
  const grid = { head: [[], []], rows: [[[text('Phú An')], [text('12')]]] }
  const { tags, says } = await rendered(written({ kind: 'table', grid }))
  assert.deepEqual([tags.includes('table'), says], [true, 'Phú An 12'])
})

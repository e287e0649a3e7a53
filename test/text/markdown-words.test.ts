import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { markdownWordCount } from '../../src/text/markdown-words.ts'
import { growsLinearly } from '../support/growth.ts'

describe('the words of a text in Markdown', () => {
  const counts: [what: string, markdown: string, words: number][] = [
    ['nothing', '', 0],
    ['each syllable is one', 'Hội nghị tổng kết', 4],
    ['letters and marks apart are one letter', 'Quyết định'.normalize('NFD'), 2],
    ['numbers are read too', 'Có 1.284 hộ, tăng 5%', 5],
    ['headings, quotations and emphasis add none', '## Mở đầu\n\n> **Hội nghị** *tổng* ~~kết~~', 6],
    ['numbers of a list are not read, those of a sentence are', '1. Một\n2) Hai\n- Ba\n\n3 hộ', 5],
    ['a link counts by its text', 'Xem [quyết định này](https://dakpo.gialai.gov.vn/van-ban "Số 45")', 4],
    ['a bare address is one', 'Xem https://dakpo.gialai.gov.vn/van-ban nhé', 3],
    ['pictures are counted as pictures', 'Trước\n\n![Đại biểu dự họp](anh:12 "Đại biểu (bên phải) dự họp")\n\nSau', 2],
    ['the marker of a notice is not read', '> [!NOTE]\n> Nộp trước\n\nHai', 3],
    [
      'a video counts by its title',
      '[Đêm hội làng](https://youtu.be/dQw4w9WgXcQ)\n\n[![Chiêng](anh:1)](https://youtu.be/x)',
      3,
    ],
    ['a passage in another language is read', '<div lang="en">\n\nTwo words\n\n</div>', 2],
    ['the lines of a table are not words', '| Xã | Số hộ |\n|---|---:|\n|Hà Tam|12|', 6],
    ['tags and entities are not read', 'Dòng một<br>Dòng&nbsp;hai &amp; ba', 5],
    ['signs of comparison are no tags', 'Nếu 3 < 5 và 7 > 2 thì', 7],
    ['where links lead is no word', 'Xem [1]\n\n[1]: https://dakpo.gialai.gov.vn Trang chủ', 2],
    ['what stands between fences is read, the fences are not', '```js\nhai từ\n```', 2],
    ['a single sign is no word', 'Lao động - thương binh – xã hội…', 6],
  ]
  for (const [what, markdown, words] of counts) test(what, () => assert.equal(markdownWordCount(markdown), words))

  test('two texts have the words of both', () => {
    const word = fc.constantFrom('Hội', 'nghị', '**tổng**', '[kết](/a)', '1.284', '-', '![ảnh](anh:1)')
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (one, other) => {
        assert.equal(markdownWordCount(`${one}\n\n${other}`), markdownWordCount(one) + markdownWordCount(other))
      }),
    )
  })
})

test('counting takes four times as long for four times the text', () => {
  const pieces = [
    ' ',
    'a',
    '1. ',
    '![',
    '](',
    ']("',
    '](a "b" ',
    '[a]: ',
    '<a',
    '</',
    '&#',
    '> ',
    '```\n',
    '![a](',
    '|',
    '[!note] ',
    '> [!note]\n',
  ]
  for (const piece of pieces) {
    const text = (letters: number) => piece.repeat(letters / piece.length)
    assert.ok(growsLinearly(markdownWordCount, text, 100_000), JSON.stringify(piece))
    assert.ok(
      growsLinearly(markdownWordCount, (letters) => `\n${text(letters)}!`, 100_000),
      JSON.stringify(piece),
    )
  }
})

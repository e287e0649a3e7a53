import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText } from '../../src/search/index.ts'
import { growsLinearly } from '../support/growth.ts'

test('blocks stand on their own lines, and what is inside them goes on', () => {
  const html = '<h2>Lịch</h2><p>Sáng <strong>thứ</strong> <em>Tư</em></p><ul><li>Một</li><li>Hai</li></ul>'
  assert.equal(plainText(html), 'Lịch\nSáng thứ Tư\nMột\nHai')
})

test('a notice, a gallery and a video do not run together with what stands around them', () => {
  const notice =
    '<p>Trước</p><aside class="notice" aria-label="Lưu ý"><p><svg><path d="M1"></path></svg> <b>Lưu ý</b></p><p>Nộp</p></aside>'
  const video =
    '<figure class="video"><a href="/"><span class="still"></span><b>Đêm hội</b> <span>Xem video</span></a></figure>'
  const gallery = '<div class="gallery"><figure><a href="/"></a><figcaption>Một</figcaption></figure></div>'
  assert.equal(plainText(notice + video + gallery), 'Trước\nLưu ý\nNộp\nĐêm hội Xem video\nMột')
})

test('cells of a table do not run together', () => {
  assert.equal(plainText('<table><tr><td>Bắp cải</td><td>90</td></tr></table>'), 'Bắp cải\n90')
})

test('references become letters', () => {
  const html = '<p>Lúa &amp; ng&#244; &#x3C;mía&gt; 2,4&nbsp;km &lsquo; &#0; &#x110000;</p>'
  assert.equal(plainText(html), 'Lúa & ngô <mía> 2,4 km &lsquo;')
})

test('attributes are no text, whatever stands in them', () => {
  assert.equal(plainText('<p>Trước <img alt="a > b" src=\'x"y>z\'> sau</p>'), 'Trước sau')
  assert.equal(plainText('Chưa xong <a href="x'), 'Chưa xong')
})

test('it takes four times as long for four times the text', () => {
  for (const piece of ['<', '<a "', '&', '&#', '<p> ', ' \n']) {
    assert.ok(
      growsLinearly(plainText, (length) => piece.repeat(length / piece.length), 200_000),
      piece,
    )
  }
})

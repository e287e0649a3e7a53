import assert from 'node:assert/strict'
import { test } from 'node:test'
import { portableHtml } from '../../src/feeds/portable-html.ts'

const address = 'https://dakpo.gialai.gov.vn/tin-bai/gia-mia-12'
const portable = (html: string) => portableHtml(html, address)

test('addresses become whole, wherever they begin', () => {
  assert.equal(
    portable(
      '<a href="/lien-he">a</a><a href="#muc-2">b</a><a href="https://chinhphu.vn/">c</a><a href="mailto:a@b.vn">d</a>',
    ),
    `<a href="https://dakpo.gialai.gov.vn/lien-he">a</a><a href="${address}#muc-2">b</a><a href="https://chinhphu.vn/">c</a><a href="mailto:a@b.vn">d</a>`,
  )
})

test('what only looks like an address inside a sentence stays as it is', () => {
  assert.equal(portable('<p>Gõ src="/a" và href="/b"</p>'), '<p>Gõ src="/a" và href="/b"</p>')
})

test('a picture has one file and its place, and no choice of sizes', () => {
  const picture =
    '<figure><picture><source type="image/webp" srcset="/a-320.webp 320w"><img src="/a-960.jpg" srcset="/a-320.jpg 320w" sizes="92vw" width="960" height="640" alt="Quầy rau" loading="lazy"></picture><figcaption>Chợ</figcaption></figure>'
  assert.equal(
    portable(picture),
    '<figure><img src="https://dakpo.gialai.gov.vn/a-960.jpg" width="960" height="640" alt="Quầy rau"><figcaption>Chợ</figcaption></figure>',
  )
})

test('notices, galleries and videos keep their words and links, and lose what only our pages can show', () => {
  const icon = '<svg class="icon" viewBox="0 0 24 24"><path d="M7 4v16l13-8z"></path></svg>'
  const body = `<aside class="notice" role="note" aria-label="Lưu ý"><p>${icon}${icon} <b>Lưu ý</b></p></aside><figure class="video" data-player="https://p/"><a href="https://youtu.be/x"><span class="still">${icon}</span><b>Tên</b></a></figure>`
  assert.equal(
    portable(body),
    '<aside><p> <b>Lưu ý</b></p></aside><figure><a href="https://youtu.be/x"><span></span><b>Tên</b></a></figure>',
  )
})

test('tables and passages in another language keep what they mean', () => {
  const body =
    '<table><tr><th scope="col" colspan="2" align="right">a</th></tr></table><div lang="bdq" class="x"><p>Bơngai</p></div>'
  assert.equal(
    portable(body),
    '<table><tbody><tr><th scope="col" colspan="2" align="right">a</th></tr></tbody></table><div lang="bdq"><p>Bơngai</p></div>',
  )
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { internalPathsIn } from '../../src/checks/index.ts'
import { type BodyPicture, createMarkdown } from '../../src/markdown/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { findings, verdicts } from './given-checked.ts'

const markdown = createMarkdown()
closeAfterTest(() => markdown.close())

const shown: BodyPicture = {
  src: '/hinh-anh/k/anh-960.jpg',
  srcset: '/hinh-anh/k/anh-320.jpg 320w',
  webpSrcset: '/hinh-anh/k/anh-320.webp 320w',
  largest: '/hinh-anh/k/anh-1600.jpg',
  width: 960,
  height: 640,
  alternativeText: 'Dàn chiêng quanh đống lửa',
  isDecorative: false,
  caption: '',
  credit: 'Ảnh: Lan Hương',
}

/** A body with the pictures that it names, as its article is checked. */
async function told(body: string) {
  const rendering = await markdown.render({ markdown: body, pictures: { 1: shown, 2: shown }, language: 'vi' })
  assert.ok('html' in rendering)
  return { paths: internalPathsIn(rendering.html), findings: await findings({ body, bodyHtml: rendering.html }) }
}

describe('what a body may hold beside paragraphs', () => {
  test('gives no advice of its own', async () => {
    for (const body of [
      'Mở đầu.\n\n> [!WARNING]\n> Không đi qua ngầm tràn.\n\nBà con đi đường khác.',
      'Mở đầu.\n\n![](anh:1)\n![](anh:2)\n\nSau đó.',
      'Mở đầu.\n\n[![](anh:1)](https://www.youtube.com/watch?v=dQw4w9WgXcQ)\n\nSau đó.',
      'Mở đầu.\n\nhttps://youtu.be/dQw4w9WgXcQ\n\nSau đó.',
      'Mở đầu.\n\n<div lang="jra">\n\nƀơi dêh čar, lŏn ia kêt kêt.\n\n</div>\n\nSau đó.',
    ])
      assert.deepEqual((await told(body)).findings, [], body)
  })

  test('asks for no page of ours but those that its links name', async () => {
    const { paths } = await told('![](anh:1)\n![](anh:2)\n\n> [!NOTE]\n> Xem [liên hệ](/lien-he).')
    assert.deepEqual(paths, ['/lien-he'])
  })
})

test('what stands in a notice is looked at like everything else', async () => {
  assert.deepEqual(await verdicts('linkTargets', { body: '> [!NOTE]\n> Xem [lịch](/khong-co).' }), ['blocks body'])
  assert.deepEqual(await verdicts('linkTexts', { body: '> [!NOTE]\n> Xem [tại đây](/lien-he).' }), ['warns body'])
  assert.deepEqual(await verdicts('headings', { body: '> [!NOTE]\n> **Chữ đậm**\n>\n> Chữ thường.' }), [])
  assert.deepEqual(await verdicts('outsideLinks', { body: 'https://youtube.com.evil.vn/watch?v=dQw4w9WgXcQ' }), [
    'warns body',
  ])
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type BodyPicture, createMarkdown, holdsPlayer, playerOrigins } from '../../src/markdown/index.ts'
import { videoAt } from '../../src/markdown/video-address.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { elementsIn, fragmentOf, textIn } from '../support/html.ts'

const markdown = createMarkdown()
closeAfterTest(() => markdown.close())

const still: BodyPicture = {
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
const address = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
const player = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1'

async function render(text: string) {
  const rendering = await markdown.render({ markdown: text, pictures: { 1: still }, language: 'vi' })
  assert.ok('html' in rendering, 'can be rendered')
  return rendering
}
const htmlOf = async (text: string) => (await render(text)).html

/** What readers get of a video: where the link leads, what it says, and what plays it here. */
async function videoIn(text: string) {
  const elements = elementsIn(fragmentOf(await htmlOf(text)))
  const figure = elements.find(({ properties }) => String(properties['className']) === 'video')
  if (!figure) return null
  const [link, ...others] = elementsIn(figure).filter(({ tagName }) => tagName === 'a')
  assert.deepEqual(others, [])
  const words = link ? textIn(link).replace(/\s+/g, ' ').trim() : ''
  return { href: link?.properties['href'], words, player: figure.properties['dataPlayer'] ?? null }
}

describe('an address of a video', () => {
  const known: Record<string, string | null> = {
    [address]: player,
    'http://youtube.com/watch?v=dQw4w9WgXcQ&feature=share': player,
    'https://m.youtube.com/watch?list=x&v=dQw4w9WgXcQ': player,
    'https://youtu.be/dQw4w9WgXcQ?si=abc': player,
    'HTTPS://WWW.YOUTUBE.COM/watch?v=dQw4w9WgXcQ&t=42s': `${player}&start=42`,
    'https://www.youtube.com/shorts/dQw4w9WgXcQ': player,
    'https://www.youtube.com/live/dQw4w9WgXcQ?t=90': `${player}&start=90`,
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ': player,
    'https://vimeo.com/123456789': 'https://player.vimeo.com/video/123456789?autoplay=1&dnt=1',
    'https://vimeo.com/123456789/0a1b2c3d4e': 'https://player.vimeo.com/video/123456789?autoplay=1&dnt=1&h=0a1b2c3d4e',
    'https://player.vimeo.com/video/123456789': 'https://player.vimeo.com/video/123456789?autoplay=1&dnt=1',
    'https://www.facebook.com/ubnddakpo/videos/1234567890/': null,
    'https://www.facebook.com/watch/?v=1234567890': null,
    'https://fb.watch/abc_D-1/': null,
    'https://vtv.vn/video/thoi-su-19h-123.htm': null,
  }
  for (const [written, plays] of Object.entries(known))
    test(`is known: ${written}`, () => assert.equal(videoAt(written)?.player, plays))

  const strange = [
    'https://youtube.com.evil.vn/watch?v=dQw4w9WgXcQ',
    'https://evil.vn/youtube.com/watch?v=dQw4w9WgXcQ',
    'https://youtube.com@evil.vn/watch?v=dQw4w9WgXcQ',
    'https://a:b@www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ',
    'https://notyoutube.com/watch?v=dQw4w9WgXcQ',
    'https://уoutube.com/watch?v=dQw4w9WgXcQ',
    'https://youtu.be.vn/dQw4w9WgXcQ',
    'https://constructor/watch?v=dQw4w9WgXcQ',
    'https://__proto__/1',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ"><script>',
    'https://www.youtube.com/watch?v=../../evil1',
    'https://www.youtube.com/watch?v=',
    'https://www.youtube.com/@ubnddakpo',
    'https://youtu.be/',
    'https://vimeo.com/channels/staffpicks',
    'https://www.facebook.com/ubnddakpo',
    'https://vtv.vn/chinh-tri.htm',
    '//www.youtube.com/watch?v=dQw4w9WgXcQ',
    'javascript:alert(1)//www.youtube.com/watch?v=dQw4w9WgXcQ',
    'ftp://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://',
    '',
  ]
  for (const written of strange) test(`is no other: ${written}`, () => assert.equal(videoAt(written), null))

  test('leads to no player but of those that a page may frame', () => {
    const origins = Object.values(known).flatMap((plays) => (plays ? new URL(plays).origin : []))
    assert.deepEqual(new Set(origins), new Set(playerOrigins))
  })
})

describe('a video', () => {
  const watch = 'Xem video trên YouTube (mở trang ngoài)'

  test('is a picture that leads to it, alone in its paragraph', async () => {
    const { html, shown, missing } = await render(`[![Già làng đánh chiêng](anh:1 "Đêm hội làng")](${address})`)
    assert.deepEqual(await videoIn(`[![](anh:1 "Đêm hội làng")](${address})`), {
      href: address,
      words: `Đêm hội làng ${watch}`,
      player,
    })
    assert.match(html, /<img [^>]*alt="Già làng đánh chiêng"/)
    assert.match(html, /<figcaption><span>Ảnh: Lan Hương<\/span><\/figcaption>/)
    assert.match(html, /rel="noopener"/)
    assert.deepEqual([shown.length, missing], [1, []])
  })

  test('has the description of its picture for a title, where it has no other, and says it once', async () => {
    const text = `[![](anh:1)](${address})`
    assert.equal((await videoIn(text))?.words, `${still.alternativeText} ${watch}`)
    assert.match(await htmlOf(text), /alt=""/)
  })

  test('is a link alone in its paragraph too, under its own words or none', async () => {
    assert.equal((await videoIn(`[Đêm *hội* làng](${address})`))?.words, `Đêm hội làng ${watch}`)
    for (const bare of [address, `<${address}>`, 'www.youtube.com/watch?v=dQw4w9WgXcQ', `[](${address})`])
      assert.equal((await videoIn(bare))?.words, watch, bare)
  })

  test('of a site whose player follows readers is a link and no more', async () => {
    const facebook = await videoIn('https://www.facebook.com/ubnddakpo/videos/1234567890/')
    assert.deepEqual([facebook?.player, facebook?.words], [null, 'Xem video trên Facebook (mở trang ngoài)'])
    assert.equal(holdsPlayer(await htmlOf('https://www.facebook.com/ubnddakpo/videos/1234567890/')), false)
    assert.equal(holdsPlayer(await htmlOf(address)), true)
  })

  test('whose picture is missing says so, and stays', async () => {
    const { html, missing } = await render(`[![Đêm hội](anh:9)](${address})`)
    assert.deepEqual(missing, ['anh:9'])
    assert.match(html, /<figure class="video"/)
    assert.doesNotMatch(html, /<img/)
  })

  test('is a plain link in a sentence, a list, a table or a heading', async () => {
    for (const text of [
      `Xem ${address}`,
      `- ${address}\n- hai`,
      `|a|\n|-|\n|${address}|`,
      `## ${address}`,
      `${address} ${address}`,
    ]) {
      const html = await htmlOf(text)
      assert.match(html, /<a href="https:\/\/www\.youtube/, text)
      assert.doesNotMatch(html, /<figure/, text)
    }
  })

  test('is the one reason for a picture inside a link', async () => {
    for (const text of [
      '[![](anh:1)](https://youtube.com.evil.vn/watch?v=dQw4w9WgXcQ)',
      '[![](anh:1)](javascript:alert(1))',
      '[![](anh:1)](/lien-he)',
      `[![](anh:1) chữ](${address})`,
      `Xem [![](anh:1)](${address})`,
      `[![](anh:1)![](anh:1)](${address})`,
      `[**![](anh:1)**](${address})`,
    ]) {
      const { html, missing } = await render(text)
      assert.doesNotMatch(html, /<figure|<img/, text)
      assert.ok(missing.length > 0, text)
    }
  })

  test('cannot be made by HTML', async () => {
    const html = await htmlOf(
      `Trước\n\n<figure class="video" data-player="https://evil.vn/"><a href="${address}"><img src="anh:1"></a></figure>` +
        `\n\n<iframe src="${player}"></iframe>`,
    )
    assert.match(html, /Trước/)
    assert.doesNotMatch(html, /evil|iframe|<figure/)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'

const video = 'Mở đầu.\n\n[Đêm hội làng](https://www.youtube.com/watch?v=dQw4w9WgXcQ)'
const onFacebook = 'Mở đầu.\n\n[Đêm hội làng](https://www.facebook.com/ubnddakpo/videos/1234567890/)'
const framed = 'frame-src https://www.youtube-nocookie.com https://player.vimeo.com'

const portal = await testPortal()
const categoryId = String(await given.category(portal, 'Tin tức'))
const withVideo = await given.article(portal, { typed: { categoryId, body: video } })
const withLink = await given.article(portal, { typed: { title: 'Video ở nơi khác', categoryId, body: onFacebook } })
const policyOf = ({ headers }: { headers: Headers }) => headers.get('content-security-policy') ?? ''

test('the page of an article with a video may frame the two players, and brings the script that does', async () => {
  for (const _time of ['first', 'again']) {
    const page = await portal.visitor().get(withVideo.path)
    assert.ok(policyOf(page).endsWith(framed), policyOf(page))
    assert.match(policyOf(page), /default-src 'none'/)
    assert.match(page.text, /<script src="[^"]+\/scripts\/video\.js" defer>/)
    assert.doesNotMatch(page.text, /<iframe/)
  }
})

test('no other page may frame anything', async () => {
  for (const path of ['/', '/tin-tuc', withLink.path]) {
    const page = await portal.visitor().get(path)
    assert.equal(page.status, 200, path)
    assert.match(policyOf(page), /default-src 'none'/, path)
    assert.doesNotMatch(policyOf(page), /frame-src/, path)
    assert.doesNotMatch(page.text, /video\.js/, path)
  }
  assert.match((await portal.visitor().get(withLink.path)).main(), /Xem video trên Facebook \(mở trang ngoài\)/)
})

test('in the newsroom and in its previews a video is a link', async () => {
  const typed = given.typedArticle({ categoryId, body: video })
  const pages = [
    await portal.as(huong).get(withVideo.desk),
    await portal.as(huong).post('/quan-tri/bai-viet/xem-thu', typed),
  ]
  for (const page of pages) {
    assert.equal(page.status, 200)
    assert.doesNotMatch(policyOf(page), /frame-src/)
    assert.doesNotMatch(page.text, /video\.js/)
  }
  assert.match(
    pages[1]?.text ?? '',
    /<figure class="video"[\s\S]*href="https:\/\/www\.youtube\.com\/watch\?v=dQw4w9WgXcQ"/,
  )
})

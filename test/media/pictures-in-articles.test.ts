import assert from 'node:assert/strict'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { pictureFiles } from '../../src/media/picture-files.ts'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const alternativeText = 'Ruộng rau xanh trên đất đỏ.'
const otherPhoto = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c8641e' } })
  .jpeg()
  .toBuffer()

const articleWith = (portal: TestPortal, id: number, typed = {}) =>
  given.article(portal, {
    typed: {
      body: `Mở đầu.\n\n![](anh:${id})`,
      coverPictureId: String(id),
      coverAlternative: alternativeText,
      ...typed,
    },
  })

/** Addresses of pictures on a page, each once. */
const picturesOn = (html: string) => [
  ...new Set([...html.matchAll(/\/hinh-anh\/[0-9a-f]{20}\/[\w-]+\.jpg/g)].map(([address]) => address)),
]

test('an article shows the file that took the place of its picture, and old addresses lead there', async () => {
  const portal = await testPortal()
  const { id } = await given.picture(portal, { alternativeText, caption: 'Ruộng ở Tân An' })
  const { path } = await articleWith(portal, id)
  const before = picturesOn((await portal.visitor().get(path)).text)
  assert.ok(before.length > 0)

  const files = [{ field: 'pictures', name: 'cam.jpg', bytes: otherPhoto }]
  assert.equal((await portal.as(huong).upload(`/quan-tri/hinh-anh/${id}/thay`, files)).status, 403)
  assert.equal((await portal.as(duc).upload(`/quan-tri/hinh-anh/${id}/thay`, files)).status, 303)

  const { text } = await portal.visitor().get(path)
  const after = picturesOn(text)
  assert.ok(
    after.every((address) => address.includes('/cam-')),
    `${after}`,
  )
  assert.equal(new Set(after.map((address) => address.split('/')[2])).size, 1)
  assert.match(text, /Ruộng ở Tân An/)
  for (const address of after) assert.equal((await portal.visitor().get(address)).status, 200, address)
  for (const address of before) {
    const led = await portal.visitor().get(address)
    assert.equal(led.status, 302, address)
    assert.ok(
      after.some((known) => known.split('-').at(0) === led.location?.split('-').at(0)),
      `${led.location}`,
    )
  }
})

test('a picture of an article that waits for its hour is served from that hour on', async () => {
  const portal = await testPortal()
  const { id, key } = await given.picture(portal, { alternativeText, originalName: 'anh.jpg' })
  const { path } = await articleWith(portal, id, { publishAt: '2017-02-18T08:00' })
  const address = `/hinh-anh/${key}/anh-320.jpg`
  assert.equal((await portal.visitor().get(path)).status, 404)
  assert.equal((await portal.visitor().get(address)).status, 404)
  assert.equal((await portal.as(huong).get(`/quan-tri/hinh-anh/tep/${key}/anh-320.jpg`)).status, 200)

  portal.clock.set('2017-02-18T01:00:00Z')
  assert.equal((await portal.visitor().get(path)).status, 200)
  assert.equal((await portal.visitor().get(address)).status, 200)
})

test('the note of consent stands on no page that readers get', async () => {
  const portal = await testPortal()
  const { id } = await given.picture(portal)
  const consent = 'Bà Đinh Thị Xoan đồng ý'
  const form = { alternativeText, caption: 'Ruộng ở Tân An', consent }
  assert.equal((await portal.as(huong).post(`/quan-tri/hinh-anh/${id}`, form)).status, 303)
  const { path } = await articleWith(portal, id)

  assert.match((await portal.as(huong).get(`/quan-tri/hinh-anh/${id}`)).text, /Bà Đinh Thị Xoan/)
  const pages = await Promise.all(
    ['/', path, '/tin-tuc', '/tim-kiem?q=Tan+An', '/tim-kiem?q=Dinh+Thi+Xoan'].map((page) =>
      portal.visitor().get(page),
    ),
  )
  assert.match(pages.map(({ text }) => text).join(''), /Ruộng ở Tân An/)
  for (const { text } of pages) assert.doesNotMatch(text, /Bà Đinh Thị Xoan/)
})

test('once a minute what was left lying for a day goes', async () => {
  const portal = await testPortal()
  const incoming = pictureFiles(portal.config.uploads).incoming
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 3_600_000)
  for (const name of ['old', 'young']) await writeFile(join(incoming, name), 'x')
  await utimes(join(incoming, 'old'), twoDaysAgo, twoDaysAgo)
  await portal.catchUp()
  assert.deepEqual(await readdir(incoming), ['young'])
})

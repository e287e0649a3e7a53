import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import * as given from '../support/given.ts'
import { machineDataIn } from '../support/machine-data.ts'
import { duc } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

async function pictureOf(portal: TestPortal, path: string): Promise<string> {
  const [address = ''] = machineDataIn((await portal.visitor().get(path)).text).metas('og:image')
  assert.ok(address.startsWith(portal.origin), address)
  return address.slice(portal.origin.length)
}

test('an article without a picture has a card, drawn once and kept for ever', async () => {
  const portal = await testPortal()
  const { path } = await given.article(portal)
  const card = await pictureOf(portal, path)
  const [first, again] = [await portal.visitor().get(card), await portal.visitor().get(card)]

  assert.deepEqual([first.status, first.headers.get('content-type')], [200, 'image/png'])
  assert.equal(first.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.deepEqual(first.headers.getSetCookie(), [])
  const { width, height } = await sharp(first.bytes).metadata()
  const data = machineDataIn((await portal.visitor().get(path)).text)
  assert.deepEqual([data.metas('og:image:width'), data.metas('og:image:height')], [[String(width)], [String(height)]])
  assert.deepEqual(data.metas('og:image:alt'), data.metas('og:title'))
  assert.ok(again.bytes.equals(first.bytes))
  assert.equal((await readdir(join(portal.config.uploads, 'made', 'cards'))).length, 1)
})

test('every page without a picture of its own shows the card of the portal', async () => {
  const portal = await testPortal()
  const { path } = await given.article(portal)
  const cards = [await pictureOf(portal, '/'), await pictureOf(portal, '/lien-he'), await pictureOf(portal, '/tin-tuc')]
  assert.equal(new Set(cards).size, 1)
  assert.notEqual(await pictureOf(portal, path), cards[0])
  assert.equal((await portal.visitor().get(cards[0] ?? '')).status, 200)
})

test('an old address of a card leads to the present one', async () => {
  const portal = await testPortal()
  const { path, id } = await given.article(portal)
  const old = `/the-chia-se/${id}-0123456789abcdef.png`
  const answer = await portal.visitor().get(old)
  assert.deepEqual([answer.status, answer.location], [302, await pictureOf(portal, path)])
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=60')
})

test('what readers may not see has no card', async () => {
  const portal = await testPortal()
  const published = await given.article(portal)
  const typed = { categoryId: String(published.categoryId) }
  const hidden = [
    await given.article(portal, { as: 'draft', typed }),
    await given.article(portal, { as: 'withdrawn', typed }),
    await given.article(portal, { as: 'trashed', typed }),
  ]
  for (const { id } of [...hidden, { id: 999 }])
    assert.equal((await portal.visitor().get(`/the-chia-se/${id}-0123456789abcdef.png`)).status, 404)
  for (const name of [
    '',
    'x.png',
    '12.png',
    '0123456789abcdef.jpg',
    '%2e%2e%2fa.png',
    `${'1'.repeat(400)}-0123456789abcdef.png`,
  ])
    assert.equal((await portal.visitor().get(`/the-chia-se/${name}`)).status, 404, name)
  assert.equal((await portal.visitor().get(await pictureOf(portal, published.path))).status, 200)
})

test('a new title is a new card, and the old address finds it', async () => {
  const portal = await testPortal()
  const article = await given.article(portal)
  const before = await pictureOf(portal, article.path)
  const { categoryId, version } = article
  const typed = given.typedArticle({
    title: 'Hội nghị dời sang thứ Sáu',
    categoryId: String(categoryId),
    slug: 'hoi-nghi',
  })
  const form = { ...typed, version: String(version), changeKind: 'minor' }
  assert.equal((await portal.as(duc).post(`${article.desk}/dang`, form)).status, 303)
  const after = await pictureOf(portal, `/tin-bai/hoi-nghi-${article.id}`)
  assert.notEqual(after, before)
  assert.equal((await portal.visitor().get(before)).location, after)
})

test('cards are drawn also while pictures are received, which forbids this process to open most kinds of files', async () => {
  const portal = await testPortal()
  await given.picture(portal)
  const { bytes, status } = await portal.visitor().get(await pictureOf(portal, '/'))
  assert.deepEqual([status, bytes.subarray(1, 4).toString()], [200, 'PNG'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categoryReader } from '../../src/categories/index.ts'
import type { OldCategory } from '../../src/imports/old-article.ts'
import { type CategoryWish, createCategoryPlacer } from '../../src/imports/place-category.ts'
import * as given from '../support/given.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const called = (...names: string[]): OldCategory => names.map((name) => ({ name, slug: '' }))

async function placerOf(portal: TestPortal, wish: Partial<CategoryWish> = {}) {
  const whole = { categories: {}, fallback: null, makesMissing: true, isTrial: false, ...wish }
  const placer = await createCategoryPlacer(portal, whole)
  return async (...categories: OldCategory[]) => {
    const id = await placer.place(categories)
    return (await categoryReader(portal.database.write).getTree()).find(id)?.path ?? null
  }
}

test('a category of one name stands below each that had one', async () => {
  const portal = await testPortal()
  const place = await placerOf(portal)

  assert.equal(await place(called('Văn hóa', 'Trong tỉnh')), '/van-hoa/trong-tinh')
  assert.equal(await place(called('Kinh tế', 'Trong tỉnh')), '/kinh-te/trong-tinh')
  assert.equal(await place(called('Văn hóa', 'Trong tỉnh')), '/van-hoa/trong-tinh')
  assert.equal(await place(called('Kinh tế', 'Trong tỉnh', 'Nhanh')), '/kinh-te/trong-tinh/nhanh')
})

test('of several categories the first counts, whichever was made before', async () => {
  const portal = await testPortal()
  const place = await placerOf(portal)

  assert.equal(await place(called('Kinh tế')), '/kinh-te')
  assert.equal(await place(called('Xã hội'), called('Kinh tế')), '/xa-hoi')
  assert.equal(await place(), null)
})

test('what the operator said of any of them comes first', async () => {
  const portal = await testPortal()
  await given.category(portal, 'Tin tức')
  const place = await placerOf(portal, { categories: { 'Tin hoạt động': 'tin-tuc' } })

  assert.equal(await place(called('Xã hội'), called('Hoạt động', 'Tin hoạt động')), '/tin-tuc')
  assert.equal(await place(called('Xã hội')), '/xa-hoi')
})

test('where nothing may be made, a name is enough unless it belongs to another place', async () => {
  const portal = await testPortal()
  const newsId = await given.category(portal, 'Tin tức')
  await given.category(portal, 'Nông nghiệp', newsId)
  const cultureId = await given.category(portal, 'Văn hóa')
  await given.category(portal, 'Lễ hội', cultureId)
  const place = await placerOf(portal, { makesMissing: false, fallback: 'tin-tuc' })

  assert.equal(await place(called('Hoạt động', 'Nông nghiệp')), '/tin-tuc/nong-nghiep')
  assert.equal(await place(called('Tin tức', 'Lễ hội')), '/tin-tuc')
  assert.equal(await place(called('Thể thao'), called('Lễ hội')), '/van-hoa/le-hoi')
  assert.equal(await place(called('Thể thao')), '/tin-tuc')
})

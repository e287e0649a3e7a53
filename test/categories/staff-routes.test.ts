import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCategory, categoriesPath } from '../../src/categories/index.ts'
import { an, binh, duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { fileArticle, wishFor } from './given-tree.ts'

const pathOf = (id: number) => `${categoriesPath}/${id}`
const add = (portal: TestPortal, name: string, parentId: number | null = null) =>
  addCategory(portal, null, wishFor(name, { parentId }))

test('a publisher adds a category below another one and finds it in the tree', async () => {
  const portal = await testPortal()
  const news = await add(portal, 'Tin trong làng')
  const form = await portal.as(duc).get(`${categoriesPath}/moi?cha=${news}`)
  assert.match(form.main(), new RegExp(`<option value="${news}" selected>Tin trong làng</option>`))

  const answer = await portal.as(duc).post(`${categoriesPath}/moi`, { name: 'Mùa mía', parent: String(news) })
  assert.equal(answer.status, 303)
  const anchor = /\?xong=them(#chuyen-muc-\d+)$/.exec(answer.location ?? '')?.[1]
  const tree = (await portal.as(duc).get(`${categoriesPath}?xong=them`)).main()
  assert.match(tree, /Đã thêm chuyên mục\./)
  assert.match(tree, new RegExp(`id="${anchor?.slice(1)}" href="[^"]+">Mùa mía</a>`))
  assert.match(tree, /<code>\/tin-trong-lang\/mua-mia<\/code>/)
})

test('an editor may not arrange categories', async () => {
  const portal = await testPortal()
  const news = await add(portal, 'Tin trong làng')

  assert.equal((await portal.as(binh).get(categoriesPath)).status, 403)
  assert.equal((await portal.as(binh).get(pathOf(news))).status, 403)
  for (const deed of ['', '/len', '/xuong', '/an', '/hien-lai', '/xoa']) {
    assert.equal((await portal.as(binh).post(`${pathOf(news)}${deed}`, { name: 'Khác' })).status, 403)
  }
  assert.equal((await portal.as(an).get(pathOf(news))).status, 200)
})

test('what cannot be saved comes back with everything typed', async () => {
  const portal = await testPortal()
  const news = await add(portal, 'Tin trong làng')
  const typed = {
    name: '',
    slug: 'Địa chỉ riêng',
    description: 'Chuyện <mùa vụ>',
    parent: String(news),
    homePosition: '3',
  }
  const answer = await portal.as(duc).post(`${categoriesPath}/moi`, typed)

  assert.equal(answer.status, 422)
  assert.match(answer.main(), /<a href="#name">Viết tên chuyên mục<\/a>/)
  assert.match(answer.main(), /value="Địa chỉ riêng"/)
  assert.match(answer.main(), /Chuyện &lt;mùa vụ&gt;/)
  assert.match(answer.main(), /<option value="3" selected>/)
})

test('a changed address is on the form, and old links find the category', async () => {
  const portal = await testPortal()
  const id = await add(portal, 'Tin trong làng')
  const answer = await portal.as(duc).post(pathOf(id), { name: 'Tin làng', slug: '' })

  assert.equal(answer.location, `${pathOf(id)}?xong`)
  const form = (await portal.as(duc).get(`${pathOf(id)}?xong`)).main()
  assert.match(form, /Đã lưu\./)
  assert.match(form, /Đang là \/tin-lang\./)
  const reader = await portal.visitor().get('/tin-trong-lang')
  assert.deepEqual([reader.status, reader.location], [301, '/tin-lang'])
})

test('a button moves one row and leads back to it', async () => {
  const portal = await testPortal()
  await add(portal, 'Đầu')
  const last = await add(portal, 'Cuối')
  const answer = await portal.as(duc).post(`${pathOf(last)}/len`)

  assert.equal(answer.location, `${categoriesPath}#chuyen-muc-${last}`)
  const tree = (await portal.as(duc).get(categoriesPath)).main()
  assert.ok(tree.indexOf('>Cuối</a>') < tree.indexOf('>Đầu</a>'))
  assert.match(tree, /aria-label="Chuyển lên: Đầu">Lên<\/button>/)
})

test('a hidden category says so until it is shown again', async () => {
  const portal = await testPortal()
  const id = await add(portal, 'Tin trong làng')
  const tree = async () => (await portal.as(duc).get(categoriesPath)).main()

  await portal.as(duc).post(`${pathOf(id)}/an`)
  assert.match(await tree(), /Đang ẩn/)
  await portal.as(duc).post(`${pathOf(id)}/hien-lai`)
  assert.match(await tree(), /Tin trong làng/)
  assert.doesNotMatch(await tree(), /Đang ẩn/)
})

test('a category in use is not removed, and the page says why beside a dead button', async () => {
  const portal = await testPortal()
  const id = await add(portal, 'Tin trong làng')
  await fileArticle(portal, id, '2017-02-16T03:00:00.000Z')
  const answer = await portal.as(duc).post(`${pathOf(id)}/xoa`)

  assert.equal(answer.status, 422)
  assert.match(answer.main(), /disabled data-keep-disabled aria-describedby="removal-obstacle">Xóa chuyên mục</)
  assert.match(answer.main(), /id="removal-obstacle">Chưa xóa được vì 1 tin bài/)
})

test('a category that somebody is narrowed to is not removed: she would then be free of every bound', async () => {
  const portal = await testPortal()
  const id = await add(portal, 'Tin trong làng')
  const memberPath = `/quan-tri/can-bo/${await portal.idOf(huong)}`
  await portal.as(an).post(`${memberPath}/chuyen-muc`, { categories: String(id) })

  const answer = await portal.as(duc).post(`${pathOf(id)}/xoa`)
  assert.equal(answer.status, 422)
  assert.match(answer.main(), /id="removal-obstacle">Chưa xóa được vì đang giao riêng cho 1 cán bộ/)

  await portal.as(an).post(`${memberPath}/chuyen-muc`, {})
  assert.equal((await portal.as(duc).post(`${pathOf(id)}/xoa`)).location, `${categoriesPath}?xong=xoa`)
})

test('an empty category is removed after one question', async () => {
  const portal = await testPortal()
  const id = await add(portal, 'Tin trong làng')
  assert.match((await portal.as(duc).get(pathOf(id))).main(), /Xóa hẳn “Tin trong làng”\?/)

  assert.equal((await portal.as(duc).post(`${pathOf(id)}/xoa`)).location, `${categoriesPath}?xong=xoa`)
  assert.equal((await portal.as(duc).get(pathOf(id))).status, 404)
  assert.equal((await portal.as(duc).get(`${categoriesPath}/khong-co`)).status, 404)
})

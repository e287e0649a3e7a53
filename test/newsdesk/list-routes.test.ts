import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { binh, duc, huong } from '../support/people.ts'
import { signIn, testPortal } from '../support/test-portal.ts'

const list = '/quan-tri/bai-viet'
const titlesOn = (page: string) =>
  [...page.matchAll(/<a[^>]* href="\/quan-tri\/bai-viet\/\d+"[^>]*>([^<]+)<\/a>/g)].map((found) => found[1]?.trim())
const countsOn = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<a href="\/quan-tri\/bai-viet[^"]*"[^>]*>([^<]+?)\s*<span[^>]*>([\d.]+)<\/span><\/a>/g)].map(
      (found) => [found[1], found[2]],
    ),
  )

test('each state has a tab that counts what stands in it', async () => {
  const portal = await testPortal()
  const categoryId = String(await given.category(portal, 'Tin tức'))
  await given.article(portal, { as: 'draft', typed: { categoryId, title: 'Nháp một' } })
  await given.article(portal, { as: 'draft', typed: { categoryId, title: 'Nháp hai' } })
  await given.article(portal, { typed: { categoryId, title: 'Đang trên cổng' } })
  await given.article(portal, { typed: { categoryId, title: 'Chờ đến giờ', publishAt: '2017-03-01T07:00' } })
  await given.article(portal, { as: 'withdrawn', typed: { categoryId, title: 'Gỡ rồi' } })
  await given.article(portal, { as: 'trashed', typed: { categoryId, title: 'Bỏ đi' } })
  const page = (await portal.as(binh).get(list)).main()

  assert.deepEqual(countsOn(page), {
    'Tất cả': '5',
    Nháp: '2',
    'Hẹn giờ': '1',
    'Đã đăng': '1',
    'Chờ duyệt': '0',
    'Đã rút': '1',
    'Thùng rác': '1',
  })
  assert.equal(titlesOn(page).length, 5)
  const states = {
    draft: ['Nháp hai', 'Nháp một'],
    scheduled: ['Chờ đến giờ'],
    live: ['Đang trên cổng'],
    withdrawn: ['Gỡ rồi'],
    trash: ['Bỏ đi'],
  }
  for (const [state, titles] of Object.entries(states)) {
    assert.deepEqual(titlesOn((await portal.as(binh).get(`${list}?trang-thai=${state}`)).main()), titles, state)
  }
  portal.clock.set('2017-03-01T00:00:00Z')
  portal.as(binh).cookies.clear()
  await signIn(portal.as(binh), binh)
  assert.equal(countsOn((await portal.as(binh).get(list)).main())['Đã đăng'], '2')
})

test('a category is listed with what lies below it', async () => {
  const portal = await testPortal()
  const news = await given.category(portal, 'Tin tức')
  const economy = await given.category(portal, 'Kinh tế', news)
  const notices = await given.category(portal, 'Thông báo')
  await portal.as(huong).post(list, { title: 'Chung', categoryId: String(news) })
  await portal.as(huong).post(list, { title: 'Mía', categoryId: String(economy) })
  await portal.as(huong).post(list, { title: 'Lịch tiếp dân', categoryId: String(notices) })
  const titles = async (id: number) => titlesOn((await portal.as(huong).get(`${list}?chuyen-muc=${id}`)).main())

  assert.deepEqual(await titles(news), ['Mía', 'Chung'])
  assert.deepEqual(await titles(economy), ['Mía'])
  assert.deepEqual(await titles(notices), ['Lịch tiếp dân'])
})

test('the list has pages, and no more than it says', async () => {
  const portal = await testPortal()
  for (let number = 1; number <= 21; number++) await portal.as(huong).post(list, { title: `Tin số ${number}` })
  const second = await portal.as(huong).get(`${list}?trang=2`)

  assert.deepEqual([second.status, titlesOn(second.main())], [200, ['Tin số 1']])
  assert.match(second.main(), /Tin 21 đến 21 trong 21/)
  for (const page of ['3', '0', '-1', 'x', '1e9', '999999999999'])
    assert.equal((await portal.as(huong).get(`${list}?trang=${page}`)).status, 404, page)
  assert.equal((await portal.as(huong).get(`${list}?trang=2&trang-thai=live`)).status, 404)
  assert.equal((await portal.as(huong).get(`${list}?la=gi&trang-thai=khac`)).status, 200)
})

test('a reporter counts only what is hers', async () => {
  const portal = await testPortal()
  await portal.as(huong).post(list, { title: 'Của Hương' })
  await portal.as(given.colleagueOf(huong)).post(list, { title: 'Của người khác' })

  assert.equal(countsOn((await portal.as(huong).get(list)).main())['Tất cả'], '1')
  assert.equal(countsOn((await portal.as(duc).get(list)).main())['Tất cả'], '2')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { binh, duc, huong, type Person } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { formIn } from './editor-form.ts'

const list = '/quan-tri/bai-viet'

/** What the list shows to somebody who typed that: its titles, and how many each of its tabs counts. */
async function find(portal: TestPortal, person: Person, typed: string, more = '') {
  const answer = await portal.as(person).get(`${list}?q=${encodeURIComponent(typed)}${more}`)
  assert.equal(answer.status, 200, typed)
  const page = answer.main()
  const links = page.matchAll(/<a href="([^"]*)"[^>]*>[^<]*<span>([\d.]+)<\/span><\/a>/g)
  return {
    titles: [...page.matchAll(/<a[^>]* href="\/quan-tri\/bai-viet\/\d+"[^>]*>([^<]+)<\/a>/g)].map((row) =>
      row[1]?.trim(),
    ),
    counts: new Map([...links].map(([, address = '', count]) => [stateIn(address), Number(count)])),
    page,
  }
}

const titles = async (portal: TestPortal, person: Person, typed: string, more = '') =>
  (await find(portal, person, typed, more)).titles

const stateIn = (address: string) => /trang-thai=([a-z]+)/.exec(address)?.[1] ?? 'all'

test('staff find what a draft says, wherever it says it', async () => {
  const portal = await testPortal()
  const categoryId = String(await given.category(portal, 'Nông nghiệp'))
  const body = 'Theo **Quyết định** số 45/QĐ-UBND.\n\nỦy ban nhân dân huyện giao:\n\n- thu mua hết mía'
  const typed = {
    title: 'Vụ ép mới',
    lead: 'Nhà máy nổi lửa',
    body,
    author: 'Rơ Châm H’Nga',
    unit: 'Phòng Kinh tế',
    tags: 'đường kính',
  }
  await given.article(portal, { as: 'draft', typed: { ...typed, categoryId } })
  await given.article(portal, { as: 'draft', typed: { title: 'Chuyện khác', unit: 'Phòng Tư pháp' } })

  const ways = [
    'vụ ép',
    'nha may',
    '45/QĐ-UBND',
    '45/qd',
    '"thu mua hết"',
    'UBND',
    'hnga',
    'phòng kinh',
    'duong kinh',
    'nông nghiệp',
  ]
  for (const way of ways) assert.deepEqual(await titles(portal, huong, way), ['Vụ ép mới'], way)
  assert.deepEqual(await titles(portal, huong, '"mua thu"'), [])
  assert.deepEqual(await titles(portal, huong, 'nhà máy sắn'), [])
})

test('every tab counts what was found in it, and the trash is searched where it is shown', async () => {
  const portal = await testPortal()
  const categoryId = String(await given.category(portal, 'Tin tức'))
  const about = (title: string) => ({ categoryId, title, body: 'Chuyện cây mía.' })
  await given.article(portal, { as: 'draft', typed: about('Nháp') })
  await given.article(portal, { typed: about('Đã đăng') })
  await given.article(portal, { as: 'withdrawn', typed: about('Đã gỡ') })
  await given.article(portal, { as: 'trashed', typed: about('Bỏ một') })
  await given.article(portal, { as: 'trashed', typed: about('Bỏ hai') })
  await given.article(portal, { as: 'draft', typed: { categoryId, title: 'Nháp về lúa' } })

  const { titles: shown, counts } = await find(portal, binh, 'cay mia')
  assert.deepEqual(shown.toSorted(), ['Nháp', 'Đã gỡ', 'Đã đăng'].toSorted())
  const counted = ['all', 'draft', 'live', 'scheduled', 'withdrawn', 'trash'].map((state) => counts.get(state))
  assert.deepEqual(counted, [3, 1, 1, 0, 1, 2])
  assert.deepEqual(await titles(portal, binh, 'cay mia', '&trang-thai=trash'), ['Bỏ hai', 'Bỏ một'])
  assert.deepEqual(await titles(portal, binh, 'cay mia', '&trang-thai=scheduled'), [])
})

test('a reporter finds and counts her own articles alone', async () => {
  const portal = await testPortal()
  await portal.as(huong).post(list, { title: 'Mía của Hương', body: 'Chuyện riêng' })
  await portal.as(given.colleagueOf(huong)).post(list, { title: 'Mía của người khác', body: 'Chuyện riêng' })

  const hers = await find(portal, huong, '"chuyện riêng"')
  assert.deepEqual([hers.titles, hers.counts.get('all')], [['Mía của Hương'], 1])
  const his = await find(portal, binh, '"chuyện riêng"')
  assert.deepEqual([his.titles, his.counts.get('all')], [['Mía của người khác', 'Mía của Hương'], 2])
})

test('a category narrows what was found', async () => {
  const portal = await testPortal()
  const [news, notices] = [await given.category(portal, 'Tin tức'), await given.category(portal, 'Thông báo')]
  await portal.as(huong).post(list, { title: 'Mía ở tin tức', categoryId: String(news) })
  await portal.as(huong).post(list, { title: 'Mía ở thông báo', categoryId: String(notices) })

  assert.deepEqual(await titles(portal, huong, 'mía', `&chuyen-muc=${news}`), ['Mía ở tin tức'])
  assert.equal((await titles(portal, huong, 'mía')).length, 2)
})

test('what holds the very marks that were typed comes first, then what changed last', async () => {
  const portal = await testPortal()
  for (const title of ['Mùa dứa', 'Mưa đá', 'Mua bán', 'Mưa dông']) await portal.as(huong).post(list, { title })

  assert.deepEqual(await titles(portal, huong, 'mưa'), ['Mưa dông', 'Mưa đá', 'Mua bán', 'Mùa dứa'])
  assert.deepEqual(await titles(portal, huong, 'mua'), ['Mưa dông', 'Mua bán', 'Mưa đá', 'Mùa dứa'])
})

test('the pages of what was found keep the words', async () => {
  const portal = await testPortal()
  for (let number = 1; number <= 21; number++) await portal.as(huong).post(list, { title: `Mía số ${number}` })
  await portal.as(huong).post(list, { title: 'Lúa' })

  const { titles: first, page } = await find(portal, huong, 'mía số')
  assert.deepEqual([first.length, first[0]], [20, 'Mía số 21'])
  assert.match(page, /href="[^"]*q=m%C3%ADa\+s%E1%BB%91[^"]*trang=2"/)
  assert.deepEqual(await titles(portal, huong, 'mía số', '&trang=2'), ['Mía số 1'])
  assert.equal((await portal.as(huong).get(`${list}?q=m%C3%ADa&trang=3`)).status, 404)
})

test('an article is found by what it says now, from its first save to the trash and back', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { typed: { title: 'Mùa mía' } })
  const form = formIn(await portal.as(duc).get(article.desk))
  assert.equal((await portal.as(duc).post(article.desk, { ...form, title: 'Mùa khoai' })).status, 303)

  assert.deepEqual(await titles(portal, duc, 'mùa mía'), [])
  assert.deepEqual(await titles(portal, duc, 'mùa khoai'), ['Mùa khoai'])
  assert.match((await portal.visitor().get('/tim-kiem?q=m%C3%ADa')).main(), /1 kết quả/)
  assert.doesNotMatch((await portal.visitor().get('/tim-kiem?q=khoai')).main(), /kết quả/)
})

test('what was thrown away is found in the trash, and in the list once it is back', async () => {
  const portal = await testPortal()
  const draft = await given.article(portal, { as: 'trashed', typed: { title: 'Mùa mía' } })
  assert.deepEqual(await titles(portal, huong, 'mía'), [])
  assert.deepEqual(await titles(portal, huong, 'mía', '&trang-thai=trash'), ['Mùa mía'])

  assert.equal((await portal.as(huong).post(`${draft.desk}/khoi-phuc`)).status, 303)
  assert.deepEqual(await titles(portal, huong, 'mía'), ['Mùa mía'])
  assert.deepEqual(await titles(portal, huong, 'mía', '&trang-thai=trash'), [])
})

test('a category that gets another name takes its drafts along', async () => {
  const portal = await testPortal()
  const categoryId = await given.category(portal, 'Nông nghiệp')
  await portal.as(huong).post(list, { title: 'Bản nháp', categoryId: String(categoryId) })
  const form = { name: 'Trồng trọt', slug: '', parent: '' }
  assert.equal((await portal.as(duc).post(`/quan-tri/chuyen-muc/${categoryId}`, form)).status, 303)

  assert.deepEqual(await titles(portal, huong, 'nông nghiệp'), [])
  assert.deepEqual(await titles(portal, huong, 'trong trot'), ['Bản nháp'])
})

test('many who save and publish at once wait for each other, and everything is found', async () => {
  const portal = await testPortal()
  const categoryId = String(await given.category(portal, 'Tin tức'))
  await Promise.all([portal.as(huong).get(list), portal.as(duc).get(list)])
  const write = (title: string, as: 'draft' | 'published') =>
    given.article(portal, { as, typed: { title, categoryId } })
  const numbers = ['một', 'hai', 'ba', 'bốn', 'năm']
  await Promise.all(numbers.flatMap((number) => [write(`Mía ${number}`, 'draft'), write(`Mía ${number}`, 'published')]))

  const { counts } = await find(portal, duc, 'mía')
  assert.deepEqual([counts.get('all'), counts.get('draft'), counts.get('live')], [10, 5, 5])
  assert.match((await portal.visitor().get('/tim-kiem?q=m%C3%ADa')).main(), /5 kết quả/)
})

test('whatever is typed is only words, however much of it', async () => {
  const portal = await testPortal()
  await portal.as(huong).post(list, { title: 'Đường mía đạt 100% kế hoạch' })

  for (const words of ['"đường', 'mía"', 'đường *', '(mía)', "mía' kế", 'mía '.repeat(500), 'KẾ HOẠCH', '100%'])
    assert.deepEqual(await titles(portal, huong, words), ['Đường mía đạt 100% kế hoạch'], words)
  const nothing = [
    '%',
    '_',
    '\\',
    '*',
    '""',
    "' or 1=1 --",
    'NOT mía',
    'mía\u0000kế',
    'mía NEAR kế',
    'm'.repeat(10_000),
  ]
  for (const words of nothing) assert.deepEqual(await titles(portal, huong, words), [], words.slice(0, 20))
  assert.match((await find(portal, huong, 'khong-co')).page, /Chưa có tin nào ở đây/)
})

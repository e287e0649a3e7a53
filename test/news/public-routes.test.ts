import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isReserved } from '../../src/categories/category.ts'
import { categoryReader, categoryWriter } from '../../src/categories/index.ts'
import { inTransaction } from '../../src/database/index.ts'
import { testPortal } from '../support/test-portal.ts'
import { fillNews, now, tell, withdraw } from './given-news.ts'

async function portalWithNews() {
  const portal = await testPortal()
  portal.clock.set(now)
  return { portal, visitor: portal.visitor(), given: await fillNews(portal.database) }
}

const manyArticles = async (add: () => Promise<number>, count: number) => {
  for (let number = 0; number < count; number++) await add()
}

test('a portal without articles says so and leads to the agency', async () => {
  const { visitor } = await portalWithNews()
  const answer = await visitor.get('/')
  assert.equal(answer.status, 200)
  assert.match(answer.main(), /Cổng chưa có tin nào/)
  assert.match(answer.main(), /href="\/lien-he"/)
})

test('the home page shows what is published and nothing else', async () => {
  const { visitor, given } = await portalWithNews()
  await given.add({ title: 'Ruộng rau bén rễ' })
  await given.add({ title: 'Chưa đến giờ', at: '2017-02-18T03:00:00.000Z' })
  const main = (await visitor.get('/')).main()
  assert.match(main, /Ruộng rau bén rễ/)
  assert.doesNotMatch(main, /Chưa đến giờ/)
})

test('an article stands under its words and number', async () => {
  const { visitor, given } = await portalWithNews()
  const id = await given.add({ title: 'Ruộng rau <bén> rễ' })
  const answer = await visitor.get(`/tin-bai/tin-${id}?utm_source=zalo`)
  assert.equal(answer.status, 200)
  assert.match(answer.main(), /<h1>Ruộng rau &lt;bén&gt; rễ<\/h1>/)
  assert.match(answer.main(), /Ngày đăng bài: <time datetime="2017-02-16T10:00:00\+07:00">16\/02\/2017<\/time>/)
  assert.match(answer.text, new RegExp(`<link rel="canonical" href="[^"]+/tin-bai/tin-${id}">`))
  assert.equal(answer.headers.get('set-cookie'), null)
})

test('other words before the number lead once to the right ones', async () => {
  const { visitor, given } = await portalWithNews()
  const id = await given.add()
  for (const address of [`khac-${id}`, `${id}`, `TIN-${id}`, `tin-${id}/`, `t%C3%AAn-${id}`]) {
    const answer = await visitor.get(`/tin-bai/${address}`)
    assert.deepEqual([answer.status, answer.location], [301, `/tin-bai/tin-${id}`], address)
  }
})

test('an address that never held an article is not found', async () => {
  const { visitor, given } = await portalWithNews()
  const draft = await given.add({ isLive: false, at: null })
  for (const address of [`tin-${draft}`, 'tin-999', 'tin', 'tin-0', 'tin-99999999999', 'tin-1e3'])
    assert.equal((await visitor.get(`/tin-bai/${address}`)).status, 404, address)
})

test('a withdrawn article says when and why above its folded text, and no search engine keeps it', async () => {
  const { portal, visitor, given } = await portalWithNews()
  const id = await given.add({ title: 'Lớp tập huấn', at: '2017-02-10T03:00:00.000Z' })
  await withdraw(portal.database, id, { at: '2017-02-12T03:00:00.000Z', reason: 'Trùng lịch <thu hoạch>' })
  await given.add({ title: 'Bên cạnh' })

  const answer = await visitor.get(`/tin-bai/tin-${id}`)
  assert.equal(answer.status, 200)
  assert.match(answer.main(), /Bài này đã được rút ngày <time [^>]+>12\/02\/2017<\/time>/)
  assert.match(answer.main(), /Lý do: Trùng lịch &lt;thu hoạch&gt;/)
  assert.match(answer.main(), /<summary>Xem lại nội dung đã rút.+<p>Nội dung<\/p>.+<\/details>/s)
  assert.match(answer.main(), /Bên cạnh/)
  assert.doesNotMatch(answer.main(), /facebook|Chép liên kết/)
  assert.deepEqual([answer.headers.get('x-robots-tag'), /rel="canonical"/.test(answer.text)], ['noindex', false])
  assert.match(answer.text, /<title>Đã rút: Lớp tập huấn/)

  for (const list of ['/', '/tin-tuc', '/tin-tuc/kinh-te']) {
    const { text } = await visitor.get(list)
    assert.doesNotMatch(text, /Lớp tập huấn/, list)
    assert.match(text, /Bên cạnh/, list)
  }
  assert.equal((await visitor.get(`/tin-bai/cu-${id}`)).location, `/tin-bai/tin-${id}`)
})

test('an article that is over says since when, and no search engine keeps it', async () => {
  const { portal, visitor, given } = await portalWithNews()
  const id = await given.addNotice({ title: 'Cắt điện', expiresAt: '2017-02-17T10:00:00.000Z' })
  const before = await visitor.get(`/tin-bai/tin-${id}`)
  assert.match(before.main(), /Có hiệu lực đến <time datetime="2017-02-17T17:00:00\+07:00">17\/02\/2017<\/time>/)
  assert.match((await visitor.get('/')).main(), /class="soon"[^>]*>Hết hiệu lực hôm nay/)
  assert.match((await visitor.get('/thong-bao')).main(), /class="soon"[^>]*>Hết hiệu lực hôm nay/)
  assert.equal(before.headers.get('x-robots-tag'), null)

  portal.clock.set('2017-02-17T10:00:00.000Z')
  const answer = await visitor.get(`/tin-bai/tin-${id}`)
  assert.equal(answer.status, 200)
  assert.match(answer.main(), /Bài này hết hiệu lực từ <time [^>]+>17\/02\/2017, 17:00<\/time>/)
  assert.match(answer.main(), /<p>Nội dung<\/p>/)
  assert.doesNotMatch(answer.main(), /Có hiệu lực đến/)
  assert.equal(answer.headers.get('x-robots-tag'), 'noindex')
  assert.match((await visitor.get('/')).main(), /Cổng chưa có tin nào/)
  assert.match((await visitor.get('/thong-bao')).main(), /Chuyên mục này chưa có tin/)
})

test('what was withdrawn before anybody could read it was never there', async () => {
  const { portal, visitor, given } = await portalWithNews()
  const [never, once] = [await given.add(), await given.add()]
  await withdraw(portal.database, never, { at: '2017-02-15T03:00:00.000Z' })
  await withdraw(portal.database, once, { at: '2017-02-17T01:00:00.000Z' })
  assert.equal((await visitor.get(`/tin-bai/tin-${never}`)).status, 404)
  assert.equal((await visitor.get(`/tin-bai/tin-${once}`)).status, 200)
})

test('only what was deleted is gone, and says since when', async () => {
  const { visitor, given } = await portalWithNews()
  const id = await given.add({
    title: 'Bí mật',
    at: '2017-02-10T03:00:00.000Z',
    withdrawnAt: '2017-02-11T03:00:00.000Z',
    deletedAt: '2017-02-12T03:00:00.000Z',
  })
  const answer = await visitor.get(`/tin-bai/tin-${id}`)
  assert.equal(answer.status, 410)
  assert.match(answer.main(), /12\/02\/2017/)
  assert.doesNotMatch(answer.text, /Bí mật/)
})

test('an article tells what was changed and corrected since it was published', async () => {
  const { portal, visitor, given } = await portalWithNews()
  const id = await given.add({ updatedAt: '2017-02-17T02:15:00.000Z' })
  const plain = await given.add()
  await tell(portal.database, id, { at: '2017-02-17T01:00:00.000Z', note: 'Thêm hai tệp' })
  const correction = { kind: 'correction', note: 'Sai chính tả', wrong: 'mốt số', right: 'một <số>' } as const
  await tell(portal.database, id, { ...correction, at: '2017-02-17T02:15:00.000Z' })

  const main = (await visitor.get(`/tin-bai/tin-${id}`)).main()
  assert.match(main, /Cập nhật: <time datetime="2017-02-17T09:15:00\+07:00">17\/02\/2017, 09:15<\/time>/)
  assert.match(main, /<del>mốt số<\/del>.+<ins>một &lt;số&gt;<\/ins>.+href="\/dinh-chinh".+<p>Nội dung/s)
  assert.match(main, /Lịch sử cập nhật.+Đính chính: Sai chính tả.+Thêm hai tệp.+Đăng lần đầu/s)
  assert.doesNotMatch((await visitor.get(`/tin-bai/tin-${plain}`)).main(), /Cập nhật:|Lịch sử|class="box"/)
})

test('all corrections stand on one list, twenty a page, under an address that no category can take', async () => {
  const { portal, visitor, given } = await portalWithNews()
  assert.match((await visitor.get('/dinh-chinh')).main(), /Cổng chưa có đính chính nào/)
  assert.equal(isReserved(null, 'dinh-chinh'), true)
  const id = await given.add({ title: 'Ruộng rau <bén> rễ' })
  for (let number = 1; number <= 21; number++)
    await tell(portal.database, id, { kind: 'correction', wrong: `sai ${number}`, right: 'đúng' })

  const first = await visitor.get('/dinh-chinh')
  assert.equal(first.main().match(/<dl/g)?.length, 20)
  assert.match(first.main(), /Đính chính 1 đến 20 trong 21/)
  assert.match(first.main(), new RegExp(`<a href="/tin-bai/tin-${id}">Ruộng rau &lt;bén&gt; rễ</a>`))
  assert.match(first.text, /<link rel="canonical" href="[^"]+\/dinh-chinh">/)
  const second = await visitor.get('/dinh-chinh?trang=2')
  assert.equal(second.main().match(/<del>(.+)<\/del>/)?.[1], 'sai 1')
  for (const page of ['3', '0', 'hai']) assert.equal((await visitor.get(`/dinh-chinh?trang=${page}`)).status, 404, page)
})

test('what is pinned stands first on the home page, once, until its pin ends', async () => {
  const { portal, visitor, given } = await portalWithNews()
  const pinUntil = '2017-02-17T10:00:00.000Z'
  await given.addNotice({ title: 'Ghim trên cùng', at: '2017-01-02T03:00:00.000Z', pinUntil })
  await given.addNotice({ title: 'Thông báo khác', at: '2017-01-03T03:00:00.000Z' })
  await given.add({ title: 'Mới nhất' })
  const main = (await visitor.get('/')).main()
  assert.match(main, /<h2><a [^>]+>Ghim trên cùng<\/a><\/h2>/)
  assert.equal(main.match(/Ghim trên cùng/g)?.length, 1)

  portal.clock.set(pinUntil)
  assert.match((await visitor.get('/')).main(), /<h2><a [^>]+>Mới nhất<\/a><\/h2>/)
})

test('an article asks to be told of errors when the rules of the newsroom say so, while it stands', async () => {
  const { portal, visitor, given } = await portalWithNews()
  const id = await given.add({ at: '2017-02-10T03:00:00.000Z' })
  const main = async () => (await visitor.get(`/tin-bai/tin-${id}`)).main()
  assert.doesNotMatch(await main(), /bao-loi/)
  await inTransaction(portal.database, (transaction) =>
    transaction.updateTable('newsroom_settings').set({ reader_reports_since: now }).execute(),
  )
  assert.match(await main(), new RegExp(`<a href="/tin-bai/tin-${id}/bao-loi"[^>]*>Báo lỗi trong bài</a>`))
  await withdraw(portal.database, id, { at: '2017-02-17T01:00:00.000Z' })
  assert.doesNotMatch(await main(), /bao-loi/)
})

test('a category shows ten articles a page and no page beyond the last', async () => {
  const { visitor, given } = await portalWithNews()
  await manyArticles(given.add, 11)
  const first = await visitor.get('/tin-tuc/kinh-te')
  assert.equal(first.main().match(/<article/g)?.length, 10)
  assert.match(first.main(), /Tin 1 đến 10 trong 11 tin/)
  assert.equal((await visitor.get('/tin-tuc/kinh-te?trang=2')).main().match(/<article/g)?.length, 1)
  for (const page of ['3', '0', '-1', '01', 'hai', '', '1&trang=2'])
    assert.equal((await visitor.get(`/tin-tuc/kinh-te?trang=${page}`)).status, 404, page)
})

test('the first page has one address for machines, however it was asked for', async () => {
  const { visitor } = await portalWithNews()
  for (const query of ['', '?trang=1', '?a=b']) {
    const answer = await visitor.get(`/tin-tuc${query}`)
    assert.equal(answer.status, 200, query)
    assert.match(answer.text, /<link rel="canonical" href="[^"]+\/tin-tuc">/)
  }
})

test('a category is found however its address is written, and leads to the plain one', async () => {
  const { visitor } = await portalWithNews()
  for (const address of ['/tin-tuc/kinh-te/', '/Tin-Tuc/Kinh-Te', '/tin%2Dtuc/kinh-te', '/tin-tuc//kinh-te']) {
    const answer = await visitor.get(`${address}?trang=1&a=b`)
    assert.deepEqual([answer.status, answer.location], [301, '/tin-tuc/kinh-te'], address)
  }
})

test('an old address of a category leads to the present one with its page', async () => {
  const { portal, visitor, given } = await portalWithNews()
  await inTransaction(portal.database, async (transaction) => {
    const wish = { id: given.news, parentId: null, slug: 'tin-huyen', name: 'Tin', description: '', position: 1 }
    const writer = categoryWriter(transaction, now)
    await writer.change({ ...wish, homePosition: null })
    await writer.rememberPaths(await categoryReader(transaction).getTree())
  })
  const answer = await visitor.get('/tin-tuc/kinh-te?trang=2&a=b')
  assert.deepEqual([answer.status, answer.location], [301, '/tin-huyen/kinh-te?trang=2'])
})

test('an address that nobody has is not found, whatever letters it holds', async () => {
  const { visitor } = await portalWithNews()
  for (const address of ['/khong-co', '/tin-tuc/khong-co', '/%00', '/tin-t%E1%BB%A9c', `/${'a'.repeat(3000)}`])
    assert.equal((await visitor.get(address)).status, 404, address)
})

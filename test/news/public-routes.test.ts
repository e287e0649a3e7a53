import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categoryReader, categoryWriter } from '../../src/categories/index.ts'
import { inTransaction } from '../../src/database/index.ts'
import { testPortal } from '../support/test-portal.ts'
import { fillNews, now } from './given-news.ts'

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

test('an article that was taken down says since when', async () => {
  const { visitor, given } = await portalWithNews()
  const id = await given.add({ at: '2017-02-10T03:00:00.000Z', withdrawnAt: '2017-02-12T03:00:00.000Z' })
  const answer = await visitor.get(`/tin-bai/tin-${id}`)
  assert.equal(answer.status, 410)
  assert.match(answer.main(), /12\/02\/2017/)
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

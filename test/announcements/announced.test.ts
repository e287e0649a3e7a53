import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { change, stored, withdraw } from './given-announcements.ts'
import { isGenuine, receiver } from './given-receiver.ts'

async function told() {
  const app = await receiver()
  const portal = await testPortal(app.settings)
  /** What it was told since it was asked last. */
  const next = async () => {
    await portal.deliver()
    return app.told.splice(0)
  }
  return { app, portal, next }
}

const typesOf = (all: { message: { type: string } }[]) => all.map(({ message }) => message.type)

describe('who stands in the settings', () => {
  test('is told of an article that is published, as the API shows it, signed, and once', async () => {
    const { app, portal, next } = await told()
    const { id, path } = await given.article(portal)
    const [first, ...others] = await next()

    assert.deepEqual(others, [])
    assert.ok(first && isGenuine(first, app.secret))
    assert.equal(first.path, '/nhan?khoa=bi-mat')
    assert.equal(first.headers['content-type'], 'application/json; charset=utf-8')
    assert.match(String(first.headers['webhook-id']), /^msg_[0-9a-f]{32}$/)
    assert.equal(first.headers['webhook-timestamp'], String(Date.parse(portal.clock.now()) / 1000))
    const apiUrl = `${portal.origin}/api/v1/articles/${id}`
    const { html, author, unit, source, tags, documents, updates, licence, ...summary } = JSON.parse(
      (await portal.visitor().get(`/api/v1/articles/${id}`)).text,
    )
    assert.equal(summary.url, portal.origin + path)
    assert.deepEqual(first.message, {
      type: 'article.published',
      timestamp: '2017-02-17T10:00:00+07:00',
      data: { ...summary, apiUrl, previousUrl: null },
    })
    portal.clock.advance({ days: 1 })
    assert.deepEqual(await next(), [])
  })

  test('is told of small fixes, updates and corrections apart, and of the address that it was under', async () => {
    const { portal, next } = await told()
    const article = await given.article(portal)
    await next()
    await change(portal, article, { body: 'Sửa một chữ.', changeKind: 'minor' })
    await change(portal, article, { body: 'Có mới.', changeKind: 'update', changeNote: 'Thêm số liệu.' })
    await change(portal, article, {
      title: 'Hội nghị tổng kết năm 2017',
      slug: 'hoi-nghi-2017',
      changeKind: 'correction',
      changeNote: 'Sai năm.',
      wrongText: '2016',
      rightText: '2017',
    })
    const all = await next()
    assert.deepEqual(typesOf(all), ['article.revised', 'article.updated', 'article.corrected'])
    assert.deepEqual(
      all.map(({ message }) => message.data['previousUrl']),
      [null, null, portal.origin + article.path],
    )
    assert.equal(all[2]?.message.data['url'], `${portal.origin}/tin-bai/hoi-nghi-2017-${article.id}`)
  })

  test('is told that an article is withdrawn or deleted, without a word of its text', async () => {
    const { portal, next } = await told()
    const article = await given.article(portal, { typed: { title: 'Quyết định mật', lead: 'Nội dung mật.' } })
    assert.match((await next())[0]?.body ?? '', /Quyết định mật/)
    portal.clock.advance({ minutes: 1 })
    await withdraw(portal, article)
    const all = await next()
    await portal.as(duc).post(`${article.desk}/xoa`)
    all.push(...(await next()))

    assert.deepEqual(typesOf(all), ['article.withdrawn', 'article.deleted'])
    for (const { body, message } of all) {
      assert.doesNotMatch(body, /mật|Đăng nhầm/)
      assert.deepEqual(Object.keys(message.data), ['id', 'url', 'apiUrl'])
      assert.equal(message.data['url'], portal.origin + article.path)
    }
  })

  test('is told the last word alone of an article that was withdrawn and deleted meanwhile', async () => {
    const { portal, next } = await told()
    const article = await given.article(portal, { as: 'withdrawn' })
    await portal.as(duc).post(`${article.desk}/xoa`)
    assert.deepEqual(typesOf(await next()), ['article.deleted'])
  })

  test('is not told any more of what was withdrawn before its turn came', async () => {
    const { app, portal, next } = await told()
    app.answer({ status: 503 })
    const article = await given.article(portal, { as: 'withdrawn', typed: { title: 'Quyết định mật' } })
    app.answer({ status: 200 })
    assert.deepEqual(typesOf(await next()), ['article.withdrawn'])
    await change(portal, article, { title: 'Quyết định đã sửa' })
    const [again] = await next()
    assert.equal(again?.message.type, 'article.published')
    assert.equal(again?.message.data['title'], 'Quyết định đã sửa')
  })

  test('is told of a scheduled article at its hour, and once, however often the plan was changed', async () => {
    const { portal, next } = await told()
    const article = await given.article(portal, { typed: { publishAt: '2017-02-17T12:00' } })
    await change(portal, article, { publishAt: '2017-02-17T11:00', lead: 'Sớm hơn.' })
    assert.deepEqual(await next(), [])
    portal.clock.advance({ minutes: 59 })
    assert.deepEqual(await next(), [])
    portal.clock.advance({ minutes: 1 })
    const [opening, ...others] = await next()
    assert.equal(opening?.message.type, 'article.published')
    assert.equal(opening?.message.timestamp, '2017-02-17T11:00:00+07:00')
    assert.equal(opening?.message.data['summary'], 'Sớm hơn.')
    portal.clock.advance({ hours: 2 })
    assert.deepEqual([others, await next()], [[], []])
  })

  test('never hears of a plan that was dropped', async () => {
    const { portal, next } = await told()
    const article = await given.article(portal, { typed: { publishAt: '2017-02-17T12:00' } })
    assert.equal((await stored(portal)).length, 1)
    await withdraw(portal, article)
    await portal.as(duc).post(`${article.desk}/xoa`)
    assert.deepEqual(await stored(portal), [])
    portal.clock.advance({ hours: 3 })
    assert.deepEqual(await next(), [])
  })

  test('is told when an article that was withdrawn comes back at a later hour', async () => {
    const { portal, next } = await told()
    const article = await given.article(portal, { as: 'withdrawn' })
    await change(portal, article, { publishAt: '2017-02-18T12:00' })
    assert.deepEqual(typesOf(await next()), ['article.withdrawn'])
    portal.clock.advance({ days: 2 })
    assert.deepEqual(typesOf(await next()), ['article.published'])
  })

  test('hears nothing of drafts, of what is kept while it is typed, and of what comes from the shell', async () => {
    const { portal, next } = await told()
    const draft = await given.article(portal, { as: 'draft' })
    await portal.as(huong).post(`${draft.desk}/tu-luu`, { body: 'Đang gõ' })
    await portal.as(huong).post(`${draft.desk}/xoa`)
    assert.deepEqual([await next(), await stored(portal)], [[], []])

    const sample = await receiver()
    const fresh = await testPortal(sample.settings)
    assert.equal(await fresh.fillIfUntouched(), true)
    await fresh.deliver()
    assert.deepEqual([sample.told, await stored(fresh)], [[], []])
  })
})

describe('nobody is told', () => {
  const deeds = async (portal: TestPortal) => {
    const article = await given.article(portal)
    portal.clock.advance({ minutes: 1 })
    await change(portal, article, { body: 'Đã sửa.' })
    await withdraw(portal, article)
    await given.article(portal, { typed: { publishAt: '2017-03-17T12:00', categoryId: String(article.categoryId) } })
  }

  test('unless the settings name somebody: then nothing is written at all', async () => {
    const portal = await testPortal()
    await deeds(portal)
    await portal.deliver()
    await portal.catchUp()
    assert.deepEqual(await stored(portal), [])
  })

  test('by a copy for trying things out', async () => {
    const app = await receiver()
    const portal = await testPortal({ ...app.settings, INDEXNOW_KEY: 'khoa-cua-huyen', STAGING: '1' })
    await deeds(portal)
    await portal.deliver()
    assert.deepEqual([app.told, await stored(portal)], [[], []])
    assert.equal((await portal.visitor().get('/khoa-cua-huyen.txt')).status, 404)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as given from '../support/given.ts'
import { an, duc } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { auditLines, stored } from './given-announcements.ts'
import { isGenuine, receiver } from './given-receiver.ts'

const page = '/quan-tri/noi-nhan-tin'

async function told(settings: Record<string, string> = {}) {
  const app = await receiver()
  const portal = await testPortal({ ...app.settings, ...settings })
  const show = async (query = '') => (await portal.as(an).get(page + query)).main()
  /** What the buttons of the page lead to. */
  const buttons = async () => [...(await show()).matchAll(/action="([^"]+)"/g)].map(([, path = '']) => path)
  const press = async (ending: string) => {
    const path = (await buttons()).find((one) => one.endsWith(ending)) ?? assert.fail(`no ${ending}`)
    return portal.as(an).post(path)
  }
  return { app, portal, show, buttons, press }
}

describe('the page of who is told', () => {
  test('says how to turn it on while it is off, and why it stays off in a copy for trying things out', async () => {
    const portal = await testPortal()
    const main = (await portal.as(an).get(page)).main()
    assert.match(main, /Đang tắt/)
    assert.match(main, /WEBHOOKS=.*\nWEBHOOK_SECRET=/)
    assert.doesNotMatch(main, /<table|<form/)
    const staging = await told({ STAGING: '1' })
    assert.match(await staging.show(), /bản chạy thử/)
  })

  test('is for administrators alone', async () => {
    const { portal } = await told()
    assert.equal((await portal.as(duc).get(page)).status, 403)
    assert.equal((await portal.as(an).get(page)).status, 200)
    assert.match((await portal.as(an).get('/quan-tri')).text, new RegExp(`href="${page}"`))
    assert.doesNotMatch((await portal.as(duc).get('/quan-tri')).text, new RegExp(page))
  })

  test('tells what arrived, what waits and why, by hosts alone', async () => {
    const { app, portal, show } = await told()
    const article = await given.article(portal)
    assert.match(await show(), /Đang chờ/)
    app.answer({ status: 503 })
    await portal.deliver()
    const failing = await show()
    assert.match(failing, /Không nhận từ 17\/02\/2017, 10:00/)
    assert.match(failing, /Sẽ gửi lại.*nơi nhận trả lời 503.*đã gửi 1 lần.*lần tới 17\/02\/2017, 10:01/s)
    assert.match(failing, new RegExp(`href="/quan-tri/bai-viet/${article.id}"`))
    assert.ok(failing.includes(new URL(app.address).host))
    assert.doesNotMatch(failing, /bi-mat|\/nhan/)
    assert.match(await show('?chua-toi'), /Hội nghị tổng kết/)

    app.answer({ status: 200 })
    portal.clock.advance({ minutes: 1 })
    await portal.deliver()
    assert.match(await show(), /Đang nhận.*Đã tới/s)
    assert.match(await show('?chua-toi'), /Tin nào cũng đã tới/)
  })

  test('says where a redirect or a refused key is the reason', async () => {
    const search = await receiver()
    const { app, portal, show } = await told({ INDEXNOW_HOST: search.origin, INDEXNOW_KEY: 'khoa-cua-huyen' })
    app.answer({ status: 302, headers: { location: 'https://gialai.gov.vn/' } })
    search.answer({ status: 403 })
    await given.article(portal)
    await portal.deliver()
    const main = await show()
    assert.match(main, /trả lời 302 \(chuyển hướng/)
    assert.match(main, /không nhận khóa \(403\)/)
  })

  test('goes on by numbers', async () => {
    const { portal, show } = await told()
    const { id } = await given.article(portal)
    const [row] = await stored(portal)
    const { id: _, ...like } = row ?? assert.fail()
    const copies = Array.from({ length: 60 }, (_, number) => ({ ...like, message_id: `msg_${number}` }))
    await portal.database.write.insertInto('announcements').values(copies).execute()
    const rows = (main: string) => main.match(new RegExp(`href="/quan-tri/bai-viet/${id}"`, 'g'))?.length
    const first = await show()
    assert.equal(rows(first), 50)
    const older = /href="([^"]+)" rel="next"/.exec(first)?.[1] ?? assert.fail('no older ones')
    assert.equal(rows((await portal.as(an).get(older)).main()), 11)
    assert.equal(rows(await show('?sau=x')), 50)
  })
})

describe('an administrator', () => {
  test('sends a test, which arrives signed', async () => {
    const { app, portal, press, show } = await told()
    const { location } = await press('gui-thu')
    assert.match((await portal.as(an).get(location ?? '')).main(), /Đang gửi tin thử/)
    await portal.deliver()
    const [test] = app.told
    assert.ok(test && isGenuine(test, app.secret))
    assert.deepEqual(
      { ...test.message, data: test.message.data },
      { type: 'portal.test', timestamp: '2017-02-17T10:00:00+07:00', data: { url: portal.origin } },
    )
    assert.match(await show(), /Tin thử.*Đã tới/s)
    assert.deepEqual((await auditLines(portal)).at(-1), ['tested', 'receiver', new URL(app.address).host])
  })

  test('sends again what a receiver lost, under the same id', async () => {
    const { app, portal, press } = await told()
    await given.article(portal)
    await portal.deliver()
    const { location } = await press('gui-lai')
    assert.match((await portal.as(an).get(location ?? '')).main(), /Đang gửi lại/)
    await portal.deliver()
    const [first, second] = app.told
    assert.equal(app.told.length, 2)
    assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id'])
    assert.deepEqual((await auditLines(portal)).at(-1), ['resent', 'receiver', new URL(app.address).host])
  })

  test('cannot send again what is not true any more', async () => {
    const { app, portal, press, show } = await told()
    const article = await given.article(portal)
    await portal.deliver()
    portal.clock.advance({ minutes: 1 })
    await portal.as(duc).post(`${article.desk}/go`, { withdrawReason: 'Đăng nhầm.', version: '2' })
    await portal.deliver()
    assert.deepEqual(app.types(), ['article.published', 'article.withdrawn'])
    await portal.database.write.deleteFrom('announcements').where('type', '=', 'article.withdrawn').execute()
    await press('gui-lai')
    await portal.deliver()
    assert.equal(app.told.length, 2)
    assert.match(await show(), /Không cần báo nữa/)
    const gone = await portal.as(an).post(`${page}/tin/1/gui-lai`)
    assert.match((await portal.as(an).get(gone.location ?? '')).main(), /không gửi lại được nữa/)
  })

  test('lets a receiver that was gone be told again', async () => {
    const { app, portal, press, show, buttons } = await told()
    app.answer({ status: 410 })
    const article = await given.article(portal)
    await portal.deliver()
    assert.match(await show(), /Nơi nhận báo đã ngừng/)
    assert.ok(!(await buttons()).some((path) => path.endsWith('gui-thu')))
    await press('gui-tiep')
    app.answer({ status: 200 })
    await given.article(portal, { typed: { categoryId: String(article.categoryId), title: 'Tin thứ hai' } })
    await portal.deliver()
    assert.equal(app.told.at(-1)?.message.data['title'], 'Tin thứ hai')
    assert.ok((await auditLines(portal)).some(([act, kind]) => act === 'resumed' && kind === 'receiver'))
  })
})

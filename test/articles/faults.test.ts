import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formIn } from '../newsdesk/editor-form.ts'
import type { Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { disagreements } from './agreement.ts'

const written = [
  'articles',
  'editions',
  'article_events',
  'article_updates',
  'category_listings',
  'label_listings',
  'archive_counts',
  'listing_months',
  'audit_lines',
] as const

/** What nobody but the newsdesk writes. */
async function writtenIn(portal: TestPortal) {
  const stored = await given.everythingStored(portal)
  return Object.fromEntries(written.map((table) => [table, stored[table]]))
}

describe('a form of an older version', () => {
  const deeds: [deed: string, typed: Form][] = [
    ['', {}],
    ['/gui-duyet', {}],
    ['/duyet', {}],
    ['/dang', {}],
    ['/dang-ngay', { reason: 'Lũ đang về.' }],
  ]

  test('changes nothing, whatever button was pressed, and comes back with everything typed', async () => {
    const portal = await testPortal()
    await portal.as(an).post('/quan-tri/quy-tac', { gates: '2', fourEyes: '1' })
    const { desk } = await given.article(portal, { as: 'draft' })
    const opened = formIn(await portal.as(duc).get(desk))
    const { body } = opened
    await portal.as(huong).post(`${desk}/gui-duyet`, { ...opened, body: 'Bản mới hơn.' })
    const before = await writtenIn(portal)
    for (const [deed, typed] of deeds) {
      const answer = await portal.as(duc).post(`${desk}${deed}`, { ...opened, ...typed, title: 'Tiêu đề của Đức' })
      assert.equal(answer.status, 409, deed)
      const { title, body: hers } = formIn(answer, 'merge')
      assert.deepEqual([title, hers], ['Tiêu đề của Đức', body], deed)
    }
    assert.deepEqual(await writtenIn(portal), before)
  })

  test('sent again by the back button brings no withdrawn page back', async () => {
    const portal = await testPortal()
    const { desk, path } = await given.article(portal, { as: 'draft' })
    const opened = formIn(await portal.as(duc).get(desk))
    assert.equal((await portal.as(duc).post(`${desk}/dang`, opened)).status, 303)
    portal.clock.advance({ minutes: 1 })
    assert.equal((await portal.as(duc).post(`${desk}/dang`, opened)).status, 303)
    assert.equal((await portal.as(duc).post(`${desk}/go`, { withdrawReason: 'Đăng nhầm.' })).status, 303)
    const before = await writtenIn(portal)
    assert.equal((await portal.as(duc).post(`${desk}/dang`, opened)).status, 409)
    assert.deepEqual(await writtenIn(portal), before)
    assert.match((await portal.visitor().get(path)).text, /Đăng nhầm\./)
    assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
  })

  test('of a new article, sent again once it was published, touches neither the page nor a second article', async () => {
    const portal = await testPortal()
    const typed = given.typedArticle({ categoryId: String(await given.category(portal, 'Tin tức')) })
    const form = { ...formIn(await portal.as(duc).get('/quan-tri/bai-viet/moi')), ...typed }
    const made = await portal.as(duc).post('/quan-tri/bai-viet/dang', form)
    const desk = made.location?.replace(/\?.*/, '') ?? ''
    await portal.as(duc).post(`${desk}/dang`, { ...formIn(await portal.as(duc).get(desk)), body: 'Bản đã sửa.' })
    const before = await writtenIn(portal)
    const again = await portal.as(duc).post('/quan-tri/bai-viet/dang', { ...form, title: 'Gõ lại sau khi quay lại' })
    assert.equal(again.status, 409)
    assert.equal(formIn(again, 'merge')['title'], 'Gõ lại sau khi quay lại')
    assert.deepEqual(await writtenIn(portal), before)
  })

  test('in a second tab of the same person is no quieter than a colleague’s', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft', typed: { body: 'Một.\n\nHai.' } })
    const tabs = [formIn(await portal.as(huong).get(desk)), formIn(await portal.as(huong).get(desk))] as const
    assert.equal((await portal.as(huong).post(desk, { ...tabs[0], body: 'Một, ở cửa sổ này.\n\nHai.' })).status, 303)
    const told = await portal.as(huong).post(desk, { ...tabs[1], body: 'Một.\n\nHai, ở cửa sổ kia.' })
    assert.equal(told.status, 409)
    assert.match(told.main(), /Bạn vừa lưu bài này lúc 10:00 ở cửa sổ khác/)
    const merged = formIn(await portal.as(huong).post(`${desk}/ghep`, formIn(told, 'merge')))
    assert.equal(merged['body'], 'Một, ở cửa sổ này.\n\nHai, ở cửa sổ kia.')
    assert.equal((await portal.as(huong).post(desk, merged)).status, 303)
  })

  test('tells who changed it, also when that was no edit', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    await portal.as(huong).post(`${desk}/gui-duyet`, formIn(await portal.as(huong).get(desk)))
    const opened = formIn(await portal.as(huong).get(desk))
    portal.clock.advance({ minutes: 5 })
    await portal.as(binh).post(`${desk}/tra-lai`, { note: 'Thiếu số liệu.' })
    const told = await portal.as(huong).post(desk, { ...opened, body: 'Chữ của Hương.' })
    assert.match(told.main(), /Trần Văn Bình vừa lưu bài này lúc 10:05/)
    const list = (await portal.as(an).get('/quan-tri/bai-viet')).main()
    assert.match(list, /17\/02\/2017, 10:05<\/time><small>bởi Trần Văn Bình/)
  })

  test('of an article that was thrown away meanwhile is kept to be saved as one of its own', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    const opened = formIn(await portal.as(binh).get(desk))
    await portal.as(huong).post(`${desk}/xoa`)
    const told = await portal.as(binh).post(desk, { ...opened, body: 'Chữ của Bình.' })
    assert.equal(told.status, 409)
    const own = await portal.as(binh).post('/quan-tri/bai-viet', formIn(told, 'merge'))
    assert.equal(own.status, 303)
    assert.equal(formIn(await portal.as(binh).get(own.location ?? ''))['body'], 'Chữ của Bình.')
  })
})

describe('a session that ended while somebody wrote', () => {
  test('writes nothing, leads to the sign-in page, and nothing that was kept goes', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    const form = { ...formIn(await portal.as(huong).get(desk)), body: 'Chữ chưa lưu.' }
    assert.equal((await portal.as(huong).post(`${desk}/tu-luu`, form)).status, 200)
    const slot = () => portal.database.write.selectFrom('autosaves').selectAll().execute()
    const kept = await slot()
    assert.match(kept[0]?.form ?? '', /Chữ chưa lưu/)

    const before = await writtenIn(portal)
    portal.clock.advance({ hours: 13 })
    for (const deed of ['', '/gui-duyet', '/tu-luu']) {
      const answer = await portal.as(huong).post(`${desk}${deed}`, form)
      assert.deepEqual([answer.status, answer.location?.replace(/\?.*/, '')], [303, '/quan-tri/dang-nhap'], deed)
    }
    assert.deepEqual(await writtenIn(portal), before)
    assert.deepEqual(await slot(), kept)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { formIn } from './editor-form.ts'

test('a live or scheduled article cannot be thrown away before it is taken down', async () => {
  const portal = await testPortal()
  const live = await given.article(portal)
  const typed = { categoryId: String(live.categoryId), publishAt: '2017-03-01T07:00' }
  const scheduled = await given.article(portal, { typed })

  for (const { desk } of [live, scheduled]) assert.equal((await portal.as(duc).post(`${desk}/xoa`)).status, 409)
  assert.equal((await portal.visitor().get(live.path)).status, 200)
  assert.match((await portal.as(duc).get(scheduled.desk)).main(), /data-state="scheduled"/)
})

test('a draft goes into the trash and comes back, by the hand of its writer', async () => {
  const portal = await testPortal()
  const draft = await given.article(portal, { as: 'draft' })
  const answer = await portal.as(huong).post(`${draft.desk}/xoa`)

  assert.equal(answer.location, '/quan-tri/bai-viet?trang-thai=trash')
  assert.match((await portal.as(huong).get(answer.location ?? '')).main(), /Hội nghị tổng kết/)
  assert.doesNotMatch((await portal.as(huong).get('/quan-tri/bai-viet')).main(), /Hội nghị tổng kết/)
  assert.match((await portal.as(huong).get(draft.desk)).main(), /Bài đang ở thùng rác/)
  assert.equal((await portal.visitor().get(draft.path)).status, 404)
  assert.equal((await portal.as(huong).post(`${draft.desk}/xoa`)).status, 409)

  const back = await portal.as(huong).post(`${draft.desk}/khoi-phuc`)
  assert.equal(back.location, `${draft.desk}?xong=khoi-phuc`)
  assert.match((await portal.as(huong).get(back.location ?? '')).main(), /Đã lấy lại từ thùng rác/)
  assert.match((await portal.as(huong).get('/quan-tri/bai-viet')).main(), /Hội nghị tổng kết/)
  assert.equal((await portal.as(huong).post(`${draft.desk}/khoi-phuc`)).status, 409)
})

test('what lies in the trash is neither saved nor published', async () => {
  const portal = await testPortal()
  const draft = await given.article(portal, { as: 'trashed' })
  const form = { ...formIn(await portal.as(duc).get(draft.desk)), title: 'Sửa trong thùng rác' }
  const before = await given.everythingStored(portal)

  for (const address of [draft.desk, `${draft.desk}/dang`]) {
    assert.equal((await portal.as(duc).post(address, form)).status, 409)
  }
  const after = await given.everythingStored(portal)
  for (const table of ['articles', 'editions', 'category_listings']) assert.deepEqual(after[table], before[table])
})

test('an article that readers had comes back from the trash unpublished', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { as: 'withdrawn' })
  assert.equal((await portal.as(duc).post(`${article.desk}/xoa`)).status, 303)
  assert.equal((await portal.visitor().get(article.path)).status, 410)

  assert.equal((await portal.as(duc).post(`${article.desk}/khoi-phuc`)).status, 303)
  assert.match((await portal.as(duc).get(article.desk)).main(), /data-state="withdrawn"/)
  assert.match((await portal.visitor().get(article.path)).text, /Đăng nhầm bản chưa duyệt/)
  assert.doesNotMatch((await portal.visitor().get('/tin-tuc')).text, /Hội nghị tổng kết/)
  const acts = await portal.database.write
    .selectFrom('audit_lines')
    .select('act')
    .where('subject_kind', '=', 'article')
    .orderBy('id')
    .execute()
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['created', 'published', 'withdrew', 'trashed', 'restored'],
  )
})

test('an article that was taken down before its minute was never there', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { typed: { publishAt: '2017-02-17T10:30' } })
  assert.equal((await portal.as(duc).post(`${article.desk}/go`, { withdrawReason: 'Đăng nhầm.' })).status, 303)
  portal.clock.advance({ hours: 2 })

  assert.equal((await portal.visitor().get(article.path)).status, 404)
  assert.doesNotMatch((await portal.visitor().get('/tin-tuc')).text, /Hội nghị tổng kết/)
})

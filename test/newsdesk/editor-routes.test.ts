import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { binh, duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { formIn } from './editor-form.ts'

const articles = '/quan-tri/bai-viet'

const acts = async ({ database }: TestPortal) => {
  const lines = await database.write
    .selectFrom('audit_lines')
    .selectAll()
    .where('subject_kind', '=', 'article')
    .execute()
  return lines.map(({ act, staff_name }) => `${staff_name}: ${act}`)
}

test('a reporter saves a draft that has only a title, and no reader finds it', async () => {
  const portal = await testPortal()
  const categoryId = await given.category(portal, 'Tin tức')
  const answer = await portal.as(huong).post(articles, { title: 'Mùa mía bội thu', categoryId: String(categoryId) })
  const untold = await portal.as(huong).post(articles, { title: 'Chưa có gì' })

  assert.deepEqual([answer.status, untold.status], [303, 303])
  const editor = await portal.as(huong).get(answer.location ?? '')
  assert.match(editor.main(), /Đã lưu nháp lúc 10:00\./)
  assert.equal(formIn(editor)['title'], 'Mùa mía bội thu')
  const reader = portal.visitor()
  assert.doesNotMatch((await reader.get('/')).text, /Mùa mía/)
  const category = await reader.get('/tin-tuc')
  assert.equal(category.status, 200)
  assert.doesNotMatch(category.text, /Mùa mía/)
  assert.equal((await reader.get('/tin-bai/mua-mia-boi-thu-1')).status, 404)
  assert.deepEqual(await acts(portal), [`${huong.name}: created`, `${huong.name}: created`])
})

test('a reporter cannot publish, neither her draft nor a new article', async () => {
  const portal = await testPortal()
  const draft = await given.article(portal, { as: 'draft' })
  const before = await given.everythingStored(portal)
  const typed = given.typedArticle({ categoryId: String(draft.categoryId), version: '1' })

  assert.equal((await portal.as(huong).post(`${draft.desk}/dang`, typed)).status, 403)
  assert.equal((await portal.as(huong).post(`${articles}/dang`, typed)).status, 403)
  assert.doesNotMatch((await portal.as(huong).get(draft.desk)).main(), /Đăng tin<|formaction="[^"]*\/dang"/)
  assert.deepEqual((await given.everythingStored(portal))['articles'], before['articles'])
  assert.equal((await portal.visitor().get(draft.path)).status, 404)
})

test('a reporter neither opens, edits nor trashes what somebody else writes, and does not see it in her list', async () => {
  const portal = await testPortal()
  const other = given.colleagueOf(huong)
  const hers = await given.article(portal, { as: 'draft', writtenBy: other, typed: { title: 'Bài của người khác' } })
  await given.article(portal, { as: 'draft', typed: { title: 'Bài của tôi', categoryId: String(hers.categoryId) } })

  const me = portal.as(huong)
  assert.equal((await me.get(hers.desk)).status, 404)
  assert.equal((await me.post(hers.desk, { title: 'Của tôi', version: '1' })).status, 404)
  for (const deed of ['xoa', 'khoi-phuc']) assert.equal((await me.post(`${hers.desk}/${deed}`)).status, 404)
  const list = (await me.get(articles)).main()
  assert.match(list, /Bài của tôi/)
  assert.doesNotMatch(list, /Bài của người khác/)
  assert.equal(formIn(await portal.as(other).get(hers.desk))['title'], 'Bài của người khác')
})

test('an editor edits what anybody writes, but cannot publish it or take it down', async () => {
  const portal = await testPortal()
  const draft = await given.article(portal, { as: 'draft' })
  const live = await given.article(portal, { typed: { categoryId: String(draft.categoryId) } })
  const typed = { ...formIn(await portal.as(binh).get(draft.desk)), title: 'Tiêu đề đã sửa' }

  assert.equal((await portal.as(binh).post(draft.desk, typed)).status, 303)
  assert.equal(formIn(await portal.as(huong).get(draft.desk))['title'], 'Tiêu đề đã sửa')
  assert.match((await portal.as(binh).get(articles)).main(), /Tiêu đề đã sửa/)
  assert.equal((await portal.as(binh).post(`${draft.desk}/dang`, { ...typed, version: '2' })).status, 403)
  assert.equal((await portal.as(binh).post(`${live.desk}/go`, { withdrawReason: 'Đăng nhầm.' })).status, 403)
  assert.equal((await portal.visitor().get(live.path)).status, 200)
})

test('a publisher publishes, and readers find the article wherever it belongs', async () => {
  const portal = await testPortal()
  const news = await given.category(portal, 'Tin tức')
  const economy = await given.category(portal, 'Kinh tế', news)
  await given.category(portal, 'Văn hóa', news)
  const draft = await given.article(portal, { as: 'draft', typed: { categoryId: String(economy) } })
  const form = formIn(await portal.as(duc).get(draft.desk))

  const answer = await portal.as(duc).post(`${draft.desk}/dang`, form)
  assert.deepEqual([answer.status, answer.location], [303, `${draft.desk}?xong=dang`])
  assert.match((await portal.as(duc).get(answer.location ?? '')).main(), /Đã đăng\. Bạn đọc đang thấy bản này\./)

  const reader = portal.visitor()
  const page = await reader.get(draft.path)
  assert.equal(page.status, 200)
  assert.match(page.main(), /<h1[^>]*>Hội nghị tổng kết năm\u00a02016<\/h1>/)
  assert.match(page.main(), /17\/02\/2017/)
  assert.match(page.main(), /Hội nghị đánh giá kết quả của năm\./)
  for (const path of ['/', '/tin-tuc', '/tin-tuc/kinh-te'])
    assert.match((await reader.get(path)).text, /Hội nghị tổng kết/)
  assert.doesNotMatch((await reader.get('/tin-tuc/van-hoa')).text, /Hội nghị tổng kết/)
  assert.match((await reader.get('/tin-tuc')).main(), /\b1 tin/)
  assert.deepEqual(await acts(portal), [`${huong.name}: created`, `${duc.name}: published`])
})

test('an article without a draft before it can be published at once', async () => {
  const portal = await testPortal()
  const categoryId = String(await given.category(portal, 'Tin tức'))
  const answer = await portal.as(duc).post(`${articles}/dang`, given.typedArticle({ categoryId }))

  assert.equal(answer.status, 303)
  assert.match((await portal.visitor().get('/')).text, /Hội nghị tổng kết/)
})

test('the pictures of a draft are for staff alone, until readers get the article', async () => {
  const portal = await testPortal()
  const cover = await given.picture(portal, { alternativeText: 'Đại biểu ngồi kín hội trường huyện' })
  const inText = await given.picture(portal, { alternativeText: 'Những luống rau xanh chạy về phía núi' })
  const draft = await given.article(portal, {
    as: 'draft',
    typed: {
      body: `Trước ảnh.\n\n![](anh:${inText.id})`,
      coverPictureId: String(cover.id),
      coverAlternative: cover.alternativeText,
    },
  })
  const names = [...(await portal.as(huong).get(draft.desk)).text.matchAll(/hinh-anh\/tep\/[0-9a-f]+\/([\w.-]+)/g)]
  assert.ok(names.length > 0, 'the cover stands in the editor')
  const file = names[0]?.[1] ?? ''
  const seen = async () => {
    const publicly = await portal.visitor().get(`/hinh-anh/${cover.key}/${file}`)
    const asStaff = await portal.as(huong).get(`/quan-tri/hinh-anh/tep/${cover.key}/${file}`)
    return [publicly.status, asStaff.status]
  }
  assert.deepEqual(await seen(), [404, 200])

  const form = formIn(await portal.as(duc).get(draft.desk))
  assert.equal((await portal.as(duc).post(`${draft.desk}/dang`, form)).status, 303)
  assert.deepEqual(await seen(), [200, 200])
  const page = (await portal.visitor().get(draft.path)).main()
  const sources = [...page.matchAll(/src="(\/hinh-anh\/[^"]+)"/g)].map((found) => found[1] ?? '')
  assert.ok(
    sources.some((source) => source.includes(cover.key)) && sources.some((source) => source.includes(inText.key)),
  )
  for (const source of sources) assert.equal((await portal.visitor().get(source)).status, 200, source)
  assert.doesNotMatch(page, /\/quan-tri\//)
})

test('nothing but the fields of the form is read', async () => {
  const portal = await testPortal()
  const other = given.colleagueOf(huong)
  const foreign = { id: '77', role: 'administrator', created_by: '1', published_at: '2001-01-01', live_edition_id: '1' }
  const answer = await portal
    .as(other)
    .post(articles, { ...foreign, title: 'Tin thường', version: '999999999', withdrawn_at: '', by: '1' })

  assert.equal(answer.status, 303)
  const row = await portal.database.write.selectFrom('articles').selectAll().executeTakeFirstOrThrow()
  assert.equal(row.version, 1)
  assert.equal(row.created_by, await portal.idOf(other))
  assert.deepEqual([row.published_at, row.live_edition_id], [null, null])
  assert.notEqual(row.id, 77)
  assert.equal((await portal.as(other).get('/quan-tri/can-bo')).status, 403)
})

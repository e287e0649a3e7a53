import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { binh, huong, type Person } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { articleWithPast, firstBody, rowsOf, save, versionOf } from './article-with-past.ts'

const portal = await testPortal()
const article = await articleWithPast(portal)
const { desk } = article
const restore = async (person: Person, edition: number, version: number) =>
  portal.as(person).post(`${desk}/khoi-phuc-ban`, { edition: String(edition), version: String(version) })
const bodies = () =>
  portal.database.write
    .selectFrom('editions')
    .select(['id', 'body'])
    .where('article_id', '=', article.id)
    .orderBy('id')
    .execute()

test('an old edition is shown as it was, with its full code', async () => {
  const answer = await portal.as(huong).get(`${desk}/ban/1`)
  assert.equal(answer.status, 200)
  assert.match(answer.main(), /<p>Toàn huyện có 1\.284\shộ nghèo\.<\/p>/)
  assert.match(answer.main(), /<dd>[0-9a-f]{64}<\/dd>/)
  assert.match(answer.main(), /Nguyễn Thị Hương lưu lúc 17\/02\/2017, 10:00/)
})

test('an old edition that never was is not there', async () => {
  for (const edition of ['3', '0', 'moi'])
    assert.equal((await portal.as(huong).get(`${desk}/ban/${edition}`)).status, 404)
  assert.equal((await restore(huong, 3, await versionOf(portal, desk))).status, 404)
})

test('an old edition cannot be restored by a page from before somebody saved', async () => {
  const before = await bodies()
  assert.equal((await restore(huong, 1, (await versionOf(portal, desk)) - 1)).status, 409)
  assert.deepEqual(await bodies(), before)
})

test('an old edition that is restored becomes a new one; nothing that was there changes', async () => {
  const before = await bodies()
  const page = await portal.as(huong).get(`${desk}/ban/1`)
  const version = Number(/name="version" value="(\d+)"/.exec(page.text)?.[1])
  const answer = await restore(huong, 1, version)
  assert.equal(answer.status, 303)
  const after = await bodies()
  assert.deepEqual(after.slice(0, 2), before)
  assert.equal(after[2]?.body, firstBody)
  assert.equal(after.length, 3)

  const history = await portal.as(huong).get(answer.location ?? '')
  assert.match(history.main(), /Đã lấy nội dung cũ làm bản 3/)
  assert.match(rowsOf(history.main())[0] ?? '', /^Lấy lại nội dung bản cũ Bản 3 /)
})

test('an old edition offers no restoring of what is the newest anyway', async () => {
  const { length } = await bodies()
  const [newest, first] = [
    await portal.as(huong).get(`${desk}/ban/${length}`),
    await portal.as(huong).get(`${desk}/ban/1`),
  ]
  assert.match(newest.main(), /Đây là bản mới nhất/)
  assert.doesNotMatch(newest.main(), /khoi-phuc-ban/)
  assert.match(first.main(), /khoi-phuc-ban/)
})

test('restoring changes nothing for readers', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { typed: { title: 'Tên đầu', body: 'Chữ đầu.' } })
  await save(
    portal,
    huong,
    article.desk,
    given.typedArticle({ title: 'Tên sau', categoryId: String(article.categoryId) }),
  )
  const before = await portal.visitor().get(article.path)
  const answer = await portal
    .as(huong)
    .post(`${article.desk}/khoi-phuc-ban`, { edition: '1', version: String(await versionOf(portal, article.desk)) })
  assert.equal(answer.status, 303)
  assert.equal(before.status, 200)
  assert.equal((await portal.visitor().get(article.path)).main(), before.main())
  assert.match((await portal.as(huong).get(article.desk)).text, /Tên đầu/)
})

test('an article in the trash keeps its past, but nothing is restored into it', async () => {
  const portal = await testPortal()
  const { desk } = await articleWithPast(portal)
  await portal.as(huong).post(`${desk}/xoa`)
  const page = await portal.as(huong).get(`${desk}/ban/1`)
  assert.match(page.main(), /1\.284/)
  assert.match(page.main(), /Bài đang ở thùng rác/)
  const version = String(await versionOf(portal, desk))
  assert.equal((await portal.as(huong).post(`${desk}/khoi-phuc-ban`, { edition: '1', version })).status, 409)
})

test('the past of an article is for those who may work on it', async () => {
  const portal = await testPortal()
  const { desk } = await articleWithPast(portal)
  const stranger = given.colleagueOf(huong)
  const pages = [`${desk}/lich-su`, `${desk}/so-sanh?tu=1&den=2`, `${desk}/ban/1`, `${desk}/phieu-duyet`]
  for (const page of pages) {
    assert.equal((await portal.as(huong).get(page)).status, 200, page)
    assert.equal((await portal.as(binh).get(page)).status, 200, page)
    assert.equal((await portal.as(stranger).get(page)).status, 404, page)
    assert.equal((await portal.visitor().get(page)).status, 303, page)
  }
  const wish = { edition: '1', version: String(await versionOf(portal, desk)) }
  assert.equal((await portal.as(stranger).post(`${desk}/khoi-phuc-ban`, wish)).status, 404)
  assert.equal((await portal.as(huong).post(`${desk}/khoi-phuc-ban`, wish)).status, 303)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { binh, duc, type Person } from '../support/people.ts'
import { signIn, type TestPortal, testPortal } from '../support/test-portal.ts'
import { beside, formIn } from './editor-form.ts'

const readersSee = async (portal: TestPortal, path: string) => {
  const { status, text } = await portal.visitor().get(path, { follow: true })
  return { status, text }
}

/** Her session has ended meanwhile. */
async function signInAgain(portal: TestPortal, person: Person) {
  portal.as(person).cookies.clear()
  await signIn(portal.as(person), person)
}

async function publish(portal: TestPortal, desk: string, typed: Record<string, string> = {}) {
  const form = formIn(await portal.as(duc).get(desk))
  return portal.as(duc).post(`${desk}/dang`, { ...form, ...typed })
}

test('readers keep the old text of a live article until the new one is published, under the same date', async () => {
  const portal = await testPortal()
  const article = await given.article(portal)
  portal.clock.advance({ days: 3 })
  await signInAgain(portal, duc)
  const form = formIn(await portal.as(binh).get(article.desk))
  const answer = await portal.as(binh).post(article.desk, { ...form, body: 'Bản đã sửa.' })

  assert.equal(answer.status, 303)
  assert.match((await portal.as(binh).get(article.desk)).main(), /có bản sửa chưa đăng/)
  const before = await readersSee(portal, article.path)
  assert.match(before.text, /Hội nghị đánh giá kết quả/)
  assert.doesNotMatch(before.text, /Bản đã sửa/)

  assert.equal((await publish(portal, article.desk)).status, 303)
  const after = await readersSee(portal, article.path)
  assert.match(after.text, /Bản đã sửa/)
  assert.doesNotMatch(after.text, /Hội nghị đánh giá kết quả/)
  assert.match(after.text, /<time[^>]*>17\/02\/2017/)
  assert.doesNotMatch((await portal.as(binh).get(article.desk)).main(), /có bản sửa chưa đăng/)
})

test('a new address counts from its publication on, and the old one leads to it', async () => {
  const portal = await testPortal()
  const article = await given.article(portal)
  const moved = `/tin-bai/dia-chi-moi-${article.id}`
  const form = formIn(await portal.as(binh).get(article.desk))
  assert.equal((await portal.as(binh).post(article.desk, { ...form, slug: 'Địa chỉ mới' })).status, 303)
  assert.equal((await portal.visitor().get(article.path)).status, 200)

  await publish(portal, article.desk)
  const old = await portal.visitor().get(article.path)
  assert.deepEqual([old.status, old.location], [301, moved])
  assert.equal((await portal.visitor().get(moved)).status, 200)
  assert.match((await portal.visitor().get('/tin-tuc')).text, new RegExp(`href="${moved}"`))
})

test('a scheduled article appears at its minute by itself', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { typed: { publishAt: '2017-02-18T07:00' } })
  const everywhere = () => Promise.all([article.path, '/', '/tin-tuc'].map((path) => readersSee(portal, path)))
  const isThere = async () => {
    const [page, home, category] = await everywhere()
    return [page?.status, /Hội nghị tổng kết/.test(home?.text ?? ''), /Hội nghị tổng kết/.test(category?.text ?? '')]
  }
  assert.match((await portal.as(duc).get(article.desk)).main(), /Hẹn giờ[\s\S]*đăng 18\/02\/2017, 07:00/)
  portal.clock.set('2017-02-17T23:59:59Z')
  assert.deepEqual(await isThere(), [404, false, false])
  portal.clock.set('2017-02-18T00:00:00Z')
  assert.deepEqual(await isThere(), [200, true, true])
  await signInAgain(portal, duc)
  assert.match((await portal.as(duc).get(article.desk)).main(), /data-state="live"/)
})

test('a scheduled article can be scheduled anew, and an emptied time publishes it at once', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { typed: { publishAt: '2017-02-18T07:00' } })
  assert.equal((await publish(portal, article.desk, { publishAt: '2017-02-20T07:00' })).status, 303)
  portal.clock.set('2017-02-19T00:00:00Z')
  await signInAgain(portal, duc)
  assert.equal((await readersSee(portal, article.path)).status, 404)

  const answer = await publish(portal, article.desk, { publishAt: '' })
  assert.equal(answer.location, `${article.desk}?xong=dang`)
  const page = await readersSee(portal, article.path)
  assert.equal(page.status, 200)
  assert.match(page.text, /<time[^>]*>19\/02\/2017/)
})

test('what readers have now cannot be put off', async () => {
  const portal = await testPortal()
  const article = await given.article(portal)
  const answer = await publish(portal, article.desk, { publishAt: '2017-03-01T07:00' })

  assert.equal(answer.status, 422)
  assert.match(beside(answer, 'publishAt'), /không hẹn giờ lại được/)
  assert.equal(formIn(answer)['publishAt'], '2017-03-01T07:00')
  assert.equal((await readersSee(portal, article.path)).status, 200)
})

test('an article of an older day shows that day', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { typed: { publishAt: '2017-02-16T16:40' } })
  const { status, text } = await readersSee(portal, article.path)

  assert.equal(status, 200)
  assert.match(text, /<time datetime="2017-02-16T16:40:00\+07:00"[^>]*>16\/02\/2017/)
})

test('an article that was withdrawn says why in its own place, and stands in no list', async () => {
  const portal = await testPortal()
  const article = await given.article(portal)
  assert.match((await readersSee(portal, '/tin-tuc')).text, /Hội nghị tổng kết/)
  portal.clock.advance({ hours: 1 })
  const answer = await portal.as(duc).post(`${article.desk}/go`, { withdrawReason: 'Đăng nhầm.' })

  assert.equal(answer.location, `${article.desk}?xong=go`)
  assert.match((await portal.as(duc).get(answer.location ?? '')).main(), /Đã rút khỏi cổng/)
  assert.match((await readersSee(portal, article.path)).text, /Đăng nhầm\./)
  for (const path of ['/', '/tin-tuc']) {
    const page = await readersSee(portal, path)
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.text, /Hội nghị tổng kết/)
  }
  assert.equal((await portal.as(duc).post(`${article.desk}/go`, { withdrawReason: 'Đăng nhầm.' })).status, 409)

  assert.equal((await publish(portal, article.desk)).status, 303)
  assert.equal((await readersSee(portal, article.path)).status, 200)
  assert.match((await readersSee(portal, '/tin-tuc')).text, /Hội nghị tổng kết/)
})

test('two presses of the button publish once', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { as: 'draft' })
  const form = formIn(await portal.as(duc).get(article.desk))
  const press = () => portal.as(duc).post(`${article.desk}/dang`, form)
  const answers = await Promise.all([press(), press()])

  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 303])
  const told = await portal.database.write
    .selectFrom('audit_lines')
    .select('act')
    .where('act', '=', 'published')
    .execute()
  assert.equal(told.length, 1)
  const listed = await portal.database.write.selectFrom('category_listings').selectAll().execute()
  assert.equal(listed.length, 1)
})

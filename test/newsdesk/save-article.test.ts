import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { binh, duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { formIn } from './editor-form.ts'

const typedByBoth = {
  title: 'Bản của Hương',
  lead: 'Lời dẫn của Hương',
  body: 'Chữ của Hương\n\n<b>& "nháy"</b>',
  author: 'Hương',
  unit: 'Phòng tin',
  publishAt: '2017-03-01T07:00',
  tags: 'một, hai',
  sourceName: 'Báo Gia Lai',
  sourceAddress: 'https://baogialai.com.vn/',
  slug: 'ban-cua-huong',
}

test('whoever saves second is told, keeps everything typed, and overwrites nothing', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { as: 'draft' })
  const hers = { ...formIn(await portal.as(huong).get(article.desk)), ...typedByBoth }
  const his = formIn(await portal.as(binh).get(article.desk))
  assert.equal((await portal.as(binh).post(article.desk, { ...his, title: 'Bản của Bình' })).status, 303)
  const before = await given.everythingStored(portal)

  const answer = await portal.as(huong).post(article.desk, hers)
  assert.equal(answer.status, 409)
  assert.match(answer.main(), /Trần Văn Bình vừa lưu bài này lúc 10:00/)
  assert.deepEqual(formIn(answer), hers)
  assert.deepEqual((await given.everythingStored(portal))['editions'], before['editions'])
  assert.deepEqual((await given.everythingStored(portal))['articles'], before['articles'])
  assert.equal(formIn(await portal.as(huong).get(article.desk))['title'], 'Bản của Bình')

  // Pressing again changes nothing: the form still holds the version that she had.
  assert.equal((await portal.as(huong).post(article.desk, formIn(answer))).status, 409)
})

test('whoever came second can save hers as a draft of its own', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { as: 'draft' })
  const hers = { ...formIn(await portal.as(huong).get(article.desk)), title: 'Bản của Hương' }
  await portal.as(binh).post(article.desk, { ...hers, title: 'Bản của Bình' })
  const told = await portal.as(huong).post(article.desk, hers)
  const asOwn = /formaction="([^"]+)">Lưu bản của tôi thành nháp riêng</.exec(told.main())?.[1] ?? ''

  const answer = await portal.as(huong).post(asOwn, formIn(told))
  assert.equal(answer.status, 303)
  assert.notEqual(answer.location?.replace(/\?.*/, ''), article.desk)
  assert.equal(formIn(await portal.as(huong).get(answer.location ?? ''))['title'], 'Bản của Hương')
  assert.equal(formIn(await portal.as(huong).get(article.desk))['title'], 'Bản của Bình')
})

test('a text that somebody changed meanwhile is not published', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { as: 'draft' })
  const read = formIn(await portal.as(duc).get(article.desk))
  await portal.as(huong).post(article.desk, { ...read, body: 'Sửa sau khi xuất bản đã đọc' })

  assert.equal((await portal.as(duc).post(`${article.desk}/dang`, read)).status, 409)
  assert.equal((await portal.visitor().get(article.path)).status, 404)
})

test('of two who save at the same moment one is told', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { as: 'draft' })
  const form = formIn(await portal.as(huong).get(article.desk))
  await portal.as(binh).get(article.desk)
  const answers = await Promise.all([
    portal.as(huong).post(article.desk, { ...form, title: 'Một' }),
    portal.as(binh).post(article.desk, { ...form, title: 'Hai' }),
  ])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
})

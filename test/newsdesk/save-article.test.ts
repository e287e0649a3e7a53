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
  const kept = formIn(answer, 'merge')
  for (const [name, value] of Object.entries(typedByBoth)) assert.equal(kept[name], value, name)
  assert.deepEqual((await given.everythingStored(portal))['editions'], before['editions'])
  assert.deepEqual((await given.everythingStored(portal))['articles'], before['articles'])
  assert.equal(formIn(await portal.as(huong).get(article.desk))['title'], 'Bản của Bình')

  // Pressing again changes nothing: the form still holds the version that she had.
  assert.equal((await portal.as(huong).post(article.desk, hers)).status, 409)
})

test('whoever came second can save hers as a draft of its own, once', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { as: 'draft' })
  const hers = { ...formIn(await portal.as(huong).get(article.desk)), title: 'Bản của Hương' }
  await portal.as(binh).post(article.desk, { ...hers, title: 'Bản của Bình' })
  const told = await portal.as(huong).post(article.desk, hers)
  const asOwn = /formaction="([^"]+)">Lưu bản của tôi thành nháp riêng</.exec(told.main())?.[1] ?? ''

  const answer = await portal.as(huong).post(asOwn, formIn(told, 'merge'))
  assert.equal(answer.status, 303)
  assert.notEqual(answer.location?.replace(/\?.*/, ''), article.desk)
  assert.equal((await portal.as(huong).post(asOwn, formIn(told, 'merge'))).location, answer.location)
  assert.equal(formIn(await portal.as(huong).get(answer.location ?? ''))['title'], 'Bản của Hương')
  assert.equal(formIn(await portal.as(huong).get(article.desk))['title'], 'Bản của Bình')
})

test('two who changed different places lose nothing, and one reads both before it is saved', async () => {
  const portal = await testPortal()
  const body = 'Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.'
  const article = await given.article(portal, { as: 'draft', typed: { body } })
  const opened = formIn(await portal.as(huong).get(article.desk))
  const his = { ...opened, body: body.replace('Đoạn một', 'Đoạn của Bình'), author: 'Trần Văn Bình' }
  assert.equal((await portal.as(binh).post(article.desk, his)).status, 303)
  const hers = { ...opened, body: body.replace('Đoạn ba', 'Đoạn của Hương'), title: 'Tên của Hương' }
  const told = await portal.as(huong).post(article.desk, hers)

  assert.equal(told.status, 409)
  assert.match(told.main(), /Hai bản sửa ở những chỗ khác nhau/)
  const merged = await portal.as(huong).post(`${article.desk}/ghep`, formIn(told, 'merge'))
  assert.equal(merged.status, 200)
  const form = formIn(merged)
  assert.equal(form['body'], 'Đoạn của Bình.\n\nĐoạn hai.\n\nĐoạn của Hương.')
  assert.deepEqual([form['title'], form['author']], ['Tên của Hương', 'Trần Văn Bình'])
  assert.equal(formIn(await portal.as(huong).get(article.desk))['title'], opened['title'])
  assert.equal((await portal.as(huong).post(article.desk, form)).status, 303)
  assert.equal(formIn(await portal.as(binh).get(article.desk))['body'], form['body'])
})

test('where two changed the same place, she keeps hers, takes his, or keeps both', async () => {
  const portal = await testPortal()
  const article = await given.article(portal, { as: 'draft', typed: { body: 'Một.\n\nHai.' } })
  const opened = formIn(await portal.as(huong).get(article.desk))
  await portal.as(binh).post(article.desk, { ...opened, body: 'Một của Bình.\n\nHai.', title: 'Tên của Bình' })
  const told = await portal
    .as(huong)
    .post(article.desk, { ...opened, body: 'Một của Hương.\n\nHai.', title: 'Tên của Hương' })
  assert.match(told.main(), /<del>[\s\S]*Hương[\s\S]*<ins>[\s\S]*Bình/)

  const settle = async (choices: Record<string, string>) => {
    const { body, title } = formIn(
      await portal.as(huong).post(`${article.desk}/ghep`, { ...formIn(told, 'merge'), ...choices }),
    )
    return [title, body]
  }
  assert.deepEqual(await settle({}), ['Tên của Hương', 'Một của Hương.\n\nHai.'])
  assert.deepEqual(await settle({ 'choose-title': 'theirs', 'choose-0': 'theirs' }), [
    'Tên của Bình',
    'Một của Bình.\n\nHai.',
  ])
  assert.deepEqual(await settle({ 'choose-0': 'both' }), ['Tên của Hương', 'Một của Hương.\n\nMột của Bình.\n\nHai.'])

  // Somebody saved once more while she chose.
  const now = formIn(await portal.as(binh).get(article.desk))
  await portal.as(binh).post(article.desk, { ...now, body: 'Một của Bình.\n\nHai rồi.' })
  const again = await portal.as(huong).post(`${article.desk}/ghep`, formIn(told, 'merge'))
  assert.equal(again.status, 409)
  assert.match(again.main(), /Hai rồi|Hai người cùng sửa/)
})

test('a new article whose form is sent twice is one article', async () => {
  const portal = await testPortal()
  const form = { ...formIn(await portal.as(huong).get('/quan-tri/bai-viet/moi')), title: 'Một lần thôi' }
  const answers = await Promise.all([1, 2].map(() => portal.as(huong).post('/quan-tri/bai-viet', form)))
  assert.equal(new Set(answers.map(({ location }) => location)).size, 1)
  assert.equal((await portal.database.write.selectFrom('articles').select('id').execute()).length, 1)

  // By the back button, with another word: it goes on with the same article.
  const changed = await portal.as(huong).post('/quan-tri/bai-viet', { ...form, title: 'Một lần thôi nhé' })
  assert.equal(changed.location, answers[0]?.location)
  assert.equal(formIn(await portal.as(huong).get(changed.location ?? ''))['title'], 'Một lần thôi nhé')
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

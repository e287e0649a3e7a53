import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formIn } from '../newsdesk/editor-form.ts'
import type { Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong, type Person } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { disagreements } from './agreement.ts'
import { openedByMany, statuses, together } from './two-people.ts'

describe('the same form twice at once', () => {
  const deeds: [
    name: string,
    person: Person,
    deed: string,
    typed: Form,
    stands: Parameters<typeof openedByMany>[0],
    told: string,
  ][] = [
    ['saves once', huong, '', { body: 'Chữ mới.' }, 'draft', 'saved'],
    ['submits once', huong, 'gui-duyet', { body: 'Chữ mới.' }, 'draft', 'submitted'],
    ['passes the first gate once', binh, 'duyet', { body: 'Chữ mới.' }, 'submitted', 'reviewed'],
    ['publishes once', duc, 'dang', {}, 'submitted', 'published'],
    ['publishes past the gates once', duc, 'dang-ngay', { reason: 'Lũ đang về.' }, 'draft', 'published-unreviewed'],
  ]
  for (const [name, person, deed, typed, stands, told] of deeds) {
    test(name, async () => {
      const { portal, press, acts, article } = await openedByMany(stands)
      if (deed === 'duyet' || deed === 'dang-ngay')
        await portal.as(an).post('/quan-tri/quy-tac', { gates: '2', fourEyes: '1' })
      const before = (await acts()).length
      const answers = await together(
        () => press(person, deed, typed),
        () => press(person, deed, typed),
      )
      assert.deepEqual(statuses(answers), [303, 303])
      assert.equal(answers[0].location, answers[1].location)
      assert.deepEqual((await acts()).slice(before), [told])
      assert.equal((await portal.as(an).get(article.desk)).status, 200)
    })
  }

  test('tells readers of a correction once', async () => {
    const { portal, press, acts } = await openedByMany('published')
    const correction = { changeKind: 'correction', wrongText: '10 thôn', rightText: '9 thôn' }
    const answers = await together(
      () => press(duc, 'dang', correction),
      () => press(duc, 'dang', correction),
    )
    assert.deepEqual(statuses(answers), [303, 303])
    assert.deepEqual((await acts()).slice(2), ['corrected'])
    assert.equal((await portal.database.write.selectFrom('article_updates').select('id').execute()).length, 1)
  })

  test('publishes a new article once', async () => {
    const portal = await testPortal()
    const typed = given.typedArticle({ categoryId: String(await given.category(portal, 'Tin tức')) })
    const form = { ...formIn(await portal.as(duc).get('/quan-tri/bai-viet/moi')), ...typed }
    const press = () => portal.as(duc).post('/quan-tri/bai-viet/dang', form)
    const answers = await together(press, press)
    assert.deepEqual(statuses(answers), [303, 303])
    assert.equal(answers[0].location, answers[1].location)
    const rows = await portal.database.write
      .selectFrom('article_events')
      .select(['article_id', 'act'])
      .orderBy('id')
      .execute()
    assert.deepEqual(
      rows.map(({ act }) => act),
      ['created', 'published'],
    )
    assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
  })
})

test('a story that does not fit would have been seen', async () => {
  const { portal, article } = await openedByMany('published')
  const { write } = portal.database
  assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
  await write.deleteFrom('category_listings').execute()
  await write.updateTable('article_events').set({ act: 'saved' }).where('act', '=', 'published').execute()
  await write.updateTable('editions').set({ body_html: '<p>Chữ khác</p>' }).execute()
  const slippedIn = { at: portal.clock.now(), staff_name: 'Ai đó', act: 'saved', note: '' }
  const subject = { subject_kind: 'article', subject_id: article.id, subject_title: '' }
  await write
    .insertInto('audit_lines')
    .values({ ...slippedIn, ...subject })
    .execute()
  const told = (await disagreements(portal.database, portal.clock.now())).join('\n')
  for (const sentence of [
    'different stories',
    'leads to draft',
    'published 0 times',
    'lists and',
    'search and',
    'is broken',
  ])
    assert.match(told, new RegExp(sentence))
  assert.match(told, new RegExp(`article ${article.id}:`))
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DeskActor } from '../../src/articles/act-on-article.ts'
import type { DeskArticle } from '../../src/articles/desk-article.ts'
import { saveArticle } from '../../src/articles/save-article.ts'
import { formOf } from '../../src/newsdesk/editor-form.ts'
import { type FormValues, formFrom, valuesOf } from '../../src/newsdesk/form-values.ts'
import { mergeForms, settleMerge } from '../../src/newsdesk/merge-forms.ts'
import { formIn } from '../newsdesk/editor-form.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { disagreements } from './agreement.ts'
import { actor, newArticle, savedBy, textOf, wishFor } from './given-desk.ts'
import { openedByMany, otherPublisher, statuses, together } from './two-people.ts'

const body = 'Đoạn đầu.\n\nĐoạn giữa.\n\nĐoạn cuối.'

describe('two people who save the same version at the same moment', () => {
  test('lose nothing in a thousand pairs: one is told, and both texts stand once they are merged', async () => {
    const portal = await testPortal()
    const people = await Promise.all([actor(portal, huong), actor(portal, binh)])
    const articles = await Promise.all(
      Array.from({ length: 50 }, () => newArticle(portal, people[0], textOf({ body }))),
    )
    const told = new Set<string>()

    for (let round = 0; round < 20; round++) {
      await Promise.all(
        articles.map(async (article, place) => {
          const met = await saveBoth(portal, article, (round + place) % 2 ? people : people.toReversed(), round)
          told.add(met.told)
          articles[place] = met.article
        }),
      )
    }
    for (const { version, content } of articles) {
      assert.equal(version, 1 + 2 * 20)
      assert.equal(
        content.body,
        'Đoạn đầu, lần 19 của Nguyễn Thị Hương.\n\nĐoạn giữa.\n\nĐoạn cuối, lần 19 của Trần Văn Bình.',
      )
    }
    assert.deepEqual([...told].sort(), [huong.name, binh.name])
    const { count } = await portal.database.write
      .selectFrom('editions')
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    assert.equal(count, 50 + 2_000)
    assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
  })

  test('are told by a page that holds everything typed, and go on from there', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft', typed: { body } })
    for (let round = 0; round < 12; round++) {
      const [hers, his] = await Promise.all(
        [huong, binh].map(async (person) => formIn(await portal.as(person).get(desk))),
      )
      const typed = [
        { ...hers, body: changed(hers?.['body'] ?? '', 0, `lần ${round} của Hương`) },
        { ...his, body: changed(his?.['body'] ?? '', 2, `lần ${round} của Bình`) },
      ] as const
      const answers = await together(
        () => portal.as(huong).post(desk, typed[0]),
        () => portal.as(binh).post(desk, typed[1]),
      )
      assert.deepEqual(statuses(answers), [303, 409])
      const place = answers[0].status === 409 ? 0 : 1
      const loser = [huong, binh][place] ?? huong
      const told = answers[place]
      assert.equal(formIn(told, 'merge')['body'], typed[place].body)
      const merged = formIn(await portal.as(loser).post(`${desk}/ghep`, formIn(told, 'merge')))
      assert.equal((await portal.as(loser).post(desk, merged)).status, 303)
      assert.equal(
        formIn(await portal.as(an).get(desk))['body'],
        `Đoạn đầu, lần ${round} của Hương.\n\nĐoạn giữa.\n\nĐoạn cuối, lần ${round} của Bình.`,
      )
    }
    assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
  })
})

describe('two who press at the same moment', () => {
  test('two publishers publish it once', async () => {
    const { portal, article, press, acts } = await openedByMany()
    const answers = await together(
      () => press(duc, 'dang'),
      () => press(otherPublisher, 'dang'),
    )
    assert.deepEqual(statuses(answers), [303, 303])
    assert.deepEqual(await acts(), ['created', 'submitted', 'published'])
    assert.equal((await portal.visitor().get(article.path)).status, 200)
  })

  test('of two publishers with different texts one is told', async () => {
    const { portal, article, press, acts } = await openedByMany()
    const answers = await together(
      () => press(duc, 'dang', { body: 'Chữ của Đức.' }),
      () => press(otherPublisher, 'dang', { body: 'Chữ của người kia.' }),
    )
    assert.deepEqual(statuses(answers), [303, 409])
    assert.equal((await acts()).filter((act) => act === 'published').length, 1)
    const winner = answers[0].status === 303 ? 'Chữ của Đức' : 'Chữ của người kia'
    assert.match((await portal.visitor().get(article.path)).text, new RegExp(winner))
  })

  test('one publishes a change and one withdraws: readers get what the history says last', async () => {
    const { portal, article, press, acts } = await openedByMany('published')
    const answers = await together(
      () => press(duc, 'dang', { body: 'Bản sửa.', changeKind: 'update', changeNote: 'Có mới.' }),
      () => press(otherPublisher, 'go', { withdrawReason: 'Đăng nhầm.' }),
    )
    assert.ok(answers.some(({ status }) => status === 303))
    assert.ok(answers.every(({ status }) => status === 303 || status === 409))
    const told = (await acts()).slice(2)
    assert.ok(['updated', 'withdrew', 'updated withdrew'].includes(told.join(' ')), told.join())
    const isWithdrawn = told.at(-1) === 'withdrew'
    assert.equal(/Đăng nhầm/.test((await portal.visitor().get(article.path)).text), isWithdrawn)
    assert.equal(/Hội nghị tổng kết/.test((await portal.visitor().get('/tin-tuc')).text), !isWithdrawn)
  })

  test('one approves and one sends back: it stands where the history ends', async () => {
    const { portal, article, press, acts } = await openedByMany()
    await portal.as(an).post('/quan-tri/quy-tac', { gates: '2', fourEyes: '1' })
    const answers = await together(
      () => press(binh, 'duyet'),
      () => press(duc, 'tra-lai', { note: 'Thiếu số liệu.' }),
    )
    assert.ok(answers.some(({ status }) => status === 303))
    assert.ok(answers.every(({ status }) => status === 303 || status === 409))
    const told = (await acts()).slice(2)
    assert.ok(['reviewed', 'returned', 'reviewed returned'].includes(told.join(' ')), told.join())
    const list = (await portal.as(an).get(`/quan-tri/bai-viet?trang-thai=${told.at(-1)}`)).main()
    assert.ok(list.includes(article.desk))
  })

  test('one saves and one submits: one is told, and nothing is submitted that nobody meant', async () => {
    const { press, acts, portal, article } = await openedByMany('draft')
    const answers = await together(
      () => press(huong, 'gui-duyet', { body: 'Chữ của Hương.' }),
      () => press(binh, '', { body: 'Chữ của Bình.' }),
    )
    assert.deepEqual(statuses(answers), [303, 409])
    const isSubmitted = answers[0].status === 303
    assert.deepEqual((await acts()).slice(1), [isSubmitted ? 'submitted' : 'saved'])
    const { body: stands } = formIn(await portal.as(an).get(article.desk))
    assert.equal(stands, isSubmitted ? 'Chữ của Hương.' : 'Chữ của Bình.')
  })

  test('one throws it away and one saves: the text stays, in the trash or out of it', async () => {
    const { press, acts, portal, article } = await openedByMany('draft')
    const answers = await together(
      () => press(huong, 'xoa'),
      () => press(binh, '', { body: 'Chữ của Bình.' }),
    )
    assert.ok(answers.every(({ status }) => status === 303 || status === 409))
    const told = (await acts()).slice(1).join(' ')
    assert.ok(['trashed', 'saved', 'saved trashed'].includes(told), told)
    if (answers[1].status === 409) assert.equal(formIn(answers[1], 'merge')['body'], 'Chữ của Bình.')
    assert.equal((await portal.as(huong).get(article.desk)).status, 200)
  })
})

/** Two texts on one version; whoever is told merges hers into what stands. */
async function saveBoth(portal: TestPortal, opened: DeskArticle, people: DeskActor[], round: number) {
  const { timeZone } = portal.config
  const shown = (article: DeskArticle) => valuesOf(formOf(article, null, timeZone))
  const save = (by: DeskActor, article: DeskArticle, values: FormValues) =>
    saveArticle(portal, by, wishFor(article, formFrom(values, timeZone).content))
  const base = shown(opened)
  const typed = people.map((by) => {
    const place = by?.name === huong.name ? 0 : 2
    return { by, values: { ...base, body: changed(base.body, place, `lần ${round} của ${by?.name}`) } }
  })
  const outcomes = await Promise.all(typed.map(({ by, values }) => save(by, opened, values)))
  const loser = typed[outcomes.findIndex((outcome) => 'conflict' in outcome)]
  const winner = typed[outcomes.findIndex((outcome) => 'article' in outcome)]
  assert.ok(loser && winner, 'one is told and one is not')
  const [conflict] = outcomes.filter((outcome) => 'conflict' in outcome)
  assert.equal(conflict?.conflict.content.body, winner.values.body)

  const merged = settleMerge(mergeForms(base, loser.values, shown(conflict.conflict)), () =>
    assert.fail('nothing is open'),
  )
  return { told: loser.by?.name ?? '', article: savedBy(await save(loser.by, conflict.conflict, merged)) }
}

/** The text with another end of one paragraph. */
const changed = (text: string, place: number, end: string) =>
  text
    .split('\n\n')
    .map((paragraph, at) => (at === place ? `${paragraph.replace(/[,.].*/, '')}, ${end}.` : paragraph))
    .join('\n\n')

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { verifyChain } from '../../src/audit/index.ts'
import { answerSentence, latestAnswer, previewWords } from '../../src/previews/index.ts'
import type { Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import {
  approver,
  askedDraft,
  audited,
  editionOn,
  link,
  published,
  reply,
  rewritten,
  send,
  storedAnswers,
  textOf,
} from './given-previews.ts'

const about = async (portal: TestPortal) =>
  (await portal.database.write.selectFrom('articles').select('draft_edition_id').executeTakeFirstOrThrow())
    .draft_edition_id

const eventsOf = ({ database }: TestPortal) =>
  database.write
    .selectFrom('article_events')
    .select(['article_id', 'edition_id', 'at', 'staff_id', 'staff_name', 'act', 'note'])
    .where('act', 'in', ['agreed', 'asked-for-changes'])
    .orderBy('id')
    .execute()

describe('an answer', () => {
  test('that agrees stands in the answers, the history and the audit log together', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    portal.clock.advance({ hours: 1 })
    const answer = await reply(portal, made, 'dong-y')
    assert.deepEqual([answer.status, answer.location], [303, `${made.path}?xong#tra-loi`])
    assert.match(
      textOf(await portal.visitor().get(`${made.path}?xong`)),
      /Ý kiến của Bà Đinh Thị Hạnh Đã ghi nhận\. Phòng tin thấy ngay câu trả lời này\. Câu trả lời của bạn: “Đồng ý”, 17\/02\/2017, 11:00\./,
    )

    const edition = await about(portal)
    const at = '2017-02-17T04:00:00.000Z'
    assert.deepEqual(await storedAnswers(portal), [
      { link_id: made.id, edition_id: edition, at, verdict: 'agreed', note: '' },
    ])
    assert.deepEqual(await eventsOf(portal), [
      {
        ...{ article_id: article.id, edition_id: edition, at },
        ...{ staff_id: null, staff_name: approver, act: 'agreed', note: '' },
      },
    ])
    assert.deepEqual((await audited(portal)).at(-1), {
      ...{ staff_id: null, staff_name: approver, act: 'agreed' },
      ...{ subject_kind: 'article', subject_id: article.id, subject_title: 'Hội nghị tổng kết năm 2016' },
      note: `Liên kết xem trước số ${made.id}`,
    })
    assert.match(
      textOf(await portal.as(huong).get(`${article.desk}/lich-su`)),
      /Đồng ý với bản xem trước.*Bà Đinh Thị Hạnh/,
    )
    assert.match(textOf(await portal.as(an).get('/quan-tri/nhat-ky')), /Đồng ý với bản xem trước/)
    assert.equal((await verifyChain(portal.database.read)).brokenAt, null)
  })

  test('that asks for changes says which', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    const answer = await reply(portal, made, 'can-sua', { note: '  Sửa tên xã.\n\nThêm ảnh.  ' })
    assert.equal(answer.status, 303)
    assert.deepEqual(
      (await storedAnswers(portal)).map(({ verdict, note }) => [verdict, note]),
      [['asked-for-changes', 'Sửa tên xã.\n\nThêm ảnh.']],
    )
    assert.deepEqual(
      (await eventsOf(portal)).map(({ act, note }) => [act, note]),
      [['asked-for-changes', 'Sửa tên xã.\n\nThêm ảnh.']],
    )
    const { draft_edition_id, stage } = await portal.database.write
      .selectFrom('articles')
      .select(['draft_edition_id', 'stage'])
      .where('id', '=', article.id)
      .executeTakeFirstOrThrow()
    assert.deepEqual([draft_edition_id, stage], [await about(portal), 'draft'])
    assert.match(
      textOf(await portal.visitor().get(made.path)),
      /Câu trả lời của bạn: “Cần sửa”.* Sửa tên xã\. Thêm ảnh\./,
    )
  })

  const refused: [what: string, form: Form, words: RegExp][] = [
    ['no word', { note: ' \n ' }, /Viết cần sửa những gì/],
    ['1.001 letters', { note: 'ệ'.repeat(1_001) }, /Dài quá 1\.000 ký tự/],
    ['broken letters', { note: 'M\uFFFDa' }, /Có chữ bị hỏng mã/],
  ]
  for (const [what, form, words] of refused) {
    test(`that asks for changes with ${what} comes back with what was typed, and is not noted`, async () => {
      const portal = await testPortal()
      const { link: made } = await askedDraft(portal)
      const answer = await reply(portal, made, 'can-sua', form)
      assert.equal(answer.status, 422)
      assert.match(answer.main(), /role="alert"[\s\S]*href="#note"/)
      assert.match(textOf(answer), words)
      assert.ok(answer.main().includes(`${String(form['note']).trim()}</textarea>`))
      assert.deepEqual(await storedAnswers(portal), [])
      assert.deepEqual(await eventsOf(portal), [])
      assert.equal((await reply(portal, made, 'can-sua', { note: 'ệ'.repeat(1_000) })).status, 303)
    })
  }

  test('can be given again: nothing is replaced, the last one counts', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    await reply(portal, made, 'can-sua', { note: 'Sửa tên xã.' })
    portal.clock.advance({ minutes: 5 })
    await reply(portal, made, 'dong-y')
    assert.deepEqual(
      (await storedAnswers(portal)).map(({ verdict, at }) => [verdict, at]),
      [
        ['asked-for-changes', '2017-02-17T03:00:00.000Z'],
        ['agreed', '2017-02-17T03:05:00.000Z'],
      ],
    )
    assert.equal((await eventsOf(portal)).length, 2)
    assert.equal((await latestAnswer(portal.database.read, article.id))?.verdict, 'agreed')
    const page = textOf(await portal.visitor().get(made.path))
    assert.ok(page.includes('“Đồng ý”, 17/02/2017, 10:05') && !page.includes('Sửa tên xã'))
  })

  test('about a text that was changed meanwhile is not noted, and the new text is shown', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    const visitor = portal.visitor()
    const edition = editionOn(await visitor.get(made.path))
    await rewritten(portal, article, { body: 'Chữ mới của Hương.' })
    for (const [way, form] of [
      ['dong-y', { edition }],
      ['can-sua', { edition, note: 'Sửa tên xã.' }],
      ['dong-y', {}],
      ['dong-y', { edition: '999999999' }],
      ['dong-y', { edition: 'x' }],
    ] as [string, Form][]) {
      const answer = await send(visitor, `${made.path}/${way}`, form)
      assert.equal(answer.status, 409)
      assert.match(
        textOf(answer),
        /Bài đã được sửa từ lúc bạn mở trang, nên câu trả lời vừa rồi chưa được ghi\..*Chữ mới của Hương\./,
      )
      assert.ok(answer.main().includes(`${String(form['note'] ?? '')}</textarea>`))
      assert.notEqual(editionOn(answer), edition)
    }
    assert.deepEqual([await storedAnswers(portal), await eventsOf(portal)], [[], []])
    portal.clock.advance({ minutes: 1 })
    assert.equal((await reply(portal, made, 'dong-y')).status, 303)
  })

  test('about an earlier text is told as such', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    await reply(portal, made, 'dong-y')
    await rewritten(portal, article, { body: 'Chữ mới của Hương.' })
    assert.match(
      textOf(await portal.visitor().get(made.path)),
      /Câu trả lời của bạn về một bản trước: “Đồng ý”, 17\/02\/2017, 10:00\. Bài đã được sửa từ đó\./,
    )
  })

  test('is not taken from another site, and costs more than a look', async () => {
    const portal = await testPortal()
    const { link: made } = await askedDraft(portal)
    const visitor = portal.visitor()
    const edition = editionOn(await visitor.get(made.path))
    const path = `${made.path}/dong-y`
    assert.equal((await send(visitor, path, { edition }, { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.deepEqual(await storedAnswers(portal), [])
    // A page that tells nobody where a form came from names no origin either.
    const ours = { 'sec-fetch-site': 'same-origin', origin: 'null' }
    for (let answers = 0; answers < 5; answers++)
      assert.equal((await send(visitor, path, { edition }, ours)).status, 303)
    const refused = await send(visitor, path, { edition }, ours)
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '1'])
    assert.equal((await storedAnswers(portal)).length, 5)
    assert.equal((await visitor.get(made.path)).status, 200)
  })

  test('that is no form of ours is refused', async () => {
    const portal = await testPortal()
    const { link: made } = await askedDraft(portal)
    const path = `${made.path}/can-sua`
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const ask = (body: string) =>
      portal
        .visitor()
        .postRaw(path, { body, headers })
        .then(({ status }) => status)
    assert.equal(await ask(`note=${'a'.repeat(40_000)}`), 413)
    assert.equal(await ask('a=b&'.repeat(100)), 413)
    assert.equal(await ask('note=%E0%A4%A'), 400)
    assert.equal((await portal.visitor().postRaw(path)).status, 422)
    assert.deepEqual(await storedAnswers(portal), [])
  })
})

describe('the latest answer', () => {
  test('names who answered, who asked, and which text it was about', async () => {
    const portal = await testPortal()
    const { article, link: first } = await askedDraft(portal)
    const second = await link(portal, article.desk, { by: binh, approver: 'Ông Nay Phún' })
    assert.equal(await latestAnswer(portal.database.read, article.id), null)
    await reply(portal, second, 'can-sua', { note: 'Sửa.' })
    portal.clock.advance({ minutes: 1 })
    await reply(portal, first, 'dong-y')
    const newest = await latestAnswer(portal.database.read, article.id)
    assert.deepEqual(newest, {
      ...{ approver, askedBy: huong.name, verdict: 'agreed', note: '' },
      ...{ at: '2017-02-17T03:01:00.000Z', editionId: await about(portal) },
    })
    await reply(portal, second, 'dong-y')
    assert.equal((await latestAnswer(portal.database.read, article.id))?.askedBy, binh.name)
    const other = await given.article(portal, { as: 'draft', typed: { categoryId: String(article.categoryId) } })
    assert.equal(await latestAnswer(portal.database.read, other.id), null)
  })

  test('is told in one sentence', () => {
    const told = { verdict: 'agreed', approver, at: '2017-02-17T03:01:00.000Z' } as const
    const say = (verdict: 'agreed' | 'asked-for-changes', language: 'vi' | 'en') =>
      answerSentence({ ...told, verdict }, 'Asia/Ho_Chi_Minh', previewWords[language])
    assert.equal(say('agreed', 'vi'), 'Lãnh đạo (Bà Đinh Thị Hạnh) đồng ý lúc 17/02/2017, 10:01')
    assert.equal(say('asked-for-changes', 'vi'), 'Lãnh đạo (Bà Đinh Thị Hạnh) đề nghị sửa lúc 17/02/2017, 10:01')
    assert.match(say('agreed', 'en'), /agreed on 17\/02\/2017, 10:01$/)
  })
})

test('an approval changes nothing of the article: it still goes through its gates, and her slip names its own people', async () => {
  const portal = await testPortal()
  const { article, link: made } = await askedDraft(portal)
  await reply(portal, made, 'dong-y')
  assert.equal((await portal.visitor().get(article.path)).status, 404)
  assert.match(textOf(await portal.as(huong).get(article.desk)), /Nháp/)
  assert.doesNotMatch(textOf(await portal.as(huong).get(`${article.desk}/phieu-duyet`)), /Hạnh/)
  portal.clock.advance({ minutes: 1 })
  await published(portal, duc, article)
  assert.equal((await portal.visitor().get(article.path)).status, 200)
})

test('whoever types over a newer text is told who saved it, not who answered', async () => {
  const portal = await testPortal()
  const { article, link: made } = await askedDraft(portal)
  await rewritten(portal, article, { body: 'Chữ của Bình.' }, binh)
  await reply(portal, made, 'dong-y')
  const typed = given.typedArticle({
    categoryId: String(article.categoryId),
    version: '1',
    body: 'Chữ đang gõ.',
    formKey: 'a'.repeat(22),
    windowKey: 'b'.repeat(22),
  })
  const answer = await portal.as(huong).post(`${article.desk}/tu-luu`, typed)
  assert.equal(answer.status, 409)
  assert.ok(answer.text.includes(binh.name) && !answer.text.includes('Hạnh'), answer.text)
})

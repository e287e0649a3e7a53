import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong, type Person } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { beside, formIn, summedUp } from './editor-form.ts'

const buttonsOf = (main: string) =>
  [...main.matchAll(/<button class="btn[^"]*" formaction="[^"]*"[^>]*>([^<]+)</g)].map(([, name]) => name)

async function rules(portal: TestPortal, form: Form) {
  assert.equal((await portal.as(an).post('/quan-tri/quy-tac', form)).status, 303)
}

/** Presses a button of the editor, with the form as she sees it and what she types into it. */
async function press(portal: TestPortal, person: Person, desk: string, deed: string, typed: Form = {}) {
  const form = formIn(await portal.as(person).get(desk))
  return portal.as(person).post(deed ? `${desk}/${deed}` : desk, { ...form, ...typed })
}

const stateOf = async (portal: TestPortal, desk: string) =>
  /<h2 id="standing"><span class="state"[^>]*>([^<]+)</.exec((await portal.as(an).get(desk)).main())?.[1]

const historyOf = async ({ database }: TestPortal, articleId: number) => {
  const rows = await database.write
    .selectFrom('article_events')
    .select(['act', 'staff_name', 'note'])
    .where('article_id', '=', articleId)
    .orderBy('id')
    .execute()
  return rows.map(({ act, staff_name, note }) => [act, staff_name, ...(note ? [note] : [])])
}

describe('one gate', () => {
  test('a writer submits, a publisher finds it waiting, approves and publishes', async () => {
    const portal = await testPortal()
    const article = await given.article(portal, { as: 'draft' })
    assert.deepEqual(buttonsOf((await portal.as(huong).get(article.desk)).main()).slice(0, 2), [
      'Lưu nháp',
      'Gửi duyệt',
    ])
    const sent = await press(portal, huong, article.desk, 'gui-duyet')
    assert.equal(sent.location, `${article.desk}?xong=gui`)
    assert.equal(await stateOf(portal, article.desk), 'Chờ duyệt')
    assert.match((await portal.as(duc).get('/quan-tri/bai-viet?trang-thai=submitted')).main(), /Hội nghị tổng kết/)

    const desk = (await portal.as(duc).get(article.desk)).main()
    assert.match(desk, /Nguyễn Thị Hương gửi duyệt lúc/)
    assert.ok(buttonsOf(desk).includes('Duyệt và đăng'))
    assert.equal((await press(portal, duc, article.desk, 'dang')).status, 303)
    assert.equal((await portal.visitor().get(article.path)).status, 200)
    assert.deepEqual(await historyOf(portal, article.id), [
      ['created', huong.name],
      ['submitted', huong.name],
      ['published', duc.name],
    ])
  })

  test('is not opened by who may not, however she asks', async () => {
    const portal = await testPortal()
    const article = await given.article(portal, { as: 'draft' })
    await press(portal, huong, article.desk, 'gui-duyet')
    for (const person of [huong, binh]) assert.equal((await press(portal, person, article.desk, 'dang')).status, 403)
    // The first of two gates, where there is one.
    assert.equal((await press(portal, binh, article.desk, 'duyet')).status, 409)
    assert.equal((await portal.visitor().get(article.path)).status, 404)
  })

  test('lets nothing through that no reader could use', async () => {
    const portal = await testPortal()
    const article = await given.article(portal, { as: 'draft' })
    const refused = await press(portal, huong, article.desk, 'gui-duyet', { lead: '', categoryId: '' })
    assert.equal(refused.status, 422)
    assert.deepEqual(summedUp(refused), ['lead', 'categoryId'])
    assert.equal(await stateOf(portal, article.desk), 'Nháp')
  })

  test('a text that is changed after it was submitted is a draft again', async () => {
    const portal = await testPortal()
    const article = await given.article(portal, { as: 'draft' })
    await press(portal, huong, article.desk, 'gui-duyet')
    assert.match((await portal.as(huong).get(article.desk)).main(), /Lưu thay đổi sẽ đưa bài về nháp/)
    // Saving without a change takes nothing back.
    await press(portal, huong, article.desk, '')
    assert.equal(await stateOf(portal, article.desk), 'Chờ duyệt')
    await press(portal, huong, article.desk, '', { body: 'Chữ khác.' })
    assert.equal(await stateOf(portal, article.desk), 'Nháp')
  })
})

describe('sent back and taken back', () => {
  test('with a sentence that the writer reads first', async () => {
    const portal = await testPortal()
    const article = await given.article(portal, { as: 'draft' })
    await press(portal, huong, article.desk, 'gui-duyet')
    const empty = await portal.as(binh).post(`${article.desk}/tra-lai`, { note: ' ' })
    assert.equal(empty.status, 422)
    assert.match(beside(empty, 'note'), /Viết một câu nói cần sửa gì/)

    assert.equal((await portal.as(binh).post(`${article.desk}/tra-lai`, { note: 'Thiếu số liệu.' })).status, 303)
    assert.equal(await stateOf(portal, article.desk), 'Trả lại')
    assert.match((await portal.as(huong).get(article.desk)).main(), /Trần Văn Bình trả lại: Thiếu số liệu\./)
    assert.equal((await press(portal, huong, article.desk, 'gui-duyet', { body: 'Có số liệu.' })).status, 303)
    assert.doesNotMatch((await portal.as(huong).get(article.desk)).main(), /trả lại:/)
  })

  test('only by her who submitted it', async () => {
    const portal = await testPortal()
    const article = await given.article(portal, { as: 'draft' })
    await press(portal, huong, article.desk, 'gui-duyet')
    assert.equal((await portal.as(binh).post(`${article.desk}/rut-ve`)).status, 403)
    assert.equal((await portal.as(huong).post(`${article.desk}/rut-ve`)).status, 303)
    assert.equal(await stateOf(portal, article.desk), 'Nháp')
    assert.equal((await portal.as(huong).post(`${article.desk}/rut-ve`)).status, 409)
  })
})

describe('two gates and four eyes', () => {
  const strict = { gates: '2', fourEyes: '1' }

  test('take three people', async () => {
    const portal = await testPortal()
    await rules(portal, strict)
    const article = await given.article(portal, { as: 'draft' })
    assert.equal((await press(portal, duc, article.desk, 'dang')).status, 409)
    await press(portal, huong, article.desk, 'gui-duyet')
    assert.equal((await press(portal, duc, article.desk, 'dang')).status, 409)
    // What the reviewer changes on the way passes with it.
    assert.equal((await press(portal, binh, article.desk, 'duyet', { title: 'Đã biên tập' })).status, 303)
    assert.equal(await stateOf(portal, article.desk), 'Chờ đăng')
    assert.match((await portal.as(duc).get(article.desk)).main(), /Trần Văn Bình duyệt lúc/)
    assert.equal((await press(portal, duc, article.desk, 'dang')).status, 303)
    assert.match((await portal.visitor().get(article.path, { follow: true })).text, /Đã biên tập/)
  })

  test('nobody passes her own gate, nor what she changed at the last one', async () => {
    const portal = await testPortal()
    await rules(portal, { gates: '1', fourEyes: '1' })
    const own = await given.article(portal, { writtenBy: duc, as: 'draft' })
    await press(portal, duc, own.desk, 'gui-duyet')
    const refused = await press(portal, duc, own.desk, 'dang')
    assert.equal(refused.status, 422)
    assert.match(refused.main(), /Không ai tự duyệt bài do mình gửi/)

    const typed = { categoryId: String(own.categoryId) }
    const hers = await given.article(portal, { as: 'draft', typed })
    await press(portal, huong, hers.desk, 'gui-duyet')
    assert.equal((await press(portal, duc, hers.desk, 'dang', { title: 'Đức sửa' })).status, 422)
    assert.equal((await portal.visitor().get(hers.path)).status, 404)
    assert.equal((await press(portal, duc, hers.desk, 'dang')).status, 303)
  })

  test('in an emergency it is published at once, and stays red until somebody else countersigns', async () => {
    const portal = await testPortal()
    await rules(portal, strict)
    const article = await given.article(portal, { as: 'draft' })
    const silent = await press(portal, duc, article.desk, 'dang-ngay')
    assert.equal(silent.status, 422)
    assert.match(beside(silent, 'reason'), /vì sao phải đăng ngay/)

    assert.equal((await press(portal, duc, article.desk, 'dang-ngay', { reason: 'Lũ đang về.' })).status, 303)
    assert.equal((await portal.visitor().get(article.path)).status, 200)
    assert.match((await portal.as(binh).get(article.desk)).main(), /Lê Minh Đức đăng bài này lúc [^<]* chưa ai duyệt/)
    assert.match((await portal.as(duc).get('/quan-tri/bai-viet')).main(), /class="wrong"[^>]*>Đăng chưa duyệt <span>1</)
    assert.equal((await portal.as(duc).post(`${article.desk}/duyet-lai`)).status, 422)
    assert.equal((await portal.as(an).post(`${article.desk}/duyet-lai`)).status, 303)
    assert.doesNotMatch((await portal.as(binh).get(article.desk)).main(), /chưa ai duyệt/)
    assert.deepEqual((await historyOf(portal, article.id)).slice(1), [
      ['published-unreviewed', duc.name, 'Lũ đang về.'],
      ['countersigned', an.name],
    ])
  })
})

describe('a change of what readers have', () => {
  const live = async () => {
    const portal = await testPortal()
    const article = await given.article(portal)
    portal.clock.advance({ minutes: 30 })
    return { portal, article }
  }
  const updatesOf = ({ database }: TestPortal) =>
    database.write.selectFrom('article_updates').select(['kind', 'note', 'wrong_text', 'right_text']).execute()
  const standing = ({ database }: TestPortal) =>
    database.write.selectFrom('articles').select(['published_at', 'updated_at']).executeTakeFirstOrThrow()

  test('that is small is told to nobody', async () => {
    const { portal, article } = await live()
    const before = await standing(portal)
    await press(portal, duc, article.desk, 'dang', { body: 'Sửa một dấu phẩy.' })
    assert.deepEqual(await standing(portal), before)
    assert.deepEqual(await updatesOf(portal), [])
    assert.match((await portal.visitor().get(article.path)).text, /Sửa một dấu phẩy/)
  })

  test('that says something new needs a note, and moves one date alone', async () => {
    const { portal, article } = await live()
    const before = await standing(portal)
    const silent = await press(portal, duc, article.desk, 'dang', { changeKind: 'update' })
    assert.match(beside(silent, 'changeNote'), /nói điều mới/)
    await press(portal, duc, article.desk, 'dang', { changeKind: 'update', changeNote: 'Thêm danh sách.' })
    assert.deepEqual(await standing(portal), {
      published_at: before.published_at,
      updated_at: '2017-02-17T03:30:00.000Z',
    })
    assert.match((await portal.visitor().get(article.path)).text, /Thêm danh sách\./)
    // The next change begins as a small one.
    assert.equal(formIn(await portal.as(duc).get(article.desk))['changeKind'], 'minor')
  })

  test('that corrects says what was wrong and what is right, in its place and in the list', async () => {
    const { portal, article } = await live()
    const correction = { changeKind: 'correction', wrongText: '10 thôn', rightText: '9 thôn' }
    const half = await press(portal, duc, article.desk, 'dang', { ...correction, rightText: '' })
    assert.deepEqual(summedUp(half), ['rightText'])
    await press(portal, duc, article.desk, 'dang', correction)
    for (const path of [article.path, '/dinh-chinh']) {
      const { text } = await portal.visitor().get(path)
      assert.match(text, /10 thôn/)
      assert.match(text, /9 thôn/)
    }
    assert.equal((await historyOf(portal, article.id)).at(-1)?.[0], 'corrected')
  })

  test('goes through the gate like anything else, and readers keep what they have', async () => {
    const { portal, article } = await live()
    await press(portal, huong, article.desk, 'gui-duyet', {
      body: 'Bản mới.',
      changeKind: 'update',
      changeNote: 'Có mới.',
    })
    assert.doesNotMatch((await portal.visitor().get(article.path)).text, /Bản mới/)
    assert.match((await portal.as(duc).get('/quan-tri/bai-viet?trang-thai=submitted')).main(), /bản sửa: Chờ duyệt/)
    await press(portal, duc, article.desk, 'dang')
    assert.match((await portal.visitor().get(article.path)).text, /Bản mới[\s\S]*Có mới/)
  })
})

describe('who works in some categories', () => {
  test('finds nothing else, and writes for nothing else', async () => {
    const portal = await testPortal()
    const mine = await given.article(portal)
    const other = await given.article(portal, { typed: { categoryId: String(await given.category(portal, 'Khác')) } })
    const staffId = await portal.idOf(binh)
    await portal.database.write
      .insertInto('staff_categories')
      .values({ staff_id: staffId, category_id: mine.categoryId })
      .execute()

    assert.equal((await portal.as(binh).get(mine.desk)).status, 200)
    assert.equal((await portal.as(binh).get(other.desk)).status, 404)
    const list = (await portal.as(binh).get('/quan-tri/bai-viet')).main()
    assert.ok(list.includes(`href="${mine.desk}"`) && !list.includes(`href="${other.desk}"`))
    const moved = await press(portal, binh, mine.desk, '', { categoryId: String(other.categoryId) })
    assert.match(beside(moved, 'categoryId'), /không phụ trách chuyên mục này/)
  })
})

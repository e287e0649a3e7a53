import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { mostNewForms } from '../../src/newsdesk/autosave-article.ts'
import type { Answer, Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong, type Person } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { formIn } from './editor-form.ts'

const articles = '/quan-tri/bai-viet'
const newForm = `${articles}/tu-luu`
const formKey = 'mot-bieu-mau-moi-01'
const windowKey = 'cua-so-cua-huong'

type Kept = { kind: string; at: string | null; sentence: string }

async function autosave(
  portal: TestPortal,
  person: Person,
  path: string,
  form: Form,
): Promise<Kept & { status: number }> {
  const answer = await portal.as(person).post(path, form)
  return { ...(JSON.parse(answer.text) as Kept), status: answer.status }
}

/** What a browser would send of her editor while she types `typed` there. */
async function typedInto(portal: TestPortal, person: Person, desk: string, typed: Form): Promise<Form> {
  return { ...formIn(await portal.as(person).get(desk)), windowKey, ...typed }
}

const slots = async ({ database }: TestPortal) => {
  const rows = await database.write.selectFrom('autosaves').selectAll().orderBy('slot').execute()
  return rows.map(({ form, ...row }) => ({ ...row, form: JSON.parse(form) as Record<string, string> }))
}

/** Everything but slots, sessions and what was seen of them. */
async function storedElse(portal: TestPortal) {
  const { autosaves: _, sessions: __, ...others } = await given.everythingStored(portal)
  return others
}

const noticed = (answer: Answer) => /Bạn có bản tự lưu lúc [^<]*/.exec(answer.main())?.[0] ?? null
const windowOfPage = (answer: Answer) => /data-seen="([^"]*)"/.exec(answer.main())?.[1] ?? assert.fail('no autosave')

describe('a new article', () => {
  test('is kept from the first letter, without a title, and is no article yet', async () => {
    const portal = await testPortal()
    await portal.as(huong).get(articles)
    const before = await storedElse(portal)
    const typed = { version: '0', formKey, body: 'M' }

    const { status, ...answer } = await autosave(portal, huong, newForm, typed)
    assert.equal(status, 200)
    assert.deepEqual(answer, { kind: 'kept', at: portal.clock.now(), sentence: 'Đã tự lưu lúc 10:00' })
    const [slot] = await slots(portal)
    assert.deepEqual([slot?.slot, slot?.article_id, slot?.form['body']], [`form-${formKey}`, null, 'M'])
    assert.deepEqual(await storedElse(portal), before)
    assert.doesNotMatch((await portal.as(an).get(articles)).main(), /Chưa có tiêu đề/)
  })

  test('is kept as it was typed, also what no draft may hold', async () => {
    const portal = await testPortal()
    const typed = {
      title: `  ${'dài '.repeat(100)}`,
      publishAt: 'ngày mai',
      sourceAddress: 'báo Gia Lai',
      body: 'Một ký hiệu rỗng: \u0000, một nửa ký tự: \uFFFD',
      tags: 'a,a',
      reason: 'gấp',
    }
    const foreign = { role: 'administrator', windowKey: 'x'.repeat(65), xong: 'luu' }

    assert.equal((await autosave(portal, duc, newForm, { ...typed, ...foreign, formKey })).status, 200)
    const [slot] = await slots(portal)
    const { title, publishAt, sourceAddress, body, tags, reason, windowKey: key, role } = slot?.form ?? {}
    assert.deepEqual({ title, publishAt, sourceAddress, body, tags, reason }, typed)
    assert.deepEqual([key, role], ['', undefined])
    const editor = await portal.as(duc).get(`${articles}/moi?tu-luu=${formKey}`)
    assert.match(editor.main(), /value="báo Gia Lai"/)
  })

  test('stands on the page of new articles until it is taken back, and goes on as the same form', async () => {
    const portal = await testPortal()
    await autosave(portal, huong, newForm, { formKey, body: 'Mía được mùa.' })
    const named = `${formKey}-2`
    await autosave(portal, huong, newForm, { formKey: named, title: 'Hội xuân Đak Pơ' })

    const page = (await portal.as(huong).get(`${articles}/moi`)).main()
    assert.match(page, /Bạn có 2 bài viết dở, chưa lưu thành nháp/)
    assert.match(page, /Chưa có tiêu đề, tự lưu lúc 10:00/)
    assert.match(page, /Hội xuân Đak Pơ, tự lưu lúc 10:00/)
    const editor = await portal.as(huong).get(`${articles}/moi?tu-luu=${formKey}`)
    assert.match(editor.main(), /Đây là bản tự lưu của bạn\. Bấm “Lưu nháp” để giữ\./)
    assert.doesNotMatch(editor.main(), /bài viết dở/)
    const form = formIn(editor)
    assert.deepEqual([form['formKey'], form['body'], form['title']], [formKey, 'Mía được mùa.', ''])

    const saved = await portal.as(huong).post(articles, { ...form, title: 'Mùa mía' })
    assert.equal(saved.status, 303)
    assert.deepEqual(
      (await slots(portal)).map(({ slot }) => slot),
      [`form-${named}`],
    )
    assert.equal((await portal.as(huong).get(`${articles}/moi?tu-luu=${formKey}`)).location, `${articles}/moi`)
  })

  test('a form that has made its article is kept with it', async () => {
    const portal = await testPortal()
    const saved = await portal.as(huong).post(articles, { formKey, title: 'Mùa mía' })
    const desk = (saved.location ?? '').replace(/\?.*/, '')

    const again = await autosave(portal, huong, newForm, { formKey, version: '0', title: 'Mùa mía ngọt' })
    assert.equal(again.kind, 'kept')
    assert.equal((await slots(portal))[0]?.slot, `article-${desk.split('/').at(-1)}`)
    assert.ok(noticed(await portal.as(huong).get(desk)))
    assert.equal((await portal.as(huong).post(newForm, { formKey: 'ngan', title: 'Mùa mía' })).status, 400)
  })

  test('that says nothing is not kept, and what was taken out again is kept no longer', async () => {
    const portal = await testPortal()
    const empty = await typedInto(portal, huong, `${articles}/moi`, {})
    assert.equal((await autosave(portal, huong, newForm, { ...empty, title: 'Mía' })).kind, 'kept')
    assert.equal((await slots(portal)).length, 1)
    const { kind, sentence } = await autosave(portal, huong, newForm, { ...empty, title: ' ' })
    assert.deepEqual([kind, sentence], ['nothing-new', 'Không có gì khác bản đã lưu'])
    assert.deepEqual(await slots(portal), [])
  })
})

describe('an article', () => {
  test('has one slot for each person, which leaves no trace in the history', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal)
    const hers = await typedInto(portal, huong, desk, { body: 'Bản của Hương' })
    const his = await typedInto(portal, binh, desk, { body: 'Bản của Bình' })
    const before = await storedElse(portal)
    await autosave(portal, huong, `${desk}/tu-luu`, hers)
    await autosave(portal, binh, `${desk}/tu-luu`, his)
    portal.clock.advance({ minutes: 1 })
    const { sentence } = await autosave(portal, huong, `${desk}/tu-luu`, { ...hers, body: 'Bản của Hương, dài hơn' })

    assert.equal(sentence, 'Đã tự lưu lúc 10:01')
    const kept = (await slots(portal)).map(({ staff_id, form }) => [staff_id, form['body']])
    assert.deepEqual(
      kept.toSorted(),
      [
        [await portal.idOf(huong), 'Bản của Hương, dài hơn'],
        [await portal.idOf(binh), 'Bản của Bình'],
      ].toSorted(),
    )
    assert.deepEqual(await storedElse(portal), before)
    assert.doesNotMatch((await portal.visitor().get('/')).text, /Bản của/)
  })

  test('gives back what was typed, and an explicit save ends it', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    await autosave(portal, huong, `${desk}/tu-luu`, await typedInto(portal, huong, desk, { title: 'Tiêu đề tự lưu' }))
    for (let night = 0; night < 2; night++) {
      portal.clock.advance({ hours: 8 })
      await portal.as(huong).get(articles)
    }

    const page = await portal.as(huong).get(desk)
    assert.equal(noticed(page), 'Bạn có bản tự lưu lúc 17/02/2017, 10:00, chưa lưu thành nháp.')
    assert.equal(formIn(page)['title'], 'Hội nghị tổng kết năm 2016')
    assert.equal(noticed(await portal.as(binh).get(desk)), null)
    const restored = await portal.as(huong).get(`${desk}?tu-luu`)
    assert.equal(noticed(restored), null)
    assert.equal(formIn(restored)['title'], 'Tiêu đề tự lưu')
    assert.equal(formIn(await portal.as(binh).get(`${desk}?tu-luu`))['title'], 'Hội nghị tổng kết năm 2016')

    const saved = await portal.as(huong).post(desk, formIn(restored))
    const after = await portal.as(huong).get(saved.location ?? '')
    assert.deepEqual(await slots(portal), [])
    assert.equal(noticed(after), null)
    assert.equal(formIn(after)['title'], 'Tiêu đề tự lưu')
  })

  test('is not spoken of when what was kept says what it says', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft', typed: { body: 'Hai đoạn.\n\nCòn nguyên.' } })
    const form = await typedInto(portal, huong, desk, {})
    await autosave(portal, huong, `${desk}/tu-luu`, { ...form, body: 'Hai đoạn.' })
    assert.ok(noticed(await portal.as(huong).get(desk)))
    await portal.database.write
      .updateTable('autosaves')
      .set({ form: JSON.stringify({ ...form, body: 'Hai  đoạn.\r\n\r\n\r\nCòn nguyên. ' }) })
      .execute()
    assert.equal(noticed(await portal.as(huong).get(desk)), null)
  })

  test('keeps its slot where it stands: in the trash, withdrawn, on the portal', async () => {
    const portal = await testPortal()
    for (const as of ['trashed', 'withdrawn', 'published'] as const) {
      const { desk } = await given.article(portal, {
        as,
        typed: { categoryId: String(await given.category(portal, `Mục ${as}`)) },
      })
      const form = await typedInto(portal, huong, desk, { lead: `Lời dẫn ${as}` })
      assert.equal((await autosave(portal, huong, `${desk}/tu-luu`, form)).kind, 'kept', as)
      assert.equal(formIn(await portal.as(huong).get(`${desk}?tu-luu`))['lead'], `Lời dẫn ${as}`)
    }
    assert.equal((await slots(portal)).length, 3)
  })

  test('of somebody else is kept for nobody', async () => {
    const portal = await testPortal()
    const other = given.colleagueOf(huong)
    const { desk } = await given.article(portal, { as: 'draft', writtenBy: other })
    await autosave(portal, other, `${desk}/tu-luu`, await typedInto(portal, other, desk, { title: 'Của tôi' }))
    await autosave(portal, other, newForm, { formKey, title: 'Cũng của tôi' })

    const me = portal.as(huong)
    for (const path of [`${desk}/tu-luu`, `${desk}/tu-luu/bo`])
      assert.equal((await me.post(path, { title: 'Tôi nữa' })).status, 404, path)
    const page = (await me.get(`${articles}/moi`)).main()
    assert.doesNotMatch(page, /bài viết dở|Cũng của tôi/)
    assert.equal((await me.get(`${articles}/moi?tu-luu=${formKey}`)).location, `${articles}/moi`)
    const savedAt = (await slots(portal))[0]?.saved_at ?? ''
    assert.equal((await me.post(`${newForm}/bo`, { formKey, seenAutosave: savedAt })).status, 303)
    assert.equal((await slots(portal)).length, 2)
    await portal.as(other).post(articles, { formKey, title: 'Thành bài' })
    assert.equal((await me.post(newForm, { formKey, title: 'Lấn sang' })).status, 404)
  })

  test('is dropped as it was seen, and no newer one with it', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    const form = await typedInto(portal, huong, desk, { title: 'Bản thử' })
    await autosave(portal, huong, `${desk}/tu-luu`, form)
    const drop = () => formOfDrop(portal, desk)
    const seen = await drop()
    portal.clock.advance({ minutes: 1 })
    await autosave(portal, huong, `${desk}/tu-luu`, { ...form, title: 'Bản thử, dài hơn' })

    const late = await portal.as(huong).post(`${desk}/tu-luu/bo`, seen)
    assert.deepEqual([late.status, late.location], [303, desk])
    assert.equal((await slots(portal)).length, 1)
    const answer = await portal
      .as(huong)
      .post(`${desk}/tu-luu/bo`, await drop(), { headers: { accept: 'application/json' } })
    assert.equal(answer.text, '{"kind":"dropped"}')
    assert.deepEqual(await slots(portal), [])
    assert.equal(noticed(await portal.as(huong).get(desk)), null)
  })
})

/** What the button “Bỏ bản này” of her editor sends. */
async function formOfDrop(portal: TestPortal, desk: string): Promise<Form> {
  const page = (await portal.as(huong).get(desk)).main()
  return { seenAutosave: /name="seenAutosave" value="([^"]+)"/.exec(page)?.[1] ?? assert.fail('nothing to drop') }
}

describe('when somebody saves meanwhile', () => {
  test('she is told who and when, what she typed is kept, and nobody is overwritten', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft', typed: { body: 'Đoạn một.\n\nĐoạn hai.' } })
    const hers = await typedInto(portal, huong, desk, { body: 'Đoạn một.\n\nĐoạn hai của Hương.' })
    const his = formIn(await portal.as(binh).get(desk))
    portal.clock.advance({ minutes: 5 })
    await portal.as(binh).post(desk, { ...his, body: 'Đoạn một của Bình.\n\nĐoạn hai.' })
    portal.clock.advance({ minutes: 1 })

    const { status, kind, sentence } = await autosave(portal, huong, `${desk}/tu-luu`, hers)
    assert.deepEqual([status, kind], [409, 'newer-version'])
    assert.match(sentence, /^Trần Văn Bình đã thay đổi bài này lúc 10:05\. Chữ của bạn được giữ riêng\./)
    assert.match((await slots(portal))[0]?.form['body'] ?? '', /của Hương/)

    const restored = formIn(await portal.as(huong).get(`${desk}?tu-luu`))
    assert.equal(restored['version'], '1')
    const met = await portal.as(huong).post(desk, restored)
    assert.equal(met.status, 409)
    const merged = await portal.as(huong).post(`${desk}/ghep`, formIn(met, 'merge'))
    assert.equal(formIn(merged)['body'], 'Đoạn một của Bình.\n\nĐoạn hai của Hương.')
    assert.equal(noticed(merged), null)
    assert.equal((await portal.as(huong).post(desk, formIn(merged))).status, 303)
    assert.deepEqual(await slots(portal), [])
  })

  test('and it was herself, she is told so', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    const form = await typedInto(portal, huong, desk, {})
    await portal.as(huong).post(desk, { ...form, title: 'Sửa ở cửa sổ kia' })
    const { kind, sentence } = await autosave(portal, huong, `${desk}/tu-luu`, { ...form, lead: 'Sửa ở cửa sổ này' })
    assert.equal(kind, 'newer-version')
    assert.match(sentence, /^Bạn đã thay đổi bài này lúc 10:00 ở cửa sổ khác\./)
  })

  test('and passed it on without a new text, he is named too', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    const form = await typedInto(portal, huong, desk, { lead: 'Còn sửa' })
    await portal.as(duc).post(`${desk}/xoa`)
    assert.match((await autosave(portal, huong, `${desk}/tu-luu`, form)).sentence, /^Lê Minh Đức đã thay đổi bài này/)
  })
})

describe('two windows of one person', () => {
  test('never replace what the other has not seen', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    const [one, two] = [windowKey, 'cua-so-thu-hai']
    const first = await typedInto(portal, huong, desk, { windowKey: one, seenAutosave: '' })
    const second = { ...first, windowKey: two }
    await autosave(portal, huong, `${desk}/tu-luu`, { ...first, body: 'Viết cả buổi sáng' })
    const savedAt = portal.clock.now()
    portal.clock.advance({ minutes: 2 })

    const refused = await autosave(portal, huong, `${desk}/tu-luu`, { ...second, body: 'Một chữ' })
    assert.deepEqual([refused.status, refused.kind, refused.at], [409, 'other-window', savedAt])
    assert.match(refused.sentence, /^Có bản tự lưu lúc 10:00 không phải của cửa sổ này/)
    assert.equal((await slots(portal))[0]?.form['body'], 'Viết cả buổi sáng')

    const taken = await autosave(portal, huong, `${desk}/tu-luu`, { ...second, body: 'Một chữ', seenAutosave: savedAt })
    assert.equal(taken.kind, 'kept')
    const late = await autosave(portal, huong, `${desk}/tu-luu`, { ...first, body: 'Viết tiếp', seenAutosave: savedAt })
    assert.equal(late.kind, 'other-window')
    const known = await autosave(portal, huong, `${desk}/tu-luu`, { ...first, body: 'Viết tiếp', seenAutosave: two })
    assert.equal(known.kind, 'kept')
    assert.equal((await slots(portal)).length, 1)
  })

  test('the page that gives something back may go on with it, the page that only tells of it may not', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    await autosave(portal, huong, `${desk}/tu-luu`, await typedInto(portal, huong, desk, { title: 'Bản tự lưu' }))
    const [savedAt] = (await slots(portal)).map((slot) => slot.saved_at)
    assert.equal(windowOfPage(await portal.as(huong).get(desk)), '')
    assert.equal(windowOfPage(await portal.as(huong).get(`${desk}?tu-luu`)), savedAt)
    const refused = await portal.as(huong).post(desk, { version: '1', title: '', body: 'Chưa có tiêu đề' })
    assert.equal(refused.status, 422)
    assert.equal(windowOfPage(refused), savedAt)
    assert.equal(noticed(refused), null)
  })
})

describe('the bounds', () => {
  test('two megabytes are kept, more is refused with a sentence', async () => {
    const portal = await testPortal()
    const fits = 'đ'.repeat(1024 * 1024 - 500)
    assert.equal((await autosave(portal, huong, newForm, { formKey, body: fits })).status, 200)
    const { status, kind, sentence } = await autosave(portal, huong, newForm, {
      formKey,
      body: `${fits}${'đ'.repeat(500)}`,
    })
    assert.deepEqual([status, kind], [413, 'too-large'])
    assert.match(sentence, /^Bài dài quá 2 MB/)
    assert.equal((await slots(portal))[0]?.form['body'], fits)
  })

  test('nobody begins more forms than she could look through', async () => {
    const portal = await testPortal()
    for (let number = 0; number < mostNewForms; number++)
      await autosave(portal, huong, newForm, { formKey: `${formKey}-${number}`, title: `Bài ${number}` })
    const { status, sentence } = await autosave(portal, huong, newForm, { formKey, title: 'Bài nữa' })
    assert.equal(status, 409)
    assert.match(sentence, /^Bạn có 30 bài viết dở nên không tự lưu thêm được\./)
    assert.equal((await slots(portal)).length, mostNewForms)
    assert.equal(
      (await autosave(portal, huong, newForm, { formKey: `${formKey}-3`, title: 'Bài 3 dài hơn' })).kind,
      'kept',
    )
    assert.equal((await autosave(portal, binh, newForm, { formKey, title: 'Bài của Bình' })).kind, 'kept')
  })

  test('what nobody came back for goes after thirty days', async () => {
    const portal = await testPortal()
    await autosave(portal, huong, newForm, { formKey, title: 'Để quên' })
    portal.clock.advance({ days: 20 })
    await autosave(portal, binh, newForm, { formKey, title: 'Còn mới' })
    portal.clock.advance({ days: 11 })
    await portal.catchUp()
    assert.deepEqual(
      (await slots(portal)).map(({ form }) => form['title']),
      ['Còn mới'],
    )
  })

  test('a form without its token is not kept, and neither is a visitor’s', async () => {
    const portal = await testPortal()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ formKey, title: 'Lạ' }).toString()
    assert.equal((await portal.as(huong).postRaw(newForm, { body, headers })).status, 403)
    const visitor = await portal.visitor().postRaw(newForm, { body, headers })
    assert.deepEqual([visitor.status, visitor.location], [303, '/quan-tri/dang-nhap'])
    assert.deepEqual(await slots(portal), [])
  })
})

test('a page learns whose session this is, and the token of its forms', async () => {
  const portal = await testPortal()
  const answer = await portal.as(huong).get(newForm)
  const session = JSON.parse(answer.text) as { kind: string; staffId: number; formToken: string }
  assert.deepEqual([session.kind, session.staffId], ['signed-in', await portal.idOf(huong)])
  assert.equal(session.formToken, await portal.as(huong).formToken())
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.equal((await portal.visitor().get(newForm)).status, 303)
})

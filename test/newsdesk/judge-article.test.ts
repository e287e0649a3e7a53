import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { beside, formIn, summedUp } from './editor-form.ts'

const articles = '/quan-tri/bai-viet'
const publishing = `${articles}/dang`
const portal = await testPortal()
for (const person of [huong, duc]) await portal.as(person).formToken()
const categoryId = String(await given.category(portal, 'Tin tức'))
const complete = (typed: Form = {}) => given.typedArticle({ categoryId, ...typed })

const countArticles = async ({ database }: TestPortal) =>
  (await database.write.selectFrom('articles').select('id').execute()).length

/** Refused with 422, nothing written, everything typed kept. Gives the page. */
async function refused(path: string, typed: Form) {
  const before = await given.everythingStored(portal)
  const answer = await portal.as(duc).post(path, typed)
  assert.equal(answer.status, 422, answer.main().slice(0, 300))
  assert.deepEqual(await given.everythingStored(portal), before)
  const kept = formIn(answer)
  for (const [name, value] of Object.entries(typed)) assert.equal(kept[name], value, name)
  return answer
}

const tellsOne = async (path: string, typed: Form, field: string, sentence: RegExp) => {
  const answer = await refused(path, typed)
  assert.deepEqual(summedUp(answer), [field])
  assert.match(beside(answer, field), sentence)
}

describe('even a draft', () => {
  test('has a title', () => tellsOne(articles, complete({ title: '' }), 'title', /Viết tiêu đề/))

  test('has a title of at most 250 letters', async () => {
    await tellsOne(articles, complete({ title: 'ờ'.repeat(251) }), 'title', /Dài quá 250 ký tự/)
    assert.equal((await portal.as(duc).post(articles, complete({ title: 'ờ'.repeat(250) }))).status, 303)
  })

  test('has a body that a person could have written, and 1 MB of it is kept', async () => {
    const body = 'Mùa mía. '.repeat(110_000).trim()
    assert.ok(Buffer.byteLength(body) > 1_048_576)
    await tellsOne(articles, complete({ body }), 'body', /Dài quá 400\.000 ký tự/)
  })

  test('stands in a category that is there', async () => {
    const answer = await portal.as(duc).post(articles, complete({ categoryId: '424242' }))
    assert.equal(answer.status, 422)
    assert.deepEqual(summedUp(answer), ['categoryId'])
    assert.match(beside(answer, 'categoryId'), /không còn nữa/)
    assert.equal(formIn(answer)['title'], complete()['title'])
  })

  test('has a cover that is still in the library', async () => {
    const { id } = await given.picture(portal)
    assert.equal((await portal.as(huong).post(`/quan-tri/hinh-anh/${id}/xoa`)).status, 303)
    const answer = await portal.as(duc).post(articles, complete({ coverPictureId: String(id) }))

    assert.equal(answer.status, 422)
    assert.deepEqual(summedUp(answer), ['coverPictureId'])
    assert.match(beside(answer, 'coverPictureId'), /không còn trong thư viện/)
  })

  test('does not describe its cover by the name of the file', async () => {
    const { id } = await given.picture(portal, { originalName: 'IMG_20170211_192714.jpg' })
    const typed = complete({ coverPictureId: String(id), coverAlternative: 'IMG_20170211_192714.jpg' })
    await tellsOne(articles, typed, 'coverAlternative', /tên tệp/)
    assert.equal((await portal.as(duc).post(articles, { ...typed, coverAlternative: '' })).status, 303)
  })

  test('names a source that a browser can open', async () => {
    for (const sourceAddress of ['baogialai.com.vn', 'javascript:alert(1)', 'https://', 'ftp://gialai.gov.vn/a'])
      await tellsOne(articles, complete({ sourceAddress }), 'sourceAddress', /bắt đầu bằng https/)
  })

  test('has a date that the calendar has', async () => {
    for (const publishAt of ['2017-02-30T07:00', '2017-13-01T07:00', '30/02/2017', '2017-02-16T25:00', 'hôm qua'])
      await tellsOne(articles, complete({ publishAt }), 'publishAt', /2017-02-16T16:40/)
  })

  test('has an address with letters', () => tellsOne(articles, complete({ slug: '★ ★' }), 'slug', /chữ không dấu/))

  test('has at most twenty tags', () =>
    tellsOne(
      articles,
      complete({ tags: Array.from({ length: 21 }, (_, n) => `từ ${n}`).join(', ') }),
      'tags',
      /20 từ khóa/,
    ))

  test('holds no signs that stand for broken letters', async () => {
    const typed = complete({ title: 'H\uFFFDi nghị', lead: '\uFFFD', body: '\uFFFD', author: '\uFFFD', tags: '\uFFFD' })
    assert.deepEqual(summedUp(await refused(articles, typed)), ['title', 'lead', 'body', 'author', 'tags'])
  })

  test('can be rendered in a second, and the next one is', async () => {
    await tellsOne(articles, complete({ body: `${'> '.repeat(4_000)}x` }), 'body', /không dựng được trang/)
    assert.equal((await portal.as(duc).post(articles, complete({ body: '**Đậm**' }))).status, 303)
  })
})

describe('what readers shall get', () => {
  test('has a lead, a text and a category; they are told in the order of the form', async () => {
    const answer = await refused(publishing, {
      title: '',
      lead: '',
      body: '',
      categoryId: '',
      sourceAddress: 'x',
      publishAt: 'y',
    })
    assert.deepEqual(summedUp(answer), ['title', 'lead', 'body', 'categoryId', 'publishAt', 'sourceAddress'])
    assert.match(answer.main(), /Còn 6 chỗ cần sửa/)
    for (const field of summedUp(answer)) assert.notEqual(beside(answer, field), '', field)
  })

  test('has a cover that somebody described, or that is only decoration', async () => {
    const { id } = await given.picture(portal)
    const typed = complete({ coverPictureId: String(id), coverAlternative: '' })
    assert.deepEqual(summedUp(await refused(publishing, typed)), ['coverAlternative'])
    assert.equal((await portal.as(duc).post(publishing, { ...typed, coverDecorative: '1' })).status, 303)
    const described = { ...typed, coverAlternative: 'Ruộng rau xanh trên đất đỏ dưới chân núi' }
    const answer = await portal.as(duc).post(publishing, described)
    assert.equal(answer.status, 303)
    assert.equal(
      formIn(await portal.as(duc).get(answer.location ?? ''))['coverAlternative'],
      described.coverAlternative,
    )
  })

  test('has no picture in its text that a blind reader would get nothing from', async () => {
    const { id } = await given.picture(portal)
    const wrong = {
      [`![](anh:${id})`]: /chưa có mô tả/,
      [`![IMG_20170211_192714.jpg](anh:${id})`]: /giống tên tệp/,
      '![Đồng mía](anh:424242)': /không nằm trong thư viện/,
      '![Đồng mía](https://example.com/mia.jpg)': /không nằm trong thư viện/,
      '![Đồng mía](/hinh-anh/a/b.jpg)': /không nằm trong thư viện/,
    }
    for (const [body, sentence] of Object.entries(wrong)) {
      await tellsOne(publishing, complete({ body }), 'body', sentence)
      assert.equal((await portal.as(duc).post(articles, complete({ body }))).status, 303, 'a draft may wait')
    }
    const body = `![Đồng mía xanh dưới chân núi](anh:${id})`
    assert.equal((await portal.as(duc).post(publishing, complete({ body }))).status, 303)
  })

  test('tells all that is wrong at once, and keeps the picture that was chosen', async () => {
    const { id } = await given.picture(portal)
    const typed = complete({ lead: '', coverPictureId: String(id), tags: 'một, hai', slug: 'dia-chi', version: '0' })
    assert.deepEqual(summedUp(await refused(publishing, typed)), ['lead', 'coverAlternative'])
    assert.deepEqual(summedUp(await refused(publishing, { ...typed, coverDecorative: '1' })), ['lead'])
  })
})

test('bytes that are no UTF-8 are refused, and nothing is written', async () => {
  const before = await countArticles(portal)
  const token = await portal.as(duc).formToken()
  const send = (title: string) =>
    portal.as(duc).postRaw(articles, {
      body: `form-token=${encodeURIComponent(token)}&title=${title}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })

  assert.deepEqual([(await send('H%FFng')).status, await countArticles(portal)], [400, before])
  assert.deepEqual([(await send('H%C6%B0ng')).status, await countArticles(portal)], [303, before + 1])
})

test('what nobody can see is taken out of what was typed, and letters get their one form', async () => {
  const typed = {
    title: '  Hội\u00a0nghị\u0000 \u200btổng\tkết  ',
    lead: 'Sáng\u0007 nay\r\nở huyện',
    body: '\u00a0\u00a0\u00a0Đoạn một\u0008.\r\n\r\n\r\n\r\n\u00a0 \u00a0Đoạn hai.',
    author: 'Ðinh Lan'.normalize('NFD'),
  }
  const answer = await portal.as(huong).post(articles, typed)
  const form = formIn(await portal.as(huong).get(answer.location ?? ''))

  assert.equal(form['title'], 'Hội nghị tổng kết')
  assert.equal(form['lead'], 'Sáng nay ở huyện')
  assert.equal(form['body'], 'Đoạn một.\n\nĐoạn hai.')
  assert.equal(form['author'], 'Đinh Lan')
})

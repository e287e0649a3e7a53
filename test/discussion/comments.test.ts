import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Answer } from '../support/client.ts'
import { elementsIn, fragmentOf, textIn } from '../support/html.ts'
import { an, binh, duc, huong, sau } from '../support/people.ts'
import { type DiscussionSite, discussionSite } from './discussion-site.ts'
import { dismissed, draft, employed } from './given-discussion.ts'

const hanh = { ...huong, name: 'Đinh Hạnh', email: 'hanh@dakpo.gialai.gov.vn' }

/** Her article, and everybody at work but Sáu, who left. */
async function given() {
  const site = await discussionSite()
  for (const person of [huong, hanh, binh, duc, an, sau]) await employed(site.database, person)
  await dismissed(site.database, sau)
  const id = await draft(site.database, huong, 'Đak Pơ vào mùa mía')
  return { site, id, editor: `/quan-tri/bai-viet/${id}`, comments: `/quan-tri/bai-viet/${id}/trao-doi` }
}

const textOf = (answer: Answer) => textIn(fragmentOf(answer.main())).replace(/\s+/g, ' ')
const listIn = (answer: Answer) => /<ol class="comments">[\s\S]*<\/ol>/.exec(answer.main())?.[0] ?? ''
const storedComments = ({ database }: DiscussionSite) => database.write.selectFrom('comments').selectAll().execute()

describe('a comment', () => {
  test('stands beside the editor with its writer, its time and its paragraphs, oldest first', async () => {
    const { site, editor, comments } = await given()
    assert.match(textOf(await site.as(huong).get(editor)), /Chưa có trao đổi nào về bài này/)

    const sent = await site.as(binh).post(comments, { comment: 'Sửa lại tít.\n\nXem /quan-tri/hinh-anh nhé.' })
    site.clock.advance({ days: 1 })
    await site.as(huong).post(comments, { comment: 'Em sửa rồi.' })

    assert.equal(sent.status, 303)
    assert.equal(sent.location, `${editor}#trao-doi`)
    const page = await site.as(huong).get(editor)
    assert.match(
      textOf(page),
      /Trần Văn Bình 17\/02\/2017, 10:00 Sửa lại tít\. .*Nguyễn Thị Hương 10:00 hôm nay Em sửa rồi\./,
    )
    assert.ok(listIn(page).includes('<time datetime="2017-02-17T10:00:00+07:00">'))
    assert.ok(listIn(page).includes('<p>Sửa lại tít.</p>'))
    assert.ok(listIn(page).includes('<p>Xem <a href="/quan-tri/hinh-anh">/quan-tri/hinh-anh</a> nhé.</p>'))
  })

  test('cannot bring HTML into the page, nor can a name', async () => {
    const { site, editor, comments } = await given()
    const trickster = { ...duc, name: '<img src=x onerror=alert(2)>', email: 'x@dakpo.gialai.gov.vn' }
    const text = '<script>alert(1)</script><b>đậm</b> "/quan-tri/"onmouseover="alert(3)'
    await site.as(trickster).post(comments, { comment: text, [`mention-${await site.idOf(binh)}`]: '1' })

    const section = fragmentOf(listIn(await site.as(binh).get(editor)))
    assert.ok(textIn(section).includes('<script>alert(1)</script><b>đậm</b>'))
    assert.ok(textIn(section).includes(trickster.name))
    const elements = elementsIn(section)
    assert.deepEqual(
      elements.filter(({ tagName, properties }) => ['script', 'img'].includes(tagName) || 'onMouseOver' in properties),
      [],
    )
    assert.deepEqual(
      elements.flatMap(({ properties }) => properties['href'] ?? []),
      ['/quan-tri/'],
    )
  })

  for (const [fault, comment, issue] of [
    ['without a word', '   \n ', /Viết nội dung trao đổi/],
    ['of 4.001 letters', 'ệ'.repeat(4_001), /Dài quá 4\.000 ký tự/],
    ['with broken letters', 'M\uFFFDa mía', /Có chữ bị hỏng mã/],
  ] as const) {
    test(`${fault} comes back on a page of its own with everything that was typed`, async () => {
      const { site, editor, comments } = await given()
      const tick = `mention-${await site.idOf(duc)}`
      const answer = await site.as(binh).post(comments, { comment, [tick]: '1' })

      assert.equal(answer.status, 422)
      assert.match(textOf(answer), issue)
      assert.match(textOf(answer), /Trao đổi về “Đak Pơ vào mùa mía”/)
      assert.ok(answer.main().includes(`href="${editor}#trao-doi"`))
      const elements = elementsIn(fragmentOf(answer.main()))
      const area = elements.find(({ tagName }) => tagName === 'textarea')
      assert.equal(area && textIn(area), comment.trim())
      assert.deepEqual(
        elements.filter(({ properties }) => properties['checked']).map(({ properties }) => properties['name']),
        [tick],
      )
      assert.deepEqual(await storedComments(site), [])
    })
  }

  test('of exactly 4.000 letters is taken', async () => {
    const { site, comments } = await given()
    assert.equal((await site.as(binh).post(comments, { comment: 'ệ'.repeat(4_000) })).status, 303)
    assert.equal((await storedComments(site))[0]?.body.length, 4_000)
  })

  test('is shown newest fifty first; what is older stands one link further', async () => {
    const { site, editor, comments } = await given()
    for (let number = 1; number <= 60; number++) await site.as(binh).post(comments, { comment: `Ý kiến ${number}.` })

    const page = await site.as(huong).get(editor)
    assert.match(textOf(page), /Ý kiến 11\. .*Ý kiến 60\./)
    assert.doesNotMatch(textOf(page), /Ý kiến 10\./)
    const older = /href="([^"]+truoc=[^"]+)"/.exec(page.main())?.[1] ?? ''
    const before = await site.as(huong).get(older)
    assert.match(textOf(before), /Trao đổi về “Đak Pơ vào mùa mía” .*Ý kiến 1\. .*Ý kiến 10\./)
    assert.doesNotMatch(textOf(before), /Ý kiến 11\./)
    assert.doesNotMatch(before.main(), /truoc=/)
    assert.ok(before.main().includes(`href="${editor}#trao-doi">Xem trao đổi mới nhất`))
  })
})

describe('taking a comment back', () => {
  test('leaves its row, and on the page only that it was removed', async () => {
    const { site, editor, comments } = await given()
    await site.as(binh).post(comments, { comment: 'Viết nhầm bài.', [`mention-${await site.idOf(huong)}`]: '1' })
    const [{ id } = { id: 0 }] = await storedComments(site)
    assert.ok((await site.as(binh).get(editor)).main().includes(`action="${comments}/${id}/xoa"`))

    const answer = await site.as(binh).post(`${comments}/${id}/xoa`)

    assert.equal(answer.status, 303)
    assert.equal(answer.location, `${editor}#trao-doi`)
    const page = await site.as(binh).get(editor)
    assert.match(textOf(page), /Trần Văn Bình 10:00 hôm nay Đã xóa/)
    assert.doesNotMatch(page.main(), /Viết nhầm bài|Nhắc Nguyễn|\/xoa"/)
    const [row] = await storedComments(site)
    assert.deepEqual([row?.removed_at, row?.body], ['2017-02-17T03:00:00.000Z', 'Viết nhầm bài.'])
  })

  test('twice changes nothing any more', async () => {
    const { site, comments } = await given()
    await site.as(binh).post(comments, { comment: 'Viết nhầm bài.' })
    const [{ id } = { id: 0 }] = await storedComments(site)
    await site.as(binh).post(`${comments}/${id}/xoa`)
    site.clock.advance({ hours: 1 })
    assert.equal((await site.as(binh).post(`${comments}/${id}/xoa`)).status, 303)
    assert.equal((await storedComments(site))[0]?.removed_at, '2017-02-17T03:00:00.000Z')
  })

  test('is for its writer alone, whatever the role of others', async () => {
    const { site, editor, comments } = await given()
    await site.as(huong).post(comments, { comment: 'Của Hương.' })
    const [{ id } = { id: 0 }] = await storedComments(site)
    const page = await site.as(an).get(editor)
    assert.match(textOf(page), /Của Hương/)
    assert.doesNotMatch(page.main(), /\/xoa"/)
    assert.equal((await site.as(an).post(`${comments}/${id}/xoa`)).status, 403)
    assert.equal((await storedComments(site))[0]?.removed_at, null)
  })

  test('works at the address of its own article and at no other', async () => {
    const { site, comments } = await given()
    await site.as(binh).post(comments, { comment: 'Ở bài này.' })
    const [{ id } = { id: 0 }] = await storedComments(site)
    const other = await draft(site.database, huong, 'Bài khác')
    assert.equal((await site.as(binh).post(`/quan-tri/bai-viet/${other}/trao-doi/${id}/xoa`)).status, 404)
    assert.equal((await site.as(binh).post(`${comments}/${id}x/xoa`)).status, 404)
    assert.equal((await storedComments(site))[0]?.removed_at, null)
  })
})

describe('who may', () => {
  test('a reporter finds nothing at the addresses of another one’s article', async () => {
    const { site, editor, comments } = await given()
    await site.as(huong).post(comments, { comment: 'Của Hương.' })
    const [{ id } = { id: 0 }] = await storedComments(site)
    const stranger = site.as(hanh)
    assert.equal((await stranger.get(comments)).status, 404)
    for (const path of ['trao-doi', `trao-doi/${id}/xoa`, 'trao-doi/da-xem', 'co-mat', 'co-mat/roi'])
      assert.equal(
        (await stranger.post(`${editor}/${path}`, { comment: 'Chào', seenTo: String(id) })).status,
        404,
        path,
      )
    assert.equal((await storedComments(site)).length, 1)
    assert.deepEqual(await site.database.write.selectFrom('article_visitors').selectAll().execute(), [])
    assert.equal((await site.as(huong).get(comments)).status, 200)
  })

  test('nothing is posted without the token of a form', async () => {
    const { site, comments } = await given()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    assert.equal((await site.as(huong).postRaw(comments, { headers, body: 'comment=a' })).status, 403)
    assert.deepEqual(await storedComments(site), [])
  })

  test('no article has an odd number', async () => {
    const { site } = await given()
    for (const id of ['0', 'x', '999999999'])
      assert.equal((await site.as(an).get(`/quan-tri/bai-viet/${id}/trao-doi`)).status, 404)
  })
})

test('the first comment and the five-hundredth cost as many queries, to post and to show', async () => {
  const { site, id, editor, comments } = await given()
  const post = () => site.as(binh).post(comments, { comment: 'Thêm một ý.' })
  const show = () => site.as(huong).get(editor)
  const first = [await site.countQueries(post), await site.countQueries(show)]
  const row = { article_id: id, staff_id: await site.idOf(binh), at: site.clock.now(), body: 'Ý cũ.' }
  await site.database.write
    .insertInto('comments')
    .values(Array.from({ length: 498 }, () => row))
    .execute()
  assert.deepEqual([await site.countQueries(post), await site.countQueries(show)], first)
  assert.equal((await storedComments(site)).length, 500)
  assert.ok(
    first.every((count) => count > 0 && count <= 3),
    String(first),
  )
})

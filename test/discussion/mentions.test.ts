import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inTransaction } from '../../src/database/index.ts'
import { eraseDiscussion, mentionReader, mentionWriter } from '../../src/discussion/index.ts'
import { elementsIn, fragmentOf, textIn } from '../support/html.ts'
import { an, binh, duc, huong, sau } from '../support/people.ts'
import { discussionSite } from './discussion-site.ts'
import { dismissed, draft, employed } from './given-discussion.ts'

const hanh = { ...huong, name: 'Đinh Hạnh', email: 'hanh@dakpo.gialai.gov.vn' }

async function given() {
  const site = await discussionSite()
  for (const person of [huong, hanh, binh, duc, an, sau]) await employed(site.database, person)
  await dismissed(site.database, sau)
  const id = await draft(site.database, huong, 'Đak Pơ vào mùa mía')
  const editor = `/quan-tri/bai-viet/${id}`
  const mention = async (comment: string, ...called: (typeof huong)[]) => {
    const ticks = await Promise.all(called.map(async (person) => [`mention-${await site.idOf(person)}`, '1']))
    await site.as(binh).post(`${editor}/trao-doi`, { comment, ...Object.fromEntries(ticks) })
  }
  const unseen = async (person: typeof huong) => {
    const staffId = await site.idOf(person)
    const reader = mentionReader(site.database.write)
    const listed = await reader.listUnseen(staffId, 10)
    assert.equal(await reader.countUnseen(staffId), listed.length)
    return listed
  }
  return { site, id, editor, mention, unseen }
}

test('colleagues who may work on the article can be ticked: nobody else, not oneself, nobody who left', async () => {
  const { site, editor } = await given()
  const labels = elementsIn(fragmentOf((await site.as(binh).get(editor)).main())).filter(
    ({ tagName, properties }) => tagName === 'label' && String(properties['className']) === 'tick',
  )
  assert.deepEqual(
    labels.map((label) => textIn(label)),
    [duc, huong, an].map(({ name }) => name),
  )
})

test('who is mentioned finds it on her desk, newest first, shortened at a word', async () => {
  const { site, id, mention, unseen } = await given()
  await mention('Chị xem giúp\n\nđoạn hai.', huong, duc)
  site.clock.advance({ minutes: 5 })
  await mention(`Sửa ${'thật '.repeat(60)}kỹ.`, huong)

  const [newest, oldest] = await unseen(huong)
  assert.deepEqual(oldest, {
    commentId: 1,
    articleId: id,
    articleTitle: 'Đak Pơ vào mùa mía',
    by: 'Trần Văn Bình',
    at: '2017-02-17T03:00:00.000Z',
    text: 'Chị xem giúp đoạn hai.',
  })
  assert.match(newest?.text ?? '', /^Sửa (thật )+thật…$/)
  assert.ok((newest?.text.length ?? 999) <= 160)
  assert.equal((await mentionReader(site.database.write).listUnseen(await site.idOf(huong), 1)).length, 1)
  assert.equal((await unseen(duc)).length, 1)
  assert.deepEqual(await unseen(an), [])
})

test('who may not work on the article, or has left, is not mentioned even by a form of one’s own', async () => {
  const { site, mention } = await given()
  await mention('Chào cả nhà', hanh, sau, binh, duc)
  const rows = await site.database.write.selectFrom('mentions').select('staff_id').execute()
  assert.deepEqual(rows, [{ staff_id: await site.idOf(duc) }])
})

test('the list says who was mentioned, and tells the reader when it is she', async () => {
  const { site, editor, mention } = await given()
  await mention('Xem giúp.', duc, an)
  const pageFor = async (person: typeof huong) =>
    textIn(fragmentOf((await site.as(person).get(editor)).main())).replace(/\s+/g, ' ')
  assert.match(await pageFor(huong), /Xem giúp\. Nhắc Lê Minh Đức và Rơ Châm An/)
  assert.match(await pageFor(duc), /Có 1 trao đổi nhắc bạn\. .*Xem giúp\. Nhắc bạn và Rơ Châm An/)
  assert.doesNotMatch(await pageFor(huong), /nhắc bạn/i)
})

describe('a mention is seen', () => {
  test('by pressing “Đã xem”, up to the newest comment that the page showed, in this article alone', async () => {
    const { site, editor, mention, unseen } = await given()
    const other = await draft(site.database, huong, 'Bài khác')
    await site.as(binh).post(`/quan-tri/bai-viet/${other}/trao-doi`, {
      comment: 'Ở bài khác',
      [`mention-${await site.idOf(huong)}`]: '1',
    })
    await mention('Một.', huong, duc)
    const page = await site.as(huong).get(editor)
    const seenTo = /name="seenTo" value="(\d+)"/.exec(page.main())?.[1] ?? ''
    await mention('Hai.', huong)
    assert.equal((await unseen(huong)).length, 3)

    const answer = await site.as(huong).post(`${editor}/trao-doi/da-xem`, { seenTo })

    assert.equal(answer.status, 303)
    assert.equal(answer.location, `${editor}#trao-doi`)
    assert.deepEqual(
      (await unseen(huong)).map(({ text }) => text),
      ['Hai.', 'Ở bài khác'],
    )
    assert.deepEqual(
      (await unseen(duc)).map(({ text }) => text),
      ['Một.'],
    )
    const after = await site.as(huong).get(editor)
    assert.match(after.main(), /Có 1 trao đổi nhắc bạn/)
  })

  test('by having the editor open, as its first beat tells', async () => {
    const { site, editor, mention, unseen } = await given()
    await mention('Một.', huong)
    const page = await site.as(huong).get(editor)
    assert.equal((await unseen(huong)).length, 1, 'reading a page writes nothing')
    const seenTo = /data-newest-comment="(\d+)"/.exec(page.main())?.[1] ?? ''
    await site.as(huong).post(`${editor}/co-mat`, { seenTo })
    assert.deepEqual(await unseen(huong), [])
    const after = await site.as(huong).get(editor)
    assert.match(after.main(), /Nhắc bạn</)
    assert.doesNotMatch(after.main(), /da-xem|data-unseen/)
  })

  test('for good: a later look does not move the moment', async () => {
    const { site, id, mention } = await given()
    await mention('Một.', huong)
    const huongId = await site.idOf(huong)
    const look = () =>
      inTransaction(site.database, (transaction) =>
        mentionWriter(transaction, site.clock.now()).markSeen(id, huongId, 1),
      )
    await look()
    site.clock.advance({ hours: 1 })
    await look()
    const { seen_at } = await site.database.write.selectFrom('mentions').select('seen_at').executeTakeFirstOrThrow()
    assert.equal(seen_at, '2017-02-17T03:00:00.000Z')
  })
})

test('a comment that was taken back calls nobody any more', async () => {
  const { site, editor, mention, unseen } = await given()
  await mention('Một.', huong)
  await mention('Hai.', huong)
  await site.as(binh).post(`${editor}/trao-doi/1/xoa`)
  assert.deepEqual(
    (await unseen(huong)).map(({ text }) => text),
    ['Hai.'],
  )
  assert.match((await site.as(huong).get(editor)).main(), /Có 1 trao đổi nhắc bạn/)
})

test('an article that is erased calls nobody, and what was said about it can be erased with it', async () => {
  const { site, id, mention, unseen } = await given()
  const other = await draft(site.database, huong, 'Bài khác')
  await site
    .as(binh)
    .post(`/quan-tri/bai-viet/${other}/trao-doi`, { comment: 'Ở bài khác', [`mention-${await site.idOf(huong)}`]: '1' })
  await mention('Một.', huong)
  await site.database.write.updateTable('articles').set({ erased_at: site.clock.now() }).where('id', '=', id).execute()
  assert.deepEqual(
    (await unseen(huong)).map(({ articleId }) => articleId),
    [other],
  )

  await inTransaction(site.database, (transaction) => eraseDiscussion(transaction, id))

  const left = await site.database.write.selectFrom('comments').select('body').execute()
  assert.deepEqual(left, [{ body: 'Ở bài khác' }])
  assert.equal((await site.database.write.selectFrom('mentions').selectAll().execute()).length, 1)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { presenceSentence } from '../../src/discussion/presence.ts'
import { discussionWords } from '../../src/discussion/words.ts'
import { fragmentOf, textIn } from '../support/html.ts'
import { an, binh, duc, huong } from '../support/people.ts'
import { discussionSite } from './discussion-site.ts'
import { dismissed, draft, saved } from './given-discussion.ts'

async function given() {
  const site = await discussionSite()
  for (const person of [huong, binh, duc, an]) await site.idOf(person)
  const id = await draft(site.database, huong, 'Đak Pơ vào mùa mía')
  const editor = `/quan-tri/bai-viet/${id}`
  const beat = async (person: typeof huong, form = {}) => {
    const answer = await site.as(person).post(`${editor}/co-mat`, form)
    assert.equal(answer.status, 200)
    return JSON.parse(answer.text) as { others: string[]; sentence: string | null; newer: unknown }
  }
  const shownTo = async (person: typeof huong) => textIn(fragmentOf((await site.as(person).get(editor)).main()))
  return { site, id, editor, beat, shownTo }
}

test('two who have the same article open see each other, at once and in the page itself', async () => {
  const { beat, shownTo } = await given()
  assert.deepEqual(await beat(huong), { others: [], sentence: null, newer: null })
  assert.doesNotMatch(await shownTo(huong), /đang mở bài này/)
  assert.deepEqual(await beat(binh), {
    others: ['Nguyễn Thị Hương'],
    sentence: 'Nguyễn Thị Hương đang mở bài này',
    newer: null,
  })
  assert.equal((await beat(huong)).sentence, 'Trần Văn Bình đang mở bài này')
  assert.match(await shownTo(huong), /Trần Văn Bình đang mở bài này/)
})

test('opening the page alone tells nobody: the server writes nothing when it is read', async () => {
  const { beat, shownTo } = await given()
  await shownTo(binh)
  assert.deepEqual((await beat(huong)).others, [])
})

test('after a minute of silence she is gone', async () => {
  const { site, beat, shownTo } = await given()
  await beat(binh)
  site.clock.advance({ seconds: 59 })
  assert.deepEqual((await beat(huong)).others, ['Trần Văn Bình'])
  assert.match(await shownTo(huong), /Trần Văn Bình đang mở/)
  site.clock.advance({ seconds: 2 })
  assert.deepEqual((await beat(huong)).others, [])
  assert.doesNotMatch(await shownTo(huong), /đang mở/)
  assert.deepEqual((await beat(binh)).others, ['Nguyễn Thị Hương'])
  assert.deepEqual((await beat(huong)).others, ['Trần Văn Bình'])
})

test('leaving removes her at once, with the token where a beacon can carry it', async () => {
  const { site, editor, beat } = await given()
  await beat(binh)
  await beat(duc)
  assert.equal((await site.as(binh).post(`${editor}/co-mat/roi`)).status, 204)
  assert.deepEqual((await beat(huong)).others, ['Lê Minh Đức'])
  assert.equal((await site.as(duc).postRaw(`${editor}/co-mat/roi`)).status, 403)
  const token = await site.as(duc).formToken()
  assert.equal((await site.as(duc).postRaw(`${editor}/co-mat/roi?form-token=${token}`)).status, 204)
  assert.deepEqual((await beat(huong)).others, [])
})

test('presence belongs to one article, and rows that are over do not pile up', async () => {
  const { site, beat } = await given()
  const other = await draft(site.database, binh, 'Bài khác')
  await site.as(binh).post(`/quan-tri/bai-viet/${other}/co-mat`)
  assert.deepEqual((await beat(huong)).others, [])
  site.clock.advance({ minutes: 2 })
  await beat(binh)
  const rows = await site.database.write
    .selectFrom('article_visitors')
    .select('article_id')
    .where('staff_id', '=', await site.idOf(binh))
    .execute()
  assert.equal(rows.length, 1)
  assert.notEqual(rows[0]?.article_id, other)
})

test('a closed account is not there, however fresh its last beat', async () => {
  const { site, beat } = await given()
  await beat(binh)
  await beat(duc)
  await dismissed(site.database, binh)
  assert.deepEqual((await beat(huong)).others, ['Lê Minh Đức'])
})

describe('the article’s version', () => {
  test('that the page knows is compared with the newest: who saved it, and when', async () => {
    const { site, id, beat } = await given()
    assert.equal((await beat(huong, { version: '2' })).newer, null)
    await saved(site.database, id, binh, 'Đak Pơ vào mùa mía', '2017-02-17T02:42:00.000Z')
    const newer = {
      by: 'Trần Văn Bình',
      at: '2017-02-17T02:42:00.000Z',
      sentence: 'Trần Văn Bình vừa lưu bài này lúc 09:42',
    }
    assert.deepEqual((await beat(huong, { version: '2' })).newer, newer)
    assert.equal((await beat(huong, { version: '3' })).newer, null)
    assert.equal((await beat(huong)).newer, null)
    site.clock.advance({ days: 1 })
    assert.match(JSON.stringify(await beat(huong, { version: '2' })), /lúc 17\/02\/2017, 09:42/)
  })

  test('that she saved in another window is not told as somebody else’s', async () => {
    const { site, id, beat } = await given()
    await saved(site.database, id, huong, 'Đak Pơ vào mùa mía', '2017-02-17T02:42:00.000Z')
    assert.match(
      JSON.stringify(await beat(huong, { version: '2' })),
      /Bài này vừa được lưu ở một cửa sổ khác lúc 09:42/,
    )
  })
})

describe('the sentence', () => {
  const names = ['Trần Văn Bình', 'Lê Minh Đức', 'Rơ Châm An', 'Siu H’Lan']
  for (const [count, vi, en] of [
    [1, 'Trần Văn Bình đang mở bài này', 'Trần Văn Bình has this article open'],
    [2, 'Trần Văn Bình và Lê Minh Đức đang mở bài này', 'Trần Văn Bình and Lê Minh Đức have this article open'],
    [
      3,
      'Trần Văn Bình, Lê Minh Đức và Rơ Châm An đang mở bài này',
      'Trần Văn Bình, Lê Minh Đức and Rơ Châm An have this article open',
    ],
    [
      4,
      'Trần Văn Bình, Lê Minh Đức và 2 người nữa đang mở bài này',
      'Trần Văn Bình, Lê Minh Đức and 2 more people have this article open',
    ],
  ] as const) {
    test(`names ${count}`, () => {
      assert.equal(presenceSentence(names.slice(0, count), discussionWords.vi), vi)
      assert.equal(presenceSentence(names.slice(0, count), discussionWords.en), en)
    })
  }

  test('is missing when nobody else is there', () => assert.equal(presenceSentence([], discussionWords.vi), null))
})

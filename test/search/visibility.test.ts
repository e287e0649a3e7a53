import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inTransaction } from '../../src/database/index.ts'
import { didYouMean } from '../../src/search/did-you-mean.ts'
import { completeQuery } from '../../src/search/find-articles.ts'
import { listSuggestions } from '../../src/search/list-suggestions.ts'
import { searchWriter } from '../../src/search/write-index.ts'
import { dayAt, type GivenSearch, givenSearch, now, tomorrow } from './given-search.ts'

const wordsOf = async ({ database }: GivenSearch) => {
  const rows = await database.read.selectFrom('search_words').select(['written', 'count']).orderBy('written').execute()
  return Object.fromEntries(rows.map(({ written, count }) => [written, count]))
}

const meant = async ({ database, groups }: GivenSearch, typed: string) => {
  const query = await completeQuery(database.read, typed, groups)
  return didYouMean({ database, now }, query, groups, { order: 'fit', categoryIds: null, time: null, most: 10 })
}

describe('what readers may not see', () => {
  const hidden: [string, (given: GivenSearch) => Promise<unknown>][] = [
    ['a draft', (given) => given.add({ title: 'Kỳ thi xe lăn', isLive: false, at: null })],
    ['a scheduled article', (given) => given.add({ title: 'Kỳ thi xe lăn', at: tomorrow })],
    [
      'a withdrawn article',
      async (given) => given.change(await given.add({ title: 'Kỳ thi xe lăn' }), { withdrawn_at: now }),
    ],
    [
      'a deleted article',
      async (given) => given.change(await given.add({ title: 'Kỳ thi xe lăn' }), { deleted_at: now }),
    ],
    [
      'an article that is over',
      async (given) => given.change(await given.add({ title: 'Kỳ thi xe lăn' }), { expires_at: now }),
    ],
  ]
  for (const [name, hide] of hidden) {
    test(`${name}, which staff find, is in no result, no count, no suggestion and no word that was meant`, async () => {
      const given = await givenSearch()
      await hide(given)
      const shown = await given.add({ title: 'Kỳ họp' })

      assert.equal((await given.searchDesk('xe lăn')).length, 1)
      assert.deepEqual(await given.search('xe lan'), [])
      assert.deepEqual(await given.search('xe l'), [])
      const found = await given.find('kỳ')
      assert.deepEqual([found.documents.length, found.candidates.length], [1, 1])
      assert.deepEqual(await given.search('ky'), [shown])
      assert.deepEqual(await listSuggestions({ database: given.database, now }, 'kỳ thi'), [])
      assert.equal((await listSuggestions({ database: given.database, now }, 'kỳ')).length, 1)
      assert.equal(await meant(given, 'lann'), null)
      assert.equal('lăn' in (await wordsOf(given)), false)
      assert.equal(await meant(given, 'hopp'), 'hop')
    })
  }
})

test('a scheduled article is found from its hour on, without anybody doing anything', async () => {
  const given = await givenSearch()
  const id = await given.add({ title: 'Ngày hội mía', at: tomorrow })

  assert.deepEqual(await given.search('mia', {}, now), [])
  assert.deepEqual(await given.search('mia', {}, tomorrow), [id])
  assert.deepEqual(await given.search('mia', { order: 'newest' }, tomorrow), [id])
})

test('an article that ends is found until then, without anybody doing anything', async () => {
  const given = await givenSearch()
  const ends = await given.add({ title: 'Ngày hội mía', expiresAt: tomorrow })
  const stays = await given.add({ title: 'Giá mía', at: dayAt(2) })

  const counted = async (at: string) => {
    const { documents, candidates } = await given.find('mía', {}, at)
    return [documents.length, candidates.length]
  }
  const suggested = async (at: string) =>
    (await listSuggestions({ database: given.database, now: at }, 'ngày hội')).map(({ id }) => id)
  assert.deepEqual([await counted(now), await suggested(now)], [[2, 2], [ends]])
  assert.deepEqual([await counted(tomorrow), await suggested(tomorrow)], [[1, 1], []])
  assert.deepEqual(await given.search('mia', { order: 'newest' }, tomorrow), [stays])
})

test('what is over leaves the index with the first write after its end, words and all', async () => {
  const given = await givenSearch()
  await given.add({ title: 'Kênh', expiresAt: tomorrow })
  const write = (at: string) =>
    inTransaction(given.database, (transaction) => searchWriter(given.database, transaction, at).remove(999))
  await write(now)
  assert.deepEqual(await wordsOf(given), { kênh: 1 })
  await write(tomorrow)
  assert.deepEqual(await wordsOf(given), {})
  assert.deepEqual(await given.database.read.selectFrom('search_documents').select('article_id').execute(), [])
})

test('an article whose end was moved is found again', async () => {
  const given = await givenSearch()
  const id = await given.add({ title: 'Mía', expiresAt: now })
  assert.deepEqual(await given.search('mía'), [])
  await given.change(id, { expires_at: tomorrow })
  assert.deepEqual(await given.search('mía'), [id])
})

test('a scheduled article later today takes no place among the results', async () => {
  const given = await givenSearch()
  await given.add({ title: 'Mía', at: '2017-02-17T09:00:00.000Z' })
  const shown = await given.add({ title: 'Mía', at: '2017-02-17T01:00:00.000Z' })
  assert.deepEqual(await given.search('mía'), [shown])
})

test('its words are counted by the first write after its hour', async () => {
  const given = await givenSearch()
  const id = await given.add({ title: 'Kênh', at: tomorrow })
  assert.deepEqual(await wordsOf(given), {})

  const write = (at: string, articleId: number) =>
    inTransaction(given.database, (transaction) => searchWriter(given.database, transaction, at).remove(articleId))
  await write(tomorrow, 999)
  assert.deepEqual(await wordsOf(given), { kênh: 1 })
  await write(tomorrow, id)
  assert.deepEqual(await wordsOf(given), {})
})

test('a new edition takes the place of the old one, in results and in words', async () => {
  const given = await givenSearch()
  const id = await given.add({ title: 'Mùa mía', tags: ['mía'] })
  await given.add({ title: 'Mùa ngô' })
  await given.database.write
    .updateTable('editions')
    .set({ title: 'Mùa dưa', tags: '[]' })
    .where('article_id', '=', id)
    .execute()
  await given.change(id, { published_at: dayAt(5) })

  assert.deepEqual(await given.search('mia'), [])
  assert.deepEqual(await given.search('dua'), [id])
  assert.deepEqual(await wordsOf(given), { dưa: 1, mùa: 2, ngô: 1 })
})

test('the draft of a published article changes nothing for readers, and leaves them what they have', async () => {
  const given = await givenSearch()
  const id = await given.add({ title: 'Mùa mía', tags: ['kênh'] })
  const words = await wordsOf(given)
  await given.addDraft(id, { title: 'Mùa mía xe lăn', bodyHtml: '<p>Chưa ai được đọc</p>' })

  assert.deepEqual(await given.searchDesk('"chưa ai"'), [id])
  assert.deepEqual(await given.search('xe lăn'), [])
  assert.deepEqual(await given.search('"chưa ai"'), [])
  assert.deepEqual(await listSuggestions({ database: given.database, now }, 'xe lă'), [])
  assert.deepEqual(await given.search('kênh'), [id])
  assert.deepEqual(await wordsOf(given), words)
})

test('the index changes in the transaction of the article, or not at all', async () => {
  const given = await givenSearch()
  const id = await given.add({ title: 'Mùa mía' })
  const before = await wordsOf(given)
  const broken = inTransaction(given.database, async (transaction) => {
    await searchWriter(given.database, transaction, now).remove(id)
    throw new Error('power cut')
  })

  await assert.rejects(broken, /power cut/)
  assert.deepEqual(await given.search('mía'), [id])
  assert.deepEqual(await wordsOf(given), before)
})

test('many who publish at once wait for each other, and nothing is lost', async () => {
  const given = await givenSearch()
  const added = await Promise.all(
    Array.from({ length: 12 }, (_, place) => given.add({ title: `Mía ${place} lúa ngô` })),
  )

  assert.deepEqual((await given.search('mía')).toSorted(), added.toSorted())
  assert.equal((await wordsOf(given))['mía'], 12)
  assert.deepEqual(
    await given.searchDesk('mía'),
    added.toSorted((a, b) => a - b),
  )
})

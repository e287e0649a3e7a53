import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inTransaction } from '../../src/database/index.ts'
import { completeQuery, findArticles } from '../../src/search/find-articles.ts'
import type { SearchDocument } from '../../src/search/search-document.ts'
import { searchWriter } from '../../src/search/write-index.ts'
import { fullRanking } from './full-ranking.ts'
import { type GivenSearch, givenSearch, now } from './given-search.ts'

/**
 * What both engines promise. Each is held to the same answers, which no engine gave: so what one finds, and in which
 * order, the other finds too.
 */
const vocabulary = [
  ...['hội', 'hỏi', 'hoi', 'nghị', 'nghi', 'nghĩa', 'đường', 'dương', 'mía', 'mà', 'má', 'ma', 'xã', 'xa', 'huyện'],
  ...[
    'Ủy ban nhân dân',
    'UBND',
    'Đak',
    'Đăk',
    'Pơ',
    'K’Bang',
    '45/QĐ-UBND',
    'hoà',
    'hòa',
    'Gia-rai',
    'Jrai',
    'ƀơi',
    '2017',
  ],
]
const text = (most: number) =>
  fc.array(fc.constantFrom(...vocabulary, '.', '\n'), { maxLength: most }).map((words) => words.join(' '))

const documents = fc.array(
  fc.record({
    title: text(6),
    lead: text(8),
    bodyText: text(25),
    tags: fc.array(text(3), { maxLength: 3 }),
    byline: fc.tuple(text(2), text(2)),
    minute: fc.integer({ min: 0, max: 5_000 }),
  }),
  { minLength: 40, maxLength: 40 },
)

const typed = fc
  .array(fc.constantFrom(...vocabulary, 'h', 'hu', 'ngh', 'ng', 'hoi nghi', 'dak po', '"hội nghị"', '"ma má"', 'qđ'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '))

test('what is found, and in which order, follows from the articles alone', async () => {
  const given = await givenSearch()
  const sets = fc.sample(documents, { numRuns: 3, seed: 17 })
  let compared = 0
  for (const [number, set] of sets.entries()) {
    const all = set.map((document, place) => documentOf(document, place + 1))
    await replaceAll(given, all)
    for (const query of fc.sample(typed, { numRuns: 120, seed: number })) {
      const complete = await completeQuery(given.database.read, query, given.groups)
      const expected = fullRanking(all, complete)
      assert.deepEqual(await given.search(query), expected, query)
      compared += expected.length
    }
  }
  assert.ok(compared > 1_000)
})

test('the first page is that of the full ranking, however much of it is asked for', async () => {
  const given = await givenSearch()
  const all =
    fc.sample(documents, { numRuns: 1, seed: 4 })[0]?.map((document, place) => documentOf(document, place + 1)) ?? []
  await replaceAll(given, all)
  for (const query of fc.sample(typed, { numRuns: 60, seed: 9 })) {
    const complete = await completeQuery(given.database.read, query, given.groups)
    const wish = { order: 'fit', categoryIds: null, time: null } as const
    for (const most of [1, 10]) {
      const { documents } = await findArticles({ database: given.database, now }, complete, { ...wish, most })
      const ids = documents.map(({ articleId }) => articleId)
      assert.deepEqual(ids, fullRanking(all, complete).slice(0, most), query)
    }
  }
})

test('of very many matches the newest are ranked, and older ones that match in their title', async () => {
  const given = await givenSearch()
  const plain = { lead: '', tags: [], byline: ['', ''] as [string, string] }
  const many = Array.from({ length: 2_300 }, (_, place) =>
    documentOf({ ...plain, title: 'Tin', bodyText: 'mía đường', minute: place }, place + 1),
  )
  const [oldTitle = 0, oldOther = 0] = [5, 6]
  many[oldTitle - 1] = documentOf({ ...plain, title: 'Mía đường', bodyText: '', minute: 0 }, oldTitle)
  many[oldOther - 1] = documentOf({ ...plain, title: 'Mia duong', bodyText: '', minute: 1 }, oldOther)
  await replaceAll(given, many)

  const found = await given.find('mía đường', { most: 5 })
  assert.deepEqual(
    found.documents.map(({ articleId }) => articleId),
    [oldTitle, 2_300, 2_299, 2_298, 2_297],
  )
  assert.equal(found.candidates.length, 2_002)
  assert.deepEqual(await given.search('mia duong', { most: 3 }), [oldOther, oldTitle, 2_300])
  assert.deepEqual(await given.search('mía', { most: 2, order: 'newest' }), [2_300, 2_299])
})

test('a word that stands very often, or very late, in a very long article is found', async () => {
  const given = await givenSearch()
  const long = `${'mía '.repeat(20_000)}cuối cùng hết`
  await replaceAll(given, [
    documentOf({ title: 'Dài', lead: '', tags: [], byline: ['', ''], bodyText: long, minute: 1 }, 1),
  ])
  for (const query of ['mía', '"mía mía"', 'cuoi', 'hết']) assert.deepEqual(await given.search(query), [1], query)
})

type Parts = Pick<SearchDocument, 'title' | 'lead' | 'bodyText' | 'tags' | 'byline'> & { minute: number }

const documentOf = ({ minute, ...parts }: Parts, articleId: number): SearchDocument => ({
  ...parts,
  articleId,
  kind: 'article',
  categoryId: null,
  categoryName: '',
  publishedAt: new Date(Date.parse('2017-01-01T00:00:00Z') + minute * 60_000).toISOString(),
  expiresAt: null,
})

async function replaceAll({ database }: GivenSearch, all: SearchDocument[]) {
  await inTransaction(database, async (transaction) => {
    const writer = searchWriter(database, transaction, now)
    await writer.removeAll(Array.from({ length: 50 }, (_, place) => place + 1))
    await writer.putAll(all)
  })
}

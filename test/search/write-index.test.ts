import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inTransaction } from '../../src/database/index.ts'
import { searchWriter } from '../../src/search/index.ts'
import { type GivenSearch, givenSearch, now } from './given-search.ts'

const words = ['mía', 'lúa', 'ngô', 'khoai', 'sắn']
const deed = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  kind: fc.constantFrom('put', 'put', 'remove'),
  text: fc.array(fc.constantFrom(...words), { maxLength: 5 }),
  day: fc.integer({ min: 1, max: 2 }),
})
const transactions = fc.array(
  fc.record({ deeds: fc.array(deed, { minLength: 1, maxLength: 6 }), isUndone: fc.boolean() }),
  {
    minLength: 120,
    maxLength: 120,
  },
)
type Deeds = { id: number; kind: string; text: string[]; day: number }[]
class Undone extends Error {}

test('whatever is put, put again and taken out, the index says what is up', async () => {
  const given = await givenSearch()
  let up = new Map<number, string[]>()
  for (const [number, { deeds, isUndone }] of (fc.sample(transactions, { numRuns: 1, seed: 3 })[0] ?? []).entries()) {
    const done = await doAll(given, deeds, isUndone)
    if (done) up = afterAll(up, deeds)
    if (number % 5 === 0) await assertSays(given, up)
  }
  await assertCounts(given, up)
})

async function doAll({ database }: GivenSearch, deeds: Deeds, isUndone: boolean): Promise<boolean> {
  const work = inTransaction(database, async (transaction) => {
    const writer = searchWriter(database, transaction, now)
    for (const { id, kind, text, day } of deeds) {
      if (kind === 'put') await writer.put(documentOf(id, text.join(' '), day))
      else await writer.remove(id)
    }
    if (isUndone) throw new Undone()
  })
  return work.then(
    () => true,
    (error) => (error instanceof Undone ? false : Promise.reject(error)),
  )
}

const documentOf = (articleId: number, text: string, day: number) => ({
  articleId,
  kind: 'article' as const,
  title: text,
  lead: '',
  bodyText: text,
  tags: [],
  byline: [],
  categoryId: null,
  categoryName: '',
  publishedAt: `2017-01-0${day}T00:00:00.000Z`,
  expiresAt: null,
})

function afterAll(up: Map<number, string[]>, deeds: Deeds): Map<number, string[]> {
  const after = new Map(up)
  for (const { id, kind, text } of deeds) {
    if (kind === 'put') after.set(id, text)
    else after.delete(id)
  }
  return after
}

const holding = (up: Map<number, string[]>, word: string) =>
  [...up].filter(([, text]) => text.includes(word)).map(([id]) => id)

async function assertSays(given: GivenSearch, up: Map<number, string[]>) {
  for (const word of words) {
    assert.deepEqual((await given.search(`"${word}"`)).toSorted(byNumber), holding(up, word).toSorted(byNumber), word)
  }
}

async function assertCounts({ database }: GivenSearch, up: Map<number, string[]>) {
  const rows = await database.read.selectFrom('search_words').select(['written', 'count']).execute()
  const expected = words
    .map((word) => ({ written: word, count: holding(up, word).length }))
    .filter(({ count }) => count > 0)
  const byWord = (a: { written: string }, b: { written: string }) => (a.written < b.written ? -1 : 1)
  assert.deepEqual(rows.toSorted(byWord), expected.toSorted(byWord))
}

const byNumber = (a: number, b: number): number => a - b

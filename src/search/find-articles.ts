import type { Database, Reader } from '../database/index.ts'
import { documentReader, type Published } from './document-store.ts'
import { allOf, anyOf, type Expression, word } from './expression.ts'
import { categoryWord } from './index-text.ts'
import { allKeys, dayKeys, type Keys } from './order-key.ts'
import { parseQuery } from './query.ts'
import { adjacent, type CompletedQuery, exact, finished, inTitle, matching } from './query-expression.ts'
import { type Facts, newestFirst, ranked } from './ranking.ts'
import type { FoundDocument } from './search-document.ts'
import { searchIndexOf } from './search-index.ts'
import type { SynonymGroup } from './synonym.ts'
import { wordReader } from './word-store.ts'

export type SearchTools = { database: Pick<Database, 'engine' | 'read'>; now: string }

export type SearchWish = {
  order: 'fit' | 'newest'
  /** The category and those below it; null for all. */
  categoryIds: number[] | null
  /** When it was published; null for all times. */
  time: Published | null
  /** How many are wanted in order. */
  most: number
}

export type Found = {
  /** The first in the order of the wish. */
  documents: FoundDocument[]
  /** All that were compared, in no order. */
  candidates: FoundDocument[]
}

export const mostShown = 1_000
/** However many articles match, no more are ranked: the newest, and the newest of those that match in their title. */
const mostCandidates = 2_000
const mostTitles = 500
/** The candidates, and whatever in their midst waits for its hour or is over. */
const mostInStretch = 20_000
const mostCompletions = 16

/** Adds the words of published articles that the last word may become. */
export async function completeQuery(database: Reader, typed: string, groups: SynonymGroup[]): Promise<CompletedQuery> {
  const query = parseQuery(typed, groups)
  const last = query.units.at(-1)
  const begun = last?.isOpen ? last.words.at(-1)?.folded : undefined
  const words = begun === undefined ? [] : await wordReader(database).listBeginning(begun, mostCompletions)
  return { ...query, completions: words.filter(({ folded }) => folded !== begun) }
}

export async function findArticles(tools: SearchTools, query: CompletedQuery, wish: SearchWish): Promise<Found> {
  const newest = query.units.length === 0 ? [] : await listNewest(tools, query, wish)
  if (newest.length === 0) return { documents: [], candidates: [] }
  if (wish.order === 'fit') return rankAll(tools, query, wish, newest)
  return { documents: newest.toSorted(newestFirst).slice(0, wish.most), candidates: newest }
}

/** Only titles, for suggestions while somebody types: the best of the newest. */
export async function findTitles(tools: SearchTools, query: CompletedQuery, most: number): Promise<FoundDocument[]> {
  if (query.units.length === 0) return []
  const wish: SearchWish = { order: 'fit', categoryIds: null, time: null, most }
  const byTitle = await listTitles(tools, query, wish, keysFor(wish, tools.now))
  return ranked(byTitle, query, await readFacts(tools, query, wish, { newest: [], byTitle }), most)
}

async function rankAll(
  tools: SearchTools,
  query: CompletedQuery,
  wish: SearchWish,
  newest: FoundDocument[],
): Promise<Found> {
  const older = { from: keysFor(wish, tools.now).from, before: stretchOf(newest)?.from ?? allKeys.before }
  const byTitle = newest.length < mostCandidates ? [] : await listTitles(tools, query, wish, older)
  const facts = await readFacts(tools, query, wish, { newest, byTitle })
  const candidates = [...newest, ...byTitle]
  return { documents: ranked(candidates, query, facts, wish.most), candidates }
}

function listNewest({ database, now }: SearchTools, query: CompletedQuery, wish: SearchWish) {
  const walk = { expression: within(matching(query), wish), keys: keysFor(wish, now), most: mostCandidates }
  return readerOf(database).listFound(walk, publishedFor(wish, now), now)
}

function listTitles({ database, now }: SearchTools, query: CompletedQuery, wish: SearchWish, keys: Keys) {
  const walk = { expression: within(inTitle(matching(query)), wish), keys, most: mostTitles }
  return readerOf(database).listFound(walk, publishedFor(wish, now), now)
}

type Candidates = { newest: FoundDocument[]; byTitle: FoundDocument[] }

/**
 * Each fact is one more walk along the index where the candidates lie, and gives only some of them. Of those that were
 * found by their titles only titles are asked: they may lie anywhere, and the walk to them is long.
 */
async function readFacts(
  { database }: SearchTools,
  query: CompletedQuery,
  wish: SearchWish,
  { newest, byTitle }: Candidates,
): Promise<Facts> {
  const keysOf = async (fact: Expression | null, documents: FoundDocument[]) => {
    const keys = stretchOf(documents)
    if (fact === null || keys === null) return []
    return readerOf(database).listKeys({ expression: within(fact, wish), keys, most: mostInStretch })
  }
  const marked = exact(query)
  const markedTitle = marked && inTitle(marked)
  // PostgreSQL walks them side by side.
  const [title, exactTitle, exactOlderTitle, inRow, withMarks, withoutCompletion] = await Promise.all([
    keysOf(inTitle(matching(query)), newest),
    keysOf(markedTitle, newest),
    keysOf(markedTitle, byTitle),
    keysOf(adjacent(query), newest),
    keysOf(marked, newest),
    keysOf(query.completions.length > 0 ? finished(query) : null, newest),
  ])
  return {
    title: new Set([...byTitle.map(keyOf), ...title]),
    exactTitle: new Set([...exactTitle, ...exactOlderTitle]),
    adjacent: new Set(inRow),
    exact: new Set(withMarks),
    finished: new Set(withoutCompletion),
  }
}

const keyOf = ({ orderKey }: FoundDocument): number => orderKey

function stretchOf(documents: FoundDocument[]): Keys | null {
  if (documents.length === 0) return null
  const keys = documents.map(keyOf)
  return { from: Math.min(...keys), before: Math.max(...keys) + 1 }
}

const readerOf = (database: SearchTools['database']) => documentReader(database.read, searchIndexOf(database))

function within(expression: Expression, { categoryIds }: SearchWish): Expression {
  if (categoryIds === null) return expression
  return allOf([expression, anyOf(categoryIds.map((id) => word(categoryWord(id))))])
}

const keysFor = ({ time }: SearchWish, now: string): Keys => ({
  from: time ? dayKeys(time.from).from : allKeys.from,
  before: dayKeys(time ? earlier(time.upTo, now) : now).before,
})

/** What waits for its hour is in the index already and in no answer. */
const publishedFor = ({ time }: SearchWish, now: string): Published => ({
  from: time?.from ?? '',
  upTo: time ? earlier(time.upTo, now) : now,
})

const earlier = (a: string, b: string): string => (a < b ? a : b)

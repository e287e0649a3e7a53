import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { categoryReader, categoryWriter } from '../src/categories/index.ts'
import { inTransaction, migrate, openDatabase, type Writer } from '../src/database/index.ts'
import { completeQuery } from '../src/search/find-articles.ts'
import type { LiveArticle } from '../src/search/live-article-store.ts'
import { allKeys } from '../src/search/order-key.ts'
import { plainText } from '../src/search/plain-text.ts'
import { matching } from '../src/search/query-expression.ts'
import { readResults } from '../src/search/read-results.ts'
import { searchIndexOf } from '../src/search/search-index.ts'
import { searchPage } from '../src/search/search-page.ts'
import type { SearchRequest } from '../src/search/search-request.ts'
import { synonymReader } from '../src/search/synonym-store.ts'
import { searchWords } from '../src/search/words.ts'
import { documentOf, searchWriter } from '../src/search/write-index.ts'
import { commonPhrase, generateArticle, rareWord } from './generated-articles.ts'

/**
 * What a reader waits for: everything from the words to the data of the page, at so many generated articles.
 * Run: npm exec -c 'node bench/search.ts <articles> [postgres://…]'
 * The index is built once and kept; on SQLite it is a file in the folder for temporary files, to be removed by hand.
 */
const total = Number(process.argv[2] ?? 10_000)
const url = process.argv[3] ?? `sqlite:${join(tmpdir(), `cong-tin-bench-search-${total}.db`)}`
const now = '2017-02-17T03:00:00.000Z'
const timeZone = 'Asia/Ho_Chi_Minh'
const oneBatch = 500
const rounds = 200
const warmUps = 10

const searches: [string, Partial<SearchRequest> & { typed: string }][] = [
  ['one rare word', { typed: rareWord }],
  ['one common word', { typed: 'huyện' }],
  ['two words', { typed: 'nông dân' }],
  ['a phrase that nearly every article has', { typed: `"${commonPhrase}"` }],
  ['the same without quotation marks', { typed: commonPhrase }],
  ['four words without marks', { typed: 'lao dong thuong binh' }],
  ['an unfinished word', { typed: 'bình đẳng gi' }],
  ['no match', { typed: 'qwxz' }],
  ['no match, but nearly words', { typed: 'nông dânn thuonng' }],
  ['a common word, newest first', { typed: 'huyện', order: 'newest' }],
  ['a common word in one category', { typed: 'huyện', categoryId: 7 }],
  ['a common word in one old year', { typed: 'huyện', year: 2010 }],
  ['common words in a row that no article has', { typed: '"nhân huyện cho"' }],
]

const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
await migrate(database, resolve(import.meta.dirname, '../migrations'))
if ((await countIndexed()) < total) await build()
await printSizes()
console.log('\n| Search | Found | p50 | p99 | Ranking every match |\n|---|---:|---:|---:|---:|')
for (const [name, search] of searches) await measure(name, search)
await database.close()

async function countIndexed(): Promise<number> {
  const counted = database.read.selectFrom('search_documents').select((e) => e.fn.countAll<number>().as('count'))
  return (await counted.executeTakeFirstOrThrow()).count
}

async function build() {
  await inTransaction(database, addCategories)
  let [textBytes, indexMs] = [0, 0]
  for (let first = 1; first <= total; first += oneBatch) {
    await inTransaction(database, async (transaction) => {
      const live = await insertArticles(transaction, first, Math.min(first + oneBatch, total + 1))
      const tree = await categoryReader(transaction).getTree()
      for (const { title, lead, bodyHtml } of live) textBytes += Buffer.byteLength(title + lead + plainText(bodyHtml))
      const began = performance.now()
      await searchWriter(database, transaction, now).putAll(live.map((article) => documentOf(article, tree)))
      indexMs += performance.now() - began
    })
  }
  if (database.engine === 'postgres') await sql`vacuum analyze`.execute(database.write)
  const perSecond = Math.round(total / (indexMs / 1_000))
  console.log(`${total} articles, ${megabytes(textBytes)} of text, ${perSecond} indexed a second`)
}

async function addCategories(transaction: Writer) {
  for (let position = 1; position <= 40; position++) {
    const names = { slug: `muc-${position}`, name: `Chuyên mục ${position}`, description: '' }
    await categoryWriter(transaction, now).add({ parentId: null, ...names, position, homePosition: null })
  }
}

async function insertArticles(transaction: Writer, first: number, before: number): Promise<LiveArticle[]> {
  const live = Array.from({ length: before - first }, (_, place): LiveArticle => {
    const { categoryNumber, ...article } = generateArticle(first + place, total)
    return { id: first + place, ...article, categoryId: categoryNumber + 1, attachments: [], expiresAt: null }
  })
  await transaction.insertInto('articles').values(live.map(articleRow)).execute()
  await transaction.insertInto('editions').values(live.map(editionRow)).execute()
  return live
}

function articleRow({ id, publishedAt }: LiveArticle) {
  return {
    id,
    slug: 'tin',
    version: 1,
    live_edition_id: id,
    published_at: publishedAt,
    created_at: now,
    changed_at: now,
  }
}

function editionRow(article: LiveArticle) {
  return {
    id: article.id,
    article_id: article.id,
    slug: 'tin',
    title: article.title,
    lead: article.lead,
    body: '',
    body_html: article.bodyHtml,
    renderer: '1',
    category_id: article.categoryId,
    author: article.author,
    unit: article.unit,
    source_name: '',
    source_address: '',
    tags: JSON.stringify(article.tags),
    saved_at: now,
  }
}

async function printSizes() {
  const sizes =
    database.engine === 'sqlite'
      ? sql<Size>`select tbl.tbl_name as name, sum(pgsize) as bytes from dbstat join sqlite_schema as tbl using (name)
          where tbl.tbl_name like 'search%' group by tbl.tbl_name order by bytes desc`
      : sql<Size>`select relname as name, pg_total_relation_size(oid) as bytes from pg_class
          where relname like 'search%' and relkind = 'r' order by bytes desc`
  const { rows } = await sizes.execute(database.read)
  for (const { name, bytes } of rows) if (bytes > 1e6) console.log(`${name}: ${megabytes(bytes)}`)
}

type Size = { name: string; bytes: number }

async function measure(name: string, search: Partial<SearchRequest> & { typed: string }) {
  const request: SearchRequest = { categoryId: null, year: null, order: 'fit', page: 1, ...search }
  const times: number[] = []
  let found = ''
  for (let round = -warmUps; round < rounds; round++) {
    const began = performance.now()
    const results = await readResults({ database, now, timeZone }, request)
    if (results) searchPage(request, results, { words: searchWords.vi, timeZone })
    if (round >= 0) times.push(performance.now() - began)
    found = results?.meant ? `„${results.meant}“` : `${results?.isMore ? 'over ' : ''}${results?.count}`
  }
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.99)]
  console.log(`| ${name} | ${found} | ${ms(half)} | ${ms(most)} | ${await rankEverything(request.typed)} |`)
}

/** The engine's own ranking over all matches, without a page around it; the best of three. */
async function rankEverything(typed: string): Promise<string> {
  if (database.engine === 'postgres') return ''
  const query = await completeQuery(database.read, typed, await synonymReader(database.read).listGroups())
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    await sql`select rowid from search_index where ${searchIndexOf(database).holds(matching(query), allKeys)}
      order by rank limit 10`.execute(database.read)
    times.push(performance.now() - began)
  }
  return ms(Math.min(...times))
}

function percentile(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0
}

function ms(time: number): string {
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}

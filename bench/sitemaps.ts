import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import express from 'express'
import { sql } from 'kysely'
import { readAgencyParts } from '../src/agency/index.ts'
import { categoryReader } from '../src/categories/index.ts'
import { inTransaction, migrate, openDatabase, type Writer } from '../src/database/index.ts'
import { createFeeds } from '../src/feeds/index.ts'
import { realWorld } from '../src/site/world.ts'
import { generateArticle } from './generated-articles.ts'

/**
 * What the sitemaps and the feed of an archive cost: time, memory, and how long others wait meanwhile.
 * Run: npm exec -c 'node --expose-gc bench/sitemaps.ts <articles> [postgres://…]'
 * The archive is built once and kept; on SQLite it is a file in the folder for temporary files, to be removed by hand.
 */
const total = Number(process.argv[2] ?? 10_000)
const url = process.argv[3] ?? `sqlite:${join(tmpdir(), `cong-tin-bench-sitemaps-${total}.db`)}`
const now = '2017-02-17T03:00:00.000Z'
const oneBatch = 500
const pictures = 10_000
let largest = 0

const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
await migrate(database, resolve(import.meta.dirname, '../migrations'))
if ((await lastId()) < total) await build()

const { publicRoutes } = createFeeds({
  config: {
    siteUrl: 'https://dakpo.gialai.gov.vn',
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    uploads: join(tmpdir(), 'no-uploads'),
  },
  database,
  world: { ...realWorld('silent'), clock: { now: () => now } },
  show: async () => {},
  indexing: { isWanted: () => true },
  pages: { keep: async () => {} },
  pagePaths: ['/'],
  readTree: () => categoryReader(database.read).getTree(),
  readAgency: () => readAgencyParts(database),
})
const server = createServer(express().use(publicRoutes)).listen(0, '127.0.0.1')
await once(server, 'listening')
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

console.log(
  '| What | Takes | CPU, client included | Memory of the process | Others wait (p99) |\n|---|---:|---:|---:|---:|',
)
await fetchWhole('/sitemap-articles-1.xml')
const { parts } = await measure('index', async () => ({ parts: await partsOf('/sitemap.xml') }))
await measure('one part', () => fetchWhole(parts.at(-1) ?? ''))
await measure('one part, unchanged', () => fetchUnchanged(parts.at(-1) ?? ''))
await measure(`all ${parts.length} parts, one after another`, async () => {
  for (const part of parts) await fetchWhole(part)
})
await measure('four parts at once', () => Promise.all(parts.slice(0, 4).map(fetchWhole)))
await measure('one part, to somebody who leaves at once', () => leave(parts.at(-1) ?? ''))
await measure('news sitemap', () => fetchWhole('/news-sitemap.xml'))
await measure('feed', () => fetchWhole('/rss'))
server.close()
await database.close()

async function measure<T>(name: string, work: () => Promise<T>): Promise<T> {
  globalThis.gc?.()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const before = process.memoryUsage()
  let most = before
  const watch = setInterval(() => {
    const here = process.memoryUsage()
    if (here.rss > most.rss) most = here
  }, 5)
  const cpuBefore = process.cpuUsage()
  const began = performance.now()
  const answer = await work()
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(cpuBefore)
  clearInterval(watch)
  delay.disable()
  const growth = Math.max(0, most.rss - before.rss) / 1e6
  console.log(
    `| ${name} | ${ms.toFixed(1)} ms | ${((user + system) / 1_000).toFixed(0)} ms | ${(most.rss / 1e6).toFixed(0)} MB (+${growth.toFixed(0)}) | ${(delay.percentile(99) / 1e6).toFixed(1)} ms |`,
  )
  return answer
}

/** Read and thrown away, as it comes. */
async function fetchWhole(path: string): Promise<string> {
  const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } })
  if (!answer.ok || !answer.body) throw new Error(`${path}: ${answer.status}`)
  let bytes = 0
  for await (const chunk of answer.body) bytes += chunk.length
  largest = Math.max(largest, bytes)
  return answer.headers.get('etag') ?? ''
}

async function fetchUnchanged(path: string) {
  const etag = await fetchWhole(path)
  const began = performance.now()
  const headers = { 'if-none-match': etag, 'cache-control': 'max-age=0' }
  const answer = await fetch(origin + path, { headers })
  console.log(
    `  (304 in ${(performance.now() - began).toFixed(1)} ms: ${answer.status}; largest so far ${largest} bytes)`,
  )
}

async function leave(path: string) {
  const leaving = new AbortController()
  const answer = await fetch(origin + path, { signal: leaving.signal, headers: { 'accept-encoding': 'identity' } })
  await answer.body?.getReader().read()
  leaving.abort()
  await setTimeout(50)
}

async function partsOf(path: string): Promise<string[]> {
  const text = await (await fetch(origin + path)).text()
  return [...text.matchAll(/<loc>[^<]*(\/sitemap-articles[^<]+)<\/loc>/g)].map(([, part = '']) => part)
}

async function lastId(): Promise<number> {
  const last = database.read.selectFrom('articles').select((e) => e.fn.max('id').as('id'))
  return (await last.executeTakeFirstOrThrow()).id ?? 0
}

/** Each article has a cover, and every second one three more pictures in its text. */
async function build() {
  const began = performance.now()
  await inTransaction(database, addPictures)
  for (let first = 1; first <= total; first += oneBatch) {
    await inTransaction(database, (transaction) =>
      addArticles(transaction, first, Math.min(first + oneBatch, total + 1)),
    )
  }
  if (database.engine === 'postgres') await sql`vacuum analyze`.execute(database.write)
  console.log(`${total} articles built in ${Math.round((performance.now() - began) / 1_000)} s`)
}

async function addPictures(transaction: Writer) {
  for (let first = 1; first <= pictures; first += oneBatch) {
    const rows = Array.from({ length: oneBatch }, (_, place) => ({
      id: first + place,
      key: (first + place).toString(16).padStart(20, '0'),
      original_name: 'anh.jpg',
      file_name: 'ruong-rau-tan-an-mua-nuoc-len',
      format: 'jpeg',
      width: 1600,
      height: 1067,
      bytes: 200_000,
      alternative_text: 'Ruộng rau',
      caption: '',
      credit: '',
      uploaded_at: now,
      public_since: now,
    }))
    await transaction.insertInto('pictures').values(rows).execute()
  }
}

async function addArticles(transaction: Writer, first: number, before: number) {
  const ids = Array.from({ length: before - first }, (_, place) => first + place)
  const made = ids.map((id) => ({ id, slug: slugFor(id), ...generateArticle(id, total) }))
  await transaction
    .insertInto('articles')
    .values(
      made.map(({ id, slug, publishedAt }) => ({
        id,
        slug,
        version: 1,
        live_edition_id: id,
        published_at: publishedAt,
        created_at: now,
        changed_at: now,
      })),
    )
    .execute()
  await transaction
    .insertInto('editions')
    .values(
      made.map((article) => ({
        id: article.id,
        article_id: article.id,
        slug: article.slug,
        title: article.title,
        lead: article.lead,
        body: '',
        body_html: article.bodyHtml,
        renderer: '1',
        author: article.author,
        unit: article.unit,
        source_name: '',
        source_address: '',
        tags: JSON.stringify(article.tags),
        cover_picture_id: pictureOf(article.id, 0),
        saved_at: now,
      })),
    )
    .execute()
  const inText = ids
    .filter((id) => id % 2 === 0)
    .flatMap((id) => [1, 2, 3].map((n) => ({ edition_id: id, picture_id: pictureOf(id, n) })))
  await transaction.insertInto('edition_pictures').values(inText).execute()
}

function slugFor(id: number): string {
  return `hoi-nghi-tong-ket-cong-tac-nam-va-trien-khai-nhiem-vu-nam-${id % 97}`
}

function pictureOf(id: number, number: number): number {
  return ((id * 7 + number * 2_503) % pictures) + 1
}

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { inTransaction, migrate, openDatabase } from '../src/database/index.ts'
import { type CsvFile, examineCsv } from '../src/redirects/csv-lines.ts'
import { type Finding, findRedirect } from '../src/redirects/find-redirect.ts'
import { importAddresses } from '../src/redirects/import-addresses.ts'
import { addressFromRequest } from '../src/redirects/legacy-address.ts'
import { redirectWords } from '../src/redirects/words.ts'

/**
 * What an old address and an unknown one cost before the answer, with few old addresses and with many; what importing costs.
 * Run: npm exec -c 'node bench/redirects.ts <addresses> [postgres://…]'
 */
const total = Number(process.argv[2] ?? 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'cong-tin-bench-'))
const url = process.argv[3] ?? `sqlite:${join(folder, 'portal.db')}`
const few = 10
const rounds = 3_000
const pages = { paths: ['/lien-he'], folders: [] }
const clock = { now: () => '2017-02-17T03:00:00.000Z' }
const siteUrl = 'https://dakpo.gialai.gov.vn'
const words = redirectWords.vi

const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
await migrate(database, resolve(import.meta.dirname, '../migrations'))
const tools = { config: { siteUrl }, database, world: { clock }, pages, words }
const finding: Finding = { database: database.read, pages, now: clock.now() }

await importLines(few, false)
const before = await measureAll(few)
await importLines(total, true)
await importLines(total, false)
await importLines(total, false)
const after = await measureAll(total)

console.log(`\n| Lookup | ${few} | ${total} | ratio |\n|---|---:|---:|---:|`)
for (const [name, median] of Object.entries(after)) {
  const first = before[name] ?? Number.NaN
  console.log(`| ${name} | ${first.toFixed(0)} µs | ${median.toFixed(0)} µs | ${(median / first).toFixed(2)} |`)
}
await inTransaction(database, async (transaction) => {
  await transaction.deleteFrom('legacy_addresses').execute()
  await transaction.deleteFrom('legacy_parameters').execute()
})
await database.close()
await rm(folder, { recursive: true, force: true })

function addressOf(number: number): string {
  if (number % 10 === 0) return `/news.php?cat=${number % 7}&id=${number}`
  return `/Tin-tuc/Hoat-dong-huyen/Huyen-%C4%90ak-Po-tin-so-${number}-%C4%91uoc-sap-nhap.aspx`
}

async function writeLines(count: number): Promise<CsvFile> {
  const path = join(folder, `${count}.csv`)
  const file = createWriteStream(path)
  for (let number = 1; number <= count; number++)
    if (!file.write(`${addressOf(number)},/lien-he\n`)) await once(file, 'drain')
  file.end()
  await once(file, 'close')
  return (await examineCsv(path)) ?? Promise.reject(new Error('no text'))
}

async function importLines(count: number, isTrial: boolean) {
  const file = await writeLines(count)
  const began = performance.now()
  let longest = 0
  let last = performance.now()
  const counts = await importAddresses(tools, {
    ...{ file, name: 'bench', by: null, isTrial },
    onProgress: () => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    },
    onJudged: () => {},
  })
  const seconds = (performance.now() - began) / 1_000
  const memory = (process.memoryUsage().rss / 1e6).toFixed(0)
  console.log(
    `${isTrial ? 'trial' : 'import'} of ${count}: ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} lines/s, longest batch ${longest.toFixed(0)} ms, ${memory} MB, new ${counts.new}, same ${counts.same}`,
  )
}

async function measureAll(count: number): Promise<Record<string, number>> {
  const known = (round: number) => addressOf(((round * 7_919) % count) + 1)
  return {
    'an old address': await measure((round) => known(round).replace(/^\/news.*/, addressOf(1))),
    'an old address with its query': await measure((round) => addressOf((((round * 7_919) % (count / 10)) + 1) * 10)),
    'an unknown address': await measure((round) => `/khong-co/${round}.aspx`),
    'an unknown address with a query': await measure((round) => `/khong-co/${round}.aspx?id=5&fbclid=x`),
    'an unknown query of a known page': await measure((round) => `/news.php?cat=9&id=${round}&x=1`),
  }
}

/** Median in microseconds. */
async function measure(url: (round: number) => string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const asked = url(round)
    const began = performance.now()
    const address = addressFromRequest(asked)
    if (address) await findRedirect(finding, address)
    times.push((performance.now() - began) * 1_000)
  }
  return times.sort((a, b) => a - b)[rounds / 2] ?? 0
}

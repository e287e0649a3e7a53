import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type Database, openDatabase } from '../../src/database/index.ts'
import { disagreements } from '../articles/agreement.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { root } from '../support/sources.ts'
import { migratedDatabase, testEngine } from '../support/test-database.ts'
import { emptyFolder, photo, writeInto } from './given-import.ts'

const items = 120
const kills = 3
const { PATH = '', HOME = '' } = process.env

test('an import that is killed again and again ends like one that nobody disturbed', async () => {
  const source = await oldSite()
  const [calm, disturbed] = [await emptyPortal(), await emptyPortal()]
  await runToEnd(calm, source)
  for (let kill = 0; kill < kills; kill++)
    await runUntilKilled(disturbed, source, await countImported(disturbed.database))
  const before = await countImported(disturbed.database)
  assert.ok(before > 0 && before < items, `${before} articles before the last run`)
  await runToEnd(disturbed, source)

  const [expected, found] = [await contentOf(calm.database), await contentOf(disturbed.database)]
  assert.equal(expected.length, items)
  assert.deepEqual(found, expected)
  assert.deepEqual(await disagreements(disturbed.database, new Date().toISOString()), [])
  assert.equal(await countImported(disturbed.database), items)
})

/** Every article shows one of three pictures. */
async function oldSite() {
  const folder = await emptyFolder()
  for (const [at, colour] of ['#228be6', '#fab005', '#12b886'].entries())
    await writeInto(folder, `anh/${at}.jpg`, await photo(colour))
  const item = (at: number) => `<item><title>Tin số ${at}</title><link>http://cu.example.gov.vn/tin-${at}.html</link>
    <pubDate>Wed, 15 Feb 2017 09:${String(at % 60).padStart(2, '0')}:00 +0700</pubDate><category>Tin tức</category>
    <description><![CDATA[<p>Nội dung tin số ${at}.</p><p><img src="/anh/${at % 3}.jpg" alt="Ruộng mía thôn ${at % 3}"></p>]]></description></item>`
  const xml = `<?xml version="1.0"?><rss version="2.0"><channel>${Array.from({ length: items }, (_, at) => item(at)).join('\n')}</channel></rss>`
  return { path: await writeInto(folder, 'tin.xml', xml), media: folder }
}

type Source = Awaited<ReturnType<typeof oldSite>>
type Place = Awaited<ReturnType<typeof emptyPortal>>

async function emptyPortal() {
  const folder = await emptyFolder()
  const { url, remove } = await migratedDatabase(testEngine, folder)
  const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
  closeAfterTest(async () => {
    await database.close()
    await remove()
  })
  // What a killed program leaves behind goes with the folder.
  return {
    database,
    env: { PATH, HOME, TMPDIR: folder, DATABASE_URL: url, UPLOADS: join(folder, 'uploads'), LOG_LEVEL: 'silent' },
  }
}

function start({ env }: Place, { path, media }: Source): ChildProcess {
  const args = [join(root, 'src/cli.ts'), 'import', path, '--media', media, '--make-categories']
  return spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function runToEnd(place: Place, source: Source) {
  const [code] = await once(start(place, source), 'close')
  assert.equal(code, 0)
}

async function runUntilKilled(place: Place, source: Source, before: number) {
  const child = start(place, source)
  const closed = once(child, 'close')
  while ((await countImported(place.database)) < before + 5) await wait(5)
  child.kill('SIGKILL')
  const [, signal] = await closed
  assert.equal(signal, 'SIGKILL')
}

async function countImported({ write }: Database): Promise<number> {
  const query = write.selectFrom('imported_items').select((e) => e.fn.countAll<number>().as('count'))
  return Number((await query.executeTakeFirstOrThrow()).count)
}

/** What was made of each item, without the numbers that a database gives. */
async function contentOf({ write }: Database) {
  const articles = await write
    .selectFrom('articles')
    .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
    .innerJoin('pictures', 'pictures.id', 'editions.cover_picture_id')
    .innerJoin('imported_items', 'imported_items.article_id', 'articles.id')
    .select(['editions.title', 'articles.published_at', 'pictures.original_name', 'pictures.alternative_text'])
    .select(['imported_items.key', 'imported_items.content_hash'])
    .orderBy('editions.title')
    .execute()
  const addresses = await write.selectFrom('legacy_addresses').select(['old_address', 'target_kind']).execute()
  const led = new Set(addresses.map(({ old_address }) => old_address))
  return articles.map((article) => ({ ...article, isLed: led.has(article.key) }))
}

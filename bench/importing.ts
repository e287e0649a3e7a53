import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { migrate, openDatabase } from '../src/database/index.ts'
import { type RunWish, runImport } from '../src/imports/index.ts'
import { realWorld } from '../src/site/world.ts'
import { generateArticle } from './generated-articles.ts'

/**
 * How fast an export of WordPress is imported, in how much memory, and how fast a second run finds that nothing has changed.
 * CPU is that of the whole process, with the thread that renders.
 * Run: npm exec -c 'node bench/importing.ts <articles> [postgres://…]'
 */
const total = Number(process.argv[2] ?? 20_000)
const folder = await mkdtemp(join(tmpdir(), 'cong-tin-bench-importing-'))
const url = process.argv[3] ?? `sqlite:${join(folder, 'portal.db')}`
const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
await migrate(database, resolve(import.meta.dirname, '../migrations'))
const uploads = join(folder, 'uploads')
const config = {
  uploads,
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  siteUrl: 'https://dakpo.gialai.gov.vn',
} as const
const tools = { config, database, world: realWorld('silent') }
const path = join(folder, 'old-site.xml')

await pipeline(Readable.from(exported()), createWriteStream(path))
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`
console.log(`${total} articles, ${megabytes((await stat(path)).size)} of XML`)
await measure('trial', { isTrial: true })
await measure('first run', {})
await measure('second run, nothing changed', {})
await database.close()
await rm(folder, { recursive: true })

async function measure(what: string, wish: Partial<RunWish>) {
  const nothing = { mapping: null, media: null, category: null, report: null, redirects: null }
  const options = { makesCategories: true, asDrafts: false, isTrial: false, allowedHosts: [] }
  let largest = 0
  let last = performance.now()
  const began = last
  const used = process.cpuUsage()
  const answer = await runImport(tools, { path, name: 'bench', ...nothing, ...options, ...wish }, (_, count) => {
    largest = Math.max(largest, process.memoryUsage.rss())
    if (count % 1_000 > 0) return
    console.log(
      `  ${count}: ${Math.round(1_000 / ((performance.now() - last) / 1_000))} a second, ${megabytes(largest)}`,
    )
    last = performance.now()
  })
  if ('issue' in answer) throw new Error(answer.issue)
  const seconds = (performance.now() - began) / 1_000
  const { user, system } = process.cpuUsage(used)
  const each = ((user + system) / 1_000 / total).toFixed(1)
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${Math.round(total / seconds)} a second, CPU ${each} ms each, most ${megabytes(largest)}`,
  )
}

function* exported() {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n`
  for (let number = 1; number <= total; number++) yield exportedItem(number)
  yield '</channel></rss>\n'
}

function exportedItem(number: number): string {
  const { title, lead, bodyHtml, tags, author, categoryNumber, publishedAt } = generateArticle(number, total)
  const date = publishedAt.slice(0, 19).replace('T', ' ')
  return `<item><title>${title.replaceAll('&', '&amp;')}</title><link>http://cu.example.gov.vn/tin-${number}.html</link>
<guid isPermaLink="false">http://cu.example.gov.vn/?p=${number}</guid><dc:creator><![CDATA[${author}]]></dc:creator>
<content:encoded><![CDATA[${bodyHtml}]]></content:encoded><excerpt:encoded><![CDATA[${lead}]]></excerpt:encoded>
<wp:post_id>${number}</wp:post_id><wp:post_date_gmt>${date}</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="muc-${categoryNumber}"><![CDATA[Mục ${categoryNumber}]]></category>
${tags.map((tag) => `<category domain="post_tag" nicename="x"><![CDATA[${tag}]]></category>`).join('\n')}</item>\n`
}

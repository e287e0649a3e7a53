import { existsSync } from 'node:fs'
import { opendir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { staticAddresses } from '../src/exports/static-address.ts'
import { seenIn } from '../test/support/machine-data.ts'
import { kindOf } from './support/crawl-site.ts'
import { isDeadAddress } from './support/old-site.ts'
import { startPortalProcess } from './support/portal-process.ts'
import { linksInStyle, linksInXml, readPage } from './support/read-links.ts'

/**
 * A static copy beside the portal that it was taken from: every link of every file leads to a file, and a sample of pages of each
 * kind shows the same text and leads to the same pages.
 * Run: npm exec -c 'node --max-old-space-size=6000 bench/exported.ts <folder with portal.db> <folder of the copy> [pages]'
 */
const [from = '.', copy = '.', most = '2000'] = process.argv.slice(2)
const siteUrl = 'https://dakpo.gialai.gov.vn'
const folder = resolve(copy)
const addresses = staticAddresses({ siteUrl, searchPath: '/tim-kiem', dataPath: '/api', wholeFeedPath: '/rss' })

const files = new Set<string>()
for await (const file of filesIn('')) files.add(file)
const dead = new Map<string, string>()
const leading = new Map<string, string>()
const byKind = new Map<string, string[]>()
let [links, unknownQueries, slips] = [0, 0, 0]
let looked = 0
for (const file of files) {
  await readFileOf(file)
  if (++looked % 20_000 === 0) console.error(`${looked} of ${files.size} files`)
}
const pages = [...byKind.values()].reduce((sum, list) => sum + list.length, 0)
const portal = await startPortalProcess(3_986, '1', {
  DATABASE_URL: `sqlite:${join(resolve(from), 'portal.db')}`,
  UPLOADS: join(resolve(from), 'uploads'),
  SITE_URL: siteUrl,
  PAGE_CACHE_MB: '4',
})
const unlike: string[] = []
const sample = sampleOf(Number(most))
console.error(`${sample.length} pages to compare`)
for (const address of sample) if (!(await isAlike(address))) unlike.push(address)
await portal.stop()

console.log(`| ${files.size} files | |\n|---|---:|`)
console.log(`| pages | ${pages} |`)
console.log(`| pages that only lead on | ${leading.size} |`)
console.log(`| links | ${links} |`)
console.log(`| that lead nowhere, as on the old site | ${slips} |`)
console.log(`| that lead to no file | ${dead.size} |`)
console.log(`| with a query, which no file has | ${unknownQueries} |`)
console.log(`| pages compared with the portal | ${sample.length} |`)
console.log(`| that show or link otherwise | ${unlike.length} |`)
console.log()
for (const [link, file] of [...dead].slice(0, 20)) console.log(`  ${link} in ${file}`)
for (const address of unlike.slice(0, 20)) console.log(`  other than on the portal: ${address}`)

async function* filesIn(path: string): AsyncGenerator<string> {
  for await (const entry of await opendir(join(folder, path))) {
    const name = path === '' ? entry.name : `${path}/${entry.name}`
    if (entry.isDirectory()) yield* filesIn(name)
    else yield name
  }
}

async function readFileOf(file: string) {
  if (!/\.(?:html|css|xml)$/.test(file)) return
  const text = await readFile(join(folder, file), 'utf8')
  const address = `/${file.replace(/(?:^|\/)index\.html$/, '')}`
  const isPage = file.endsWith('.html')
  const read = isPage ? readPage(text) : null
  for (const link of read?.links ?? (file.endsWith('.css') ? linksInStyle(text) : linksInXml(text)))
    look(link, isPage ? address : `/${file}`, file)
  if (!isPage || file === '404.html') return
  if (text.includes('http-equiv="refresh"')) return void leading.set(address, file)
  byKind.set(kindOf(address), byKind.get(kindOf(address)) ?? [])
  byKind.get(kindOf(address))?.push(address)
}

function look(link: string, page: string, file: string) {
  if (!URL.canParse(link, siteUrl + page)) return
  const url = new URL(link, siteUrl + page)
  if (url.origin !== siteUrl) return
  links++
  if (url.search !== '') unknownQueries++
  const path = decodeURIComponent(url.pathname).slice(1).replace(/\/$/, '')
  // The feed of all is a folder as well; the configuration that comes with the copy leads there.
  const names = [path, path === '' ? 'index.html' : `${path}/index.html`, `${path}/index.xml`]
  if (names.some((name) => files.has(name))) return
  if (isDeadAddress(`/${path}/`)) slips++
  else dead.set(link, file)
}

/** Of each kind the same share, and of the rare ones all. */
function sampleOf(count: number): string[] {
  const lists = [...byKind.values()].sort((a, b) => a.length - b.length)
  const chosen: string[] = []
  for (const [at, list] of lists.entries()) {
    const share = Math.ceil((count - chosen.length) / (lists.length - at))
    const step = Math.max(1, Math.floor(list.length / share))
    for (let place = 0; place < list.length && place < share * step; place += step) chosen.push(list[place] ?? '')
  }
  return chosen
}

/** `/tin-tuc/trang=2` is `/tin-tuc?trang=2` there. What needs the portal shows a note in the copy. */
async function isAlike(address: string): Promise<boolean> {
  const steps = address.split('/')
  const query = steps.filter((step) => /^[a-z-]+=/.test(step)).join('&')
  const path = steps.filter((step) => !/^[a-z-]+=/.test(step)).join('/')
  const asked = `${path || '/'}${query ? `?${query.replace(/(?<=chuyen-muc=[^&]*)\./g, '/')}` : ''}`
  if (addresses.livingKind(path) !== null) return true
  const file = address === '/' ? 'index.html' : `${address.slice(1)}/index.html`
  if (!existsSync(join(folder, file))) return false
  const answer = await fetch(portal.origin + asked, { redirect: 'manual' })
  const [there, here] = [await answer.text(), await readFile(join(folder, file), 'utf8')]
  if (seenIn(withoutForms(there)).text !== seenIn(here).text) return false
  const shown = (html: string, page: string) =>
    [...new Set(readPage(mainOf(html)).links.flatMap((link) => shownPath(link, page)))].sort().join('\n')
  return shown(withoutForms(there), asked) === shown(here, address)
}

function withoutForms(html: string): string {
  return html.replace(/<form\b[^>]*\saction="[^>]*>[\s\S]*?<\/form>\n?/g, '')
}

function mainOf(html: string): string {
  return /<main[\s>][\s\S]*<\/main>/.exec(html)?.[0] ?? ''
}

function shownPath(link: string, page: string): string[] {
  if (link.startsWith('#')) return []
  const own = addresses.ownAddress(link, page)
  return [own === null ? link : decodeURIComponent(addresses.shownAddress(own))]
}

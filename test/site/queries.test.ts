import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBy } from '../readership/given-readers.ts'
import { noteQueries } from '../support/note-queries.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import type { TestPortal } from '../support/test-portal.ts'

const mostQueries = 6

test('a page that is not kept ready asks the database at most six times', async () => {
  const portal = await sampleDistrict({ PAGE_CACHE_MB: '0' })
  const pages = await listPages(portal)
  await giveRanking(portal, pages)
  const queries = noteQueries(portal.database.read)

  const tooMany: string[] = []
  const asked = new Map<string, number>()
  for (const path of pages) {
    // What all pages share is read once for each version of the content.
    await open(portal, path)
    queries.taken()
    await open(portal, path)
    const taken = queries.taken()
    asked.set(path, taken.length)
    if (taken.length > mostQueries)
      tooMany.push([`${path}: ${taken.length}`, ...taken.map(({ sql }) => sql)].join('\n  '))
  }

  assert.deepEqual(tooMany, [])
  assert.ok((asked.get('/') ?? 0) > 1 && (asked.get('/tin-tuc') ?? 0) > 1, 'queries are seen at all')
})

/** One of each kind, and every article: some carry files, some were corrected, some have no picture. */
async function listPages(portal: TestPortal): Promise<string[]> {
  const [home, category, siteMap, day] = await Promise.all(
    ['/', '/tin-tuc', '/so-do-cong', '/luu-tru/2017/02/16'].map((path) => open(portal, path)),
  )
  const articles = linksIn([home, category, day].join(''), /href="(\/tin-bai\/[^"#?]+)"/g)
  const labels = await Promise.all(articles.map((path) => open(portal, path)))
  return [
    '/',
    ...linksIn(siteMap ?? '', /href="(\/[a-z/-]*)"/g),
    ...linksIn(category ?? '', /href="(\/tin-tuc\?trang=\d+)"/g),
    ...['/luu-tru/2017', '/luu-tru/2017/02', '/luu-tru/2017/02/16', '/luu-tru/2017/02?chuyen-muc=tin-tuc'],
    ...['/rss', '/feed.json', '/rss/dinh-chinh.xml', '/atom/tin-tuc.xml'],
    ...linksIn(labels.join(''), /href="(\/(?:tu-khoa|tac-gia)\/[^"?]+)"/g),
    ...articles,
  ].filter((path) => !path.startsWith('/tim-kiem'))
}

const linksIn = (html: string, pattern: RegExp) => [
  ...new Set([...html.matchAll(pattern)].map(([, path = '']) => path)),
]

/** So that what is read most stands beside every list. */
async function giveRanking(portal: TestPortal, pages: string[]) {
  const articles = pages.filter((path) => path.startsWith('/tin-bai/')).slice(0, 8)
  for (const path of articles) await readBy(portal, 2, path)
  await portal.catchUp()
}

async function open(portal: TestPortal, path: string): Promise<string> {
  const { status, text } = await portal.visitor().get(path)
  assert.equal(status, 200, path)
  return text
}

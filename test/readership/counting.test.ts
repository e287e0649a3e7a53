import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { looseFile, openLooseCounts } from '../../src/database/loose-counts.ts'
import { portalWith } from '../archive/given-archive.ts'
import { withdraw } from '../news/given-news.ts'
import type { TestPortal } from '../support/test-portal.ts'
import { read, readBy } from './given-readers.ts'

const at = (hour: number) => `2017-02-16T0${hour}:00:00.000Z`
const three = [
  { title: 'Một', at: at(1) },
  { title: 'Hai', at: at(2) },
  { title: 'Ba', at: at(3) },
]

/** Article → how often it was read, as it is written down. */
async function counted(portal: TestPortal): Promise<Record<number, number>> {
  await portal.catchUp()
  const counts = openLooseCounts(portal.config.databaseUrl)
  const rows = await counts.selectFrom('article_reads').selectAll().execute()
  await counts.destroy()
  return Object.fromEntries(rows.map((row) => [row.article_id, row.count]))
}

const ranked = (html: string) => [...html.matchAll(/<li><a href="\/tin-bai\/tin-(\d+)">/g)].map(([, id]) => Number(id))
const rankingOf = async (portal: TestPortal) => ranked((await portal.visitor().get('/tin-doc-nhieu')).main())

test('the most read stand in order of their readers, on a page of their own and beside others', async () => {
  const { portal, ids } = await portalWith(three)
  const [one = 0, two = 0, last = 0] = ids
  await readBy(portal, 2, `/tin-bai/tin-${one}`)
  await readBy(portal, 5, `/tin-bai/tin-${two}`)
  assert.deepEqual(await counted(portal), { [one]: 2, [two]: 5 })
  assert.deepEqual(await rankingOf(portal), [two, one])
  for (const page of ['/', '/tin-tuc/kinh-te', `/tin-bai/tin-${last}`])
    assert.match(
      (await portal.visitor().get(page)).main(),
      new RegExp(`class="ranked">\\s*<li><a href="/tin-bai/tin-${two}"`),
      page,
    )
})

test('no cookie is set, and no number of readers is shown', async () => {
  const { portal, ids } = await portalWith(three)
  await readBy(portal, 7, `/tin-bai/tin-${ids[0]}`)
  await portal.catchUp()
  const visitor = portal.visitor()
  const answer = await visitor.get('/tin-doc-nhieu')
  assert.equal(answer.headers.get('set-cookie'), null)
  assert.doesNotMatch(answer.main(), /\b7\b/)
})

test('only a person who got the page counts', async () => {
  const { portal, ids } = await portalWith(three)
  const path = `/tin-bai/tin-${ids[0]}`
  await read(portal, path, { method: 'HEAD' })
  await read(portal, path, { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' })
  await read(portal, path, { headers: { 'sec-purpose': 'prefetch' } })
  assert.equal(await read(portal, `/tin-bai/khac-${ids[0]}`), 301)
  assert.equal(await read(portal, '/tin-bai/tin-999'), 404)
  assert.equal(await read(portal, `${path}/qr.svg`), 200)
  assert.deepEqual(await counted(portal), {})
  await read(portal, `${path}?utm_source=zalo`)
  assert.deepEqual(await counted(portal), { [ids[0] ?? 0]: 1 })
})

test('a page that stood ready counts like one that was made', async () => {
  const { portal, ids } = await portalWith(three)
  const path = `/tin-bai/tin-${ids[0]}`
  await readBy(portal, 3, path)
  const etag = (await portal.visitor().get(path)).headers.get('etag') ?? assert.fail()
  assert.equal(await read(portal, path, { agent: 'Mozilla/5.0 Safari/17', headers: { 'if-none-match': etag } }), 304)
  assert.deepEqual(await counted(portal), { [ids[0] ?? 0]: 4 })
})

test('behind a proxy that is believed, readers are told apart; a stranger’s claim is not believed', async () => {
  const { portal, ids } = await portalWith(three)
  const path = `/tin-bai/tin-${ids[0]}`
  for (const address of ['203.0.113.1', '203.0.113.2']) await read(portal, path, { address })
  assert.deepEqual(await counted(portal), { [ids[0] ?? 0]: 1 })
})

test('what was withdrawn or is over is left out at once', async () => {
  const { portal, ids } = await portalWith(three)
  const [one = 0, two = 0] = ids
  await readBy(portal, 2, `/tin-bai/tin-${one}`)
  await readBy(portal, 1, `/tin-bai/tin-${two}`)
  await portal.catchUp()
  assert.deepEqual(await rankingOf(portal), [one, two])
  await withdraw(portal.database, one, { at: portal.clock.now() })
  assert.deepEqual(await rankingOf(portal), [two])
})

test('after seven days nobody remembers', async () => {
  const { portal, ids } = await portalWith(three)
  await readBy(portal, 2, `/tin-bai/tin-${ids[0]}`)
  assert.notDeepEqual(await counted(portal), {})
  portal.clock.advance({ days: 7 })
  assert.deepEqual(await counted(portal), {})
  assert.deepEqual(await rankingOf(portal), [])
  assert.match((await portal.visitor().get('/tin-doc-nhieu')).main(), /Chưa đủ lượt đọc/)
})

test('a damaged file of counts begins anew, and readers notice nothing', async (t) => {
  const { portal, ids } = await portalWith(three)
  const path = portal.config.databaseUrl.replace(/^sqlite:/, '')
  if (path === portal.config.databaseUrl) return t.skip('PostgreSQL has no file of ours')
  await writeFile(looseFile(path), 'not a database at all '.repeat(100))
  await readBy(portal, 2, `/tin-bai/tin-${ids[0]}`)
  assert.deepEqual(await counted(portal), { [ids[0] ?? 0]: 2 })
})

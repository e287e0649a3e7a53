import assert from 'node:assert/strict'
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { countArticles } from '../../src/metrics/article-count-store.ts'
import { writeExposition } from '../../src/metrics/exposition.ts'
import { createSiteFigures } from '../../src/metrics/site-figures.ts'
import { parseExposition } from '../support/exposition.ts'
import * as given from '../support/given.ts'
import { huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const read = async (tools: Parameters<typeof createSiteFigures>[0]) =>
  parseExposition(writeExposition(await createSiteFigures(tools)()))

const countsOf = ({ database, clock, config }: TestPortal) => countArticles(database.read, clock.now(), config.timeZone)

test('articles are counted as readers find them, wait for their hour, and wait for a review', async () => {
  const portal = await testPortal()
  assert.deepEqual(await countsOf(portal), { public: 0, scheduled: 0, waiting: 0 })
  const { categoryId } = await given.article(portal)
  const typed = { categoryId: String(categoryId) }
  await given.article(portal, { typed, as: 'withdrawn' })
  await given.article(portal, { typed, as: 'trashed' })
  await given.article(portal, { typed: { ...typed, publishAt: '2017-02-20T08:00' } })
  const draft = await given.article(portal, { typed, as: 'draft' })
  assert.deepEqual(await countsOf(portal), { public: 1, scheduled: 1, waiting: 0 })

  const form = { ...given.typedArticle(typed), version: '1' }
  assert.equal((await portal.as(huong).post(`${draft.desk}/gui-duyet`, form)).status, 303)
  assert.deepEqual(await countsOf(portal), { public: 1, scheduled: 1, waiting: 1 })
  portal.clock.set('2017-02-20T01:00:01Z')
  assert.deepEqual(await countsOf(portal), { public: 2, scheduled: 0, waiting: 1 })
})

test('the database has a size, and the disk has room', async () => {
  const portal = await testPortal()
  const figures = await read(portal)
  assert.ok(figures.value('cong_tin_database_bytes') > 100_000)
  assert.ok(figures.value('cong_tin_disk_free_bytes', { folder: 'uploads' }) > 0)
  assert.equal(figures.sum('cong_tin_figures_missing'), 0)
})

test('the last backup is when its mark was touched; before, it is long ago', async () => {
  const portal = await testPortal()
  assert.equal((await read(portal)).value('cong_tin_last_backup_timestamp_seconds'), 0)
  const mark = join(portal.config.uploads, 'last-backup')
  await writeFile(mark, '')
  await utimes(mark, 1_487_300_000, 1_487_300_000)
  assert.equal((await read(portal)).value('cong_tin_last_backup_timestamp_seconds'), 1_487_300_000)
})

test('what cannot be read is named, and the rest is told', async () => {
  const portal = await testPortal()
  const never = () => new Promise<number>(() => {})
  const begun = performance.now()
  const figures = await read({ ...portal, database: { ...portal.database, countBytes: never } })
  assert.ok(performance.now() - begun < 5_000)
  assert.equal(figures.value('cong_tin_figures_missing', { part: 'database' }), 1)
  assert.equal(figures.value('cong_tin_figures_missing', { part: 'articles' }), 0)
  assert.equal(figures.types.has('cong_tin_database_bytes'), false)
  assert.equal(figures.value('cong_tin_articles', { state: 'public' }), 0)

  await portal.database.close()
  const without = await read(portal)
  assert.equal(without.value('cong_tin_figures_missing', { part: 'articles' }), 1)
  assert.ok(without.value('cong_tin_disk_free_bytes', { folder: 'uploads' }) > 0)
})

test('however many ask, the database is asked once', async () => {
  const portal = await testPortal()
  let looks = 0
  const countBytes = async () => ++looks
  const figures = createSiteFigures({ ...portal, database: { ...portal.database, countBytes } })
  await Promise.all(Array.from({ length: 100 }, figures))
  assert.equal(looks, 1)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { periodOf, spanOf } from '../../src/archive/period.ts'
import { periodPerPage } from '../../src/archive/period-page.ts'
import { readPeriod } from '../../src/archive/read-archive.ts'
import { categoryReader } from '../../src/categories/index.ts'
import { type LongList, periodAt } from '../../src/news/list.ts'
import { listReader } from '../../src/news/list-store.ts'
import { countPages } from '../../src/site/pagination.ts'
import { givenListings, now, timeZone } from '../listings/given-listings.ts'

/** Few, so that many articles share one; on both sides of midnight and of the end of a month, here and in Greenwich. */
const begins = [
  '2016-12-31T16:59:59.999Z',
  '2016-12-31T17:00:00.000Z',
  '2017-01-31T16:59:59.999Z',
  '2017-01-31T17:00:00.000Z',
  '2017-01-31T23:59:59.999Z',
  '2017-02-01T00:00:00.000Z',
  '2017-02-16T03:00:00.000Z',
  '2017-02-18T03:00:00.000Z',
  '2017-03-01T00:00:00.000Z',
]
const ends = [null, null, null, '2017-02-17T12:00:00.000Z', '2017-02-18T03:00:00.000Z', '2017-02-20T00:00:00.000Z']
const clocks = [now, '2017-02-17T12:00:00.000Z', '2017-02-18T03:00:00.000Z', '2017-03-01T00:00:00.000Z', now]
const perPage = 3

type Known = { id: number; at: string; expiresAt: string | null; isNotice: boolean }

const publish = fc.record({
  deed: fc.constant('publish' as const),
  at: fc.constantFrom(...begins),
  expiresAt: fc.constantFrom(...ends),
  isNotice: fc.boolean(),
})
const takeDown = fc.record({ deed: fc.constant('take down' as const), choice: fc.nat(1_000) })
const goOn = fc.record({ deed: fc.constant('go on' as const), clock: fc.constantFrom(...clocks) })
const catchUp = fc.constant({ deed: 'catch up' as const })
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: publish },
    { weight: 2, arbitrary: takeDown },
    { weight: 2, arbitrary: goOn },
    { weight: 1, arbitrary: catchUp },
  ),
  { minLength: 8, maxLength: 16 },
)

test('numbered pages hold every article once, whatever comes, ends and goes', async (t) => {
  const given = await givenListings()
  const { database, news, economy, notices, land, writing } = given
  let known: Known[] = []
  let clock = now
  let turned = 0

  const deeds = fc.asyncProperty(steps, async (all) => {
    for (const step of all) {
      if (step.deed === 'publish') {
        const categoryIds = step.isNotice ? [notices, land] : [news, economy]
        known.push({ ...step, id: await given.publish({ ...step, categoryIds, tags: ['mía'] }) })
      } else if (step.deed === 'take down') await takeDownOne(step.choice)
      else if (step.deed === 'go on') clock = step.clock
      else await caughtUp()
    }
    await assertComplete()
  })
  await fc.assert(deeds, { numRuns: 12, endOnFailure: true })
  assert.ok(turned > 60, `${turned} pages`)
  t.diagnostic(`${known.length} articles, ${turned} pages`)

  async function takeDownOne(choice: number) {
    const gone = known[choice % known.length]
    if (!gone) return
    await forget([gone])
    await writing(clock, (lists) => lists.unlist(gone.id))
  }

  /** What is over is withdrawn too: this clock goes back at times, and nothing of it shall come again. */
  async function caughtUp() {
    const ids = known.map(({ id }) => id)
    if (ids.length === 0) return
    await writing(clock, (lists) => lists.unlistOver(ids))
    await writing(clock, (lists) => lists.countDue(ids))
    await forget(known.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= clock))
  }

  async function forget(gone: Known[]) {
    known = known.filter((one) => !gone.includes(one))
    const ids = [0, ...gone.map(({ id }) => id)]
    await database.write.updateTable('articles').set({ withdrawn_at: clock }).where('id', 'in', ids).execute()
  }

  async function assertComplete() {
    const label = await database.read.selectFrom('labels').select('id').where('key', '=', 'mía').executeTakeFirst()
    const isNews = ({ isNotice }: Known) => !isNotice
    await assertList({ kind: 'category', id: news }, isNews)
    await assertList({ kind: 'category', id: land }, ({ isNotice }) => isNotice)
    if (label) await assertList({ kind: 'label', id: label.id }, () => true)
    for (const month of ['2016-12', '2017-01', '2017-02', '2017-03']) {
      await assertMonth(month, null, () => true)
      await assertMonth(month, economy, isNews)
    }
  }

  async function assertList(list: LongList, isIn: (one: Known) => boolean) {
    const reader = listReader(database.read)
    const wanted = visible(isIn)
    const total = await reader.countOf(list, clock)
    assert.equal(total, wanted.length)
    const pages: number[][] = []
    for (let page = 1; page <= countPages(total, perPage) + 1; page++)
      pages.push((await reader.listSlice(list, { page, perPage }, clock)).map(({ id }) => id))
    turned += pages.length
    assert.deepEqual(pages.flat(), wanted)
    assert.deepEqual(pages.at(-1), [])
  }

  async function assertMonth(key: string, categoryId: number | null, isIn: (one: Known) => boolean) {
    const tree = await categoryReader(database.read).getTree()
    const category = tree.find(categoryId) ?? null
    const period = periodOf(key.slice(0, 4), key.slice(5)) ?? assert.fail()
    const { from, until } = spanOf(period, timeZone)
    const wanted = visible((one) => isIn(one) && one.at >= from && one.at < until)
    const ids: number[] = []
    for (let page = 1; page <= countPages(wanted.length, periodPerPage); page++) {
      const content = await readPeriod({ database, now: clock, timeZone }, { period, category, tree, page })
      assert.equal(content?.total, wanted.length, `${key} at ${clock}`)
      ids.push(...content.headlines.map(({ id }) => id))
    }
    assert.deepEqual(ids, wanted, `${key} at ${clock}`)
  }

  function visible(isIn: (one: Known) => boolean): number[] {
    const seen = known.filter(
      (one) => isIn(one) && one.at <= clock && (one.expiresAt === null || one.expiresAt > clock),
    )
    return seen.sort((a, b) => (a.at === b.at ? b.id - a.id : a.at < b.at ? 1 : -1)).map(({ id }) => id)
  }
})

test('a page begins in the period that holds its first article', () => {
  const counts = [
    ['2017-02', 3],
    ['2017-01', 0],
    ['2016-12', 2],
  ] as const
  assert.deepEqual(
    [0, 2, 3, 4, 5].map((before) => periodAt(counts, before)),
    [
      { period: '2017-02', skipped: 0 },
      { period: '2017-02', skipped: 2 },
      { period: '2016-12', skipped: 0 },
      { period: '2016-12', skipped: 1 },
      null,
    ],
  )
})

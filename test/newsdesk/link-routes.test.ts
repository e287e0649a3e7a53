import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LinkTarget } from '../../src/newsdesk/link-routes.ts'
import * as given from '../support/given.ts'
import { huong, sau } from '../support/people.ts'
import { isKeptOut } from '../support/staff-routes.ts'
import { testPortal } from '../support/test-portal.ts'

const portal = await testPortal()
const categoryId = String(await given.category(portal, 'Tin tức'))
const published = await given.article(portal, { typed: { categoryId, title: 'Kế hoạch phòng cháy rừng mùa khô' } })
await given.article(portal, { as: 'draft', typed: { categoryId, title: 'Kế hoạch chưa ai được đọc' } })
await given.article(portal, { as: 'withdrawn', typed: { categoryId, title: 'Kế hoạch đã gỡ' } })

const search = (typed: string) => `/quan-tri/bai-viet/tim-de-dan?q=${encodeURIComponent(typed)}`
const targetsFor = async (typed: string) => JSON.parse((await portal.as(huong).get(search(typed))).text) as LinkTarget[]

test('a link may lead to what readers can read, found with or without diacritics', async () => {
  for (const typed of ['kế hoạch', 'ke hoach']) {
    const targets = await targetsFor(typed)
    assert.deepEqual(
      targets.map(({ title, path }) => ({ title, path })),
      [{ title: 'Kế hoạch phòng cháy rừng mùa khô', path: published.path }],
    )
    assert.match(targets[0]?.note ?? '', /^\d\d\/\d\d\/\d{4} · Tin tức$/)
  }
})

test('what is no search finds nothing', async () => {
  for (const typed of ['', 'k', '"', 'zzzz', '\u0000', '%'.repeat(3000)]) assert.deepEqual(await targetsFor(typed), [])
  assert.deepEqual(JSON.parse((await portal.as(huong).get('/quan-tri/bai-viet/tim-de-dan?q[a]=1')).text), [])
})

test('only who writes articles may ask', async () => {
  assert.equal((await portal.as(huong).get(search('kế'))).status, 200)
  assert.ok(isKeptOut(await portal.as(sau).get(search('kế'))))
  assert.ok(isKeptOut(await portal.visitor().get(search('kế'))))
})

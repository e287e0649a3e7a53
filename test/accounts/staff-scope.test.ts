import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import express from 'express'
import { createAccounts } from '../../src/accounts/index.ts'
import { narrowStaff } from '../../src/accounts/narrow-staff.ts'
import type { Staff } from '../../src/accounts/staff.ts'
import { staffReader } from '../../src/accounts/staff-store.ts'
import { removeCategory } from '../../src/categories/arrange-categories.ts'
import type { Visit } from '../../src/site/staff-router.ts'
import * as given from '../support/given.ts'
import { an, duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { actsOf } from './given-factor.ts'

const everywhere = 'Đang làm ở mọi chuyên mục'

describe('the categories that somebody may work in', () => {
  test('are everywhere until an administrator narrows them, and everywhere again when none is ticked', async () => {
    const { portal, news, economy, path } = await portalWithTree()
    assert.ok((await pageOf(portal, path)).includes(everywhere))

    const answer = await portal.as(an).post(`${path}/chuyen-muc`, { categories: [String(news), String(economy)] })
    assert.equal(answer.location, `${path}?xong`)
    const page = await pageOf(portal, path)
    assert.match(page, /Đang chỉ làm ở: Tin tức, Kinh tế\./)
    assert.deepEqual(tickedOn(page), [news, economy])
    assert.deepEqual(await scopeOf(portal), [news, economy])

    await portal.as(an).post(`${path}/chuyen-muc`, {})
    assert.ok((await pageOf(portal, path)).includes(everywhere))
    assert.equal(await scopeOf(portal), null)
  })

  test('stand in the audit list by their names', async () => {
    const { portal, economy, path } = await portalWithTree()
    await portal.as(an).post(`${path}/chuyen-muc`, { categories: String(economy) })
    await portal.as(an).post(`${path}/chuyen-muc`, {})
    const notes = await portal.database.write
      .selectFrom('audit_lines')
      .select('note')
      .where('act', '=', 'changed')
      .orderBy('id')
      .execute()
    assert.deepEqual(
      notes.map(({ note }) => note),
      ['Chuyên mục được giao: Kinh tế', 'Chuyên mục được giao: tất cả'],
    )
    assert.equal((await actsOf(portal)).filter((act) => act === `${an.name}: changed`).length, 2)
  })

  test('are an administrator’s to choose alone', async () => {
    const { portal, news, path } = await portalWithTree()
    for (const person of [huong, duc])
      assert.equal((await portal.as(person).post(`${path}/chuyen-muc`, { categories: String(news) })).status, 403)
    assert.equal(await scopeOf(portal), null)
    assert.equal((await portal.as(an).post(`${path}/chuyen-muc`, { categories: String(news) })).status, 303)
  })

  test('count at her very next request, as gained and as lost', async () => {
    const { portal, news, economy, path } = await portalWithTree()
    await portal.as(huong).get('/quan-tri/tai-khoan')
    const seen: (readonly number[] | null)[] = []
    for (const categories of [[news, economy], [economy], []]) {
      await portal.as(an).post(`${path}/chuyen-muc`, { categories: categories.map(String) })
      seen.push(await scopeOf(portal))
    }
    assert.deepEqual(seen, [[news, economy], [economy], null])
  })

  test('are not stored when one of them is gone, for what is left might be everything', async () => {
    const { portal, news, economy, path } = await portalWithTree()
    await portal.as(an).post(`${path}/chuyen-muc`, { categories: String(news) })
    await removeCategory(portal, null, economy)

    const answer = await portal.as(an).post(`${path}/chuyen-muc`, { categories: String(economy) })

    assert.equal(answer.status, 422)
    assert.match(answer.main(), /<a href="#scope">Có chuyên mục vừa bị xóa/)
    assert.deepEqual(await scopeOf(portal), [news])
  })

  test('are one of the two when removing a category and narrowing somebody to it happen at the same moment', async () => {
    const { portal, staff } = await portalWithTree()
    for (let time = 0; time < 5; time++) {
      const id = await given.category(portal, `Tạm ${time}`)
      const [narrowed, removed] = await Promise.all([
        narrowStaff(portal, null, staff, [id], String),
        removeCategory(portal, null, id),
      ])
      assert.ok(
        (narrowed === 'narrowed' && removed === 'has-staff') || (narrowed === 'category-gone' && removed === 'removed'),
        `${narrowed} and ${removed}`,
      )
      await narrowStaff(portal, null, staff, [], String)
    }
  })

  test('bear odd forms', async () => {
    const { portal, news, path } = await portalWithTree()
    for (const categories of [['', 'abc', '-1', '1e3'], ['0'], ['99999999999999']]) {
      await portal.as(an).post(`${path}/chuyen-muc`, { categories })
      assert.equal(await scopeOf(portal), null)
    }
    await portal.as(an).post(`${path}/chuyen-muc`, { categories: [String(news), String(news)] })
    assert.deepEqual(await scopeOf(portal), [news])
    assert.equal((await portal.as(an).post('/quan-tri/can-bo/999999/chuyen-muc', {})).status, 404)
  })
})

async function portalWithTree() {
  const portal = await testPortal()
  const news = await given.category(portal, 'Tin tức')
  const economy = await given.category(portal, 'Kinh tế', news)
  const id = await portal.idOf(huong)
  const staff: Staff = (await staffReader(portal.database.write).find(id)) ?? assert.fail('no account')
  return { portal, news, economy, staff, path: `/quan-tri/can-bo/${id}` }
}

const pageOf = async (portal: TestPortal, path: string) => (await portal.as(an).get(path)).main()

const tickedOn = (page: string): number[] =>
  [...page.matchAll(/name="categories" value="(\d+)" checked/g)].map((found) => Number(found[1]))

/** What the guard tells every room about Hương at a request of hers. */
async function scopeOf(portal: TestPortal): Promise<readonly number[] | null> {
  const browser = portal.as(huong)
  await browser.get('/quan-tri/tai-khoan')
  const { requireSignIn } = createAccounts({ ...portal, showNewsroom: async () => {}, menu: [] })
  const server = express()
    .use(requireSignIn, (_req, res) => void res.json((res.locals['visit'] as Visit).staff.categoryIds))
    .listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const cookie = `session=${browser.cookies.get('session')}`
    const answer = await fetch(`http://127.0.0.1:${port}/quan-tri/bai-viet`, {
      headers: { cookie },
      redirect: 'manual',
    })
    return (await answer.json()) as readonly number[] | null
  } finally {
    server.close()
  }
}

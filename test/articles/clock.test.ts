import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { publishArticle } from '../../src/articles/publish-article.ts'
import { formIn } from '../newsdesk/editor-form.ts'
import type { Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { duc } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { disagreements } from './agreement.ts'
import { actor, newArticle, savedBy, textOf, wishFor } from './given-desk.ts'
import { duringNewSession } from './two-people.ts'

/** Where readers find it now: the status of its page, and whether three lists show it. */
async function found(portal: TestPortal, path: string) {
  const page = await portal.visitor().get(path)
  const lists = ['/', '/tin-tuc', '/tim-kiem?q=tổng+kết']
  const shown = await Promise.all(
    lists.map(async (list) => (await portal.visitor().get(list)).main().includes(`href="${path}"`)),
  )
  return [page.status, ...shown]
}
const everywhere = [200, true, true, true]
const nowhere = [404, false, false, false]
const pageOnly = [200, false, false, false]

const agree = async (portal: TestPortal) =>
  assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])

describe('the hour of an article', () => {
  test('comes by the clock alone, and a clock that is set wrong and right again publishes nothing twice', async () => {
    const portal = await testPortal()
    const { path } = await given.article(portal, { typed: { publishAt: '2017-02-18T07:00' } })
    const at = async (instant: string) => {
      portal.clock.set(instant)
      await portal.catchUp()
      await agree(portal)
      return found(portal, path)
    }
    assert.deepEqual(await at('2017-02-17T04:00:00Z'), nowhere)
    assert.deepEqual(await at('2016-02-17T04:00:00Z'), nowhere)
    assert.deepEqual(await at('2017-02-17T23:59:59Z'), nowhere)
    assert.deepEqual(await at('2017-02-18T00:00:00Z'), everywhere)
    assert.deepEqual(await at('2017-02-17T23:00:00Z'), nowhere)
    assert.deepEqual(await at('2018-02-18T00:00:00Z'), everywhere)
    assert.deepEqual(await at('2017-02-17T23:00:00Z'), nowhere)
    assert.deepEqual(await at('2017-02-18T00:00:01Z'), everywhere)
    const told = await portal.database.write
      .selectFrom('audit_lines')
      .select('act')
      .where('act', 'in', ['scheduled', 'published'])
      .execute()
    assert.deepEqual(told, [{ act: 'scheduled' }])
  })

  test('is kept by an article that was published before the clock went back', async () => {
    const portal = await testPortal()
    const { path, desk } = await given.article(portal)
    for (const back of ['2017-02-17T02:00:00Z', '2016-02-17T03:00:00Z']) {
      portal.clock.set(back)
      await portal.catchUp()
      assert.deepEqual(await found(portal, path), nowhere)
      await agree(portal)
    }
    portal.clock.set('2017-02-17T03:00:00Z')
    assert.deepEqual(await found(portal, path), everywhere)
    await duringNewSession(portal, async () =>
      assert.match((await portal.as(duc).get(desk)).main(), /data-state="live"/),
    )
  })
})

describe('the end of an article', () => {
  const ending = async (typed: Form = {}) => {
    const portal = await testPortal()
    const article = await given.article(portal, { typed: { expireAt: '2017-02-20T17:00', ...typed } })
    return { portal, ...article }
  }
  const end = '2017-02-20T10:00:00Z'

  test('comes by the clock alone; catching up late, twice or never changes nothing that readers see', async () => {
    const { portal, path } = await ending()
    portal.clock.set('2017-02-20T09:59:59Z')
    assert.deepEqual(await found(portal, path), everywhere)
    portal.clock.set(end)
    assert.deepEqual(await found(portal, path), pageOnly)
    assert.match((await portal.visitor().get(path)).text, /hết hiệu lực/i)
    await agree(portal)

    portal.clock.advance({ days: 2 })
    await portal.catchUp()
    const caughtUp = await given.everythingStored(portal)
    assert.deepEqual(await found(portal, path), pageOnly)
    assert.deepEqual(caughtUp['category_listings'], [])
    await Promise.all([portal.catchUp(), portal.catchUp()])
    assert.deepEqual(await given.everythingStored(portal), caughtUp)
    await agree(portal)
  })

  test('that came only because the clock was wrong is taken back', async () => {
    const { portal, path } = await ending()
    portal.clock.set('2018-02-17T03:00:00Z')
    await portal.catchUp()
    assert.deepEqual(await found(portal, path), pageOnly)
    portal.clock.set('2017-02-17T03:10:00Z')
    await portal.catchUp()
    assert.deepEqual(await found(portal, path), everywhere)
    await agree(portal)
  })

  test('is put off by publishing anew, however late somebody catches up', async () => {
    const { portal, path, desk } = await ending()
    portal.clock.set('2017-02-21T10:00:00Z')
    await duringNewSession(portal, async () => {
      const form = formIn(await portal.as(duc).get(desk))
      assert.equal((await portal.as(duc).post(`${desk}/dang`, { ...form, expireAt: '2017-03-01T17:00' })).status, 303)
    })
    await portal.catchUp()
    assert.deepEqual(await found(portal, path), everywhere)
    await agree(portal)
  })

  test('that somebody puts off while the portal catches up leaves it in its lists', async () => {
    const portal = await testPortal()
    const by = await actor(portal, duc)
    const content = textOf({
      categoryId: await given.category(portal, 'Tin tức'),
      expireAt: '2017-02-18T00:00:00.000Z',
    })
    const made = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const draft = await newArticle(portal, by, content)
        return savedBy(await publishArticle(portal, by, wishFor(draft, content)))
      }),
    )
    portal.clock.set('2017-02-18T00:00:01Z')
    await Promise.all([
      portal.catchUp(),
      ...made.map((article) => publishArticle(portal, by, wishFor(article, { ...content, expireAt: null }))),
    ])
    await agree(portal)
    const { length } = await portal.database.write.selectFrom('category_listings').select('article_id').execute()
    assert.equal(length, 30)
  })

  test('a pin holds it first on the home page until its minute, and no longer than it is there itself', async () => {
    const { portal, path, categoryId } = await ending({ pinUntil: '2017-02-19T17:00' })
    for (let count = 0; count < 3; count++) {
      portal.clock.advance({ minutes: 1 })
      await given.article(portal, { typed: { categoryId: String(categoryId), title: `Tin mới ${count}` } })
    }
    const isFirst = async () => {
      const main = (await portal.visitor().get('/')).main()
      const links = [...main.matchAll(/href="(\/tin-bai\/[^"]+)"/g)].map(([, link]) => link)
      return links[0] === path
    }
    assert.equal(await isFirst(), true)
    portal.clock.set('2017-02-19T10:00:00Z')
    assert.equal(await isFirst(), false)
    assert.equal((await found(portal, path))[0], 200)
    portal.clock.set('2017-02-18T10:00:00Z')
    assert.equal(await isFirst(), true)
  })
})

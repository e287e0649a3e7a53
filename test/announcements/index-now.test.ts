import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as given from '../support/given.ts'
import { testPortal } from '../support/test-portal.ts'
import { change, stored, withdraw } from './given-announcements.ts'
import { receiver } from './given-receiver.ts'

const key = 'a1b2c3d4-HUYEN'

async function engine() {
  const search = await receiver()
  const portal = await testPortal({ INDEXNOW_HOST: search.origin, INDEXNOW_KEY: key })
  const bodies = () => search.told.map(({ body }) => JSON.parse(body) as { urlList: string[] })
  return { search, portal, bodies }
}

describe('a search engine', () => {
  test('is told in one call of all addresses that changed, each once, the old ones of moved articles too', async () => {
    const { search, portal, bodies } = await engine()
    const first = await given.article(portal)
    const typed = { categoryId: String(first.categoryId), title: 'Tin thứ hai' }
    const second = await given.article(portal, { typed })
    await change(portal, first, { slug: 'dia-chi-moi', title: 'Hội nghị' })
    portal.clock.advance({ minutes: 1 })
    await withdraw(portal, second)
    await portal.deliver()

    const moved = `/tin-bai/dia-chi-moi-${first.id}`
    assert.equal(search.told.length, 1)
    assert.equal(search.told[0]?.path, '/indexnow')
    assert.equal(search.told[0]?.headers['webhook-signature'], undefined)
    const [body] = bodies()
    assert.deepEqual(
      { ...body, urlList: body?.urlList.toSorted() },
      {
        host: new URL(portal.origin).host,
        key,
        keyLocation: `${portal.origin}/${key}.txt`,
        urlList: [moved, first.path, second.path].map((path) => portal.origin + path).sort(),
      },
    )
  })

  test('is called once a minute at most', async () => {
    const { search, portal, bodies } = await engine()
    search.answer({ status: 202 })
    const first = await given.article(portal)
    await portal.deliver()
    await change(portal, first, { body: 'Đã sửa.' })
    portal.clock.advance({ seconds: 30 })
    await portal.deliver()
    assert.equal(search.told.length, 1)
    portal.clock.advance({ seconds: 30 })
    await portal.deliver()
    assert.deepEqual(bodies()[1]?.urlList, [portal.origin + first.path])
  })

  test('that refuses the key is asked again; one that refuses the addresses is not', async () => {
    const { search, portal } = await engine()
    search.answer({ status: 403 })
    await given.article(portal)
    await portal.deliver()
    search.answer({ status: 422 })
    portal.clock.advance({ minutes: 1 })
    await portal.deliver()
    assert.deepEqual(
      (await stored(portal)).map(({ outcome, result, tries }) => [outcome, result, tries]),
      [['given-up', '422', 2]],
    )
  })

  test('finds the key where it is told to look, and nothing there without a key', async () => {
    const { portal } = await engine()
    const { status, text, headers } = await portal.visitor().get(`/${key}.txt`)
    assert.deepEqual([status, text], [200, key])
    assert.match(headers.get('content-type') ?? '', /^text\/plain/)
    assert.equal((await portal.visitor().get('/khac-khac-khac.txt')).status, 404)
    assert.equal((await (await testPortal()).visitor().get(`/${key}.txt`)).status, 404)
  })

  test('gets no webhook, and a webhook no list of addresses', async () => {
    const app = await receiver()
    const search = await receiver()
    const portal = await testPortal({ ...app.settings, INDEXNOW_HOST: search.origin, INDEXNOW_KEY: key })
    await given.article(portal)
    await portal.deliver()
    assert.deepEqual([app.told.length, search.told.length], [1, 1])
    assert.ok('urlList' in JSON.parse(search.told[0]?.body ?? ''))
    assert.deepEqual(app.types(), ['article.published'])
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createDeliverer } from '../../src/announcements/deliver-announcements.ts'
import { announcementWriter } from '../../src/announcements/index.ts'
import { receiversIn } from '../../src/announcements/receiver.ts'
import { receiverReader, receiverWriter } from '../../src/announcements/receiver-store.ts'
import { inTransaction } from '../../src/database/index.ts'
import { until } from '../operations/running-portal.ts'
import * as given from '../support/given.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { change, stored } from './given-announcements.ts'
import { receiver, type Told } from './given-receiver.ts'

const ids = (told: Told[]) => told.map(({ headers }) => headers['webhook-id'])
const many = async (portal: TestPortal, count: number) => {
  const first = await given.article(portal)
  const typed = { categoryId: String(first.categoryId) }
  const others = []
  for (let number = 1; number < count; number++) others.push(await given.article(portal, { typed }))
  return [first, ...others]
}

/** As a deed of the newsroom does, whose sessions end within these months. */
const announce = (portal: TestPortal, articleId: number) =>
  inTransaction(portal.database, (transaction) => {
    const now = portal.clock.now()
    const revised = { type: 'article.revised', happensAt: now, previousSlug: null } as const
    return announcementWriter(transaction, { now, random: portal.world.random }).announce(articleId, [revised])
  })

/** Another process on the same data. */
const anotherProcess = (portal: TestPortal) => createDeliverer(portal, receiversIn(portal.config))

describe('a receiver that does not answer well', () => {
  test('is told again after a minute, and knows by the id that it is the same', async () => {
    const app = await receiver()
    app.answer({ status: 500 })
    const portal = await testPortal(app.settings)
    await given.article(portal)
    await portal.deliver()
    await portal.deliver()
    assert.equal(app.told.length, 1)

    app.answer({ status: 200 })
    portal.clock.advance({ minutes: 1 })
    await portal.deliver()
    assert.equal(app.told.length, 2)
    const [first, second] = app.told
    assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id'])
    assert.notEqual(first?.headers['webhook-timestamp'], second?.headers['webhook-timestamp'])
    portal.clock.advance({ days: 1 })
    await portal.deliver()
    assert.equal(app.told.length, 2)
    assert.deepEqual(
      (await stored(portal)).map(({ outcome, tries, result }) => [outcome, tries, result]),
      [['delivered', 2, '200']],
    )
  })

  test('is given up for a message after seven tries, with a line in the log that holds no secret', async () => {
    const app = await receiver()
    app.answer({ status: 500 })
    const portal = await testPortal({ ...app.settings, LOG_LEVEL: 'debug' })
    await given.article(portal)
    for (let hour = 0; hour < 50; hour++) {
      await portal.deliver()
      portal.clock.advance({ hours: 1 })
    }
    assert.equal(app.told.length, 7)
    assert.equal((await stored(portal))[0]?.outcome, 'given-up')
    const line = portal.logLines.find((text) => text.includes('gave up an announcement'))
    assert.match(line ?? '', new RegExp(`"receiver":"${app.address.split('/')[2]}"`))
    assert.doesNotMatch(portal.logLines.join(''), /bi-mat|whsec_/)
  })

  test('is asked once a minute, however much waits for it', async () => {
    const app = await receiver()
    app.answer({ status: 500 })
    const portal = await testPortal(app.settings)
    await many(portal, 5)
    for (let second = 0; second < 60; second += 5) {
      await portal.deliver()
      portal.clock.advance({ seconds: 5 })
    }
    assert.equal(app.told.length, 1)
    app.answer({ status: 200 })
    await portal.deliver()
    assert.deepEqual(new Set(ids(app.told)).size, 5)
  })

  test('refuses one message, and gets the others', async () => {
    const app = await receiver()
    const portal = await testPortal(app.settings)
    const [bad] = await many(portal, 3)
    app.answer(({ message }) => ({ status: message.data['id'] === bad?.id ? 400 : 200 }))
    for (let minute = 0; minute < 3; minute++) {
      await portal.deliver()
      portal.clock.advance({ minutes: 1 })
    }
    const outcomes = (await stored(portal)).map(({ outcome }) => outcome)
    assert.deepEqual(outcomes, [null, 'delivered', 'delivered'])
  })

  test('is left alone for as long as it asks', async () => {
    const app = await receiver()
    app.answer({ status: 429, headers: { 'retry-after': '1800' } })
    const portal = await testPortal(app.settings)
    await many(portal, 2)
    await portal.deliver()
    portal.clock.advance({ minutes: 29 })
    await portal.deliver()
    assert.equal(app.told.length, 1)
    app.answer({ status: 200 })
    portal.clock.advance({ minutes: 1 })
    await portal.deliver()
    assert.equal(app.told.length, 3)
  })

  test('is told nothing more once it says that it is gone, and nothing is written for it', async () => {
    const app = await receiver()
    app.answer({ status: 410 })
    const portal = await testPortal(app.settings)
    const [first] = await many(portal, 2)
    await portal.deliver()
    assert.deepEqual(
      (await stored(portal)).map(({ outcome }) => outcome),
      ['given-up', 'given-up'],
    )
    await change(portal, first ?? assert.fail(), { body: 'Đã sửa.' })
    assert.equal((await stored(portal)).length, 2)
    portal.clock.advance({ days: 1 })
    await portal.deliver()
    assert.equal(app.told.length, 1)
  })

  test('is not followed elsewhere', async () => {
    const elsewhere = await receiver()
    const app = await receiver()
    app.answer({ status: 308, headers: { location: elsewhere.address } })
    const portal = await testPortal(app.settings)
    await given.article(portal)
    await portal.deliver()
    assert.equal(app.told.length, 1)
    assert.deepEqual(elsewhere.told, [])
    assert.equal((await stored(portal))[0]?.result, '308')
  })
})

describe('what concerns one article', () => {
  test('arrives in the order in which it happened', async () => {
    const app = await receiver()
    app.answer(({ message }) => ({ status: message.type === 'article.published' ? 500 : 200 }))
    const portal = await testPortal(app.settings)
    const article = await given.article(portal)
    await change(portal, article, { body: 'Đã sửa.' })
    await portal.deliver()
    portal.clock.advance({ minutes: 1 })
    await portal.deliver()
    assert.deepEqual(app.types(), ['article.published', 'article.published'])
    app.answer({ status: 200 })
    portal.clock.advance({ minutes: 5 })
    await portal.deliver()
    assert.deepEqual(app.types().slice(2), ['article.published', 'article.revised'])
  })
})

describe('a receiver that hangs', () => {
  test('holds up neither the newsroom, nor other receivers, nor the end of the portal', async () => {
    const [slow, quick] = [await receiver(), await receiver()]
    slow.answer('hang')
    const settings = {
      WEBHOOKS: `${slow.address},${quick.address}`,
      WEBHOOK_SECRET: `${slow.secret} ${quick.secret}`,
    }
    const portal = await testPortal(settings)
    const [first] = await many(portal, 2)
    const all = portal.deliver()
    await until(() => slow.told.length === 1 && quick.told.length === 2)

    const begun = performance.now()
    await change(portal, first ?? assert.fail(), { body: 'Đã sửa.' })
    await portal.catchUp()
    const more = portal.deliver()
    await until(() => quick.told.length === 3)
    assert.equal(slow.told.length, 1)
    await portal.close()
    await Promise.all([all, more])
    assert.ok(performance.now() - begun < 8_000, 'well before the receiver would have been given up')
  })
})

describe('several processes', () => {
  test('tell each thing once', async () => {
    const app = await receiver()
    const portal = await testPortal(app.settings)
    await many(portal, 4)
    const other = anotherProcess(portal)
    await Promise.all([portal.deliver(), other.deliver(), portal.deliver(), other.deliver()])
    assert.equal(app.told.length, 4)
    assert.equal(new Set(ids(app.told)).size, 4)
  })

  test('take over from one that died while it told something', async () => {
    const app = await receiver()
    app.answer('hang')
    const portal = await testPortal(app.settings)
    await given.article(portal)
    const dying = anotherProcess(portal)
    const dead = dying.deliver()
    await until(() => app.told.length === 1)
    await portal.deliver()
    assert.equal(app.told.length, 1, 'as long as it may be alive, it is the only one')

    app.answer({ status: 200 })
    portal.clock.advance({ seconds: 31 })
    await portal.deliver()
    const [first, second] = ids(app.told)
    assert.equal(app.told.length, 2)
    assert.equal(first, second)
    await dying.close()
    await dead
  })
})

describe('what waits', () => {
  test('stays within bounds while a receiver is dead for months', async () => {
    const app = await receiver()
    await app.close()
    const portal = await testPortal({ ...app.settings, LOG_LEVEL: 'warn' })
    const article = await given.article(portal)
    for (let day = 0; day < 60; day++) {
      await announce(portal, article.id)
      for (let round = 0; round < 2; round++) {
        portal.clock.advance({ hours: 12 })
        await portal.deliver()
        await portal.catchUp()
      }
    }
    const rows = await stored(portal)
    assert.ok(rows.filter(({ ended_at }) => ended_at === null).length <= 4)
    assert.ok(rows.length <= 35, String(rows.length))
    assert.ok(portal.logLines.some((line) => line.includes('waited too long')))
  })

  test('is at most ten thousand, the newest', async () => {
    const app = await receiver()
    app.answer({ status: 500 })
    const portal = await testPortal(app.settings)
    await given.article(portal)
    const [row] = await stored(portal)
    const { id: _, ...like } = row ?? assert.fail()
    const copies = Array.from({ length: 10_004 }, (_, number) => ({ ...like, message_id: `msg_${number}` }))
    for (let start = 0; start < copies.length; start += 1_000)
      await portal.database.write
        .insertInto('announcements')
        .values(copies.slice(start, start + 1_000))
        .execute()
    await portal.catchUp()
    const ended = (await stored(portal)).filter(({ ended_at }) => ended_at !== null)
    assert.deepEqual(
      ended.map(({ message_id, outcome }) => [message_id, outcome]),
      [row?.message_id, 'msg_0', 'msg_1', 'msg_2', 'msg_3'].map((id) => [id, 'given-up']),
    )
  })

  test('is forgotten a week after it arrived', async () => {
    const app = await receiver()
    const portal = await testPortal(app.settings)
    await given.article(portal)
    await portal.deliver()
    portal.clock.advance({ days: 6 })
    await portal.catchUp()
    assert.equal((await stored(portal)).length, 1)
    portal.clock.advance({ days: 2 })
    await portal.catchUp()
    assert.deepEqual(await stored(portal), [])
  })
})

describe('who is told', () => {
  const settle = (portal: TestPortal, settings: Partial<TestPortal['config']>) =>
    inTransaction(portal.database, (transaction) => {
      const receivers = receiversIn({ ...portal.config, ...settings })
      return receiverWriter(transaction, portal.clock.now()).settle(receivers)
    })

  test('follows the settings: with a receiver goes all that waited for it', async () => {
    const [one, two] = [await receiver(), await receiver()]
    const portal = await testPortal({ WEBHOOKS: `${one.address},${two.address}`, WEBHOOK_SECRET: one.secret })
    await given.article(portal)
    assert.equal((await stored(portal)).length, 2)
    await settle(portal, { webhooks: [two.address] })
    await portal.deliver()
    assert.deepEqual([one.told.length, two.told.length], [0, 1])
    await settle(portal, {})
    const receivers = await receiverReader(portal.database.read).listAll(portal.clock.now())
    assert.equal(receivers.length, 2)
    assert.doesNotMatch(
      JSON.stringify(await portal.database.read.selectFrom('announcement_receivers').selectAll().execute()),
      /bi-mat/,
    )
  })

  test('is nobody in a copy for trying things out, although its data name somebody', async () => {
    const app = await receiver()
    const portal = await testPortal(app.settings)
    await given.article(portal)
    await settle(portal, { isStaging: true })
    await portal.deliver()
    assert.deepEqual([app.told, await stored(portal)], [[], []])
  })
})

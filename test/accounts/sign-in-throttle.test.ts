import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { later } from '../../src/accounts/session.ts'
import { failureWriter } from '../../src/accounts/sign-in-store.ts'
import { addressGroup, failureKeys, forgivenAfterMs, waitMs } from '../../src/accounts/sign-in-throttle.ts'
import { inTransaction } from '../../src/database/index.ts'
import type { Client } from '../support/client.ts'
import { huong } from '../support/people.ts'
import { signIn, type TestPortal, testPortal } from '../support/test-portal.ts'

const signInPath = '/quan-tri/dang-nhap'
const now = '2017-02-17T03:00:00.000Z'

describe('the wait after failures', () => {
  const failures = (count: number, lastAt = now) => ({ count, lastAt })

  test('nobody waits until the patience is used up', () => {
    assert.equal(waitMs(failures(4), 5, now), 0)
    assert.equal(waitMs(failures(5), 5, now), 5_000)
  })

  test('it doubles with each failure, up to a quarter of an hour', () => {
    const waits = [5, 6, 7, 8, 12, 13, 40, 1_000_000].map((count) => waitMs(failures(count), 5, now) / 1000)
    assert.deepEqual(waits, [5, 10, 20, 40, 640, 900, 900, 900])
  })

  test('it counts from the last failure', () => {
    assert.equal(waitMs(failures(5, later(now, -2_000)), 5, now), 3_000)
    assert.equal(waitMs(failures(5, later(now, -5_000)), 5, now), 0)
  })
})

describe('what a failure counts against', () => {
  const keys = (isKnownDevice: boolean) => failureKeys(huong.email, '203.0.113.7', isKnownDevice).map(({ key }) => key)

  test('a stranger: the pair of account and address, the address, and the account', () => {
    const all = [
      'person huong@dakpo.gialai.gov.vn 203.0.113.7',
      'address 203.0.113.7',
      'account huong@dakpo.gialai.gov.vn',
    ]
    assert.deepEqual(keys(false), all)
  })

  test('a device that she signed in on before: only the pair', () => {
    assert.deepEqual(keys(true), ['person huong@dakpo.gialai.gov.vn 203.0.113.7'])
  })

  const groups: [string, string][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2ff::1', '2001:0db8:0001:0200::/56'],
    ['2001:db8:1:200:ffff:ffff:ffff:ffff', '2001:0db8:0001:0200::/56'],
    ['2001:db8:1:300::1', '2001:0db8:0001:0300::/56'],
    ['2001:db8::1', '2001:0db8:0000:0000::/56'],
    ['::1', '0000:0000:0000:0000::/56'],
    ['', ''],
  ]
  for (const [address, group] of groups)
    test(`${address || 'no address'} counts as ${group || 'itself'}`, () => assert.equal(addressGroup(address), group))
})

describe('somebody who guesses a password', () => {
  test('is slowed down after five tries, is told for how long, and is not even heard meanwhile', async () => {
    const portal = await portalBehindProxy()
    const stranger = portal.visitor({ address: '203.0.113.66' })
    await guess(stranger, 5)

    const answer = await stranger.post(signInPath, { email: huong.email, password: huong.password })

    assert.equal(answer.status, 429)
    assert.equal(answer.headers.get('retry-after'), '5')
    assert.match(answer.main(), /Thử sai nhiều lần\. Đợi 5 giây rồi thử lại\./)
    portal.clock.advance({ seconds: 5 })
    await signIn(stranger, huong)
  })

  test('waits longer each time', async () => {
    const portal = await portalBehindProxy()
    const stranger = portal.visitor({ address: '203.0.113.66' })
    await guess(stranger, 5)
    portal.clock.advance({ seconds: 5 })
    await guess(stranger, 1)
    const answer = await stranger.post(signInPath, { email: huong.email, password: 'đoán thêm một câu' })
    assert.equal(answer.headers.get('retry-after'), '10')
  })

  test('waits as long for an account that does not exist, and is told the same', async () => {
    const portal = await portalBehindProxy()
    const known = portal.visitor({ address: '203.0.113.66' })
    const unknown = portal.visitor({ address: '203.0.113.67' })
    await guess(known, 5)
    await guess(unknown, 5, 'khong-ai@dakpo.gialai.gov.vn')
    const answers = [
      await known.post(signInPath, { email: huong.email, password: 'x' }),
      await unknown.post(signInPath, { email: 'khong-ai@dakpo.gialai.gov.vn', password: 'x' }),
    ]
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get('retry-after')]),
      [
        [429, '5'],
        [429, '5'],
      ],
    )
  })

  test('is slowed down by his address when he tries one account after another', async () => {
    const portal = await portalBehindProxy()
    const stranger = portal.visitor({ address: '203.0.113.66' })
    await stored(portal, 30, () => [{ key: 'address 203.0.113.66', patience: 30 }])
    assert.equal((await stranger.post(signInPath, { email: 'ai-31@dakpo.gialai.gov.vn', password: 'x' })).status, 429)
    assert.equal(
      (
        await portal
          .visitor({ address: '203.0.113.67' })
          .post(signInPath, { email: 'ai-31@dakpo.gialai.gov.vn', password: 'x' })
      ).status,
      422,
    )
  })

  test('is forgiven after an hour without a failure', async () => {
    const portal = await portalBehindProxy()
    const stranger = portal.visitor({ address: '203.0.113.66' })
    await guess(stranger, 5)
    portal.clock.advance({ minutes: forgivenAfterMs / 60_000 })
    await guess(stranger, 5)
  })

  test('cannot change the address that counts by claiming to be forwarded', async () => {
    const portal = await testPortal()
    await portal.idOf(huong)
    for (let time = 0; time < 5; time++) await guess(portal.visitor({ address: `203.0.113.${time}` }), 1)
    const headers = { forwarded: 'for=203.0.113.99', 'x-real-ip': '203.0.113.99', 'client-ip': '203.0.113.99' }
    const another = portal.visitor({ address: '203.0.113.99', headers })
    assert.equal((await another.post(signInPath, { email: huong.email, password: 'đoán thêm một câu' })).status, 429)
  })

  test('cannot put an address of his own before that of the proxy', async () => {
    const portal = await portalBehindProxy()
    for (let time = 0; time < 5; time++) await guess(portal.visitor({ address: `198.51.100.${time}, 203.0.113.66` }), 1)
    const another = portal.visitor({ address: '198.51.100.99, 203.0.113.66' })
    assert.equal((await another.post(signInPath, { email: huong.email, password: 'đoán thêm một câu' })).status, 429)
  })
})

describe('the owner of the account meanwhile', () => {
  test('signs in at another address as if nothing happened', async () => {
    const portal = await portalBehindProxy()
    await guess(portal.visitor({ address: '203.0.113.66' }), 5)
    await signIn(portal.visitor({ address: '203.0.113.9' }), huong)
  })

  test('signs in on the device she used before, even while strangers guess from everywhere', async () => {
    const portal = await portalBehindProxy()
    const herDevice = portal.visitor({ address: '203.0.113.9' })
    await signIn(herDevice, huong)
    await herDevice.post('/quan-tri/dang-xuat')
    await stored(portal, 150, (time) => failureKeys(huong.email, `198.51.100.${time}`, false))
    await stored(portal, 40, () => [{ key: 'address 203.0.113.9', patience: 30 }])

    const unknownDevice = portal.visitor({ address: '192.0.2.1' })
    assert.equal((await unknownDevice.post(signInPath, { email: huong.email, password: huong.password })).status, 429)
    await signIn(herDevice, huong)
  })

  test('starts afresh after signing in', async () => {
    const portal = await portalBehindProxy()
    const browser = portal.visitor({ address: '203.0.113.9' })
    await guess(browser, 4)
    await signIn(browser, huong)
    const next = portal.visitor({ address: '203.0.113.9' })
    await guess(next, 4)
    await signIn(next, huong)
  })
})

/** Behind a proxy on this machine, so that each visitor has the address that the test gives her. */
async function portalBehindProxy(): Promise<TestPortal> {
  const portal = await testPortal({ TRUST_PROXY: 'loopback' })
  await portal.idOf(huong)
  return portal
}

async function guess(browser: Client, times: number, email = huong.email) {
  for (let time = 0; time < times; time++) {
    const answer = await browser.post(signInPath, { email, password: `đoán lần thứ ${time}` })
    assert.equal(answer.status, 422, `guess ${time + 1}`)
  }
}

/** As many failures as hours of guessing leave behind. */
async function stored(
  portal: TestPortal,
  times: number,
  keys: (time: number) => Parameters<ReturnType<typeof failureWriter>['add']>[0],
) {
  await inTransaction(portal.database, async (transaction) => {
    for (let time = 0; time < times; time++) await failureWriter(transaction, portal.clock.now()).add(keys(time))
  })
}

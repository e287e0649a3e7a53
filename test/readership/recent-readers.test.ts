import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { createRecentReaders } from '../../src/readership/recent-readers.ts'

const visit = (address: string, agent = 'Mozilla/5.0 Firefox/130.0') => ({ address, headers: { 'user-agent': agent } })
const moment = (minutes: number, day = '2017-02-17') => ({
  now: new Date(Date.parse(`${day}T03:00:00Z`) + minutes * 60_000).toISOString(),
  day,
})

test('fifty times in ten minutes are one reading, and another after them', () => {
  const recent = createRecentReaders(randomBytes)
  const counted = Array.from({ length: 50 }, (_, place) => recent.isNew(visit('203.0.113.7'), 1, moment(place / 6)))
  assert.equal(counted.filter(Boolean).length, 1)
  assert.equal(recent.isNew(visit('203.0.113.7'), 1, moment(10)), true)
})

test('another article, another device and another address are others', () => {
  const recent = createRecentReaders(randomBytes)
  assert.equal(recent.isNew(visit('203.0.113.7'), 1, moment(0)), true)
  assert.equal(recent.isNew(visit('203.0.113.7'), 2, moment(0)), true)
  assert.equal(recent.isNew(visit('203.0.113.7', 'Mozilla/5.0 Chrome/120'), 1, moment(0)), true)
  assert.equal(recent.isNew(visit('203.0.113.8'), 1, moment(0)), true)
  assert.equal(recent.isNew(visit('2001:db8:1:2::1'), 1, moment(0)), true)
  assert.equal(recent.isNew(visit('2001:db8:1:2::ffff'), 1, moment(0)), false)
})

test('one address that calls itself ever something else is soon counted no more', () => {
  const recent = createRecentReaders(randomBytes)
  const counted = Array.from({ length: 1_000 }, (_, place) =>
    recent.isNew(visit('203.0.113.7', `agent ${place}`), 1, moment(0)),
  )
  assert.equal(counted.filter(Boolean).length, 60)
  assert.equal(recent.isNew(visit('203.0.113.8'), 1, moment(0)), true)
})

test('a flood of a hundred thousand addresses fills a bounded memory, and is counted no further', () => {
  const recent = createRecentReaders(randomBytes)
  const address = (place: number) => `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`
  const before = process.memoryUsage().heapUsed
  let counted = 0
  for (let place = 0; place < 100_000; place++) if (recent.isNew(visit(address(place)), 1, moment(0))) counted += 1
  assert.equal(counted, 50_000)
  assert.ok(process.memoryUsage().heapUsed - before < 64 * 1024 * 1024)
  assert.equal(recent.isNew(visit('203.0.113.7'), 1, moment(5)), false)
  assert.equal(recent.isNew(visit('203.0.113.7'), 1, moment(10)), true)
})

test('at midnight the secret goes, and with it every trace', () => {
  const secrets: Buffer[] = []
  const recent = createRecentReaders((length) => {
    const secret = randomBytes(length)
    secrets.push(secret)
    return secret
  })
  recent.isNew(visit('203.0.113.7'), 1, moment(0))
  recent.isNew(visit('203.0.113.7'), 2, moment(1))
  assert.equal(secrets.length, 1)
  assert.equal(recent.isNew(visit('203.0.113.7'), 1, moment(0, '2017-02-18')), true)
  assert.equal(secrets.length, 2)
})

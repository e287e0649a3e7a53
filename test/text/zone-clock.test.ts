import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wallClock } from '../../src/text/zone-clock.ts'

/** Some move their clock twice a year, by half an hour, at night or at noon of UTC, or have left a day out. */
const zones = [
  'Asia/Ho_Chi_Minh',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Pyongyang',
  'Africa/Casablanca',
  'Pacific/Apia',
]
const shown = new Map(
  zones.map((zone) => [
    zone,
    new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
  ]),
)
const byIntl = (instant: string, zone: string) => shown.get(zone)?.format(new Date(instant)).replace(' ', 'T')

test('the clock on the wall is that of Intl, also in the hours in which it is moved', () => {
  const instants = fc.date({ min: new Date('1960-01-01'), max: new Date('2120-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (date, zone) => {
      const instant = date.toISOString()
      assert.equal(wallClock(instant, zone), byIntl(instant, zone))
    }),
    { numRuns: 2_000 },
  )
  for (const zone of zones)
    for (let hour = Date.UTC(2011, 0); hour < Date.UTC(2012, 0); hour += 60 * 60_000) {
      const instant = new Date(hour + 59 * 60_000).toISOString()
      assert.equal(wallClock(instant, zone), byIntl(instant, zone))
    }
})

test('what is no instant, or no zone, is refused', () => {
  assert.throws(() => wallClock('hôm qua', 'Asia/Ho_Chi_Minh'), RangeError)
  assert.throws(() => wallClock('2017-02-16T03:00:00Z', 'Asia/Sài_Gòn'), RangeError)
})

import type { Reader } from '../database/index.ts'
import { dayOf, instantOf } from '../text/dates.ts'
import { momentReader } from './moment-store.ts'

const oneDayMs = 24 * 60 * 60_000

/** Until when public pages say the same, if nobody does anything: at midnight, at the latest, the date above them is another. */
export async function nextMoment(read: Reader, now: string, timeZone: string): Promise<string> {
  const midnight = endOfDay(now, timeZone)
  const arranged = await momentReader(read).nextAfter(now)
  return arranged !== null && arranged < midnight ? arranged : midnight
}

/** Where the clock skips midnight, an hour is looked at again. */
function endOfDay(now: string, timeZone: string): string {
  const tomorrow = new Date(Date.parse(dayOf(now, timeZone)) + oneDayMs).toISOString().slice(0, 10)
  return instantOf(`${tomorrow}T00:00`, timeZone) ?? new Date(Date.parse(now) + oneDayMs / 24).toISOString()
}

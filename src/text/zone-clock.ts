const dayMs = 24 * 60 * 60_000
/** From 1970 to 2106: as many days as may be remembered. */
const lastDay = 50_000

// Making an Intl formatter is slow and formatters never change, so one is kept for each zone: a cache, not state.
const clockOf = remember((zone: string) => {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
})

// Asking the formatter takes microseconds and a page shows dozens of dates. On a day that ends as far ahead of UTC as it
// began, nobody moved the clock: such days are remembered as well.
const steadyDaysOf = remember((_zone: string) => new Map<number, number | null>())

/**
 * What the clock on the wall shows: `2017-02-16T16:40:00`.
 * Throws RangeError for an instant that is no ISO 8601 time, or a zone that is not in the IANA list.
 */
export function wallClock(instant: string, zone: string): string {
  const at = Date.parse(instant)
  const ahead = steadyOffset(at, zone)
  return ahead === null ? readClock(at, zone) : new Date(at + ahead).toISOString().slice(0, 19)
}

/** How far the zone is ahead of UTC at that instant. */
export function offsetMilliseconds(instant: string, zone: string): number {
  const at = Date.parse(instant)
  return steadyOffset(at, zone) ?? readOffset(at, zone)
}

/** Null on a day on which the clock was moved, and outside the years that are remembered. */
function steadyOffset(at: number, zone: string): number | null {
  if (!(at >= 0 && at < lastDay * dayMs)) return null
  const days = steadyDaysOf(zone)
  const day = Math.floor(at / dayMs)
  const known = days.get(day)
  if (known !== undefined) return known
  const [first, last] = [readOffset(day * dayMs, zone), readOffset((day + 1) * dayMs, zone)]
  const offset = first === last ? first : null
  days.set(day, offset)
  return offset
}

function readClock(at: number, zone: string): string {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of clockOf(zone).formatToParts(at)) shown[type] = value
  return `${shown.year?.padStart(4, '0')}-${shown.month}-${shown.day}T${shown.hour}:${shown.minute}:${shown.second}`
}

function readOffset(at: number, zone: string): number {
  const wholeSeconds = Math.floor(at / 1000) * 1000
  return Date.parse(`${readClock(at, zone)}Z`) - wholeSeconds
}

function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const kept = new Map<string, Value>()
  return (key) => {
    const value = kept.get(key) ?? make(key)
    kept.set(key, value)
    return value
  }
}

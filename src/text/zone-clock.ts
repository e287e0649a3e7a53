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

/**
 * What the clock on the wall shows: `2017-02-16T16:40:00`.
 * Throws RangeError for an instant that is no ISO 8601 time, or a zone that is not in the IANA list.
 */
export function wallClock(instant: string, zone: string): string {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of clockOf(zone).formatToParts(new Date(instant))) shown[type] = value
  return `${shown.year?.padStart(4, '0')}-${shown.month}-${shown.day}T${shown.hour}:${shown.minute}:${shown.second}`
}

/** How far the zone is ahead of UTC at that instant. */
export function offsetMilliseconds(instant: string, zone: string): number {
  const wholeSeconds = Math.floor(Date.parse(instant) / 1000) * 1000
  return Date.parse(`${wallClock(instant, zone)}Z`) - wholeSeconds
}

function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const kept = new Map<string, Value>()
  return (key) => {
    const value = kept.get(key) ?? make(key)
    kept.set(key, value)
    return value
  }
}

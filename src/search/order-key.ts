/**
 * The number that a document has in the index: its day, then its place among those of that day. Both engines walk the
 * index by number, so every walk goes from the newest day to the oldest without sorting. Small steps between numbers
 * keep the index of SQLite small; what came first within a day is told by the date itself.
 */
export type Keys = { from: number; before: number }

/** More than any day of real articles; an import with one date for all goes on in the days before. */
const room = 2 ** 16
const dayMs = 86_400_000
const furthestDay = 2 ** 24

/** All numbers of the day of that instant. */
export const dayKeys = (instant: string): Keys => keysOf(Math.floor(Date.parse(instant) / dayMs))

export const dayBefore = ({ from }: Keys): Keys => keysOf(from / room - 1)

export const allKeys: Keys = { from: -furthestDay * room, before: furthestDay * room }

const daysOfPeriod = 32

/** About a month. */
export const periodOf = (key: number): number => Math.floor(key / room / daysOfPeriod)

const keysOf = (day: number): Keys => {
  const within = Math.max(1 - furthestDay, Math.min(furthestDay - 1, day))
  return { from: within * room, before: (within + 1) * room }
}

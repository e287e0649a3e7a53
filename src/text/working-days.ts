import { dayOf, instantOf, localDateTime } from './dates.ts'

const [sunday, saturday] = [0, 6]

/**
 * The moment since which so many working days have passed. A working day is Monday to Friday, from midnight to midnight in
 * that zone; public holidays are not known.
 */
export function workingDaysBefore(instant: string, count: number, zone: string): string {
  let day = dayOf(instant, zone)
  let time = localDateTime(instant, zone).slice(10)
  if (isWeekend(day)) time = 'T00:00'
  if (weekdayOf(day) === sunday) day = dayBefore(day)

  for (let left = count; left > 0; left--) {
    day = dayBefore(day)
    while (isWeekend(day)) day = dayBefore(day)
  }
  // A time that the clock skipped is a little later; clocks are put forward in the night.
  return instantOf(day + time, zone) ?? instantOf(`${day}T04:00`, zone) ?? instant
}

const weekdayOf = (day: string) => new Date(day).getUTCDay()
const isWeekend = (day: string) => [sunday, saturday].includes(weekdayOf(day))
const dayBefore = (day: string) => new Date(Date.parse(day) - 24 * 60 * 60_000).toISOString().slice(0, 10)

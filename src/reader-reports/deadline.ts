import { dayOf, instantOf } from '../text/dates.ts'

/** The legal ten-day clock. */
const daysToAnswer = 10
const oneDay = 24 * 60 * 60_000

/** The end of the tenth calendar day after the day of arrival, in the agency's zone: its last millisecond. */
export function dueAt(arrivedAt: string, timeZone: string): string {
  const dayAfter = addDays(dayOf(arrivedAt, timeZone), daysToAnswer + 1)
  // Where clocks are put forward at midnight, the day begins an hour later.
  const end = instantOf(`${dayAfter}T00:00`, timeZone) ?? instantOf(`${dayAfter}T01:00`, timeZone) ?? dayAfter
  return new Date(Date.parse(end) - 1).toISOString()
}

/** Whole days by the calendar of that zone: 0 on the last day, negative when it is over. */
export function daysLeft(due: string, now: string, timeZone: string): number {
  return (Date.parse(dayOf(due, timeZone)) - Date.parse(dayOf(now, timeZone))) / oneDay
}

const addDays = (day: string, count: number) => new Date(Date.parse(day) + count * oneDay).toISOString().slice(0, 10)

import { isRealDay, slashDate, weekdayOf } from '../text/calendar.ts'
import { instantOf } from '../text/dates.ts'

/** A year, a month or a day of the calendar that hangs in the office. */
export type Period = {
  unit: 'year' | 'month' | 'day'
  /** `2017`, `2017-02` or `2017-02-16`. */
  key: string
  /** Its first and its last day. */
  first: string
  last: string
}

const dayMs = 24 * 60 * 60 * 1000
const earliestYear = 1900

/** Null for what no calendar has, such as 31 February, and for what was before there were portals. */
export function periodOf(year: string, month?: string, day?: string): Period | null {
  const key = [year, month, day].filter((part) => part !== undefined).join('-')
  if (!/^\d{4}$/.test(year) || !/^\d{4}(-\d\d){0,2}$/.test(key) || Number(year) < earliestYear) return null
  if (!isRealDay(`${key}${'-01-01'.slice(key.length - 4)}`)) return null
  if (day !== undefined) return { unit: 'day', key, first: key, last: key }
  if (month !== undefined) return { unit: 'month', key, first: `${key}-01`, last: lastDayOf(key) }
  return { unit: 'year', key, first: `${key}-01-01`, last: `${key}-12-31` }
}

/** The month of a day, the year of a month; null above a year. */
export function periodAbove({ key }: Pick<Period, 'key'>): Period | null {
  const [year = '', month] = key.split('-')
  if (key.length === 4) return null
  return key.length === 7 ? periodOf(year) : periodOf(year, month)
}

/** From its first instant until before the first of what comes after it. */
export function spanOf({ first, last }: Pick<Period, 'first' | 'last'>, timeZone: string) {
  return { from: beginOf(first, timeZone), until: beginOf(dayAfter(last), timeZone) }
}

/** Weeks from Monday to Sunday; days of the months beside it are null. */
export function weeksOf(month: string): (string | null)[][] {
  const length = Number(lastDayOf(month).slice(8))
  const days = Array.from({ length }, (_, place) => `${month}-${String(place + 1).padStart(2, '0')}`)
  const before = (new Date(`${month}-01`).getUTCDay() + 6) % 7
  const cells = [...Array<null>(before).fill(null), ...days]
  const padded = [...cells, ...Array<null>((7 - (cells.length % 7)) % 7).fill(null)]
  return Array.from({ length: padded.length / 7 }, (_, week) => padded.slice(week * 7, week * 7 + 7))
}

export const monthsOf = (year: string): string[] =>
  Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, '0')}`)

/** Names of weekdays, from Monday. */
export const weekdays = (language: 'vi' | 'en'): string[] =>
  ['06', '07', '08', '09', '10', '11', '12'].map((day) => weekdayOf(`2017-02-${day}`, language))

/** `2017`, `2/2017` or `16/02/2017`. */
export function shownPeriod({ key }: Pick<Period, 'key'>): string {
  const [year, month] = key.split('-')
  return key.length === 7 ? `${Number(month)}/${year}` : slashDate(key)
}

const dayAfter = (day: string) => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10)

const lastDayOf = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

/** In some zones a day began at one o'clock, when the clock was put forward at midnight. */
const beginOf = (day: string, timeZone: string): string =>
  instantOf(`${day}T00:00`, timeZone) ?? instantOf(`${day}T01:00`, timeZone) ?? `${day}T00:00:00.000Z`

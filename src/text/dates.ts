import { isRealDay, slashDate, weekdayOf } from './calendar.ts'
import { offsetMilliseconds, wallClock } from './zone-clock.ts'

export { parseDate, type WeekdayWarning, weekdayWarning } from './written-dates.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** `2017-02-15`: the day it is in that zone. Like all below: ISO 8601 instant, IANA zone, RangeError when malformed. */
export function dayOf(instant: string, zone: string): string {
  return wallClock(instant, zone).slice(0, 10)
}

/** `15/02/2017` */
export function shortDate(instant: string, zone: string): string {
  return slashDate(dayOf(instant, zone))
}

/** `Thứ Tư, 15/02/2017`, in English `Wednesday, 15 February 2017`. */
export function longDate(instant: string, zone: string, language: 'vi' | 'en' = 'vi'): string {
  const today = dayOf(instant, zone)
  const date = language === 'vi' ? slashDate(today) : englishDate(today)
  return `${weekdayOf(today, language)}, ${date}`
}

/** `17/02/2017, 09:15` */
export function dateWithTime(instant: string, zone: string): string {
  return `${shortDate(instant, zone)}, ${clockTime(instant, zone)}`
}

/** `08:30 15/02/2017` */
export function timeWithDate(instant: string, zone: string): string {
  return `${clockTime(instant, zone)} ${shortDate(instant, zone)}`
}

/** `09:05` */
export function clockTime(instant: string, zone: string): string {
  return wallClock(instant, zone).slice(11, 16)
}

/** `2017-02-16T16:40:00+07:00`, for the `datetime` of a `<time>`. */
export function zonedIso(instant: string, zone: string): string {
  const offset = Math.round(offsetMilliseconds(instant, zone) / minute)
  const hours = Math.floor(Math.abs(offset) / 60)
  return `${wallClock(instant, zone)}${offset < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(Math.abs(offset) % 60)}`
}

/** `2017-02-16T16:40`, the value of an `<input type=datetime-local>`. */
export function localDateTime(instant: string, zone: string): string {
  return wallClock(instant, zone).slice(0, 16)
}

/**
 * The inverse of `localDateTime`, as `toISOString` writes it; seconds may be given. Null for a malformed text, for a date
 * that no calendar has and for a time that the clock skipped. Where the clock went back, the earlier of the two.
 */
export function instantOf(localDateTime: string, zone: string): string | null {
  const wanted = localDateTime.length === 16 ? `${localDateTime}:00` : localDateTime
  if (!/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(wanted)) return null
  if (!isRealDay(wanted.slice(0, 10))) return null

  const asIfUtc = Date.parse(`${wanted}Z`)
  // The offset depends on the instant that we look for, so the ones in force a day before and after are tried.
  return (
    [asIfUtc - day, asIfUtc + day]
      .map((nearby) => iso(asIfUtc - offsetMilliseconds(iso(nearby), zone)))
      .find((instant) => wallClock(instant, zone) === wanted) ?? null
  )
}

/** Whether two instants fall on the same day in that zone. */
export function isSameDay(a: string, b: string, zone: string): boolean {
  return dayOf(a, zone) === dayOf(b, zone)
}

const englishDayAndMonth = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

function englishDate(day: string): string {
  return englishDayAndMonth.format(new Date(day))
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

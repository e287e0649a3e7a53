import { dayOf, instantOf } from '../text/dates.ts'

/** A month of the calendar in the agency's zone; `from` belongs to it, `until` to the next. */
export type Month = { name: MonthName; from: string; until: string }

/** `2017-02` */
export type MonthName = string

export const monthNameOf = (instant: string, zone: string): MonthName => dayOf(instant, zone).slice(0, 7)

export const monthOf = (name: MonthName, zone: string): Month => ({
  name,
  from: startOf(name, zone),
  until: startOf(monthsAfter(name, 1), zone),
})

/** `2017-02`, as in an address, or as people write it, `2/2017`; null for what is no month that anything here can be of. */
export function parseMonth(typed: string): MonthName | null {
  const { year = '', month = '' } =
    /^(?<year>\d{4})-(?<month>\d{1,2})$/.exec(typed)?.groups ??
    /^(?<month>\d{1,2}) ?[/.-] ?(?<year>\d{4})$/.exec(typed)?.groups ??
    {}
  const isMonth = Number(month) >= 1 && Number(month) <= 12 && year >= '1990' && year <= '2999'
  return isMonth ? `${year}-${month.padStart(2, '0')}` : null
}

export function monthsAfter(name: MonthName, count: number): MonthName {
  const moved = new Date(`${name}-01T00:00:00Z`)
  moved.setUTCMonth(moved.getUTCMonth() + count)
  return moved.toISOString().slice(0, 7)
}

/** As people write it: `02/2017`. */
export const shownMonth = (name: MonthName): string => name.split('-').reverse().join('/')

/** Where summer time begins at midnight, the day begins an hour later. */
function startOf(name: MonthName, zone: string): string {
  const day = `${name}-01`
  return instantOf(`${day}T00:00`, zone) ?? instantOf(`${day}T01:00`, zone) ?? `${day}T00:00:00.000Z`
}

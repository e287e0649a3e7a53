import { dayOf, shortDate, zonedIso } from '../text/dates.ts'
import type { NewsWords } from './words.ts'

/** Until when a notice holds; `isSoon` when that is within three days. */
export type Validity = { text: string; machine: string; isSoon: boolean }

type ValidityTools = { now: string; timeZone: string; words: NewsWords }

const noticeSlug = 'thong-bao'
const soonDays = 3
const oneDay = 24 * 60 * 60_000

/** Whether what stands in this category is a notice: "Thông báo" and everything below it. */
export const isAmongNotices = (categoryPath: string | undefined): boolean =>
  categoryPath?.split('/').includes(noticeSlug) ?? false

/** `31/12/2026`: the last day on which it holds. What ends at midnight ends with the day before. */
export const lastDay = (expiresAt: string, timeZone: string): string => shortDate(lastMoment(expiresAt), timeZone)

/** For lists. */
export function validity(expiresAt: string, { now, timeZone, words }: ValidityTools): Validity {
  const [today, last] = [dayOf(now, timeZone), dayOf(lastMoment(expiresAt), timeZone)]
  const days = (Date.parse(last) - Date.parse(today)) / oneDay
  const day = lastDay(expiresAt, timeZone)
  const isSoon = days <= soonDays
  const isThisYear = last.slice(0, 4) === today.slice(0, 4)
  return {
    text: isSoon ? words.daysLeft(days) : words.until(isThisYear ? day.slice(0, 'dd/mm'.length) : day),
    machine: zonedIso(expiresAt, timeZone),
    isSoon,
  }
}

const lastMoment = (expiresAt: string): string => new Date(Date.parse(expiresAt) - 1).toISOString()

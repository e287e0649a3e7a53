import { shortDate, zonedIso } from '../text/dates.ts'
import { daysLeft } from './deadline.ts'
import type { ReportWords } from './words.ts'

/** How much of the ten days is left, as `part('reader-reports/clock', clock)` shows it. */
export type Clock = { text: string; isLate: boolean; due: string; moment: string }

export function clockOf(dueAt: string, now: string, timeZone: string, words: ReportWords): Clock {
  const days = daysLeft(dueAt, now, timeZone)
  return {
    text: days < 0 ? words.overdue(-days) : words.left(days),
    isLate: days < 0,
    due: words.due(shortDate(dueAt, timeZone)),
    moment: zonedIso(dueAt, timeZone),
  }
}

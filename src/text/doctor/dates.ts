import { isRealDay, slashDate } from '../calendar.ts'
import { weekdayWarning } from '../dates.ts'
import type { Remark } from './finding.ts'
import { withCapitalsOf } from './word-list.ts'

const date = String.raw`(?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})(?!\d)`
const weekday = String.raw`(?<weekday>(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?:chủ|chúa) nhật))(?!\p{L})`
const weekdayAndDate = [
  new RegExp(String.raw`(?<!\p{L})(?:(?:lần|kỳ) )?${weekday},? ?\(?(?:ngày )?${date}`, 'dgiu'),
  new RegExp(String.raw`(?<!\d)${date} ?[,(] ?${weekday}`, 'dgiu'),
]

/** Every place where a weekday contradicts the date beside it; what is proposed is the weekday of that date. */
export function weekdayRemarks(prose: string): Remark[] {
  return weekdayAndDate.flatMap((pattern) =>
    [...prose.matchAll(pattern)].flatMap(({ 0: found, indices }): Remark[] => {
      const warning = weekdayWarning(found)
      const place = indices?.groups?.['weekday']
      if (warning === null || place === undefined) return []
      const proposed = weekdayLike(warning.written, warning.actual)
      const parts = { written: warning.written, actual: warning.actual, date: slashDate(warning.date) }
      const [start, end] = place
      return [{ kind: 'weekday', start, end, proposed, reason: { code: 'weekday', parts } }]
    }),
  )
}

const weekdayNumbers: Record<string, string> = { Hai: '2', Ba: '3', Tư: '4', Năm: '5', Sáu: '6', Bảy: '7' }

function weekdayLike(written: string, actual: string): string {
  const [first = '', second = ''] = actual.split(' ')
  const [firstWritten = '', secondWritten = ''] = written.split(' ')
  const number = weekdayNumbers[second]
  const like = /\d/.test(secondWritten) ? (number ?? 'nhật') : withCapitalsOf(secondWritten, second.toLowerCase())
  return `${withCapitalsOf(firstWritten, first.toLowerCase())} ${like}`
}

const numericDate = /(?<![\d/.-])(?<day>\d{1,2})(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<year>\d{4})(?![\d/-]|\.\d)/gu
const dayAndMonth = /(?<=(?<!\p{L})ngày )(?<day>\d{1,2})\/(?<month>\d{1,2})(?![\d/.-])/giu
const spokenDate = /(?<=(?<!\p{L})ngày )(?<day>\d{1,2}) tháng (?<month>\d{1,2})(?: năm (?<year>\d{4}))?(?!\d)/giu

/** Days that no calendar has, "31/02/2017" and "ngày 30 tháng 2"; which day was meant only its author knows. */
export function impossibleDateRemarks(prose: string): Remark[] {
  return [numericDate, dayAndMonth, spokenDate].flatMap((pattern) =>
    [...prose.matchAll(pattern)].flatMap(({ 0: found, index, groups = {} }): Remark[] => {
      const [day, month] = [Number(groups['day']), Number(groups['month'])]
      // Without a year, 29 February exists in some.
      const year = Number(groups['year'] ?? 2000)
      const isDateAtAll = groups['mark'] === '/' || groups['mark'] === undefined || (year > 1900 && year < 2100)
      if (!isDateAtAll || isRealDay(isoDay(year, month, day))) return []
      const lastDay = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : null
      const reason = { code: 'impossibleDate', parts: { date: found, lastDay } } as const
      return [{ kind: 'impossibleDate', start: index, end: index + found.length, proposed: null, reason }]
    }),
  )
}

function isoDay(year: number, month: number, day: number): string {
  const digits = (number: number, length: number) => String(number).padStart(length, '0')
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
}

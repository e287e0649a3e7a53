import { isRealDay, slashDate, weekdayOf } from './calendar.ts'
import { fold } from './fold.ts'
import { normalLine } from './normal-form.ts'

const numericDate = String.raw`\d{1,2} ?(?<mark>[/.-]) ?\d{1,2} ?\k<mark> ?\d{4}(?!\d)`
const spokenDate = String.raw`\d{1,2} tháng \d{1,2} năm \d{4}(?!\d)`
const weekdayName = '(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?:chủ|chúa) nhật)'

const wholeDate = new RegExp(`^(?:${weekdayName},? )?(?:ngày )?(?:${numericDate}|${spokenDate})$`, 'iu')
// "Lần thứ hai, 15/02/2017" counts times, not days.
const dateAfterWeekday = new RegExp(
  String.raw`(?<!\p{L}|lần |kỳ )(?<weekday>${weekdayName}),? ?\(?(?:ngày )?(?<date>${numericDate}|${spokenDate})`,
  'giu',
)
const dateBeforeWeekday = new RegExp(
  String.raw`(?<!\d)(?<date>${numericDate}|${spokenDate}) ?[,(] ?(?<weekday>${weekdayName})(?!\p{L})`,
  'giu',
)

export type WeekdayWarning = {
  /** The weekday as the author wrote it. */
  written: string
  /** The weekday that the date has: `Thứ Tư`. */
  actual: string
  /** `2017-02-15` */
  date: string
  /** The sentence for the author: `15/02/2017 là Thứ Tư`. */
  text: string
}

/**
 * The day that a person typed, as `2017-02-15`: day before month, with or without weekday, also "ngày 15 tháng 02 năm 2017"
 * and `2017-02-15` itself. Null for anything else and for a day that no calendar has. The weekday is not judged.
 */
export function parseDate(text: string): string | null {
  const line = normalLine(text)
  if (/^\d{4}-\d\d-\d\d$/.test(line)) return isRealDay(line) ? line : null
  return wholeDate.test(line) ? dayIn(line) : null
}

/** The first place in a text where a weekday and the date beside it disagree, or null. */
export function weekdayWarning(text: string): WeekdayWarning | null {
  const line = normalLine(text)
  return (
    [...line.matchAll(dateAfterWeekday), ...line.matchAll(dateBeforeWeekday)]
      .sort((a, b) => a.index - b.index)
      .map(({ groups: { weekday = '', date = '' } = {} }) => judge(weekday, date))
      .find((warning) => warning !== null) ?? null
  )
}

function judge(written: string, writtenDate: string): WeekdayWarning | null {
  const date = dayIn(writtenDate)
  if (date === null) return null
  const actual = weekdayOf(date)
  if (weekdayKey(written) === weekdayKey(actual)) return null
  return { written, actual, date, text: `${slashDate(date)} là ${actual}` }
}

/** The last three numbers, because "Thứ 4" has one of its own. */
function dayIn(line: string): string | null {
  const [day = '', month = '', year = ''] = (line.match(/\d+/g) ?? []).slice(-3)
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isRealDay(date) ? date : null
}

const numberedWeekdays: Record<string, string> = { 2: 'hai', 3: 'ba', 4: 'tu', 5: 'nam', 6: 'sau', 7: 'bay' }

function weekdayKey(weekday: string): string {
  const last = fold(weekday).split(' ').at(-1) ?? ''
  return numberedWeekdays[last] ?? last
}

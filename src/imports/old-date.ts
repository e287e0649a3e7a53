import { isRealDay } from '../text/calendar.ts'
import { instantOf } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { normalLine } from '../text/normal-form.ts'

const rfc822 = /^(?:[a-z]{3},? )?\d{1,2} [a-z]{3,9} \d{4} \d{1,2}:\d{2}(?::\d{2})?(?: (?:[+-]\d{4}|gmt|utc?|z|est))?$/i
const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2})(?::(\d{2}))?(?:\.\d+)?)?\s*(z|[+-]\d{2}:?\d{2})?$/i
const spoken = /(\d{1,2}) thang (\d{1,2}),? nam (\d{4})/
const numeric = /(?<!\d)(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)/
const time = /(?<!\d)(\d{1,2}) ?(?::|h|gio) ?(\d{2})(?::(\d{2}))?(?!\d)(?: ?(am|pm|sa|ch))?/
/** Before it no office had a site: such a date is what a program writes where it knows none. */
const firstYear = 1990

/**
 * The instant that an old site wrote, ISO 8601 UTC; null where it wrote none. Without a format the day stands before the month.
 * A time without a zone is told by the clock of `timeZone`.
 */
export function readOldDate(written: string, format: string | null, timeZone: string): string | null {
  const line = normalLine(written)
  const instant = format ? byFormat(line, format, timeZone) : byItself(line, timeZone)
  return instant !== null && Number(instant.slice(0, 4)) >= firstYear ? instant : null
}

function byItself(line: string, timeZone: string): string | null {
  const [, day, clock, second = '00', zone] = iso.exec(line) ?? []
  if (day && zone && clock) return parsed(`${day}T${clock.padStart(5, '0')}:${second}${zone}`)
  if (day) return local(day, clock ?? '00:00', second, timeZone)
  if (rfc822.test(line)) return parsed(/(?:[+-]\d{4}|[a-z])$/i.test(line) ? line : `${line} +0700`)
  const folded = fold(line)
  const [, d1, m1, y1] = spoken.exec(folded) ?? []
  const [, d2, , m2, y2] = numeric.exec(folded) ?? []
  const [d, m, y] = d1 ? [d1, m1, y1] : [d2, m2, y2]
  if (!d || !m || !y) return null
  const [, hour = '0', minute = '00', seconds = '00', half = ''] = time.exec(folded.replace(numeric, ' ')) ?? []
  return local(dayFrom(y, m, d), `${hourIn(hour, half)}:${minute}`, seconds, timeZone)
}

const parsed = (text: string): string | null => {
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString()
}

const dayFrom = (year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** "3:05 CH" is fifteen hours and five. */
function hourIn(written: string, half: string): string {
  const hour = Number(written)
  const isAfternoon = half === 'pm' || half === 'ch'
  const shown = half === '' ? hour : (hour % 12) + (isAfternoon ? 12 : 0)
  return String(shown).padStart(2, '0')
}

function local(day: string, clock: string, second: string, timeZone: string): string | null {
  if (!isRealDay(day)) return null
  const instant = instantOf(`${day}T${clock.padStart(5, '0')}`, timeZone)
  return instant && new Date(Date.parse(instant) + Number(second) * 1000).toISOString()
}

const parts: Record<string, string> = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{1,2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{1,2})',
  h: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  a: '(?<half>[A-Za-z]{2})',
}
const part = /yyyy|MM?|dd?|HH?|hh?|mm|ss|a|\s+|[^a-zA-Z\s]/g

/** Whether a format says day, month and year, each once, and nothing that is not known. */
export function isDateFormat(format: string): boolean {
  const names = (format.match(part) ?? []).flatMap((each) => /\(\?<(\w+)>/.exec(parts[each] ?? '')?.[1] ?? [])
  const isKnown = format.replace(part, '') === ''
  return (
    isKnown && new Set(names).size === names.length && ['year', 'month', 'day'].every((each) => names.includes(each))
  )
}

/** `dd/MM/yyyy HH:mm`, anywhere in the line: sites write weekdays and names around it. */
function byFormat(line: string, format: string, timeZone: string): string | null {
  const pattern = format.replace(part, (each) => parts[each] ?? (/^\s/.test(each) ? '\\s*' : escaped(each)))
  const { groups } = new RegExp(`(?<!\\d)${pattern}(?!\\d)`).exec(line) ?? {}
  if (!groups) return null
  const { year = '', month = '', day = '', hour = '0', minute = '00', second = '00', half = '' } = groups
  return local(dayFrom(year, month, day), `${hourIn(hour, fold(half))}:${minute}`, second, timeZone)
}

const escaped = (sign: string) => sign.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')

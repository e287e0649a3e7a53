import { type Issue, idFrom, readLine, type Submitted } from '../site/forms.ts'
import { slashDate } from '../text/calendar.ts'
import { instantOf, parseDate } from '../text/dates.ts'
import type { AuditFilter } from './audit-filter.ts'
import type { Act, SubjectKind } from './audit-line.ts'
import type { AuditWords } from './words.ts'

/** The fields as they are shown again; what a list of ours cannot offer is left out. */
export type TypedFilter = { kind: string; id: string; who: string; act: string; q: string; from: string; to: string }

/** `filter` counts only where there are no issues. */
export type AskedFilter = { typed: TypedFilter; filter: AuditFilter; issues: Issue[] }

export type FilterTools = { words: AuditWords; timeZone: string; today: string; staffIds: number[] }

const mostLetters = 200
/** Words are looked for in every line of a span, so the span has an end: a year, which may be a leap year. */
const mostDaysForWords = 366

/** What a form or an address of the log asks for; days are days in the agency's time zone and both count. */
export function readAuditFilter(form: Submitted, tools: FilterTools): AskedFilter {
  const typed = readTypedFilter(form, tools)
  const typedDays = { from: readDay(typed.from), to: readDay(typed.to) }
  const days = typed.q === '' ? typedDays : withBothEnds(typedDays, tools.today)
  return {
    typed: { ...typed, from: shownDay(typed.from, days.from), to: shownDay(typed.to, days.to) },
    filter: {
      kind: (typed.kind || null) as SubjectKind | null,
      subjectId: idFrom(typed.id),
      staffId: typed.who === 'portal' ? 'portal' : idFrom(typed.who),
      act: (typed.act || null) as Act | null,
      words: typed.q,
      from: typeof days.from === 'string' ? startOf(days.from, tools.timeZone) : null,
      until: typeof days.to === 'string' ? startOf(daysAfter(days.to, 1), tools.timeZone) : null,
    },
    issues: dayIssues(days, typed.q, tools.words),
  }
}

function readTypedFilter(form: Submitted, { words, staffIds }: FilterTools): TypedFilter {
  const oneOf = (field: string, known: object) => {
    const value = readLine(form, field)
    return Object.hasOwn(known, value) ? value : ''
  }
  const kind = oneOf('kind', words.kinds)
  const who = readLine(form, 'who')
  return {
    kind,
    id: kind === '' ? '' : String(idFrom(readLine(form, 'id')) ?? ''),
    who: who === 'portal' || staffIds.some((id) => String(id) === who) ? who : '',
    act: oneOf('act', words.acts),
    q: readLine(form, 'q').slice(0, mostLetters),
    from: readLine(form, 'from').slice(0, mostLetters),
    to: readLine(form, 'to').slice(0, mostLetters),
  }
}

/** `2017-02-15`, nothing where nothing was typed, or `false` for what is no day that anything here can have happened on. */
type Day = string | null | false
type Days = { from: Day; to: Day }

function readDay(typed: string): Day {
  if (typed === '') return null
  const day = parseDate(typed)
  return day !== null && day >= '1900-01-01' && day <= '2999-12-31' ? day : false
}

/** The end that is missing lies a year from the other one, so that nobody has to know of the limit. */
function withBothEnds({ from, to }: Days, today: string): Days {
  if (from === false || to === false) return { from, to }
  const last = to ?? (from === null ? today : latest(from, earliest(daysAfter(from, mostDaysForWords - 1), today)))
  return { from: from ?? daysAfter(last, 1 - mostDaysForWords), to: last }
}

const shownDay = (typed: string, day: Day): string => (typed === '' && day ? slashDate(day) : typed)

function dayIssues({ from, to }: Days, q: string, words: AuditWords): Issue[] {
  const impossible = [
    ...(from === false ? [{ field: 'from', text: words.noFirstDay }] : []),
    ...(to === false ? [{ field: 'to', text: words.noLastDay }] : []),
  ]
  if (impossible.length > 0 || !from || !to) return impossible
  if (from > to) return [{ field: 'to', text: words.endsBeforeItBegins }]
  if (q !== '' && to >= daysAfter(from, mostDaysForWords)) return [{ field: 'from', text: words.yearAtMost }]
  return []
}

const earliest = (a: string, b: string) => (a < b ? a : b)
const latest = (a: string, b: string) => (a > b ? a : b)

function daysAfter(day: string, count: number): string {
  const moved = new Date(day)
  moved.setUTCDate(moved.getUTCDate() + count)
  return moved.toISOString().slice(0, 10)
}

/** Where summer time begins at midnight, the day begins an hour later. */
const startOf = (day: string, zone: string): string | null =>
  instantOf(`${day}T00:00`, zone) ?? instantOf(`${day}T01:00`, zone)

import { type Choice, type Field, field, type IssueSummary, issueSummary } from '../site/forms.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { compareVietnamese } from '../text/order.ts'
import type { AskedFilter, TypedFilter } from './audit-filter-form.ts'
import type { AuditLine } from './audit-line.ts'
import type { AuditStaff } from './audit-store.ts'
import { auditExportPath, auditOf, auditPath } from './paths.ts'
import { type LineWords, type ReadableLine, readableLine } from './readable-line.ts'
import type { AuditWords } from './words.ts'

export type AuditPage = {
  title: string
  words: AuditWords
  path: string
  summary: IssueSummary
  /** The one thing that the log is narrowed to, and the address without it. */
  subject: { text: string; everything: string } | null
  /** What the form keeps without showing it. */
  kept: Value[]
  filters: Field[]
  /** Null while there is nothing to export. */
  exported: { action: string; values: Value[] } | null
  rows: AuditRow[]
  older: string | null
  newest: string | null
}

type Value = { name: string; value: string }
type AuditRow = ReadableLine & { at: string; moment: string; subject: string; history: string | null }

export type AuditPageParts = LineWords & {
  asked: AskedFilter
  lines: AuditLine[]
  perPage: number
  /** The id of the last line already seen. */
  before: number | null
  staff: AuditStaff[]
  timeZone: string
  toFix: (count: number) => string
}

export function auditPage(parts: AuditPageParts): AuditPage {
  const { asked, lines, perPage, before, staff, words, toFix } = parts
  const { typed, issues } = asked
  const last = lines.length > perPage ? lines[perPage - 1] : undefined
  return {
    title: words.title,
    words,
    path: auditPath,
    summary: issueSummary(issues, toFix),
    subject: typed.id === '' ? null : chosenSubject(typed, lines, words),
    kept: typed.id === '' ? [] : valuesOf({ kind: typed.kind, id: typed.id }),
    filters: auditFilters(asked, staff, words),
    exported: lines.length === 0 ? null : { action: auditExportPath, values: valuesOf(typed) },
    rows: lines.slice(0, perPage).map((line) => auditRow(line, parts)),
    older: last ? filterAddress({ ...typed, before: String(last.id) }) : null,
    newest: before ? filterAddress(typed) : null,
  }
}

function auditRow(line: AuditLine, { asked, timeZone, ...lineWords }: AuditPageParts): AuditRow {
  const { kind, id, title } = line.subject
  return {
    ...readableLine(line, lineWords),
    at: dateWithTime(line.at, timeZone),
    moment: zonedIso(line.at, timeZone),
    subject: title,
    history: id === null || title === '' || asked.typed.id !== '' ? null : auditOf(kind, id),
  }
}

/** By the name that it has in its newest line here. */
function chosenSubject(typed: TypedFilter, lines: AuditLine[], words: AuditWords): AuditPage['subject'] {
  const kind = Object.entries(words.kinds).find(([name]) => name === typed.kind)?.[1] ?? ''
  return {
    text: words.numbered(kind, typed.id, lines[0]?.subject.title ?? ''),
    everything: filterAddress({ ...typed, kind: '', id: '' }),
  }
}

/** For the line that tells of an export: which lines it gave, such as `Loại: Tin bài; Từ ngày: 01/02/2017`. */
export function filterNote(asked: AskedFilter, staff: AuditStaff[], words: AuditWords): string {
  const chosen = auditFilters(asked, staff, words)
    .filter(({ value }) => value !== '')
    .map(({ label, value, choices }) => `${label}: ${choices.find((choice) => choice.value === value)?.name ?? value}`)
  const { id } = asked.typed
  return [...(id === '' ? [] : [chosenSubject(asked.typed, [], words)?.text ?? '']), ...chosen].join('; ')
}

function auditFilters({ typed, issues }: AskedFilter, staff: AuditStaff[], words: AuditWords): Field[] {
  const select = (name: 'kind' | 'act' | 'who', label: string, any: string, choices: Choice[]) =>
    field({ name, label, control: 'select', value: typed[name], choices: [{ value: '', name: any }, ...choices] }, [])
  const text = (name: 'q' | 'from' | 'to', label: string) => field({ name, label, value: typed[name] }, issues)
  return [
    ...(typed.id === '' ? [select('kind', words.kind, words.anyKind, named(words.kinds))] : []),
    select('act', words.what, words.anyAct, named(words.acts)),
    select('who', words.who, words.anyone, [...people(staff), { value: 'portal', name: words.portal }]),
    text('q', words.titleWords),
    text('from', words.from),
    text('to', words.to),
  ]
}

const named = (names: Record<string, string>): Choice[] =>
  Object.entries(names).map(([value, name]) => ({ value, name }))

/** Two who are called alike are told apart by their addresses. */
function people(staff: AuditStaff[]): Choice[] {
  const isShared = ({ name }: AuditStaff) => staff.filter((other) => other.name === name).length > 1
  return staff
    .map((one) => ({ value: String(one.id), name: isShared(one) ? `${one.name} (${one.email})` : one.name }))
    .sort((a, b) => compareVietnamese(a.name, b.name))
}

const valuesOf = (fields: Record<string, string>): Value[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value }))

function filterAddress(fields: Record<string, string>): string {
  const query = new URLSearchParams(valuesOf(fields).map(({ name, value }) => [name, value]))
  return query.size > 0 ? `${auditPath}?${query}` : auditPath
}

import { type Field, field } from '../site/forms.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import type { AuditLine } from './audit-line.ts'
import type { AuditFilter } from './audit-store.ts'
import { auditPath } from './paths.ts'
import type { AuditWords } from './words.ts'

export type AuditPage = {
  title: string
  words: AuditWords
  path: string
  filters: Field[]
  rows: { at: string; moment: string; who: string; act: string; kind: string; subject: string; note: string }[]
  older: string | null
  newest: string | null
}

type AuditPageParts = {
  lines: AuditLine[]
  perPage: number
  filter: AuditFilter
  staffNames: string[]
  timeZone: string
  words: AuditWords
  roleNames: Record<string, string>
}

export function auditPage({
  lines,
  perPage,
  filter,
  staffNames,
  timeZone,
  words,
  roleNames,
}: AuditPageParts): AuditPage {
  const last = lines.length > perPage ? lines[perPage - 1] : undefined
  return {
    title: words.title,
    words,
    path: auditPath,
    filters: auditFilters(filter, staffNames, words),
    rows: lines.slice(0, perPage).map((line) => ({
      at: dateWithTime(line.at, timeZone),
      moment: zonedIso(line.at, timeZone),
      who: line.staffName || words.portal,
      act: words.acts[line.act] ?? line.act,
      kind: words.kinds[line.subject.kind] ?? line.subject.kind,
      subject: line.subject.title,
      note: readableNote(line.note, roleNames),
    })),
    older: last ? filteredAddress({ ...filter, before: last.id }) : null,
    newest: filter.before ? filteredAddress({ ...filter, before: null }) : null,
  }
}

/** A change of role is kept by the names that the code uses. */
const readableNote = (note: string, roleNames: Record<string, string>): string =>
  note
    .split(' → ')
    .map((part) => (Object.hasOwn(roleNames, part) ? roleNames[part] : part))
    .join(' → ')

function auditFilters(filter: AuditFilter, staffNames: string[], words: AuditWords): Field[] {
  const kinds = Object.entries(words.kinds).map(([value, name]) => ({ value, name }))
  const names = [...new Set(staffNames)].map((name) => ({ value: name, name }))
  return [
    field(
      {
        name: 'kind',
        label: words.kind,
        control: 'select',
        value: filter.kind ?? '',
        choices: [{ value: '', name: words.anyKind }, ...kinds],
      },
      [],
    ),
    field(
      {
        name: 'who',
        label: words.who,
        control: 'select',
        value: filter.staffName,
        choices: [{ value: '', name: words.anyone }, ...names],
      },
      [],
    ),
  ]
}

function filteredAddress({ kind, staffName, before }: AuditFilter): string {
  const query = new URLSearchParams()
  if (kind) query.set('kind', kind)
  if (staffName) query.set('who', staffName)
  if (before) query.set('before', String(before))
  return query.size > 0 ? `${auditPath}?${query}` : auditPath
}

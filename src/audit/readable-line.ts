import type { AuditLine } from './audit-line.ts'
import type { AuditWords } from './words.ts'

export type LineWords = { words: AuditWords; roleNames: Record<string, string> }
export type ReadableLine = { who: string; act: string; kind: string; note: string }

/** What a line says, in the words of the portal's language. */
export const readableLine = (line: AuditLine, { words, roleNames }: LineWords): ReadableLine => ({
  who: line.staffName || words.portal,
  act: words.acts[line.act] ?? line.act,
  kind: words.kinds[line.subject.kind] ?? line.subject.kind,
  note: readableNote(line.note, roleNames),
})

/** A change of role is kept by the names that the code uses. */
const readableNote = (note: string, roleNames: Record<string, string>): string =>
  note
    .split(' → ')
    .map((part) => (Object.hasOwn(roleNames, part) ? roleNames[part] : part))
    .join(' → ')

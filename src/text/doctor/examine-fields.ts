import { abbreviationsExplained, type ExamineOptions, examine } from './examine.ts'
import type { Finding } from './finding.ts'

export type FieldFinding = Finding & { field: string }

/**
 * The findings of several fields that are read as one text, in the order given: an abbreviation that one field explains
 * is known in the next, and one that nobody explains is told once. Give the title last, it has no room for explanations.
 */
export function examineFields(fields: Record<string, string>, options: ExamineOptions = {}): FieldFinding[] {
  const known = new Set(options.known)
  return Object.entries(fields).flatMap(([field, text]) => {
    const findings = examine(text, { known })
    const told = findings.filter(({ kind }) => kind === 'abbreviation').map(({ found }) => found)
    for (const abbreviation of [...told, ...abbreviationsExplained(text)]) known.add(abbreviation)
    return findings.map((finding) => ({ ...finding, field }))
  })
}

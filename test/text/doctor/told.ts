import { type ExamineOptions, examine, type FindingKind } from '../../../src/text/doctor/index.ts'

/** What the doctor says of one kind about a text: "mốt số → một số", and "31/02/2017 → ?" where only a person knows. */
export function told(text: string, kind: FindingKind, options: ExamineOptions = {}): string[] {
  return examine(text, options)
    .filter((finding) => finding.kind === kind)
    .map(({ found, proposed }) => `${found} → ${proposed ?? '?'}`)
}

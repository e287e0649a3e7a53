import { updateWriter } from '../articles/index.ts'
import { auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import { conflict } from '../site/faults.ts'
import type { AnswerKind, ReportRow } from './report.ts'
import { reportReader, reportWriter } from './report-store.ts'

export type Answer =
  | { kind: 'corrected' }
  /** `liveEditionId` is what readers have. */
  | { kind: 'explained'; note: string; liveEditionId: number }
  | { kind: 'no-error' | 'spam'; note: string }

type AnswerTools = {
  database: Database
  now: string
  /** How the audit log calls each answer. */
  names: Record<AnswerKind, string>
}

/**
 * Answers a report, for ever. `no-correction`: readers were told of none since it came; nothing was written. Throws 409 when
 * somebody answered before.
 */
export async function answerReport(
  { database, now, names }: AnswerTools,
  by: { id: number; name: string },
  report: ReportRow,
  answer: Answer,
): Promise<'answered' | 'no-correction'> {
  const { kind } = answer
  const note = answer.kind === 'corrected' ? '' : answer.note
  return inTransaction(database, async (transaction) => {
    const correctionId =
      kind === 'corrected' ? await reportReader(transaction).findCorrection(report.articleId, report.at) : null
    if (kind === 'corrected' && correctionId === null) return 'no-correction'

    const explanationId = answer.kind === 'explained' ? await explain(answer.liveEditionId) : null
    const updateId = correctionId ?? explanationId
    if (!(await reportWriter(transaction, now).answer(report.id, { kind, note, updateId }, by.id))) conflict()
    // What stays internal may hold what only the reader may tell; the log keeps it for ever.
    const told = kind === 'explained' ? `${names[kind]}: ${note}` : names[kind]
    const subject = { kind: 'report', id: report.id, title: report.articleTitle } as const
    await auditWriter(transaction, now).record(by, 'answered', subject, told)
    return 'answered'

    function explain(editionId: number): Promise<number> {
      const explanation = { kind: 'explanation', note, wrong: '', right: '' } as const
      return updateWriter(transaction, now).tell(report.articleId, editionId, explanation)
    }
  })
}

import { type Database, inTransaction } from '../database/index.ts'
import { csvLine, csvStart } from '../site/csv.ts'
import { wallClock } from '../text/zone-clock.ts'
import type { AuditFilter } from './audit-filter.ts'
import type { Actor, AuditLine } from './audit-line.ts'
import { auditReader, auditWriter } from './audit-store.ts'
import { type LineWords, readableLine } from './readable-line.ts'

const oneBatch = 500

export type ExportTools = LineWords & { database: Database; now: string; timeZone: string }

/**
 * Tells the log that its lines leave the portal, then gives them as CSV in pieces, the newest line first. `note` says in
 * words which lines they are.
 */
export async function exportLines(
  tools: ExportTools,
  by: Actor,
  filter: AuditFilter,
  note: string,
): Promise<AsyncGenerator<string>> {
  const { database, now, words } = tools
  await inTransaction(database, async (transaction) => {
    await auditWriter(transaction, now).record(by, 'exported', { kind: 'audit', id: null, title: words.title }, note)
  })
  return csvOf(tools, filter)
}

async function* csvOf(tools: ExportTools, filter: AuditFilter): AsyncGenerator<string> {
  const { columns } = tools.words
  yield csvStart +
    csvLine([
      columns.number,
      columns.at(tools.timeZone),
      columns.who,
      columns.act,
      columns.kind,
      columns.subjectNumber,
      columns.subject,
      columns.note,
      columns.hash,
    ])
  for await (const batch of auditReader(tools.database.read).walk(filter, oneBatch))
    yield batch.map((line) => csvOfLine(line, tools)).join('')
}

function csvOfLine(line: AuditLine, tools: ExportTools): string {
  const { who, act, kind, note } = readableLine(line, tools)
  const { id, title } = line.subject
  // Every spreadsheet reads a date of this form as one, whatever its country.
  const at = wallClock(line.at, tools.timeZone).replace('T', ' ')
  return csvLine([line.id, at, who, act, kind, id ?? '', title, note, line.hash])
}

import { type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import { synonymReader, synonymWriter } from './synonym-store.ts'

/** The groups become exactly these lines. Searches read them at every query, so nothing has to be indexed anew. */
export async function changeSynonyms(
  { database, now, title }: { database: Database; now: string; title: string },
  by: Actor,
  lines: string[],
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const before = await synonymReader(transaction).listLines()
    await synonymWriter(transaction).replaceAll(lines)
    const subject = { kind: 'synonym', id: null, title } as const
    await auditWriter(transaction, now).record(by, 'changed', subject, changeNote(before, lines))
  })
}

/** Which lines came and which went, for whoever looks for them in the log. */
function changeNote(before: string[], after: string[]): string {
  const added = after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`)
  const removed = before.filter((line) => !after.includes(line)).map((line) => `− ${line}`)
  return [...removed, ...added].join('; ').slice(0, 1_000)
}

import { sql } from 'kysely'
import { type Act, type Actor, auditWriter, type Subject } from '../../src/audit/index.ts'
import { type Database, inTransaction } from '../../src/database/index.ts'
import type { Answer } from '../support/client.ts'
import type { TestPortal } from '../support/test-portal.ts'

/** `import * as given from './given-log.ts'` */

export const auditPath = '/quan-tri/nhat-ky'
export const article: Subject = { kind: 'article', id: 7, title: 'Hội nghị tổng kết năm 2016' }

/** One line in a transaction of its own, at the portal's present. */
export async function line(portal: TestPortal, by: Actor, act: Act, subject: Subject, note?: string) {
  await inTransaction(portal.database, (transaction) =>
    auditWriter(transaction, portal.clock.now()).record(by, act, subject, note),
  )
}

/** Many lines about articles, `Tin số 1.` and so on, in one transaction. */
export async function manyLines(portal: TestPortal, count: number) {
  await inTransaction(portal.database, async (transaction) => {
    const log = auditWriter(transaction, portal.clock.now())
    for (let number = 1; number <= count; number++)
      await log.record(null, 'saved', { ...article, title: `Tin số ${number}.` })
  })
}

/** What somebody can do who has the database in her hands. */
export async function noGuard({ engine, write }: Database) {
  await sql`drop trigger audit_lines_stay ${engine === 'postgres' ? sql`on audit_lines` : sql``}`.execute(write)
  if (engine === 'sqlite') await sql`drop trigger audit_lines_remain`.execute(write)
}

export const rowsOf = (page: Answer): string[] =>
  /<tbody>([\s\S]*)<\/tbody>/.exec(page.main())?.[1]?.match(/<tr>[\s\S]*?<\/tr>/g) ?? []

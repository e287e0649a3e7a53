import { scopeOf } from '../articles/index.ts'
import { categoryReader } from '../categories/index.ts'
import type { Database, Reader } from '../database/index.ts'
import type { StaffMember } from '../site/staff-router.ts'
import type { ReportRow } from './report.ts'
import { type ReportScope, reportReader } from './report-store.ts'

/** What waits for an answer and this person may answer; nothing for who may answer nobody. */
export function openReports({ read }: Pick<Database, 'read'>, staff: StaffMember) {
  const reader = reportReader(read)
  const mayAnswer = staff.may('answer-readers')

  return {
    async count(): Promise<number> {
      return mayAnswer ? reader.countOpen(await reportScope(read, staff)) : 0
    },

    async countOverdue(now: string): Promise<number> {
      return mayAnswer ? reader.countOverdue(await reportScope(read, staff), now) : 0
    },

    /** The longest overdue first. */
    async listOverdue(now: string, most: number): Promise<ReportRow[]> {
      return mayAnswer ? reader.listOverdue(await reportScope(read, staff), now, most) : []
    },
  }
}

export async function reportScope(database: Reader, { id, categoryIds }: StaffMember): Promise<ReportScope> {
  if (categoryIds === null) return null
  return { staffId: id, categoryIds: scopeOf(categoryIds, await categoryReader(database).getTree()) ?? [] }
}

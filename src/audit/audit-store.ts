import type { Reader, Writer } from '../database/index.ts'
import type { Act, Actor, AuditLine, Subject, SubjectKind } from './audit-line.ts'

export type AuditWriter = {
  /** The line becomes true together with what it tells, in the same transaction. */
  record(actor: Actor, act: Act, subject: Subject, note?: string): Promise<void>
}

export function auditWriter(transaction: Writer, now: string): AuditWriter {
  return {
    async record(actor, act, subject, note = '') {
      await transaction
        .insertInto('audit_lines')
        .values({
          at: now,
          staff_id: actor?.id ?? null,
          staff_name: actor?.name ?? '',
          act,
          subject_kind: subject.kind,
          subject_id: subject.id,
          subject_title: subject.title,
          note,
        })
        .execute()
    },
  }
}

export type AuditFilter = { kind: SubjectKind | null; staffName: string; before: number | null }

export function auditReader(database: Reader) {
  return {
    /** Newest first; `before` is the id of the last line already seen. */
    async listLines(filter: AuditFilter, most: number): Promise<AuditLine[]> {
      let query = database
        .selectFrom('audit_lines')
        .select(['id', 'at', 'staff_name', 'act', 'subject_kind', 'subject_id', 'subject_title', 'note'])
        .orderBy('id', 'desc')
        .limit(most)
      if (filter.kind) query = query.where('subject_kind', '=', filter.kind)
      if (filter.staffName) query = query.where('staff_name', '=', filter.staffName)
      if (filter.before) query = query.where('id', '<', filter.before)
      const rows = await query.execute()
      return rows.map((row) => ({
        id: row.id,
        at: row.at,
        staffName: row.staff_name,
        act: row.act as Act,
        subject: { kind: row.subject_kind as SubjectKind, id: row.subject_id, title: row.subject_title },
        note: row.note,
      }))
    },

    async listStaffNames(): Promise<string[]> {
      const rows = await database.selectFrom('staff').select('name').orderBy('name').execute()
      return rows.map((row) => row.name)
    },
  }
}

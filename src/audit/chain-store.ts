import { sql } from 'kysely'
import type { Reader, Writer } from '../database/index.ts'
import type { ChainedLine } from './chain.ts'

/** How the chain ends, and what stands in the log, as one statement sees both while others write. */
export type ChainEnd = {
  lastBefore: number
  /** How many lines the chain has, by its own count. */
  lines: number
  lastHash: string
  newestId: number
  standing: number
  standingBefore: number
}

export function chainReader(database: Reader) {
  return {
    async getEnd(): Promise<ChainEnd> {
      const { rows } = await sql<ChainEnd>`
        select coalesce(max(c.last_before), 0) as "lastBefore", coalesce(max(c.lines), 0) as "lines",
          coalesce(max(c.last_hash), '') as "lastHash",
          (select coalesce(max(id), 0) from audit_lines) as "newestId",
          (select count(*) from audit_lines) as "standing",
          (select count(*) from audit_lines, audit_chain where audit_lines.id <= last_before) as "standingBefore"
        from audit_chain c`.execute(database)
      const [end] = rows
      if (!end) throw new Error('an aggregate gave no row')
      return end
    },

    /** The oldest first, up to and with the line `newestId`. */
    async listAfter(id: number, newestId: number, most: number): Promise<ChainedLine[]> {
      const rows = await database
        .selectFrom('audit_lines')
        .select(['id', 'previous_hash', 'hash', 'at', 'staff_id', 'staff_name', 'act'])
        .select(['subject_kind', 'subject_id', 'subject_title', 'subject_key', 'note'])
        .where('id', '>', id)
        .where('id', '<=', newestId)
        .orderBy('id')
        .limit(most)
        .execute()
      return rows.map((row) => ({
        id: row.id,
        previousHash: row.previous_hash,
        hash: row.hash,
        content: {
          at: row.at,
          staffId: row.staff_id,
          staffName: row.staff_name,
          act: row.act,
          subjectKind: row.subject_kind,
          subjectId: row.subject_id,
          subjectTitle: row.subject_title,
          subjectKey: row.subject_key,
          note: row.note,
        },
      }))
    },
  }
}

export function chainWriter(transaction: Writer) {
  return {
    /**
     * Gives the hash of the newest line and lets nobody else add one until this transaction ends: a lock that both engines
     * know. Whoever holds it must wait for nothing that another transaction may hold, above all not for the search index.
     * So a transaction records its audit lines last, after every other write.
     */
    async hold(): Promise<string> {
      const { last_hash } = await transaction
        .updateTable('audit_chain')
        .set((e) => ({ lines: e('lines', '+', 1) }))
        .where('id', '=', 1)
        .returning('last_hash')
        .executeTakeFirstOrThrow()
      return last_hash
    },

    async endWith(hash: string): Promise<void> {
      await transaction.updateTable('audit_chain').set({ last_hash: hash }).where('id', '=', 1).execute()
    },
  }
}

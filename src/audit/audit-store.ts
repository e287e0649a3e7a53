import { type SelectQueryBuilder, sql } from 'kysely'
import type { Reader, Schema, Writer } from '../database/index.ts'
import { fold } from '../text/fold.ts'
import type { AuditFilter, Place } from './audit-filter.ts'
import type { Act, Actor, AuditLine, Outsider, Subject, SubjectKind } from './audit-line.ts'
import { lineHash } from './chain.ts'
import { chainWriter } from './chain-store.ts'

export type AuditWriter = {
  /**
   * The line becomes true together with what it tells, in the same transaction. It is the last thing that a transaction
   * writes: until the transaction ends nobody else can record anything, and so it must not wait for others any more.
   */
  record(actor: Actor | Outsider, act: Act, subject: Subject, note?: string): Promise<void>
}

export function auditWriter(transaction: Writer, now: string): AuditWriter {
  const chain = chainWriter(transaction)
  return {
    async record(actor, act, subject, note = '') {
      // Half of a letter would be stored as another sign than the one that was hashed.
      const title = subject.title.toWellFormed()
      const content = {
        at: now,
        staffId: actor?.id ?? null,
        staffName: (actor?.name ?? '').toWellFormed(),
        act,
        subjectKind: subject.kind,
        subjectId: subject.id,
        subjectTitle: title,
        subjectKey: fold(title),
        note: note.toWellFormed(),
      }
      const previousHash = await chain.hold()
      const hash = lineHash(previousHash, content)
      await transaction
        .insertInto('audit_lines')
        .values({
          at: content.at,
          staff_id: content.staffId,
          staff_name: content.staffName,
          act: content.act,
          subject_kind: content.subjectKind,
          subject_id: content.subjectId,
          subject_title: content.subjectTitle,
          subject_key: content.subjectKey,
          note: content.note,
          previous_hash: previousHash,
          hash,
        })
        .execute()
      await chain.endWith(hash)
    },
  }
}

export type AuditStaff = { id: number; name: string; email: string }

export function auditReader(database: Reader) {
  /** Newest first, after the line at that place. */
  async function listLines(filter: AuditFilter, after: Place | null, most: number): Promise<AuditLine[]> {
    let query = matching(database.selectFrom('audit_lines'), filter)
    if (after) query = query.where((e) => e(e.refTuple('at', 'id'), '<', e.tuple(after.at, after.id)))
    const rows = await query
      .select(['id', 'at', 'staff_name', 'act', 'subject_kind', 'subject_id', 'subject_title', 'note', 'hash'])
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      at: row.at,
      staffName: row.staff_name,
      act: row.act as Act,
      subject: { kind: row.subject_kind as SubjectKind, id: row.subject_id, title: row.subject_title },
      note: row.note,
      hash: row.hash,
    }))
  }

  return {
    listLines,

    /** All that fit, newest first, a batch at a time, so that a long log needs no more memory than a short one. */
    async *walk(filter: AuditFilter, oneBatch: number): AsyncGenerator<AuditLine[]> {
      let last: Place | null = null
      for (;;) {
        const batch: AuditLine[] = await listLines(filter, last, oneBatch)
        yield batch
        last = batch.at(-1) ?? null
        if (batch.length < oneBatch) return
      }
    },

    async findPlace(id: number): Promise<Place | null> {
      const row = await database.selectFrom('audit_lines').select(['at', 'id']).where('id', '=', id).executeTakeFirst()
      return row ?? null
    },

    async listStaff(): Promise<AuditStaff[]> {
      return database.selectFrom('staff').select(['id', 'name', 'email']).execute()
    },
  }
}

function matching<O>(query: SelectQueryBuilder<Schema, 'audit_lines', O>, filter: AuditFilter) {
  let narrowed = query
  if (filter.kind) narrowed = narrowed.where('subject_kind', '=', filter.kind)
  if (filter.subjectId) narrowed = narrowed.where('subject_id', '=', filter.subjectId)
  if (filter.staffId === 'portal') narrowed = narrowed.where('staff_id', 'is', null)
  else if (filter.staffId) narrowed = narrowed.where('staff_id', '=', filter.staffId)
  if (filter.act) narrowed = narrowed.where('act', '=', filter.act)
  if (filter.from) narrowed = narrowed.where('at', '>=', filter.from)
  if (filter.until) narrowed = narrowed.where('at', '<', filter.until)
  if (filter.words)
    narrowed = narrowed.where('subject_key', 'like', sql<string>`${likePattern(filter.words)} escape '\\'`)
  return narrowed
}

const likePattern = (text: string) => `%${fold(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Reader, Schema, Writer } from '../database/index.ts'
import type { AnswerKind, Report, ReportAnswer, ReportRow, SentReport } from './report.ts'

/** Where somebody works who does not work everywhere; her own articles without a category are among them. Null: everywhere. */
export type ReportScope = { categoryIds: number[]; staffId: number } | null

/** Lists go on after this report. */
export type Place = { id: number; dueAt: string; answeredAt: string | null }

export function reportReader(database: Reader) {
  const reports = (scope: ReportScope) => {
    const all = database
      .selectFrom('reader_reports')
      .innerJoin('articles', 'articles.id', 'reader_reports.article_id')
      .innerJoin('editions', (join) =>
        join.onRef('editions.id', '=', sql<number>`coalesce(articles.draft_edition_id, articles.live_edition_id)`),
      )
    return scope ? all.where((e) => isInScope(e, scope)) : all
  }
  const open = (scope: ReportScope) => reports(scope).where('answered_at', 'is', null)
  const rows = (query: ReturnType<typeof open>) =>
    query.leftJoin('staff', 'staff.id', 'reader_reports.answered_by').select(rowColumns)

  return {
    /** The most urgent first. */
    async listOpen(scope: ReportScope, after: Place | null, most: number): Promise<ReportRow[]> {
      let query = rows(open(scope)).orderBy('due_at').orderBy('reader_reports.id').limit(most)
      if (after)
        query = query.where((e) => e(e.refTuple('due_at', 'reader_reports.id'), '>', e.tuple(after.dueAt, after.id)))
      return (await query.execute()).map(rowFrom)
    },

    /** The last answered first. */
    async listAnswered(scope: ReportScope, after: Place | null, most: number): Promise<ReportRow[]> {
      let query = rows(reports(scope).where('answered_at', 'is not', null))
        .orderBy('answered_at', 'desc')
        .orderBy('reader_reports.id', 'desc')
        .limit(most)
      if (after?.answeredAt) {
        const place = [after.answeredAt, after.id] as const
        query = query.where((e) => e(e.refTuple('answered_at', 'reader_reports.id'), '<', e.tuple(...place)))
      }
      return (await query.execute()).map(rowFrom)
    },

    async listOverdue(scope: ReportScope, now: string, most: number): Promise<ReportRow[]> {
      const query = rows(open(scope)).where('due_at', '<', now).orderBy('due_at').orderBy('reader_reports.id')
      return (await query.limit(most).execute()).map(rowFrom)
    },

    async countOpen(scope: ReportScope): Promise<number> {
      return countOf(open(scope))
    },

    async countOverdue(scope: ReportScope, now: string): Promise<number> {
      return countOf(open(scope).where('due_at', '<', now))
    },

    async hasOpen(): Promise<boolean> {
      const one = database.selectFrom('reader_reports').select('id').where('answered_at', 'is', null).limit(1)
      return (await one.executeTakeFirst()) !== undefined
    },

    async findPlace(id: number): Promise<Place | null> {
      const row = await database
        .selectFrom('reader_reports')
        .select(['id', 'due_at', 'answered_at'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? { id: row.id, dueAt: row.due_at, answeredAt: row.answered_at } : null
    },

    async find(id: number): Promise<Report | null> {
      const row = await reports(null)
        .leftJoin('staff', 'staff.id', 'reader_reports.answered_by')
        .leftJoin('article_updates', 'article_updates.id', 'reader_reports.update_id')
        .select(rowColumns)
        .select(['reader_reports.edition_id', 'quote', 'reader_reports.name', 'contact', 'forgotten_at'])
        .select(['reader_reports.note', 'article_updates.kind as told_kind', 'article_updates.note as told_note'])
        .select(['article_updates.wrong_text', 'article_updates.right_text'])
        .where('reader_reports.id', '=', id)
        .executeTakeFirst()
      if (!row) return null
      const { quote, name, contact, note } = row
      return {
        ...rowFrom(row),
        ...{ quote, name, contact, note, editionId: row.edition_id, forgottenAt: row.forgotten_at },
        correction:
          row.told_kind === 'correction'
            ? { note: row.told_note ?? '', wrong: row.wrong_text ?? '', right: row.right_text ?? '' }
            : null,
      }
    },

    /** The newest correction that readers were told of since then. */
    async findCorrection(articleId: number, since: string): Promise<number | null> {
      const row = await database
        .selectFrom('article_updates')
        .select('id')
        .where('article_id', '=', articleId)
        .where('kind', '=', 'correction')
        .where('at', '>=', since)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.id ?? null
    },

    /** What readers can read on the page of an edition: its texts, and its body as HTML. */
    async findTexts(editionId: number): Promise<{ lines: string[]; bodyHtml: string } | null> {
      const row = await database
        .selectFrom('editions')
        .select(['title', 'lead', 'body_html', 'author', 'unit', 'source_name'])
        .where('id', '=', editionId)
        .executeTakeFirst()
      return row
        ? { lines: [row.title, row.lead, row.author, row.unit, row.source_name], bodyHtml: row.body_html }
        : null
    },
  }
}

export function reportWriter(transaction: Writer, now: string) {
  return {
    /** With the edition that readers have at this moment. */
    async add(articleId: number, report: SentReport, due: string): Promise<void> {
      const isPersonal = report.name !== '' || report.contact !== ''
      await transaction
        .insertInto('reader_reports')
        .values((e) => ({
          ...report,
          article_id: articleId,
          edition_id: e.selectFrom('articles').select('live_edition_id').where('id', '=', articleId),
          at: now,
          due_at: due,
          consented_at: isPersonal ? now : null,
          answer: '',
          note: '',
        }))
        .execute()
    },

    /** False when somebody answered before, however close. */
    async answer(
      id: number,
      { kind, note, updateId }: { kind: AnswerKind; note: string; updateId: number | null },
      staffId: number,
    ): Promise<boolean> {
      const answered = await transaction
        .updateTable('reader_reports')
        .set({ answer: kind, note, update_id: updateId, answered_at: now, answered_by: staffId })
        .where('id', '=', id)
        .where('answered_at', 'is', null)
        .returning('id')
        .execute()
      return answered.length > 0
    },

    /** Gives how many: at most `most` of those that were answered before then. */
    async forgetContacts(answeredBefore: string, most: number): Promise<number> {
      const due = transaction
        .selectFrom('reader_reports')
        .select('id')
        .where('answered_at', '<=', answeredBefore)
        .where('consented_at', 'is not', null)
        .where('forgotten_at', 'is', null)
        .orderBy('answered_at')
        .limit(most)
      const forgotten = await transaction
        .updateTable('reader_reports')
        .set({ name: '', contact: '', forgotten_at: now })
        .where('id', 'in', due)
        .returning('id')
        .execute()
      return forgotten.length
    },
  }
}

/** For an article whose own text is erased: a report may quote it. */
export async function eraseReports(transaction: Writer, articleId: number): Promise<void> {
  await transaction.deleteFrom('reader_reports').where('article_id', '=', articleId).execute()
}

async function countOf(query: SelectQueryBuilder<Schema, 'reader_reports' | 'articles' | 'editions', object>) {
  const { count } = await query.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

type Joined = Pick<Schema, 'reader_reports' | 'articles' | 'editions'>

/** The same answer as the newsdesk gives of an article to somebody who may edit all. */
const isInScope = (
  e: ExpressionBuilder<Joined, 'reader_reports' | 'articles' | 'editions'>,
  { categoryIds, staffId }: NonNullable<ReportScope>,
) =>
  e.or([
    e('editions.category_id', 'in', categoryIds),
    e.and([e('editions.category_id', 'is', null), e('articles.created_by', '=', staffId)]),
  ])

const rowColumns = [
  'reader_reports.id as id',
  'reader_reports.article_id as article_id',
  'editions.title',
  'reader_reports.body as report_body',
  'reader_reports.at as sent_at',
  'due_at',
  'answer',
  'answered_at',
  'staff.name as answered_by_name',
] as const

type Row = {
  id: number
  article_id: number
  title: string
  report_body: string
  sent_at: string
  due_at: string
  answer: string
  answered_at: string | null
  answered_by_name: string | null
}

const rowFrom = (row: Row): ReportRow => ({
  id: row.id,
  articleId: row.article_id,
  articleTitle: row.title,
  body: row.report_body,
  at: row.sent_at,
  dueAt: row.due_at,
  answer: answerFrom(row),
})

const answerFrom = ({ answer, answered_at, answered_by_name }: Row): ReportAnswer | null =>
  answered_at === null ? null : { kind: answer as AnswerKind, at: answered_at, by: answered_by_name ?? '' }

import type { Reader, Writer } from '../database/index.ts'
import type { Answer, ToldAnswer, Verdict } from './answer.ts'

export function answerReader(database: Reader) {
  const answers = () =>
    database.selectFrom('preview_answers').select(['link_id', 'edition_id', 'preview_answers.at', 'verdict', 'note'])

  return {
    /** The newest of one link. */
    async findLast(linkId: number): Promise<Answer | null> {
      const row = await answers().where('link_id', '=', linkId).orderBy('id', 'desc').limit(1).executeTakeFirst()
      return row ? answerFrom(row) : null
    },

    /** By link, newest first; a link without an answer is not in it. */
    async listOf(articleId: number): Promise<Map<number, Answer[]>> {
      const rows = await answers()
        .where('link_id', 'in', (e) => e.selectFrom('preview_links').select('id').where('article_id', '=', articleId))
        .orderBy('id', 'desc')
        .execute()
      const linkIds = [...new Set(rows.map((row) => row.link_id))]
      return new Map(linkIds.map((id) => [id, rows.filter((row) => row.link_id === id).map(answerFrom)]))
    },

    /** The newest of all links to an article. */
    async findLatest(articleId: number): Promise<ToldAnswer | null> {
      const row = await answers()
        .innerJoin('preview_links', 'preview_links.id', 'link_id')
        .leftJoin('staff', 'staff.id', 'preview_links.created_by')
        .select(['approver_name', 'staff.name as asked_by'])
        .where('article_id', '=', articleId)
        .orderBy('preview_answers.id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ? { ...answerFrom(row), approver: row.approver_name, askedBy: row.asked_by ?? '' } : null
    },
  }
}

/** Answers are added, never changed: the last one counts. */
export function answerWriter(transaction: Writer, now: string) {
  return {
    async add(linkId: number, { editionId, verdict, note }: Omit<Answer, 'at'>): Promise<void> {
      await transaction
        .insertInto('preview_answers')
        .values({ link_id: linkId, edition_id: editionId, at: now, verdict, note })
        .execute()
    },
  }
}

type AnswerRow = { edition_id: number; at: string; verdict: string; note: string }

const answerFrom = (row: AnswerRow): Answer => ({
  editionId: row.edition_id,
  at: row.at,
  verdict: row.verdict as Verdict,
  note: row.note,
})

import type { Reader, Writer } from '../database/index.ts'

/** What somebody typed and has not saved, as her form sent it. */
export type Autosave = { form: Record<string, string>; savedAt: string }

/** Where one form is kept: with its article, or by its own key before it has made one. */
export const slotOf = (articleId: number | null, formKey: string): string =>
  articleId === null ? `form-${formKey}` : `article-${articleId}`

/** Every slot that a form which became this article may have had. */
export const slotsOf = (articleId: number, formKey: string | null): string[] => [
  slotOf(articleId, ''),
  ...(formKey === null ? [] : [slotOf(null, formKey)]),
]

export function autosaveReader(database: Reader) {
  return {
    async find(staffId: number, slot: string): Promise<Autosave | null> {
      const row = await database
        .selectFrom('autosaves')
        .select(['form', 'saved_at'])
        .where('staff_id', '=', staffId)
        .where('slot', '=', slot)
        .executeTakeFirst()
      return row ? { form: JSON.parse(row.form) as Record<string, string>, savedAt: row.saved_at } : null
    },

    /** Of forms that have made no article yet, newest first. */
    async listNew(staffId: number, most: number): Promise<(Autosave & { formKey: string })[]> {
      const rows = await database
        .selectFrom('autosaves')
        .select(['slot', 'form', 'saved_at'])
        .where('staff_id', '=', staffId)
        .where('article_id', 'is', null)
        .orderBy('saved_at', 'desc')
        .limit(most)
        .execute()
      return rows.map((row) => ({
        formKey: row.slot.replace('form-', ''),
        form: JSON.parse(row.form) as Record<string, string>,
        savedAt: row.saved_at,
      }))
    },
  }
}

export function autosaveWriter(transaction: Writer, now: string) {
  return {
    /** One rolling slot: what stood in it before is gone. */
    async put(staffId: number, slot: string, articleId: number | null, form: Record<string, string>): Promise<void> {
      const kept = { article_id: articleId, form: JSON.stringify(form), saved_at: now }
      await transaction
        .insertInto('autosaves')
        .values({ staff_id: staffId, slot, ...kept })
        .onConflict((conflict) => conflict.columns(['staff_id', 'slot']).doUpdateSet(kept))
        .execute()
    },

    /** What somebody looked at and does not want; what came into the slot since stays. */
    async drop(staffId: number, slot: string, savedAt: string): Promise<void> {
      await transaction
        .deleteFrom('autosaves')
        .where('staff_id', '=', staffId)
        .where('slot', '=', slot)
        .where('saved_at', '=', savedAt)
        .execute()
    },

    async clear(staffId: number, slots: string[]): Promise<void> {
      if (slots.length === 0) return
      await transaction.deleteFrom('autosaves').where('staff_id', '=', staffId).where('slot', 'in', slots).execute()
    },

    /** What nobody came back for. */
    async clearOlderThan(moment: string): Promise<void> {
      await transaction.deleteFrom('autosaves').where('saved_at', '<', moment).execute()
    },
  }
}

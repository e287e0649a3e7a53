import type { Reader, Writer } from '../database/index.ts'

/** What editions carry. */
export function editionDocumentWriter(transaction: Writer, now: string) {
  return {
    /**
     * What an edition carries from now on, in this order; documents that are deleted are left out. Nobody can delete one of
     * them before this transaction ends.
     */
    async setOf(editionId: number, ids: readonly number[]): Promise<void> {
      await transaction.deleteFrom('edition_documents').where('edition_id', '=', editionId).execute()
      const held = await hold(ids)
      const rows = [...new Set(ids)]
        .filter((id) => held.has(id))
        .map((id, place) => ({ edition_id: editionId, document_id: id, place }))
      if (rows.length > 0) await transaction.insertInto('edition_documents').values(rows).execute()
    },

    /** Anybody may fetch these from now on; documents that were public stay so since when they were. */
    async makePublic(ids: readonly number[]): Promise<void> {
      if (ids.length === 0) return
      await transaction
        .updateTable('documents')
        .set({ public_since: now })
        .where('id', 'in', [...new Set(ids)])
        .where('public_since', 'is', null)
        .execute()
    },
  }

  async function hold(ids: readonly number[]): Promise<Set<number>> {
    if (ids.length === 0) return new Set()
    const held = await transaction
      .updateTable('documents')
      .set((e) => ({ key: e.ref('key') }))
      .where('id', 'in', [...new Set(ids)])
      .where('deleted_at', 'is', null)
      .returning('id')
      .execute()
    return new Set(held.map(({ id }) => id))
  }
}

/** What readers should find the articles by that carry them: title, summary, name of the file and its words, one text each. */
export async function documentTextsOf(database: Reader, editionId: number): Promise<string[]> {
  const rows = await database
    .selectFrom('edition_documents')
    .innerJoin('documents', 'documents.id', 'edition_documents.document_id')
    .innerJoin('document_versions', 'document_versions.document_id', 'documents.id')
    .leftJoin('document_texts', 'document_texts.document_id', 'documents.id')
    .select(['documents.title', 'description', 'original_name', 'document_texts.text'])
    .where('edition_documents.edition_id', '=', editionId)
    .where('documents.deleted_at', 'is', null)
    .where('document_versions.retired_at', 'is', null)
    .orderBy('edition_documents.place')
    .execute()
  return rows.map((row) => [row.title, row.description, row.original_name, row.text ?? ''].filter(Boolean).join('\n'))
}

/** What the editions of an article carry, before they are erased. The documents stay in the library. */
export async function eraseAttachments(transaction: Writer, articleId: number): Promise<void> {
  const editions = transaction.selectFrom('editions').select('id').where('article_id', '=', articleId)
  await transaction.deleteFrom('edition_documents').where('edition_id', 'in', editions).execute()
}

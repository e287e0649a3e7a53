import type { Reader, Writer } from '../database/index.ts'
import { fold } from '../text/fold.ts'
import type { Description, Document, DocumentFile } from './document.ts'
import { documentColumns, documentFrom } from './document-row.ts'
import { documentUseQueries } from './document-use-store.ts'
import { editionDocumentWriter } from './edition-document-store.ts'
import { libraryQueries } from './library-store.ts'

/** What is known of a file before it has a row. */
export type NewFile = Omit<DocumentFile, 'id' | 'receivedAt'> & { text: string }
export type NewDocument = Pick<Document, 'key' | 'fileName' | 'title'> & { file: NewFile }

/** Deleted documents do not exist here. */
export function documentReader(database: Reader) {
  const documents = () =>
    database
      .selectFrom('documents')
      .innerJoin('document_versions', 'document_versions.document_id', 'documents.id')
      .select(documentColumns)
      .where('document_versions.retired_at', 'is', null)
      .where('documents.deleted_at', 'is', null)

  return {
    ...libraryQueries(database),
    ...documentUseQueries(database),

    async find(id: number): Promise<Document | null> {
      const row = await documents().where('documents.id', '=', id).executeTakeFirst()
      return row ? documentFrom(row) : null
    },

    /** For readers: only since an article that carries it is public. */
    async findPublicByKey(key: string): Promise<Document | null> {
      const row = await documents()
        .where('documents.key', '=', key)
        .where('documents.public_since', 'is not', null)
        .executeTakeFirst()
      return row ? documentFrom(row) : null
    },

    /** The one whose file in use has these very bytes. */
    async findByContent(sha256: string): Promise<Document | null> {
      const row = await documents().where('document_versions.sha256', '=', sha256).executeTakeFirst()
      return row ? documentFrom(row) : null
    },

    /** In the order of the ids; those that do not exist are left out. */
    async listByIds(ids: readonly number[]): Promise<Document[]> {
      if (ids.length === 0) return []
      const rows = await documents()
        .where('documents.id', 'in', [...new Set(ids)])
        .execute()
      const known = new Map(rows.map((row) => [row.id, documentFrom(row)]))
      return [...new Set(ids)].flatMap((id) => known.get(id) ?? [])
    },

    /** What an edition carries, in its order. */
    async listOf(editionId: number): Promise<Document[]> {
      const rows = await documents()
        .innerJoin('edition_documents', 'edition_documents.document_id', 'documents.id')
        .where('edition_documents.edition_id', '=', editionId)
        .orderBy('edition_documents.place')
        .execute()
      return rows.map(documentFrom)
    },
  }
}

export function documentWriter(transaction: Writer, now: string) {
  return {
    ...editionDocumentWriter(transaction, now),

    /** Null when the library has a document of these very bytes, were it added at this moment by somebody else. */
    async add({ key, fileName, title, file }: NewDocument, addedBy: number | null): Promise<Document | null> {
      const { id } = await transaction
        .insertInto('documents')
        .values({
          key,
          file_name: fileName,
          title,
          description: '',
          search_key: searchKey({ title, description: '' }, file.originalName),
          added_at: now,
          added_by: addedBy,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      if (await addVersion(id, file, addedBy)) return documentReader(transaction).find(id)
      await transaction.deleteFrom('documents').where('id', '=', id).execute()
      return null
    },

    /** Whoever changes it waits for this transaction from now on. False when it is deleted meanwhile. */
    async hold(id: number): Promise<boolean> {
      const held = await transaction
        .updateTable('documents')
        .set((e) => ({ key: e.ref('key') }))
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .returning('id')
        .execute()
      return held.length > 0
    },

    async describe(id: number, description: Description, { originalName }: { originalName: string }): Promise<void> {
      await transaction
        .updateTable('documents')
        .set({ ...description, search_key: searchKey(description, originalName) })
        .where('id', '=', id)
        .execute()
    },

    /** Readers get this file from now on, at the same address. False when the library has these very bytes already. */
    async replaceFile({ id, ...description }: Document, file: NewFile, by: number | null): Promise<boolean> {
      await retire(id)
      if (!(await addVersion(id, file, by))) return false
      await transaction
        .updateTable('documents')
        .set({ search_key: searchKey(description, file.originalName) })
        .where('id', '=', id)
        .execute()
      return true
    },

    /** It leaves the library and nobody can fetch it; its files stay for an operator to bring back. */
    async remove(id: number): Promise<void> {
      await transaction.updateTable('documents').set({ deleted_at: now }).where('id', '=', id).execute()
      await retire(id)
    },
  }

  async function retire(id: number): Promise<void> {
    await transaction
      .updateTable('document_versions')
      .set({ retired_at: now })
      .where('document_id', '=', id)
      .where('retired_at', 'is', null)
      .execute()
  }

  async function addVersion(documentId: number, file: NewFile, receivedBy: number | null): Promise<boolean> {
    const added = await transaction
      .insertInto('document_versions')
      .values({
        document_id: documentId,
        key: file.key,
        original_name: file.originalName,
        kind: file.kind,
        bytes: file.bytes,
        sha256: file.sha256,
        pages: file.pages,
        warnings: JSON.stringify(file.warnings),
        received_at: now,
        received_by: receivedBy,
      })
      .onConflict((conflict) => conflict.column('sha256').where('retired_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) return false
    await transaction.deleteFrom('document_texts').where('document_id', '=', documentId).execute()
    await transaction.insertInto('document_texts').values({ document_id: documentId, text: file.text }).execute()
    return true
  }
}

const searchKey = ({ title, description }: Description, originalName: string): string =>
  fold([title, originalName, description].join('\n'))

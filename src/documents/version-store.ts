import type { Reader } from '../database/index.ts'
import type { DocumentFile, DocumentVersion } from './document.ts'
import { fileColumns, fileFrom } from './document-row.ts'

export function versionReader(database: Reader) {
  const versionsOf = (documentId: number) =>
    database
      .selectFrom('document_versions')
      .leftJoin('staff', 'staff.id', 'document_versions.received_by')
      .select(fileColumns)
      .select(['retired_at', 'staff.name as receiver'])
      .where('document_id', '=', documentId)

  return {
    /** Newest first, with the names of people as they are today. */
    async listOf(documentId: number): Promise<DocumentVersion[]> {
      const rows = await versionsOf(documentId).orderBy('document_versions.id', 'desc').execute()
      return rows.map((row) => ({ ...fileFrom(row), receivedBy: row.receiver, retiredAt: row.retired_at }))
    },

    async find(documentId: number, versionId: number): Promise<DocumentFile | null> {
      const row = await versionsOf(documentId).where('document_versions.id', '=', versionId).executeTakeFirst()
      return row ? fileFrom(row) : null
    },

    /** Also of a deleted document, whose files stay. */
    async isKnownKey(key: string): Promise<boolean> {
      const row = await database.selectFrom('document_versions').select('id').where('key', '=', key).executeTakeFirst()
      return row !== undefined
    },
  }
}

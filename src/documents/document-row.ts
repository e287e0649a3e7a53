import type { Schema } from '../database/index.ts'
import type { Document, DocumentFile } from './document.ts'
import type { DocumentKind, DocumentWarning } from './document-kind.ts'

/** Every column of a file that `DocumentFile` tells. */
export const fileColumns = [
  'document_versions.id as version_id',
  'document_versions.key as version_key',
  'document_versions.original_name',
  'document_versions.kind',
  'document_versions.bytes',
  'document_versions.sha256',
  'document_versions.pages',
  'document_versions.warnings',
  'document_versions.received_at',
] as const

/** Every column of a document and of the file in use that `Document` tells. */
export const documentColumns = [
  'documents.id',
  'documents.key',
  'documents.file_name',
  'documents.title',
  'documents.description',
  'documents.public_since',
  ...fileColumns,
] as const

type FileRow = { version_id: number; version_key: string } & Pick<
  Schema['document_versions'],
  'original_name' | 'kind' | 'bytes' | 'sha256' | 'pages' | 'warnings' | 'received_at'
>

type DocumentRow = { id: number } & FileRow &
  Pick<Schema['documents'], 'key' | 'file_name' | 'title' | 'description' | 'public_since'>

export function documentFrom(row: DocumentRow): Document {
  return {
    id: row.id,
    key: row.key,
    fileName: row.file_name,
    title: row.title,
    description: row.description,
    publicSince: row.public_since,
    file: fileFrom(row),
  }
}

export function fileFrom(row: FileRow): DocumentFile {
  return {
    id: row.version_id,
    key: row.version_key,
    originalName: row.original_name,
    kind: row.kind as DocumentKind,
    bytes: row.bytes,
    sha256: row.sha256,
    pages: row.pages,
    warnings: JSON.parse(row.warnings) as DocumentWarning[],
    receivedAt: row.received_at,
  }
}

import type { Response } from 'express'
import { contentDisposition } from './disposition.ts'
import { type Document, type DocumentFile, downloadName } from './document.ts'
import { documentFiles, fileOf } from './document-files.ts'
import { type DocumentKind, kindTypes } from './document-kind.ts'

export type FileRequest = {
  uploads: string
  document: Pick<Document, 'key' | 'fileName'>
  /** The file in use, or one that it had. */
  file: DocumentFile
  cacheControl: string
}

/** Sends a file as it arrived, whole or in ranges; throws a 404 fault when it is not on the disk. */
export function sendDocument(res: Response, { uploads, document, file, cacheControl }: FileRequest): void {
  const { kind } = file
  const manner = kind === 'pdf' ? 'inline' : 'attachment'
  res.sendFile(fileOf({ version: file.key, kind }), {
    root: documentFiles(uploads).folderOf(document.key),
    // Set only once the file is there, so that an error page never stays in a cache.
    headers: {
      'Content-Type': kindTypes[kind],
      'Content-Disposition': contentDisposition(
        manner,
        `${document.fileName}.${kind}`,
        downloadName(file.originalName, kind),
      ),
      'Content-Security-Policy': policyFor(kind),
      'Cache-Control': cacheControl,
      ETag: `"${file.sha256.slice(0, 32)}"`,
    },
    cacheControl: false,
  })
}

/**
 * Whatever its bytes say, a file cannot run, load or frame anything. Chromium shows a PDF in a page of its own making, with
 * an inline style and a plugin, and in no sandbox at all; its reader runs in a process apart from the site.
 */
function policyFor(kind: DocumentKind): string {
  return kind === 'pdf'
    ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"
    : "default-src 'none'; sandbox"
}

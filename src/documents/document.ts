import { safeFileName } from '../text/file-name.ts'
import type { DocumentKind, DocumentWarning } from './document-kind.ts'

/** A file that articles carry for readers to take with them. */
export type Document = {
  id: number
  /** 20 hexadecimal digits: its folder and its place in addresses. */
  key: string
  /** The name in addresses: `[a-z0-9-]`, without extension. It stays when another file takes the place of the first. */
  fileName: string
  /** What readers see. */
  title: string
  /** A summary for readers; may be empty. */
  description: string
  /** Since when anybody may fetch it; null while only drafts carry it. */
  publicSince: string | null
  file: DocumentFile
}

/** A file as it arrived. */
export type DocumentFile = {
  /** Of the version. */
  id: number
  /** 20 hexadecimal digits: the name of the file in the document's folder. */
  key: string
  /** The name its owner gave the file, as people see it. */
  originalName: string
  kind: DocumentKind
  bytes: number
  /** Hexadecimal. */
  sha256: string
  /** Of a PDF that could be read. */
  pages: number | null
  warnings: DocumentWarning[]
  receivedAt: string
}

/** A file that a document has, or had until `retiredAt`. */
export type DocumentVersion = DocumentFile & { receivedBy: string | null; retiredAt: string | null }

export type Description = Pick<Document, 'title' | 'description'>

/** An article that carries a document, in its draft or in what readers see. */
export type DocumentUse = { articleId: number; title: string }

/** The name on the disk of whoever takes it, with the ending of what it is: `a.bmp` that is a PDF becomes `a.bmp.pdf`. */
export function downloadName(originalName: string, kind: DocumentKind): string {
  return hasEnding(originalName, kind) ? originalName : `${originalName}.${kind}`
}

/** What a document is called until somebody gives it a better name: that of the file, readable. */
export function firstTitle(originalName: string, kind: DocumentKind): string {
  const stem = hasEnding(originalName, kind) ? originalName.slice(0, -kind.length - 1) : originalName
  return stem.replaceAll('_', ' ').replace(/ +/g, ' ').trim() || originalName
}

/** The part of its address that says what it is. */
export const addressName = (originalName: string): string => safeFileName(originalName).replace(/\.[^.]*$/, '')

const hasEnding = (name: string, kind: DocumentKind) =>
  name.length > kind.length + 1 && name.toLowerCase().endsWith(`.${kind}`)

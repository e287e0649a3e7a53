import { type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { shortDate, zonedIso } from '../text/dates.ts'
import type { Document } from './document.ts'
import { fileFacts } from './document-label.ts'
import type { LibraryWish } from './library.ts'
import { documentPath, libraryPath } from './paths.ts'
import { type UploadForm, uploadForm } from './upload-form.ts'
import { warningsOf } from './warnings-part.ts'
import type { DocumentWords } from './words.ts'

export type LibraryRow = {
  title: string
  path: string
  originalName: string
  facts: string
  audience: string
  warning: string | null
  received: { at: string; moment: string }
}

export type LibraryPage = {
  title: string
  words: DocumentWords
  path: string
  notice: Notice
  summary: IssueSummary
  upload: UploadForm
  search: string
  rows: LibraryRow[]
  empty: { title: string; help: string }
  older: string | null
  newest: string | null
}

export type LibraryParts = {
  documents: Document[]
  perPage: number
  wish: LibraryWish
  formToken: string
  notice: Notice
  issues: Issue[]
  timeZone: string
  words: DocumentWords
  toFix: (count: number) => string
}

/** `documents` may hold one more than a page shows, which tells that there are older ones. */
export function libraryPage({ documents, perPage, wish, words, ...parts }: LibraryParts): LibraryPage {
  const last = documents.length > perPage ? documents[perPage - 1] : undefined
  return {
    title: words.title,
    words,
    path: libraryPath,
    notice: parts.notice,
    summary: issueSummary(parts.issues, parts.toFix),
    upload: uploadForm(parts.formToken, words),
    search: wish.search,
    rows: documents.slice(0, perPage).map((document) => libraryRow(document, parts.timeZone, words)),
    empty: wish.search
      ? { title: words.notFound(wish.search), help: words.notFoundHelp }
      : { title: words.empty, help: words.emptyHelp },
    older: last ? libraryAddress({ ...wish, before: last.id }) : null,
    newest: wish.before ? libraryAddress({ ...wish, before: null }) : null,
  }
}

export function libraryAddress({ search, before }: LibraryWish): string {
  const query = new URLSearchParams()
  if (search) query.set('q', search)
  if (before) query.set('before', String(before))
  return query.size > 0 ? `${libraryPath}?${query}` : libraryPath
}

function libraryRow(document: Document, timeZone: string, words: DocumentWords): LibraryRow {
  const { id, title, publicSince, file } = document
  return {
    title,
    path: documentPath(id),
    originalName: file.originalName,
    facts: fileFacts(file, words),
    audience: publicSince ? words.public : words.staffOnly,
    warning: warningsOf(document, words)[0] ?? null,
    received: { at: shortDate(file.receivedAt, timeZone), moment: zonedIso(file.receivedAt, timeZone) },
  }
}

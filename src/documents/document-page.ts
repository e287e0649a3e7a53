import { type Field, field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import type { Description, Document, DocumentUse, DocumentVersion } from './document.ts'
import { fileFacts } from './document-label.ts'
import { documentPath, libraryPath, publicPath, removalPath, staffFilePath } from './paths.ts'
import { type ReplacementForm, replacementForm } from './upload-form.ts'
import { warningsOf } from './warnings-part.ts'
import type { DocumentWords } from './words.ts'

export type ShownVersion = {
  name: string
  path: string
  facts: string
  received: { at: string; moment: string; by: string }
  isInUse: boolean
}

/** One document: what it is called, what is known of it, and what can be done with it. */
export type DocumentPage = {
  title: string
  words: DocumentWords
  libraryPath: string
  action: string
  removalPath: string
  notice: Notice
  summary: IssueSummary
  warnings: string[]
  fields: { title: Field; description: Field }
  number: number
  originalName: string
  filePath: string
  facts: string
  audience: string
  /** Where readers get it; null before. */
  address: string | null
  uses: { title: string; path: string }[]
  versions: ShownVersion[]
  /** Null for whoever may not change what readers have. */
  replacement: ReplacementForm | null
}

export type DocumentParts = {
  document: Document
  /** What the form shows: what is stored, or what was just typed. */
  description: Description
  versions: DocumentVersion[]
  uses: DocumentUse[]
  notice: Notice
  issues: Issue[]
  mayReplace: boolean
  formToken: string
  /** Origin of the public site where the newsroom has another; empty otherwise. */
  publicOrigin: string
  timeZone: string
  words: DocumentWords
  toFix: (count: number) => string
}

export function documentPage(parts: DocumentParts): DocumentPage {
  const { document, description, issues, words } = parts
  const { id, file } = document
  return {
    title: document.title,
    words,
    libraryPath,
    action: documentPath(id),
    removalPath: removalPath(id),
    notice: parts.notice,
    summary: issueSummary(issues, parts.toFix),
    warnings: warningsOf(document, words),
    fields: descriptionFields(description, issues, words),
    number: id,
    originalName: file.originalName,
    filePath: staffFilePath(document),
    facts: fileFacts(file, words),
    audience: document.publicSince ? words.public : words.staffOnly,
    address: document.publicSince ? parts.publicOrigin + publicPath(document) : null,
    uses: parts.uses.map(({ articleId, title }) => ({ title, path: articlePath(articleId) })),
    versions: parts.versions.map((version) => shownVersion(id, version, parts)),
    replacement: parts.mayReplace ? replacementForm(id, parts.formToken) : null,
  }
}

function descriptionFields(
  { title, description }: Description,
  issues: readonly Issue[],
  words: DocumentWords,
): DocumentPage['fields'] {
  const summary = { name: 'description', label: words.description, value: description, control: 'textarea' } as const
  return {
    title: field({ name: 'title', label: words.name, value: title, help: words.nameHelp }, issues),
    description: field({ ...summary, help: words.descriptionHelp }, issues),
  }
}

function shownVersion(id: number, version: DocumentVersion, { timeZone, words }: DocumentParts): ShownVersion {
  return {
    name: version.originalName,
    path: staffFilePath({ id, file: version }),
    facts: fileFacts(version, words),
    received: {
      at: dateWithTime(version.receivedAt, timeZone),
      moment: zonedIso(version.receivedAt, timeZone),
      by: version.receivedBy ?? words.portal,
    },
    isInUse: version.retiredAt === null,
  }
}

// The newsdesk uses our door, so its own path cannot be asked for without a circle.
const articlePath = (id: number) => `/quan-tri/bai-viet/${id}`

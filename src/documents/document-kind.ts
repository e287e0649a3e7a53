/** What the library takes, with the only types that these files are ever sent as. */
export const kindTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
} as const

export type DocumentKind = keyof typeof kindTypes

/** As a browser is told it. */
export const documentType = (kind: DocumentKind): string => kindTypes[kind]

/** Why a file does not become a document; `words.refusals` has the sentence. */
export type Refusal =
  | 'empty'
  | 'too-large'
  | 'damaged'
  | 'locked'
  | 'old-office'
  | 'template'
  | 'macros'
  | 'slides'
  | 'picture'
  | 'archive'
  | 'program'
  | 'web-page'
  | 'too-many-parts'
  | 'other'

/** What whoever sent a file should know of it; readers are never shown it. */
export type DocumentWarning =
  /** A PDF of pictures of pages. */
  | { kind: 'scan' }
  /** Its words and pages could not be read, wholly or in part. */
  | { kind: 'unread' }
  /** Files in a ZIP that a computer would run; the first few names. */
  | { kind: 'programs'; names: string[] }

export type KindFound = { accepted: DocumentKind; warnings: DocumentWarning[] } | { refused: Refusal }

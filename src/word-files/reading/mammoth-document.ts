/** The parts of mammoth's document model that we read; it is handed to `transformDocument` and has no types of its own. */
export type MammothDocument = {
  type: 'document'
  children: MammothNode[]
  notes: { resolve(reference: MammothNoteReference): { body: MammothNode[] } | null }
  comments: unknown[]
}

export type MammothParagraph = {
  type: 'paragraph'
  children: MammothNode[]
  styleId: string | null
  numbering: { isOrdered: boolean; level: string; paragraphStyleId?: string } | null
  alignment: string | null
  indent: { start: string | null }
}

export type MammothRun = {
  type: 'run'
  children: MammothNode[]
  styleId: string | null
  isBold: boolean
  isItalic: boolean
  isStrikethrough: boolean
  verticalAlignment: 'baseline' | 'superscript' | 'subscript'
  font: string | null
}

export type MammothImage = {
  type: 'image'
  altText?: string
  /** What our archive answered, as it is. Rejects for a picture outside of the file. */
  readAsArrayBuffer(): Promise<Uint8Array>
}

export type MammothNoteReference = { type: 'noteReference'; noteType: string; noteId: string }

export type MammothTable = { type: 'table'; children: MammothRow[] }
export type MammothRow = { type: 'tableRow'; children: MammothCell[]; isHeader: boolean }
export type MammothCell = { type: 'tableCell'; children: MammothNode[]; colSpan: number; rowSpan: number }

export type MammothNode =
  | MammothParagraph
  | MammothRun
  | MammothImage
  | MammothNoteReference
  | MammothTable
  | MammothRow
  | MammothCell
  | { type: 'hyperlink'; children: MammothNode[]; href?: string }
  | { type: 'text'; value: string }
  | { type: 'checkbox'; checked: boolean }
  | { type: 'tab' }
  | { type: 'break'; breakType: 'line' | 'page' | 'column' }
  | { type: 'bookmarkStart' }
  | { type: 'commentReference' }

/** A picture that lies outside of the file; mammoth says so of those that it finds itself in these words. */
export class PictureElsewhere extends Error {
  constructor() {
    super('could not read external image')
  }
}

export const isElsewhere = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith(new PictureElsewhere().message)

import type { CheckName } from './run-checks.ts'

export type CheckedPicture = {
  alternativeText: string
  isDecorative: boolean
  credit: string
  originalName: string
  /** Pixels, upright. */
  width: number
  height: number
}

/** Everything that a check may look at: plain data, gathered beforehand. */
export type Checked = {
  title: string
  lead: string
  /** Markdown. */
  body: string
  /** Rendered from `body` and cleaned; empty where it could not be rendered. */
  bodyHtml: string
  categoryId: number | null
  author: string
  unit: string
  sourceName: string
  sourceAddress: string
  tags: string[]
  cover: (CheckedPicture & { caption: string }) | null
  /** With the alternative text that readers get. */
  bodyPictures: (CheckedPicture & { id: number })[]
  /** The body names pictures that the library does not have. */
  missingPictures: boolean
  /** Of the paths that `internalPathsIn` gives, those that answer. */
  knownPaths: ReadonlySet<string>
  /** Our own names, such as `dakpo.gialai.gov.vn`. */
  siteHosts: readonly string[]
  /** Of the agency's links and of earlier articles. */
  knownHosts: readonly string[]
}

/** In the order of the form; each is the `id` of a field in the editor. */
export const checkedFields = [
  'title',
  'lead',
  'body',
  'coverPictureId',
  'coverAlternative',
  'categoryId',
  'author',
  'unit',
  'tags',
  'sourceName',
  'sourceAddress',
] as const

export type CheckedField = (typeof checkedFields)[number]

/** What blocks stops publishing; what warns is for the editor to judge. */
export type Severity = 'blocks' | 'warns'

/** What a check has to say. */
export type Remark = {
  severity: Severity
  field: CheckedField
  sentence: string
  /** The words it speaks of, as they stand in the field, so that they can be shown there. */
  quote: string | null
}

/** One `Remark` of the check of that name. */
export type Finding = Remark & { check: CheckName }

export const blocks = (field: CheckedField, sentence: string, quote: string | null = null): Remark => ({
  severity: 'blocks',
  field,
  sentence,
  quote,
})

export const warns = (field: CheckedField, sentence: string, quote: string | null = null): Remark => ({
  severity: 'warns',
  field,
  sentence,
  quote,
})

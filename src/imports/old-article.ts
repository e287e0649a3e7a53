/** Where something stands in what is imported; `line` counts from 1, null where there are no lines to count. */
export type Place = { file: string; number: number; line: number | null }

/** A picture as the old text names it: addresses that may lead to it, the best first. */
export type OldPicture = { addresses: string[]; alternativeText: string; caption: string }

/** What was wrong or missing; `name` says which letter, file or place, empty where there is nothing to name. */
export type Problem = { what: ProblemKind; name: string }

/** A later run may find what these miss. */
export const missingKinds = ['missing-picture', 'missing-document', 'no-category'] as const
/** Nothing can be made of such a text. */
export const fatalKinds = [
  'broken',
  'cut-off',
  'too-large',
  'too-deep',
  'unreadable',
  'no-title',
  'repeated',
  'unrenderable',
] as const
/** Such a text is kept as a draft, so that somebody looks at it before readers do. */
export const draftKinds = ['no-date', 'no-category', 'no-body'] as const

export type ProblemKind =
  | (typeof missingKinds)[number]
  | (typeof fatalKinds)[number]
  | (typeof draftKinds)[number]
  | 'encoding'
  | 'legacy'
  | 'broken-letters'
  | 'small-mistake'
  | 'shortened'
  | 'embedded'
  | 'shortcode'
  | 'category-loop'
  | 'refused-picture'
  | 'refused-document'
  | 'no-description'
  | 'address-not-kept'

export const problem = (what: ProblemKind, name = ''): Problem => ({ what, name })

export const hasOne = (problems: Problem[], kinds: readonly ProblemKind[]): boolean =>
  problems.some(({ what }) => kinds.includes(what))

/** An article as an old site kept it, before anything is looked up or stored. */
export type OldArticle = {
  place: Place
  /** What the source itself calls it, the same at every run. */
  key: string
  /** Where readers found it; an absolute address, or a path of the old site. */
  address: string | null
  title: string
  lead: string
  /** HTML; `hasLines` where a line break is one to readers too, as WordPress keeps its texts. */
  body: string
  hasLines: boolean
  /** ISO 8601 UTC. */
  publishedAt: string | null
  author: string
  tags: string[]
  /** Each from the root down; the first that has a place here counts. */
  categories: OldCategory[]
  cover: OldPicture | null
  /** Addresses of files that belong to it, beside those that its text links to. */
  attachments: string[]
  /** Readers never had it. */
  isDraft: boolean
  problems: Problem[]
}

export type OldCategory = { name: string; slug: string }[]

/** One thing of a source: an article, or a place where something was that cannot be read. */
export type OldThing = { article: OldArticle } | { unread: Place; problems: Problem[] }

/** A source as it is read: one after the other, never all at once. `hosts` are the names of the old site. */
export type OldSource = {
  hosts: Set<string>
  /** Of the whole source, such as a wrong encoding. */
  problems: Problem[]
  /** How far reading has come, from 0 to 1. */
  progress(): number
  things(): AsyncIterable<OldThing>
}

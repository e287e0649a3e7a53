import type { Dropped, DroppedKind } from '../../../word-files/rules/index.ts'
import type { Left, LeftKind } from './flow.ts'

/** What is worth a word to the writer, the weightiest first; the rest, such as empty lines, nobody misses. */
const leftKinds = [
  'foreignPictures',
  'filePictures',
  'unusablePictures',
  'embeds',
  'trackedChanges',
  'comments',
  'notes',
  'contents',
  'links',
  'styles',
] satisfies LeftKind[]
const madeKinds = ['boldHeadings', 'typedItems', 'layoutTables', 'nestedTables'] satisfies DroppedKind[]

export type MadeKind = (typeof madeKinds)[number]
export type ReportKind = (typeof leftKinds)[number] | MadeKind
/** `names` of what has one: the pictures that were left out. */
export type Reported = { what: ReportKind; count: number; names: string[] }

export function reportOf(left: Left[], made: Dropped[]): Reported[] {
  const reported = [
    ...leftKinds.map((what): Reported => {
      const names = left.filter((entry) => entry.what === what).map(({ name }) => name)
      return { what, count: Math.max(names.length, textsOf(what, left)), names: namesTold(what, names) }
    }),
    ...madeKinds.map((what): Reported => {
      const counts = made.filter((entry) => entry.what === what).map(({ count }) => count)
      return { what, count: counts.reduce((sum, count) => sum + count, 0), names: [] }
    }),
  ]
  return reported.filter(({ count }) => count > 0)
}

const pictureKinds: ReportKind[] = ['foreignPictures', 'filePictures', 'unusablePictures']

const namesTold = (what: ReportKind, names: string[]): string[] =>
  pictureKinds.includes(what) ? [...new Set(names)].filter((name) => name !== '') : []

/** A note has a sign in the text and words below it: it is one, even where only one of them was copied. */
function textsOf(what: ReportKind, left: Left[]): number {
  if (what === 'notes') return left.filter((entry) => entry.what === 'noteTexts').length
  return what === 'comments' ? left.filter((entry) => entry.what === 'commentTexts').length : 0
}

/** What was left out of a file, or changed on the way to a draft. */
export type DroppedKind =
  | 'indents'
  | 'doubledSpaces'
  | 'emptyParagraphs'
  | 'ruleLines'
  | 'contents'
  | 'softBreaks'
  | 'letterhead'
  | 'titleInCapitals'
  | 'leadFromFirstParagraph'
  | 'boldHeadings'
  | 'typedItems'
  | 'mergedCells'
  | 'nestedTables'
  | 'layoutTables'
  | 'notes'
  | 'comments'
  | 'trackedChanges'
  | 'links'
  | 'unusablePictures'
  | 'externalPictures'
  | 'damagedPictures'
  | 'tooLargePictures'
  | 'repeatedPictures'
  | 'legacyFont'

/** `name` says which font or kinds of picture, empty where there is nothing to name. */
export type Dropped = { what: DroppedKind; count: number; name: string }

export const dropped = (what: DroppedKind, count: number, name = ''): Dropped[] =>
  count > 0 ? [{ what, count, name }] : []

/** One entry for each kind, in the order of their first, with all that they count. */
export function summed(entries: Dropped[]): Dropped[] {
  const sums = new Map<DroppedKind, Dropped>()
  for (const { what, count, name } of entries) {
    const sum = sums.get(what) ?? { what, count: 0, name: '' }
    const names = new Set([...sum.name.split(', '), ...name.split(', ')])
    sums.set(what, { what, count: sum.count + count, name: [...names].filter((each) => each !== '').join(', ') })
  }
  return [...sums.values()]
}

import { type Block, isOnlyPictures, isParagraph, type Paragraph, picturesIn } from './block.ts'
import { type Dropped, dropped } from './dropped.ts'
import { descriptionFrom, ownDescription } from './rules/alternative-text.ts'
import { type FoundHeading, headingOf, joinNumbersAlone, levelsOf, partArticle } from './rules/headings.ts'
import { gridOf } from './rules/table-grid.ts'
import { itemOf, openRanks, withLabel } from './rules/typed-lists.ts'
import type { Part } from './writing/part.ts'

type Ranked = { kind: 'heading'; found: FoundHeading }
type Arranged = Exclude<Part, { kind: 'heading' }> | Ranked

/** What each block is: heading, item, picture, table or paragraph. `captions` are by the block of their picture. */
export function arrangeParts(blocks: Block[], captions: Map<Block, string>): { parts: Part[]; dropped: Dropped[] } {
  const told: Dropped[] = []
  const joined = joinNumbersAlone(blocks)
  let open: number[] = []
  const arranged = joined.flatMap((block, at): Arranged[] => {
    if (!isParagraph(block)) {
      open = []
      return [tablePart(block, told)]
    }
    if (isOnlyPictures(block)) {
      open = []
      return pictureParts(block, captions.get(block) ?? '')
    }
    // Who is quoted heads nothing, however bold.
    const heading = block.isQuoted ? null : headingOf(block, joined[at + 1])
    if (heading) {
      open = []
      if (block.headingLevel === null) told.push(...dropped('boldHeadings', 1))
      return [{ kind: 'heading', found: heading }]
    }
    const item = itemOf(block)
    if (item) {
      open = openRanks(open, item.rank)
      if (item.isTyped) told.push(...dropped('typedItems', 1))
      return [{ kind: 'item', depth: open.length - 1, number: item.number, pieces: item.pieces }]
    }
    open = []
    return proseParts(withLabel(block))
  })
  return { parts: levelled(arranged), dropped: told }
}

function tablePart(table: Extract<Block, { kind: 'table' }>, told: Dropped[]): Arranged {
  const { grid, mergedCells, nestedTables } = gridOf(table)
  told.push(...dropped('mergedCells', mergedCells), ...dropped('nestedTables', nestedTables))
  return { kind: 'table', grid }
}

function pictureParts(block: Paragraph, caption: string): Arranged[] {
  return picturesIn(block).map(({ at, alternativeText }) => ({
    kind: 'picture',
    at,
    alternativeText: ownDescription(alternativeText) || descriptionFrom(caption),
    caption,
  }))
}

function proseParts(block: Paragraph): Arranged[] {
  const article = block.isQuoted ? null : partArticle(block)
  if (!article) return [{ kind: 'paragraph', pieces: block.pieces, isQuoted: block.isQuoted ?? false }]
  return [
    { kind: 'heading', found: article.heading },
    { kind: 'paragraph', pieces: article.rest.pieces, isQuoted: false },
  ]
}

function levelled(arranged: Arranged[]): Part[] {
  const ranks = arranged.flatMap((part) => (part.kind === 'heading' ? [part.found.rank] : []))
  const levels = levelsOf(ranks).values()
  return arranged.map((part) =>
    part.kind === 'heading' ? { kind: 'heading', level: levels.next().value ?? 2, words: part.found.words } : part,
  )
}

import {
  type Block,
  type Dropped,
  descriptionFrom,
  dropped,
  type FoundHeading,
  headingOf,
  isOnlyPictures,
  isParagraph,
  itemOf,
  joinNumbersAlone,
  levelsOf,
  openRanks,
  type Paragraph,
  partArticle,
  picturesIn,
  withLabel,
} from '../../../word-files/rules/index.ts'
import { arrangeTable } from './arrange-table.ts'
import { isRealItem } from './flow.ts'
import type { Item, Part } from './part.ts'

type Heading = Extract<Part, { kind: 'heading' }>
type Arranged = Exclude<Part, Heading> | { kind: 'found'; heading: FoundHeading; isQuoted: false }

/** What each block is in an article, and what was made of lines that only look like something. */
export function arrangeFlow(blocks: Block[], captions: Map<Block, string>): { parts: Part[]; dropped: Dropped[] } {
  const told: Dropped[] = []
  const joined = joinNumbersAlone(blocks)
  let open: number[] = []
  const arranged = joined.flatMap((block, at): Arranged[] => {
    const item = isParagraph(block) && !isHeading(block, joined[at + 1]) ? itemPart(block, open, told) : null
    open = item?.open ?? []
    return item ? [item.part] : partsOf(block, joined[at + 1])
  })
  return { parts: levelled(arranged), dropped: told }

  function partsOf(block: Block, next: Block | undefined): Arranged[] {
    if (!isParagraph(block)) return [{ kind: 'table', rows: arrangeTable(block, told), isQuoted: false }]
    if (isOnlyPictures(block)) return pictureParts(block, captions.get(block) ?? '')
    const heading = headingIn(block, next)
    if (!heading) return proseParts(block)
    if (block.headingLevel === null) told.push(...dropped('boldHeadings', 1))
    return [{ kind: 'found', heading, isQuoted: false }]
  }
}

/** What really is an item or a quote is no heading, however bold. */
function headingIn(block: Paragraph, next: Block | undefined): FoundHeading | null {
  const isText = block.headingLevel === null && isRealItem(block)
  return isText || isQuoted(block) ? null : headingOf(block, next)
}

const isHeading = (block: Paragraph, next: Block | undefined) => headingIn(block, next) !== null

function itemPart(block: Paragraph, open: number[], told: Dropped[]): { part: Item; open: number[] } | null {
  const item = itemOf(block)
  if (!item) return null
  if (item.isTyped) told.push(...dropped('typedItems', 1))
  const ranks = openRanks(open, block.list?.level ?? item.rank)
  const { number, pieces } = item
  return { part: { kind: 'item', depth: ranks.length - 1, number, pieces, isQuoted: isQuoted(block) }, open: ranks }
}

function pictureParts(block: Paragraph, caption: string): Arranged[] {
  return picturesIn(block).map(({ at, alternativeText }) => ({
    kind: 'picture',
    at,
    alternativeText: alternativeText || descriptionFrom(caption),
    caption,
    isQuoted: false,
  }))
}

function proseParts(block: Paragraph): Arranged[] {
  const article = isQuoted(block) ? null : partArticle(block)
  if (!article) return [proseOf(withLabel(block))]
  return [{ kind: 'found', heading: article.heading, isQuoted: false }, proseOf(article.rest)]
}

const proseOf = (block: Paragraph): Arranged => ({
  kind: 'paragraph',
  pieces: block.pieces,
  isAtRight: block.align === 'right',
  isQuoted: isQuoted(block),
})

const isQuoted = (block: Paragraph): boolean => block.isQuoted === true

function levelled(arranged: Arranged[]): Part[] {
  const ranks = arranged.flatMap((part) => (part.kind === 'found' ? [part.heading.rank] : []))
  const levels = levelsOf(ranks).values()
  return arranged.map((part) =>
    part.kind === 'found'
      ? { kind: 'heading', level: levels.next().value ?? 2, words: part.heading.words, isQuoted: false }
      : part,
  )
}

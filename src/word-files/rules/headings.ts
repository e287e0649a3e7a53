import { type Block, isParagraph, isStrong, type Paragraph, plainLook, text, wordsOf } from '../block.ts'
import { articleNumber, isNumberAlone, isNumberedHeading, longestHeading, rankOfNumber } from './heading-number.ts'
import { withLabel } from './typed-lists.ts'
import { withoutStart } from './without-start.ts'

/** `rank` orders the kinds of headings of a text, the lowest first; null is a line that only stands out. */
export type FoundHeading = { words: string; rank: number | null }

/** Real styles stand above everything that only looks like a heading. */
const styleRank = (level: number) => level - 100

/** What a paragraph heads, by its style, its number or its look; null for a paragraph that is none. */
export function headingOf(block: Paragraph, next: Block | undefined): FoundHeading | null {
  const words = wordsOf(withLabel(block)).replace(/\s*:$/, '')
  if (words === '' || words.length > longestHeading) return null
  if (block.headingLevel !== null && block.headingLevel > 0) return { words, rank: styleRank(block.headingLevel) }
  if (/[.;,!?…]$/.test(words) || block.align === 'right' || isBullet(block) || !next) return null
  if (articleNumber.test(words)) return { words, rank: rankOfNumber(words) }
  if (!isStrong(block) || isPreamble(next)) return null
  return { words, rank: isNumberedHeading(words) ? rankOfNumber(words) : null }
}

/** What stands above "Căn cứ Luật …" names who decides. */
const isPreamble = (next: Block) => isParagraph(next) && /^căn cứ\s/iu.test(wordsOf(next))

const isBullet = ({ list }: Paragraph) => list !== null && list.label === null

/** "Điều 1. Phê duyệt …" in one paragraph: its number heads it, the rest is text. Null where there is nothing to part. */
export function partArticle(block: Paragraph): { heading: FoundHeading; rest: Paragraph } | null {
  const number = articleNumber.exec(wordsOf(block))?.[0]
  if (number === undefined || block.list !== null) return null
  const rest = { ...block, pieces: withoutStart(block.pieces, number.length) }
  return { heading: { words: number.replace(/[.:]$/, ''), rank: rankOfNumber(number) }, rest }
}

/** "Chương I" and "QUY ĐỊNH CHUNG" below it are one heading. */
export function joinNumbersAlone(blocks: Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (last && isParagraph(last) && isParagraph(block) && isNumberAlone(wordsOf(last)) && isNameBelow(block)) {
      const number = wordsOf(last).replace(/[.:]$/, '')
      joined[joined.length - 1] = { ...block, pieces: [text(`${number}. `, bold), ...block.pieces] }
    } else joined.push(block)
  }
  return joined
}

const isNameBelow = (block: Paragraph) => isStrong(block) && rankOfNumber(wordsOf(block)) === null

const bold = { ...plainLook, isBold: true }

/** From 2, never deeper than 4, never a level left out: `ranks` in the order of the text. */
export function levelsOf(ranks: (number | null)[]): number[] {
  const order = [...new Set(ranks.filter((rank) => rank !== null))].sort((a, b) => a - b)
  let [above, ranked] = [1, 1]
  return ranks.map((rank) => {
    const wanted = rank === null ? ranked + 1 : order.indexOf(rank) + 2
    const level = Math.min(wanted, above + 1, 4)
    if (rank !== null) ranked = level
    above = level
    return level
  })
}

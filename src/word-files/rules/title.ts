import { fold } from '../../text/fold.ts'
import { normalLine } from '../../text/normal-form.ts'
import { type Block, isInCapitals, isOnlyPictures, isParagraph, isStrong, type Paragraph, wordsOf } from '../block.ts'
import { rankOfNumber } from './heading-number.ts'

const longestTitle = 300
/** A first line that nothing marks is a title only when it is short. */
const longestPlainTitle = 200
/** A title is looked for in so many paragraphs; a picture may stand above it. */
const topBlocks = 4

/** Kinds of documents (Decree 30/2020): the line below says what it is about. */
const documentKinds = new Set(
  `nghi quyet, quyet dinh, chi thi, quy che, quy dinh, thong cao, thong bao, huong dan, chuong trinh, ke hoach, phuong an,
  de an, du an, bao cao, bien ban, to trinh, hop dong, cong van, cong dien, giay moi, giay gioi thieu, phieu gui, thu cong,
  thu ngo, loi keu goi, loi chuc mung, lich cong tac, lich tiep cong dan, ket luan`.split(/,\s+/),
)

export type Titled = { title: string; blocks: Block[] }

/** The title and what is left: the line that says so by its style, stands out, or stands alone above the text. */
export function takeTitle(blocks: Block[]): Titled {
  const start = blocks.slice(0, topBlocks).findIndex((block) => !isOnlyPictures(block))
  const first = blocks[start]
  if (!first || !isParagraph(first) || first.list !== null || !isTitle(first, blocks.length - start)) {
    return { title: '', blocks }
  }
  const lines = [first, ...linesBelow(first, blocks.slice(start + 1))]
  const rest = [...blocks.slice(0, start), ...blocks.slice(start + lines.length)]
  return { title: titleOf(lines.map(wordsOf)), blocks: rest }
}

function isTitle(block: Paragraph, blocksFromHere: number): boolean {
  const words = wordsOf(block)
  if (block.headingLevel !== null) return words.length <= longestTitle
  if (isStrong(block)) return words.length <= longestTitle
  return words.length <= longestPlainTitle && !/[.;:,]$/.test(words) && blocksFromHere > 1
}

/** Offices break a long title over several lines, all of them centred. */
function linesBelow(first: Paragraph, below: Block[]): Paragraph[] {
  const lines: Paragraph[] = []
  let words = wordsOf(first)
  for (const block of below) {
    if (!isParagraph(block) || !isNextLine(first, block, words)) break
    words += ` ${wordsOf(block)}`
    if (words.length > longestTitle) break
    lines.push(block)
  }
  return lines
}

function isNextLine(first: Paragraph, block: Paragraph, above: string): boolean {
  const words = wordsOf(block)
  if (block.align !== 'center' || block.list !== null || /[.:]$/.test(words) || rankOfNumber(words) !== null)
    return false
  if (documentKinds.has(fold(wordsOf(first)))) {
    return words.length <= longestPlainTitle && (fold(above) === fold(wordsOf(first)) || !isWhoDecides(words))
  }
  return isStrong(block) && first.align === 'center' && isStrong(first) && !/[.!?…]$/.test(above)
}

/** Below what a decision is about stands, in capitals, who makes it. */
const isWhoDecides = (words: string) =>
  isInCapitals(words) &&
  /^(?:chu tich|uy ban|hoi dong|giam doc|truong|bo truong|thu tuong|chinh phu|ban|thuong truc|hieu truong|cuc truong)\b/.test(
    fold(words),
  )

function titleOf([kind = '', ...others]: string[]): string {
  const rest = others.join(' ')
  if (!documentKinds.has(fold(kind))) return normalLine([kind, ...others].join(' '))
  const name = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()
  if (rest === '') return normalLine(name)
  return normalLine(isInCapitals(rest) ? `${kind} ${rest}` : `${name} ${lowerFirst(rest)}`)
}

/** "Về việc" goes on in the same sentence; a name keeps its capital. */
const lowerFirst = (words: string) =>
  /^(?:Về|Vv|V\/v|Kết quả|Công tác|Triển khai|Tổ chức|Thực hiện|Tình hình|Phê duyệt|Ban hành)(?!\p{L})/u.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words

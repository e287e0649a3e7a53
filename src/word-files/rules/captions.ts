import { normalLine } from '../../text/normal-form.ts'
import {
  type Block,
  isOnlyPictures,
  isParagraph,
  isWhollyBold,
  isWhollyItalic,
  type Paragraph,
  wordsOf,
} from '../block.ts'

const longestCaption = 250
const captionStart = /^(?:ảnh|hình|trong ảnh)(?:\s+\d+)?\s*[:.]/iu

/** Captions by the place of their picture among the blocks, and the blocks without them. */
export type Captioned = { blocks: Block[]; captions: Map<Block, string> }

/** The line below a picture that looks like one; where several pictures stand together it belongs to the last. */
export function takeCaptions(blocks: Block[]): Captioned {
  const captions = new Map<Block, string>()
  const kept: Block[] = []
  for (const block of blocks) {
    const last = kept.at(-1)
    if (last && isOnlyPictures(last) && !captions.has(last) && isParagraph(block) && isCaption(block)) {
      captions.set(last, normalLine(wordsOf(block)))
    } else kept.push(block)
  }
  return { blocks: kept, captions }
}

function isCaption(block: Paragraph): boolean {
  const words = wordsOf(block)
  if (words === '' || words.length > longestCaption || block.list !== null || block.headingLevel !== null) return false
  if (captionStart.test(words)) return true
  return !isWhollyBold(block) && (isWhollyItalic(block) || block.align === 'center')
}

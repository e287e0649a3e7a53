import { wordCount } from '../../text/display.ts'
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
import { isNumberedHeading } from './heading-number.ts'

const shortestLead = 60
/** Words; a first paragraph that nothing marks and that is longer is part of the text. */
const mostPlainWords = 120

/** `isMarked` tells a lead that its author set apart from a first paragraph that stands in for one. */
export type Led = { lead: string; isMarked: boolean; blocks: Block[] }

/** The lead and what is left. */
export function takeLead(blocks: Block[]): Led {
  const place = blocks.findIndex((block) => !isOnlyPictures(block))
  const first = blocks[place]
  const none = { lead: '', isMarked: false, blocks }
  if (!first || !isParagraph(first) || !canLead(first)) return none
  const isMarked = isWhollyBold(first) || isWhollyItalic(first)
  if (!isMarked && !standsIn(first, blocks.slice(place + 1))) return none
  return { lead: normalLine(wordsOf(first)), isMarked, blocks: blocks.toSpliced(place, 1) }
}

function canLead(block: Paragraph): boolean {
  const words = wordsOf(block)
  const isSentence = words.length >= shortestLead || /[.!?…]["”]?$/.test(words)
  return (
    isSentence && !block.isQuoted && block.headingLevel === null && block.list === null && !isNumberedHeading(words)
  )
}

/** Only prose with more prose below it: what begins with a table or a list has no lead. */
function standsIn(block: Paragraph, below: Block[]): boolean {
  const prose = below.filter(isParagraph).filter((each) => /[.!?…:;]["”)]?$/.test(wordsOf(each)))
  return wordCount(wordsOf(block)) <= mostPlainWords && prose.length >= 2 && !/[:;]$/.test(wordsOf(block))
}

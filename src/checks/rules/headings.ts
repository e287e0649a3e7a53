import { type Block, isHeading } from '../body-text.ts'
import { warns } from '../checked.ts'
import { quoteIn, shown } from '../quote.ts'
import type { Check } from '../reading.ts'

const longestHeading = 100

/** Headings that are missing, or askew, in what a screen reader lists of the page. */
export const headings: Check = ({ article: { body }, body: { blocks } }, words) => {
  const skipped = headingsIn(body).find(skipsALevel)
  const fake = blocks.find(isOnlyBold)
  const hasEmpty = blocks.some(({ tag, text }) => isHeading(tag) && text === '')
  return [
    ...(skipped
      ? [warns('body', words.skippedHeading(shown(skipped.text), signOf(skipped.above + 1)), skipped.line)]
      : []),
    ...(fake ? [warns('body', words.boldHeading(shown(fake.text)), quoteIn(body, fake.text))] : []),
    ...(hasEmpty ? [warns('body', words.emptyHeading)] : []),
  ]
}

const signOf = (level: number) => '#'.repeat(level)

/** `above` is the level of the heading before it; the title of the page is the first. */
type Heading = { line: string; text: string; level: number; above: number }

/** Of the Markdown: the page never skips a level, so that there two headings of one sign would stand at different ones. */
function headingsIn(markdown: string): Heading[] {
  const headings: Heading[] = []
  let [isFenced, before] = [false, '']
  for (const line of markdown.split('\n')) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isFenced = !isFenced
    const level = isFenced ? 0 : levelOf(line, before)
    before = line
    if (level === 0) continue
    const above = headings.at(-1)?.level ?? 1
    headings.push({ line, text: line.replace(/^#+/, '').trim(), level: Math.max(level, 2), above })
  }
  return headings
}

/** Zero where the line makes no heading; a row of - or = makes one of the line before. */
function levelOf(line: string, before: string): number {
  const isUnderline = /^(?:=+|-+)$/.test(line) && /^[\p{L}\p{N}“"*]/u.test(before)
  return isUnderline ? 2 : (/^(#{1,6})(?: |$)/.exec(line)?.[1]?.length ?? 0)
}

const skipsALevel = ({ level, above }: Heading) => level > above + 1

/** A short bold line with something below it; the last one of an article is a name. */
function isOnlyBold({ tag, text, isBold, isTopLevel }: Block, place: number, blocks: Block[]): boolean {
  const below = blocks[place + 1]
  const isShort = text.length <= longestHeading && !/[.!?…;,]$/.test(text)
  return tag === 'p' && isTopLevel && isBold && isShort && below !== undefined && !isHeading(below.tag)
}

import { linesOf } from './lines.ts'
import { foreignPassages } from './passages.ts'

/** Stands for what is not prose; neither letter nor mark nor space, so that no rule sees anything in it. */
const blank = '\ufffc'

export type Stretch = { start: number; end: number }

// Each begins only where nothing of its own kind stands before it, so that a long word is read once.
const notProse = [
  /https?:\/\/[^\s)\]>]+/giu,
  /(?<![\w.+-])[\w.+-]+@[\w.-]+/gu,
  /(?<![a-z0-9.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}(?![\p{L}\p{M}\p{N}])(?:\/[^\s)\]>]*)?/gu,
  /(?<=\])\([^()\s]*\)/gu,
  /`[^`\n]+`/gu,
  /<\/?[a-z][^<>\n]*>/giu,
  /&(?:#\d+|[a-z]+);/giu,
  // What makes a quotation a notice.
  /\[!(?:note|important|warning)\]/giu,
]

/** The text with blanks of the same length over the stretches. */
export function blankOut(text: string, stretches: Stretch[]): string {
  let [blanked, from] = ['', 0]
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    if (end <= from) continue
    const first = Math.max(start, from)
    blanked += text.slice(from, first) + blank.repeat(end - first)
    from = end
  }
  return blanked + text.slice(from)
}

/** What no reader reads as our prose: other languages, code between fences or ticks, addresses, where links lead, tags. */
export function whatIsNotProse(text: string): Stretch[] {
  return [
    ...fencedLines(text),
    ...foreignPassages(text),
    ...notProse.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
    ),
  ]
}

function fencedLines(text: string): Stretch[] {
  let isFenced = false
  return linesOf(text).filter((line) => {
    const isFence = line.text.trimStart().startsWith('```')
    const isCode = isFenced || isFence
    if (isFence) isFenced = !isFenced
    return isCode
  })
}

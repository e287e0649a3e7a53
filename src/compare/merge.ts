import { joinParagraphs, paragraphsOf } from './paragraphs.ts'
import { compareSequences, searchLimit } from './sequence.ts'

export type Conflict = { kind: 'conflict'; base: string; mine: string; theirs: string }
export type MergePart = { kind: 'agreed'; text: string } | Conflict

/**
 * What two people made of one Markdown text, paragraph by paragraph: agreed is what only one of them changed or both
 * changed alike. Parts are in the order of the text; a side of a conflict is empty where its paragraphs were deleted.
 */
export function mergeParagraphs(base: string, mine: string, theirs: string): MergePart[] {
  const paragraphs = paragraphsOf(base)
  const hunks = [...hunksOf(paragraphs, mine, 'mine'), ...hunksOf(paragraphs, theirs, 'theirs')].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  )
  const blocks: Block[] = []
  let kept = 0
  for (const region of regionsOf(hunks)) {
    blocks.push(agreed(paragraphs.slice(kept, region.from)), blockOf(paragraphs, region))
    kept = region.to
  }
  return partsOf([...blocks, agreed(paragraphs.slice(kept))])
}

/** A field of one line: its value, or null when both changed it, each in another way. */
export function mergeLine(base: string, mine: string, theirs: string): string | null {
  const [was, hers, his] = [base, mine, theirs].map((text) => text.normalize('NFC'))
  if (hers === his || his === was) return mine
  return hers === was ? theirs : null
}

/** The parts as one text; `choose` answers with the text that stands in place of a conflict. */
export function joinParts(parts: MergePart[], choose: (conflict: Conflict) => string): string {
  const texts = parts.map((part) => (part.kind === 'agreed' ? part.text : choose(part)))
  return joinParagraphs(texts.filter((text) => text !== ''))
}

/** What stands in place of the paragraphs `[from, to)` of the base. */
type Hunk = { side: 'mine' | 'theirs'; from: number; to: number; text: string[] }
type Region = { from: number; to: number; hunks: Hunk[] }
type Block = { kind: 'agreed'; text: string[] } | { kind: 'conflict'; base: string[]; mine: string[]; theirs: string[] }

function hunksOf(base: string[], changed: string, side: Hunk['side']): Hunk[] {
  const paragraphs = paragraphsOf(changed)
  const letters = base.join('').length + changed.length
  let from = 0
  return compareSequences(base, paragraphs, searchLimit(letters, letters)).flatMap((run) => {
    const hunk = { side, from, to: from + run.before.length, text: run.after }
    from = hunk.to
    return run.isSame ? [] : oneByOne(hunk)
  })
}

/** Where as many paragraphs came as went, each has taken the place of one. */
function oneByOne(hunk: Hunk): Hunk[] {
  if (hunk.to - hunk.from !== hunk.text.length) return [hunk]
  return hunk.text.map((text, index) => ({
    side: hunk.side,
    from: hunk.from + index,
    to: hunk.from + index + 1,
    text: [text],
  }))
}

/** Hunks that must be looked at together; those of one side never meet. */
function regionsOf(hunks: Hunk[]): Region[] {
  const regions: Region[] = []
  for (const hunk of hunks) {
    const last = regions.at(-1)
    if (last && meets(last, hunk)) {
      last.to = Math.max(last.to, hunk.to)
      last.hunks.push(hunk)
    } else {
      regions.push({ from: hunk.from, to: hunk.to, hunks: [hunk] })
    }
  }
  return regions
}

/** Neighbouring paragraphs may be changed by two people; where both add some, nobody knows whose come first. */
function meets(region: Region, hunk: Hunk): boolean {
  if (hunk.from !== region.to) return hunk.from < region.to
  const before = region.hunks.findLast(({ side }) => side !== hunk.side)
  return before !== undefined && before.to === hunk.from && grows(before) && grows(hunk)
}

function grows({ from, to, text }: Hunk): boolean {
  return text.length > to - from
}

function blockOf(base: string[], region: Region): Block {
  const mine = sideOf('mine', base, region)
  const theirs = sideOf('theirs', base, region)
  const isOneSided = region.hunks.every(({ side }) => side === region.hunks[0]?.side)
  if (isOneSided) return agreed(region.hunks[0]?.side === 'mine' ? mine : theirs)
  if (joinParagraphs(mine) === joinParagraphs(theirs)) return agreed(mine)
  return { kind: 'conflict', base: base.slice(region.from, region.to), mine, theirs }
}

/** The region as one side has it: its hunks, and the base between them. */
function sideOf(side: Hunk['side'], base: string[], region: Region): string[] {
  const stretches: string[][] = []
  let from = region.from
  for (const hunk of region.hunks.filter((hunk) => hunk.side === side)) {
    stretches.push(base.slice(from, hunk.from), hunk.text)
    from = hunk.to
  }
  return [...stretches, base.slice(from, region.to)].flat()
}

function agreed(text: string[]): Block {
  return { kind: 'agreed', text }
}

/** Neighbours that are agreed are one part, and a part without text is none. */
function partsOf(blocks: Block[]): MergePart[] {
  const parts: MergePart[] = []
  let agreedSoFar: string[][] = []
  const endAgreed = () => {
    const text = joinParagraphs(agreedSoFar.flat())
    if (text !== '') parts.push({ kind: 'agreed', text })
    agreedSoFar = []
  }
  for (const block of blocks) {
    if (block.kind === 'agreed') {
      agreedSoFar.push(block.text)
      continue
    }
    endAgreed()
    const { base, mine, theirs } = block
    parts.push({
      kind: 'conflict',
      base: joinParagraphs(base),
      mine: joinParagraphs(mine),
      theirs: joinParagraphs(theirs),
    })
  }
  endAgreed()
  return parts
}

import { alikeParagraphs, type Pair } from './alike-paragraphs.ts'
import { paragraphsOf } from './paragraphs.ts'
import { comparePart, type Piece } from './pieces.ts'
import { compareSequences, searchLimit } from './sequence.ts'

/** `before` holds same and removed pieces, `after` same and added ones. */
export type ParagraphRow = { kind: 'same' | 'changed' | 'added' | 'removed'; before: Piece[]; after: Piece[] }

/** Two Markdown texts side by side: their paragraphs in rows, the words compared where a paragraph changed. */
export function compareParagraphs(before: string, after: string): ParagraphRow[] {
  const total = before.length + after.length
  return compareSequences(paragraphsOf(before), paragraphsOf(after), searchLimit(total, total)).flatMap((run) =>
    run.isSame ? run.before.map(sameRow) : alikeParagraphs(run.before, run.after).map((pair) => rowOf(pair, total)),
  )
}

function sameRow(text: string): ParagraphRow {
  const pieces: Piece[] = [{ kind: 'same', text }]
  return { kind: 'same', before: pieces, after: pieces }
}

function rowOf({ before, after }: Pair, total: number): ParagraphRow {
  if (before === null) return { kind: 'added', before: [], after: [{ kind: 'added', text: after }] }
  if (after === null) return { kind: 'removed', before: [{ kind: 'removed', text: before }], after: [] }
  const pieces = comparePart(before, after, total)
  return {
    kind: 'changed',
    before: pieces.filter(({ kind }) => kind !== 'added'),
    after: pieces.filter(({ kind }) => kind !== 'removed'),
  }
}

import { compareSequences, type Run, searchLimit } from './sequence.ts'

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

const letter = String.raw`[\p{L}\p{M}\p{N}]`
// "2,4", "15/02/2017" and "09:15" are one word each.
const words = new RegExp(String.raw`${letter}+(?:(?<=\p{N})[.,:/](?=\p{N})${letter}+)*|\s+|[^\p{L}\p{M}\p{N}\s]`, 'gu')
const lines = /[^\n]*\n+|[^\n]+/g

/**
 * The words that were added and removed: a word keeps its marks, white space and punctuation are words of their own.
 * Texts are NFC; same and removed pieces together are all of `before`, same and added ones all of `after`. Long texts
 * that have little in common come in coarser pieces.
 */
export function comparePieces(before: string, after: string): Piece[] {
  return comparePart(before, after, before.length + after.length)
}

/** The same for a part of two texts that have `total` letters: the work is shared out among all parts. */
export function comparePart(before: string, after: string, total: number): Piece[] {
  const runs = runsOf(before.normalize('NFC'), after.normalize('NFC'), lines, total)
  return joined(
    runs.flatMap((run) =>
      run.isSame
        ? piecesOf(run)
        : withoutLoneBlanks(runsOf(run.before.join(''), run.after.join(''), words, total)).flatMap(piecesOf),
    ),
  )
}

function runsOf(before: string, after: string, grain: RegExp, total: number): Run[] {
  const limit = searchLimit(before.length + after.length, total)
  return compareSequences(before.match(grain) ?? [], after.match(grain) ?? [], limit)
}

/** The blank between two new words is as new as they are: a changed sentence is read at once, not word by word. */
function withoutLoneBlanks(runs: Run[]): Run[] {
  return runs.map((run, index) => {
    const isBetween = index > 0 && index < runs.length - 1
    return isBetween && run.isSame && run.before.every((word) => /^\s/.test(word)) ? { ...run, isSame: false } : run
  })
}

function piecesOf({ isSame, before, after }: Run): Piece[] {
  if (isSame) return [{ kind: 'same', text: before.join('') }]
  return [
    { kind: 'removed', text: before.join('') },
    { kind: 'added', text: after.join('') },
  ]
}

/** Neighbours of one kind are one piece; of a change, what was removed stands before what was added. */
function joined(pieces: Piece[]): Piece[] {
  const found: Piece[] = []
  let change = { removed: '', added: '' }
  const endChange = () => {
    if (change.removed !== '') found.push({ kind: 'removed', text: change.removed })
    if (change.added !== '') found.push({ kind: 'added', text: change.added })
    change = { removed: '', added: '' }
  }
  for (const { kind, text } of pieces) {
    if (kind !== 'same') {
      change[kind] += text
      continue
    }
    endChange()
    const last = found.at(-1)
    if (last?.kind === 'same') last.text += text
    else found.push({ kind, text })
  }
  endChange()
  return found
}

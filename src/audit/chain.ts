import { createHash } from 'node:crypto'

/** What a line says: every column but its number and its two hashes. */
export type LineContent = {
  at: string
  staffId: number | null
  staffName: string
  act: string
  subjectKind: string
  subjectId: number | null
  subjectTitle: string
  subjectKey: string
  note: string
}

export type ChainedLine = { id: number; previousHash: string; hash: string; content: LineContent }

/**
 * `changed`: what a line says does not fit its hash. `unlinked`: it does not follow the line that stands before it, so one
 * was removed, slipped in or moved at this place. `unchained`: it was not written by the portal. `cut`: the last line is
 * not the one that the chain ends with.
 */
export type ChainFlaw = 'changed' | 'unlinked' | 'unchained' | 'cut'

/** The version of the form below; a new form gets a new name and the lines of this one keep it. */
const form = 'cong-tin audit line 1'

/**
 * SHA-256, in hex, of a line and of the hash of the line before it, which is empty for the first. What is hashed is the
 * UTF-8 of one JSON array without spaces: the name of this form, the hash before, and what the line says in the order of
 * `LineContent`. JSON ends a text with a quote that no text can hold unescaped and tells null from every text, so no two
 * lines read alike. `json.dumps(array, ensure_ascii=False, separators=(',', ':'))` of Python writes the same bytes.
 */
export function lineHash(previousHash: string, line: LineContent): string {
  const { at, staffId, staffName, act, subjectKind, subjectId, subjectTitle, subjectKey, note } = line
  const said = [at, staffId, staffName, act, subjectKind, subjectId, subjectTitle, subjectKey, note]
  return createHash('sha256')
    .update(JSON.stringify([form, previousHash, ...said]))
    .digest('hex')
}

/** What is wrong with a line of the chain that stands after the one with this hash; null when nothing is. */
export function flawOf(line: ChainedLine, hashBefore: string): ChainFlaw | null {
  if (line.hash === '') return 'unchained'
  if (line.previousHash !== hashBefore) return 'unlinked'
  return line.hash === lineHash(line.previousHash, line.content) ? null : 'changed'
}

import { createTokenizer, type Word } from './tokens.ts'

/** Ways to write one thing, as the editable table holds them: `UBND, Ủy ban nhân dân`. */
export type SynonymGroup = Word[][]

export const readGroup = (line: string): SynonymGroup => {
  const tokenize = createTokenizer()
  return line
    .split(',')
    .map((member) => tokenize(member).map(({ written, folded }) => ({ written, folded })))
    .filter((member) => member.length > 0)
}

export type SynonymRun = { length: number; others: Word[][] }

/** The longest member of any group that these words begin with, and the other members of its groups. */
export function findSynonyms(words: Word[], groups: SynonymGroup[]): SynonymRun | null {
  const length = Math.max(0, ...groups.flat().map((member) => (begins(words, member) ? member.length : 0)))
  if (length === 0) return null
  const others = groups
    .filter((group) => group.some((member) => member.length === length && begins(words, member)))
    .flatMap((group) => group.filter((member) => !isSame(member, words.slice(0, length))))
  return { length, others: others.filter((other, place) => others.findIndex((one) => isSame(one, other)) === place) }
}

/** Marks do not count: people type "uy ban". */
const begins = (words: Word[], member: Word[]): boolean =>
  member.every((word, place) => word.folded === words[place]?.folded)

const isSame = (a: Word[], b: Word[]): boolean =>
  a.length === b.length && a.every((word, place) => word.written === b[place]?.written)

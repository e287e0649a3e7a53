import { type Block, type Paragraph, paragraph, plainLook, text } from '../../src/word-files/block.ts'

type Rest = Partial<Omit<Paragraph, 'kind' | 'pieces'>>

export const bold = { ...plainLook, isBold: true }
export const italic = { ...plainLook, isItalic: true }

export const plainLine = (words: string, rest: Rest = {}) => paragraph([text(words)], rest)
export const boldLine = (words: string, rest: Rest = {}) => paragraph([text(words, bold)], rest)
export const italicLine = (words: string, rest: Rest = {}) => paragraph([text(words, italic)], rest)
export const pictureLine = (at = 0, alternativeText = '') => paragraph([{ kind: 'picture', at, alternativeText }])

type GivenCell = string | Block[] | { says: string | Block[]; columns?: number; rows?: number }

/** Rows of cells; the first row is a head where `heads` says so. */
export function tableOf(rows: GivenCell[][], heads = 0): Extract<Block, { kind: 'table' }> {
  return {
    kind: 'table',
    rows: rows.map((cells, at) => ({ isHead: at < heads, cells: cells.map(cellOf) })),
  }
}

function cellOf(given: GivenCell) {
  const { says, columns = 1, rows = 1 } = typeof given === 'object' && 'says' in given ? given : { says: given }
  return { blocks: typeof says === 'string' ? [plainLine(says)] : says, columns, rows }
}

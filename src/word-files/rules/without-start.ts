import type { Piece } from '../block.ts'

/** The pieces of a tidied paragraph without so many letters at its start. */
export function withoutStart(pieces: Piece[], letters: number): Piece[] {
  let left = letters
  const rest = pieces.map((piece): Piece => {
    if (piece.kind !== 'text' || left === 0) return piece
    const cut = Math.min(left, piece.text.length)
    left -= cut
    return { ...piece, text: piece.text.slice(cut) }
  })
  const start = rest.findIndex((piece) => piece.kind !== 'text' || piece.text.trim() !== '')
  const [first, ...others] = start < 0 ? [] : rest.slice(start)
  if (first?.kind === 'text') return [{ ...first, text: first.text.trimStart() }, ...others]
  return first ? [first, ...others] : []
}

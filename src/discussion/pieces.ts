/** Some text of a line; `path` when it is an address of our own newsroom. */
export type Piece = { text: string; path: string | null }
export type Paragraph = Piece[][]

const address = /(?<![^\s([“"'])(?:https?:\/\/[^\s/]+)?\/quan-tri(?:[/?#][^\s<>“”"']*)?(?![\p{L}\p{M}\p{N}_-])/gu

/**
 * A comment as the page shows it: paragraphs of lines of pieces. Only addresses of our own newsroom become links, so that
 * nobody is led elsewhere by what looks like a colleague's advice.
 */
export function paragraphsOf(text: string, staffUrl: string): Paragraph[] {
  return text.split(/\n{2,}/).map((paragraph) => paragraph.split('\n').map((line) => piecesOf(line, staffUrl)))
}

function piecesOf(line: string, staffUrl: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const found of line.matchAll(address)) {
    const text = withoutLastPunctuation(found[0])
    const path = pathInNewsroom(text, staffUrl)
    if (path === null) continue
    pieces.push({ text: line.slice(end, found.index), path: null }, { text, path })
    end = found.index + text.length
  }
  return [...pieces, { text: line.slice(end), path: null }].filter((piece) => piece.text !== '')
}

/** Judged as a browser will read it, after `..` and its like are resolved. */
function pathInNewsroom(text: string, staffUrl: string): string | null {
  const url = URL.parse(text, staffUrl)
  if (url?.origin !== new URL(staffUrl).origin || !/^\/quan-tri(\/|$)/.test(url.pathname)) return null
  return url.pathname + url.search + url.hash
}

/** A loop, because a pattern for "punctuation at the end" takes quadratic time over a row of dots. */
function withoutLastPunctuation(text: string): string {
  let end = text.length
  while (end > 0 && /[.,;:!?)\]}’…]/.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

export type Line = { text: string; start: number; end: number }

/** The lines of a text and where they stand in it; CRLF leaves its CR at the end of the line. */
export function linesOf(text: string): Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const place = { text: line, start, end: start + line.length }
    start = place.end + 1
    return place
  })
}

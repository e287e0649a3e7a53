const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
/** What stands on a line of its own; everything else is inside one. */
const blocks = new Set(
  'p br hr li ol ul dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table thead tbody tr td th figure figcaption div section aside'.split(
    ' ',
  ),
)

/** The words of a body's HTML, each block on its own line. Takes time in proportion to its length, whatever it is given. */
export function plainText(html: string): string {
  let text = ''
  let at = 0
  for (let tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', at)) {
    const end = endOfTag(html, tag)
    text += html.slice(at, tag) + gapOf(html.slice(tag + 1, end))
    at = end + 1
  }
  return decoded(text + html.slice(at))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}

/** A `>` in a quoted attribute does not end its tag. An unfinished tag lasts to the end. */
function endOfTag(html: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < html.length; at++) {
    const letter = html.charAt(at)
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === '>') return at
    else if (letter === '"' || letter === "'") quote = letter
  }
  return html.length
}

const gapOf = (tag: string): string => {
  const name = /^\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
  return blocks.has(name) ? '\n' : ''
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

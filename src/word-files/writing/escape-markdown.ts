const address = /(?:https?:\/\/|www\.)[^\s<]+/gi

/** Words that Markdown shows as they are, within a line. Addresses stay whole, so that they become links. */
export function escapeWords(words: string): string {
  let [escaped, from] = ['', 0]
  for (const { 0: link, index } of words.matchAll(address)) {
    escaped += escapeProse(words.slice(from, index)) + link
    from = index + link.length
  }
  return escaped + escapeProse(words.slice(from))
}

function escapeProse(words: string): string {
  return words
    .replace(/[\\`*[\]~]/g, '\\$&')
    .replace(/<(?=[a-z/!?]|$)/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
}

/** Signs at the start of a line that make a heading, a list, a quotation or a rule of it. */
export function escapeStart(line: string): string {
  const number = /^(\d{1,9})([.)])(?=\s|$)/.exec(line)
  if (number) return `${number[1]}\\${line.slice((number[1] ?? '').length)}`
  return /^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|(?:-\s*){3,}$|={1,}\s*$|:?-+:?\s*$)/.test(line) ? `\\${line}` : line
}

/** What stands between the brackets of a picture, and its caption between quotation marks: signs of HTML count there. */
export const escapeLabel = (words: string): string => escapeEntities(words.replace(/[\\[\]<`*_]/g, '\\$&'))
export const escapeCaption = (words: string): string =>
  escapeEntities(words.replace(/[\\"]/g, '\\$&').replace(/<(?=[a-z/!?])/gi, '\\<'))

const escapeEntities = (words: string) => words.replace(/&(?=#?\w+;)/g, '&amp;')

/** An address between the round brackets of a link, of this site where it begins with one slash; null where nobody must be led. */
export function safeAddress(href: string): string | null {
  const trimmed = href.trim()
  if (!/^(?:(?:https?:\/\/|mailto:|tel:)[^\s]|\/(?![/\\]))/i.test(trimmed)) return null
  return encodeURI(decoded(trimmed)).replace(/[()*[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** What is encoded already is not encoded twice. */
function decoded(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}

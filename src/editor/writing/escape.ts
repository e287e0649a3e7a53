/** How careful a block is written: with signs, with tags instead of marks' signs, or with every sign of the words escaped too. */
export type Style = { hasTags: boolean; escapesAll: boolean; isOneLine: boolean; isInTable: boolean }

/** Would be read as one sign; signs of HTML count in labels, titles and addresses, too. */
const entity = /&(?=#?\w+;)/g
const sign = /[!-/:-@[-`{-~]/g

/** Words of a line that Markdown shows as they are. */
export function escapeWords(words: string, { escapesAll, isInTable }: Style): string {
  if (escapesAll) return words.replace(sign, '\\$&')
  const escaped = words
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[`~]/g, '\\$&')
    .replace(/(?<!^|\s)\*|\*(?!\s|$)/g, '\\*')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\[(?=[^\]]*\]\s?[[(:])|\](?=\s?[[(:])/g, '\\$&')
    .replace(/<(?=[a-z/!?]|$)/gi, '\\<')
    .replace(entity, '\\&')
    .replace(/\b(https?|ftp)(?=:\/\/)/gi, '$1\\')
    .replace(/\b(www)(?=\.)/gi, '$1\\')
    .replace(/(?<=[\w.+-])@(?=[\w-]+\.\w)/g, '\\@')
  return isInTable ? escaped.replaceAll('|', '\\|') : escaped
}

/** Signs at the start of a line that would make a heading, a list, a quotation, a table or a rule of it. */
export function escapeStart(line: string): string {
  const number = /^(\d{1,9})([.)])(?=\s|$)/.exec(line)
  if (number) return `${number[1]}\\${line.slice((number[1] ?? '').length)}`
  return /^(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|(?:-\s*){3,}$|(?:\*\s*){3,}$|(?:_\s*){3,}$|={1,}\s*$|:?-+:?\s*$|\|)/.test(
    line,
  )
    ? `\\${line}`
    : line
}

/** Spaces that are no plain ones would be cut off at the edge of a line. */
export const keepEdges = (line: string): string =>
  line.replace(/^[^\S ]+|[^\S ]+$/g, (spaces) => [...spaces].map((space) => `&#${space.codePointAt(0)};`).join(''))

/** What stands between the brackets of a link or of a picture. */
export const escapeLabel = (words: string): string => words.replace(/[\\[\]<`*_~]/g, '\\$&').replace(entity, '&amp;')

/** A title after an address; nothing where there is none. */
export const titleOf = (words: string): string =>
  words === '' ? '' : ` "${words.replace(/[\\"<]/g, '\\$&').replace(entity, '&amp;')}"`

/** An address between round brackets. */
export function addressOf(href: string): string {
  const plain = href.replace(entity, '&amp;')
  return /[\s<>]/.test(plain) || plain === ''
    ? `<${plain.replace(/[\\<>]/g, '\\$&').replace(/[\r\n]+/g, ' ')}>`
    : plain.replace(/[\\()]/g, '\\$&')
}

export const attributeOf = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** How offices number headings, the highest first. "I." is a Roman number before it is a letter. */
const kinds: [string, RegExp][] = [
  ['part', /^phần\s+(?:thứ\s+\p{L}{2,5}|[ivxl]+|\d+)(?:[.:\s]|$)/iu],
  ['chapter', /^chương\s+(?:[ivxl]+|\d+)(?:[.:\s]|$)/iu],
  ['section', /^mục\s+(?:[ivxl]+|\d+)(?:[.:\s]|$)/iu],
  ['roman', /^[IVXL]{1,6}[.)/-]\s*(?=[\p{Lu}\d“"]|$)/u],
  ['capital', /^[A-ZĐ][.)]\s/u],
  ['article', /^điều\s+\d{1,3}\p{L}?[.:]/iu],
  ['number', /^\d{1,2}[.)/]\s/u],
  ['numbers', /^\d{1,2}(?:\.\d{1,2})+[.)]?\s/u],
  ['letter', /^\p{Ll}[.)]\s/u],
]

export const longestHeading = 150

/** The kind of its number, by its rank: 0 for "PHẦN …", more for what stands below; null for a line without a number. */
export function rankOfNumber(words: string): number | null {
  const rank = kinds.findIndex(([, pattern]) => pattern.test(words))
  return rank < 0 ? null : rank
}

export const articleNumber = kinds.find(([name]) => name === 'article')?.[1] ?? /$^/
/** "Chương I" alone: what the chapter is about stands in the next line. */
export const isNumberAlone = (words: string): boolean =>
  /^(?:phần\s+thứ\s+\p{L}{2,5}|(?:phần|chương|mục)\s+(?:[ivxl]+|\d+))[.:]?$/iu.test(words)

export const isNumberedHeading = (words: string): boolean =>
  rankOfNumber(words) !== null && words.length <= longestHeading && !/[.;]$/.test(words)

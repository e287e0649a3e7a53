import { detectLegacyEncoding } from './legacy-encoding.ts'

const lineBreak = /\r\n?|[\u2028\u2029\u0085\v\f]/g
// \p{Cf} holds zero widths, the soft hyphen and direction marks; with the u flag \p{Cs} meets lone surrogates alone.
const invisible = /\p{Cf}|\p{Cs}|\u034f|(?![\n\t])\p{Cc}/gu
/** Signs that are letters in text from an old font: ư of TCVN3 is the soft hyphen. */
const legacySigns = /[\u00adÐƉðɖ]/
const otherD: Record<string, string> = { Ð: 'Đ', Ɖ: 'Đ', ð: 'đ', ɖ: 'đ' }

/**
 * One line as we store it: NFC, our own Đ, plain single spaces, nothing invisible. Tone placement stays as typed.
 * A line that was typed in a legacy encoding keeps the signs that are its letters, until somebody has it converted.
 */
export function normalLine(text: string): string {
  return singleSpaced(cleanLetters(text).replace(/[\n\t]/g, ' '))
}

/**
 * Many lines of Markdown as we store them: every line normal, at most one empty line in a row, no fake indents. Kept are
 * the indents that mean something, in lists and between ``` fences.
 */
export function normalText(text: string): string {
  const place: Place = { fence: null, list: null, afterBlank: false }
  const lines = cleanLetters(text)
    .split('\n')
    .map((line) => normalLineAt(line.trimEnd(), place))

  return withoutOuterEmptyLines(lines.filter((line) => line !== null)).join('\n')
}

type Place = {
  fence: string | null
  /** `shift` is the fake indent that its first line had, `content` the column where the text of the last line begins. */
  list: { shift: number; content: number } | null
  afterBlank: boolean
}

function normalLineAt(line: string, place: Place): string | null {
  if (place.fence !== null) return fencedLine(line, place)
  const content = singleSpaced(line.replaceAll('\t', ' '))
  if (content === '') return emptyLine(place)

  const indent = indentOf(line, content, place)
  place.afterBlank = false
  return ' '.repeat(indent) + content
}

function fencedLine(typed: string, place: Place): string {
  const line = typed.replaceAll('\t', '    ')
  const ticks = line.trimStart()
  if (/^`+$/.test(ticks) && ticks.length >= (place.fence ?? '').length) place.fence = null
  return line
}

function emptyLine(place: Place): string | null {
  if (place.afterBlank) return null
  place.afterBlank = true
  return ''
}

function indentOf(line: string, content: string, place: Place): number {
  const typed = typedIndent(line)
  const marker = /^(?:[-*+]|\d{1,9}[.)]) /.exec(content)
  const fence = /^(`{3,})[^`]*$/.exec(content)
  if (fence) place.fence = fence[1] ?? null

  const isInList = place.list !== null && (marker || fence || !place.afterBlank)
  const indent = isInList ? listIndent(typed, place) : 0
  if (marker) place.list = { shift: Math.min(typed, place.list?.shift ?? typed), content: indent + marker[0].length }
  else if (indent === 0) place.list = null
  return indent
}

/** Three columns past the text of the line above is the furthest that is not yet a code block in Markdown. */
function listIndent(typed: number, { list }: Place): number {
  if (list === null) return 0
  return Math.max(0, Math.min(typed - list.shift, list.content + 3, 8))
}

function typedIndent(line: string): number {
  const indent = line.slice(0, line.length - line.trimStart().length)
  return indent.replaceAll('\t', '    ').length
}

function cleanLetters(text: string): string {
  return text.replace(lineBreak, '\n').normalize('NFC').split('\n').map(cleanLine).join('\n').normalize('NFC')
}

function cleanLine(line: string): string {
  const isLegacy = legacySigns.test(line) && detectLegacyEncoding(line) !== null
  return line
    .replace(invisible, (sign) => (isLegacy && sign === '\u00ad' ? sign : ''))
    .replace(/\p{Zs}/gu, ' ')
    .replace(/[ÐƉðɖ]/g, (letter) => (isLegacy ? letter : (otherD[letter] ?? letter)))
}

function singleSpaced(text: string): string {
  return text.replace(/ +/g, ' ').trim()
}

function withoutOuterEmptyLines(lines: string[]): string[] {
  const first = lines.findIndex((line) => line !== '')
  const last = lines.findLastIndex((line) => line !== '')
  return first < 0 ? [] : lines.slice(first, last + 1)
}

import type { Look, Piece } from '../block.ts'
import { escapeCaption, escapeLabel, escapeWords, safeAddress } from './escape-markdown.ts'

/** What a picture of the file says in its place. */
export type ShownPicture = { alternativeText: string; caption: string }

export type Inline = { markdown: string; droppedLinks: number }

/** What a line of Markdown looks like while it is written: plain words keep track of what stands beside a mark. */
type Span = {
  words: string
  markdown: string
  look: Pick<Look, 'isBold' | 'isItalic' | 'isStruck'>
  href: string | null
}

const plain: Span['look'] = { isBold: false, isItalic: false, isStruck: false }

/** One line. `toNote` writes the number of a note, `toPicture` what stands for a picture. */
export function inlineMarkdown(
  pieces: Piece[],
  toNote: (at: number) => string,
  toPicture: (at: number, alternativeText: string) => string,
): Inline {
  const spans = pieces.flatMap((piece): Span[] => {
    if (piece.kind === 'text') return [spanOf(raised(piece.text, piece.look.raised), piece.look, piece.href)]
    if (piece.kind === 'note') return [spanOf(toNote(piece.at), plain, null)]
    if (piece.kind === 'picture') {
      return [{ words: 'x', markdown: toPicture(piece.at, piece.alternativeText), look: plain, href: null }]
    }
    return [spanOf(' ', plain, null)]
  })
  const droppedLinks = new Set(spans.filter(({ href }) => href !== null && safeAddress(href) === null)).size
  return { markdown: linked(spans), droppedLinks }
}

const spanOf = (words: string, look: Span['look'], href: string | null): Span => ({
  words,
  markdown: escapeWords(words),
  look,
  href,
})

export const pictureMarkdown = (address: string, { alternativeText, caption }: ShownPicture): string =>
  `![${escapeLabel(alternativeText)}](${address}${caption === '' ? '' : ` "${escapeCaption(caption)}"`})`

/** Pieces of one link are one link. */
function linked(spans: Span[]): string {
  let written = ''
  for (const { group, before, after } of grouped(spans, ({ href }) => href)) {
    const inside = marked(group, before, after)
    const address = safeAddress(group[0]?.href ?? '')
    const words = wordsOf(group)
    if (address === null || words.trim() === '') written += inside
    // "!" and a link would be a picture.
    else written = written.replace(/!$/, '\\!') + aroundWords(inside, (trimmed) => `[${asLabel(trimmed)}](${address})`)
  }
  return written
}

/** Brackets in the words of a link, escaped or not, would be taken for a link of their own. */
const asLabel = (markdown: string): string => markdown.replaceAll('\\](', '\\]\\(')

type Mark = { is: (look: Span['look']) => boolean; sign: string }

const marks: Mark[] = [
  { is: (look) => look.isStruck, sign: '~~' },
  { is: (look) => look.isBold && look.isItalic, sign: '***' },
  { is: (look) => look.isBold, sign: '**' },
  { is: (look) => look.isItalic, sign: '*' },
]

/** Neighbours of one look share their marks; where Markdown would not see the marks, the words stand without. */
function marked(spans: Span[], before: string, after: string): string {
  const groups = grouped(spans, ({ look }) => marks.findIndex(({ is }) => is(look)), before, after)
  let written = ''
  for (const { group, before: left, after: right } of groups) {
    const [first] = group
    const inside = group.map(({ markdown }) => markdown).join('')
    const words = wordsOf(group)
    const sign = marks.find(({ is }) => first && is(first.look))?.sign
    const touches = written.endsWith(sign?.charAt(0) ?? '\n')
    written +=
      sign && !touches && canMark(words, left, right) ? aroundWords(inside, (each) => sign + each + sign) : inside
  }
  return written
}

type Group = { group: Span[]; before: string; after: string }

/** Neighbours with the same key, each with the letters that stand beside it. */
function grouped(spans: Span[], keyOf: (span: Span) => unknown, before = '', after = ''): Group[] {
  const groups: Span[][] = []
  for (const span of spans) {
    const last = groups.at(-1)
    if (last?.[0] && keyOf(last[0]) === keyOf(span)) last.push(span)
    else groups.push([span])
  }
  const said = groups.map(wordsOf)
  const lefts = besides(said, before, (words) => words.slice(-1))
  const rights = besides(said.toReversed(), after, (words) => words.slice(0, 1)).toReversed()
  return groups.map((group, at) => ({ group, before: lefts[at] ?? '', after: rights[at] ?? '' }))
}

/** For each the letter that ends what stands before it, past those that say nothing. */
function besides(said: string[], first: string, endOf: (words: string) => string): string[] {
  let letter = first
  return said.map((words) => {
    const beside = letter
    letter = endOf(words) || letter
    return beside
  })
}

const wordsOf = (spans: Span[]) => spans.map(({ words }) => words).join('')

/** A mark is seen beside a letter, or where a space or the edge of the line is outside (CommonMark, "flanking"). */
function canMark(words: string, before: string, after: string): boolean {
  const trimmed = words.trim()
  if (trimmed === '') return false
  const [start, end] = [
    words.length > words.trimStart().length ? ' ' : before,
    words.length > words.trimEnd().length ? ' ' : after,
  ]
  return isSeen(trimmed.charAt(0), start) && isSeen(trimmed.charAt(trimmed.length - 1), end)
}

const isSeen = (inner: string, outer: string) => !isSign(inner) || outer === '' || /\s/.test(outer)
const isSign = (letter: string) => /[\p{P}\p{S}]/u.test(letter)

/** Spaces stay outside: Markdown sees no mark beside one. */
function aroundWords(inside: string, wrap: (trimmed: string) => string): string {
  const trimmed = inside.trim()
  const [start, end] = [inside.startsWith(' '), inside.endsWith(' ')]
  return `${start ? ' ' : ''}${wrap(trimmed)}${end ? ' ' : ''}`
}

const up: Record<string, string> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  n: 'ⁿ',
}
const down: Record<string, string> = {
  0: '₀',
  1: '₁',
  2: '₂',
  3: '₃',
  4: '₄',
  5: '₅',
  6: '₆',
  7: '₇',
  8: '₈',
  9: '₉',
  '+': '₊',
  '-': '₋',
}

/** "km²" and "CO₂" in letters of their own: Markdown has no other way. */
function raised(words: string, where: Look['raised']): string {
  const table = where === 'up' ? up : where === 'down' ? down : null
  const letters = Array.from(words)
  return table && letters.every((letter) => table[letter] !== undefined)
    ? letters.map((letter) => table[letter]).join('')
    : words
}

import type { Mark, Node } from '@tiptap/pm/model'
import { attributeOf, escapeStart, escapeWords, keepEdges, type Style } from './escape.ts'
import { codeSpan, linkOf } from './spans.ts'

/** A piece of a line; `isBreak` for a line break. */
type Piece = { text: string; marks: readonly Mark[]; isBreak: boolean }

const signs: Record<string, string> = { bold: '**', italic: '*', strike: '~~' }
const tags: Record<string, string> = {
  bold: 'strong',
  italic: 'em',
  strike: 'del',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
  inserted: 'ins',
  code: 'code',
}
/** Which mark goes round the other where both reach equally far. */
const order = [
  'link',
  'language',
  'abbreviation',
  'inserted',
  'highlight',
  'bold',
  'italic',
  'strike',
  'superscript',
  'subscript',
]

/** The words of a paragraph, a heading or a cell; several lines where there are breaks. */
export function writeLine(block: Node, style: Style): string {
  const written = writePieces(tidied(piecesOf(block)), [], style, { before: '', after: '' })
  if (style.isOneLine) return keepEdges(written.replace(/^ +| +$/g, ''))
  return written
    .split('\n')
    .map((line) => escapeStart(keepEdges(line.replace(/^ +| +$/g, ''))))
    .join('\n')
}

function piecesOf(block: Node): Piece[] {
  const pieces: Piece[] = []
  block.forEach((child) => {
    const isBreak = child.type.name === 'hardBreak'
    const text = isBreak ? '\n' : (child.text ?? '').replace(/[ \t\r\n\f]+/g, ' ')
    pieces.push({ text, marks: isBreak ? [] : child.marks, isBreak })
  })
  return pieces
}

/** Signs are not seen beside a space, so spaces at the edge of a mark stand outside; breaks at the edges of the block go. */
function tidied(pieces: Piece[]): Piece[] {
  const apart = pieces.flatMap((piece): Piece[] => {
    if (piece.isBreak) return [piece]
    const [, start = '', words = '', end = ''] = /^( *)(.*?)( *)$/s.exec(piece.text) ?? []
    const shown = piece.marks.filter((mark) => !isUnseenOnSpace(mark))
    return [
      { text: start, marks: shown, isBreak: false },
      { text: words, marks: piece.marks, isBreak: false },
      { text: words === '' ? '' : end, marks: shown, isBreak: false },
    ].filter(({ text }) => text !== '')
  })
  const isEdge = (piece: Piece | undefined) => piece?.isBreak || (piece?.text === ' ' && piece.marks.length === 0)
  while (isEdge(apart.at(-1))) apart.pop()
  while (isEdge(apart.at(0))) apart.shift()
  return rejoined(apart)
}

const isUnseenOnSpace = ({ type }: Mark) => type.name in signs || type.name === 'link' || type.name === 'code'

/** A space between two pieces of one mark belongs to it: "**một** **hai**" is "**một hai**". */
function rejoined(pieces: Piece[]): Piece[] {
  return pieces.map((piece, place) => {
    if (piece.text !== ' ' || piece.isBreak) return piece
    const [before, after] = [pieces[place - 1], pieces[place + 1]]
    const shared = (before?.marks ?? []).filter(
      (mark) => isUnseenOnSpace(mark) && mark.isInSet([...(after?.marks ?? [])]),
    )
    return shared.length === 0 ? piece : { ...piece, marks: [...piece.marks, ...shared] }
  })
}

type Beside = { before: string; after: string }

/** Opens the mark that reaches farthest, writes what is in it, and goes on behind it. */
function writePieces(pieces: Piece[], open: readonly Mark[], style: Style, beside: Beside): string {
  let written = ''
  for (let from = 0; from < pieces.length; ) {
    const piece = pieces[from] as Piece
    const mark = widest(pieces, from, open)
    if (mark === null) {
      written += piece.isBreak ? breakOf(style) : wordsOf(piece, open, style, written)
      from += 1
      continue
    }
    const to = endOf(pieces, from, mark)
    const group = pieces.slice(from, to)
    const around = {
      before: from === 0 ? beside.before : (pieces[from - 1]?.text.at(-1) ?? ''),
      after: to === pieces.length ? beside.after : (pieces[to]?.text.at(0) ?? ''),
    }
    const inside = writePieces(group, [...open, mark], style, around)
    written = wrap({ mark, inside, written, style, around, text: group.map(({ text }) => text).join('') })
    from = to
  }
  return written
}

const breakOf = ({ isOneLine, hasTags }: Style) => (isOneLine ? '<br>' : hasTags ? '<br>\n' : '\\\n')

function wordsOf({ text }: Piece, open: readonly Mark[], style: Style, written: string): string {
  if (open.some(({ type }) => type.name === 'code')) return text
  const words = escapeWords(text, style)
  const isInLink = open.some(({ type }) => type.name === 'link')
  const escaped = isInLink && !style.escapesAll ? words.replace(/(?<!\\)[[\]]/g, '\\$&') : words
  return written.endsWith('!') ? escaped.replace(/^\[/, '\\[') : escaped
}

function widest(pieces: Piece[], from: number, open: readonly Mark[]): Mark | null {
  const waiting = (pieces[from]?.marks ?? []).filter((mark) => !mark.isInSet([...open]))
  const outer = waiting.filter(({ type }) => type.name !== 'code')
  const ranked = (outer.length > 0 ? outer : waiting).map((mark) => ({ mark, to: endOf(pieces, from, mark) }))
  ranked.sort((a, b) => b.to - a.to || order.indexOf(a.mark.type.name) - order.indexOf(b.mark.type.name))
  return ranked[0]?.mark ?? null
}

function endOf(pieces: Piece[], from: number, mark: Mark): number {
  let to = from
  while (to < pieces.length && mark.isInSet([...(pieces[to]?.marks ?? [])])) to++
  return to
}

type Wrapping = { mark: Mark; inside: string; written: string; style: Style; around: Beside; text: string }

/** What stands before, and the mark with what is in it. */
function wrap({ mark, inside, written, style, around, text }: Wrapping): string {
  const name = mark.type.name
  if (name === 'code' && !style.hasTags) return written + codeSpan(text, style)
  if (name === 'code') return `${written}<code>${escapeWords(text, { ...style, escapesAll: true })}</code>`
  if (name === 'link') return written.replace(/(?<!\\)!$/, '\\!') + linkOf(mark, inside, text, around, style)
  if (name === 'language') return `${written}<span lang="${attributeOf(String(mark.attrs['lang']))}">${inside}</span>`
  if (name === 'abbreviation')
    return `${written}<abbr title="${attributeOf(String(mark.attrs['title']))}">${inside}</abbr>`
  const sign = signs[name]
  const tag = tags[name]
  if (sign && !style.hasTags && isSeen(sign, text, around, written)) return written + sign + inside + sign
  return tag ? `${written}<${tag}>${inside}</${tag}>` : written + inside
}

/** A sign is seen beside a letter, or where a space, a sign or the edge of the line is outside (CommonMark, "flanking"). */
function isSeen(sign: string, text: string, { before, after }: Beside, written: string): boolean {
  const touches = new RegExp(String.raw`(?<!\\)[${sign.charAt(0)}]$`).test(written)
  return !touches && isFlank(text.at(0) ?? '', before) && isFlank(text.at(-1) ?? '', after)
}

const isFlank = (inner: string, outer: string) =>
  !/\s/.test(inner) && (!isPunctuation(inner) || outer === '' || /\s/.test(outer) || isPunctuation(outer))
const isPunctuation = (letter: string) => /[\p{P}\p{S}]/u.test(letter)

import { isText, type Look, type Piece } from '../../../word-files/rules/index.ts'

type Span = { words: string; href: string | null } & Pick<Look, 'isBold' | 'isItalic' | 'isStruck' | 'raised'>
/** `of` is what neighbours share to stand in one element, null for none. */
type Mark = { of: (span: Span) => string | null; open: (value: string) => string; close: string }

const marks: Mark[] = [
  { of: ({ href }) => href, open: (href) => `<a href="${escaped(href)}">`, close: '</a>' },
  { of: ({ isBold }) => (isBold ? 'yes' : null), open: () => '<strong>', close: '</strong>' },
  { of: ({ isItalic }) => (isItalic ? 'yes' : null), open: () => '<em>', close: '</em>' },
  { of: ({ isStruck }) => (isStruck ? 'yes' : null), open: () => '<s>', close: '</s>' },
  { of: ({ raised }) => (raised === 'up' ? raised : null), open: () => '<sup>', close: '</sup>' },
  { of: ({ raised }) => (raised === 'down' ? raised : null), open: () => '<sub>', close: '</sub>' },
]

/** The words of a line with their marks; spaces stand outside of them, since Markdown sees no mark beside a space. */
export const writeInline = (pieces: Piece[]): string => marked(spansIn(pieces), marks).trim()

/** What stands for `words` in HTML, in an attribute too. */
export const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function spansIn(pieces: Piece[]): Span[] {
  const spans = pieces.filter(isText).map(({ text, href, look: { isBold, isItalic, isStruck, raised } }) => ({
    words: text,
    href,
    isBold,
    isItalic,
    isStruck,
    raised,
  }))
  return spans.map((span, at) => (span.words.trim() === '' ? between(spans[at - 1], span, spans[at + 1]) : span))
}

/** A space looks like both of its neighbours: "**hai** **chữ**" is one bold place. */
function between(before: Span | undefined, { words }: Span, after: Span | undefined): Span {
  const isBoth = (mark: 'isBold' | 'isItalic' | 'isStruck') => before?.[mark] === true && after?.[mark] === true
  return {
    words,
    href: before && before.href === after?.href ? before.href : null,
    isBold: isBoth('isBold'),
    isItalic: isBoth('isItalic'),
    isStruck: isBoth('isStruck'),
    raised: before && before.raised === after?.raised ? before.raised : null,
  }
}

function marked(spans: Span[], [mark, ...inner]: Mark[]): string {
  if (!mark)
    return escaped(
      spans
        .map(({ words }) => words)
        .join('')
        .normalize('NFC'),
    )
  return groupsOf(spans, mark)
    .map(({ value, group }) => {
      const inside = marked(group, inner)
      return value === null ? inside : aroundWords(inside, mark.open(value), mark.close)
    })
    .join('')
}

function groupsOf(spans: Span[], { of }: Mark): { value: string | null; group: Span[] }[] {
  const groups: { value: string | null; group: Span[] }[] = []
  for (const span of spans) {
    const [value, last] = [of(span), groups.at(-1)]
    if (last && last.value === value) last.group.push(span)
    else groups.push({ value, group: [span] })
  }
  return groups
}

function aroundWords(inside: string, open: string, close: string): string {
  const words = inside.trim()
  if (words === '') return inside
  return `${inside.startsWith(' ') ? ' ' : ''}${open}${words}${close}${inside.endsWith(' ') ? ' ' : ''}`
}

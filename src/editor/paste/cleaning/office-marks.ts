import type { ListPlace } from '../../../word-files/rules/index.ts'
import { type Declarations, firstFont, type StyleOf } from './element-styles.ts'

/** What programs hang on to their text and readers of an article have no use for. */
export type Aside = 'notes' | 'noteTexts' | 'comments' | 'commentTexts' | 'trackedChanges' | 'contents' | 'hidden'

const noteAddress = /#_?(?:_ftn|_edn|ftn|edn|sdfootnote|sdendnote|cite_note|footnote|endnote)/i
const commentAddress = /#_?(?:_?msocom|cmnt)/i

/** An element that is no text of the article; null for all others. */
export function asideIn(element: Element, style: Declarations): Aside | null {
  if (element.hasAttribute('hidden') || style.get('display') === 'none' || style.get('mso-hide') === 'all')
    return 'hidden'
  if (element.localName === 'del' && element.hasAttribute('datetime')) return 'trackedChanges'
  const classes = element.getAttribute('class') ?? ''
  if (/(?:^| )MsoToc/i.test(classes)) return 'contents'
  if (/(?:^| )(?:MsoCommentReference|msocomanchor)/i.test(classes)) return 'comments'
  const part = style.get('mso-element') ?? ''
  if (/^comment/.test(part) || /(?:^| )(?:msocomtxt|MsoCommentText)/i.test(classes)) return 'commentTexts'
  if (/^(?:footnote|endnote)/.test(part) || /^sd(?:footnote|endnote)\d+$/.test(element.id)) return 'noteTexts'
  if (/(?:^| )(?:MsoFootnoteText|MsoEndnoteText|EndnoteText|FootnoteText)/i.test(classes)) return 'noteTexts'
  return sayingOnly(element)
}

/** The sign of a note, `[1]`, and the paragraph below the text that begins with the way back to it. */
function sayingOnly(element: Element): Aside | null {
  if (!/^(?:sup|a|p|span)$/.test(element.localName)) return null
  const link = element.localName === 'a' ? element : firstLink(element)
  const address = link?.getAttribute('href') ?? ''
  const kind = noteAddress.test(address) ? 'note' : commentAddress.test(address) ? 'comment' : null
  if (kind === null || link === null) return null
  if (element.localName === 'p' && /_?ref\d*$|anc$/i.test(address)) return `${kind}Texts`
  return wordsOf(element) === wordsOf(link) ? `${kind}s` : null
}

/** The link with which it begins. */
function firstLink(element: Element): Element | null {
  let first = element.firstElementChild
  while (first && first.localName !== 'a') first = first.firstElementChild
  return first && wordsOf(element).startsWith(wordsOf(first)) ? first : null
}

const wordsOf = ({ textContent }: Element) => (textContent ?? '').trim()

/** `ignored`: the bullet or number that Word draws itself. */
export const isIgnored = (style: Declarations): boolean => /^ignore$/i.test(style.get('mso-list') ?? '')

const symbolFonts = /symbol|wingdings|webdings|courier new/i

/**
 * Word writes items as paragraphs with `mso-list:l0 level1 lfo1` and draws their sign in a span. Bullets stand below numbers of
 * one level, as they do in every office, so that a level is two places.
 */
export function wordListPlace(element: Element, style: Declarations, styleOf: StyleOf): ListPlace | null {
  const level = Number(/level([1-9])/i.exec(style.get('mso-list') ?? '')?.[1] ?? 0)
  if (level === 0) return null
  const sign = [...element.querySelectorAll('span')].find((span) => isIgnored(styleOf(span)))
  const label = sign ? wordsOf(sign).replace(/\s+/g, ' ') : ''
  const isNumber = /[\p{L}\p{N}]/u.test(label) && !(sign && isSymbol(sign, styleOf))
  return { level: level * 2 - (isNumber ? 2 : 1), label: isNumber ? label : null }
}

function isSymbol(sign: Element, styleOf: StyleOf): boolean {
  const own = [sign.parentElement, sign, ...sign.querySelectorAll('*')].slice(0, 4)
  const first = own.find((each) => each && styleOf(each).has('font-family'))
  return first ? symbolFonts.test(firstFont(styleOf(first).get('font-family') ?? '')) : false
}

/** 1 and more; null for text. */
export function headingLevelOf(element: Element, style: Declarations): number | null {
  const tag = /^h([1-6])$/.exec(element.localName)?.[1]
  if (tag) return Number(tag)
  if (element.getAttribute('role') === 'heading') return Number(element.getAttribute('aria-level') ?? 2) || 2
  const classes = element.getAttribute('class') ?? ''
  if (/(?:^| )MsoTitle/i.test(classes)) return 1
  const level = /(?:^| )(?:MsoHeading|Heading)([1-9])(?:$| )/i.exec(classes)?.[1] ?? style.get('mso-outline-level')
  return /^[1-9]$/.test(level ?? '') && element.localName !== 'span' ? Number(level) : null
}

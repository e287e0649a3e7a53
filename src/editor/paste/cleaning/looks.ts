import type { Look } from '../../../word-files/rules/index.ts'
import { type Declarations, firstFont } from './element-styles.ts'

/** How text looks inside of an element; what its style says outweighs what its name says (`<b style="font-weight:normal">`). */
export function lookUnder(around: Look, element: Element, style: Declarations): Look {
  const tag = element.localName
  return {
    isBold: weightIn(style) ?? boldBy(tag) ?? around.isBold,
    isItalic: slantIn(style) ?? (/^(?:i|em|cite|dfn)$/.test(tag) ? true : around.isItalic),
    isStruck: around.isStruck || /^(?:s|strike|del)$/.test(tag) || isStruckIn(style),
    raised: raisedBy(tag, style) ?? around.raised,
    font: fontOf(element, style) ?? around.font,
  }
}

/** A heading is bold by itself; that says nothing about its words. */
function boldBy(tag: string): boolean | null {
  if (/^(?:b|strong)$/.test(tag)) return true
  return /^(?:h[1-6]|th)$/.test(tag) ? false : null
}

function weightIn(style: Declarations): boolean | null {
  const weight = style.get('font-weight')
  if (weight === undefined || weight === 'inherit') return null
  return /^bold/.test(weight) || Number(weight) >= 600
}

function slantIn(style: Declarations): boolean | null {
  const slant = style.get('font-style')
  return slant === undefined || slant === 'inherit' ? null : /^(?:italic|oblique)/.test(slant)
}

const isStruckIn = (style: Declarations) =>
  ['text-decoration', 'text-decoration-line'].some((name) => style.get(name)?.includes('line-through'))

function raisedBy(tag: string, style: Declarations): Look['raised'] {
  const align = style.get('vertical-align')
  if (tag === 'sup' || align === 'super') return 'up'
  return tag === 'sub' || align === 'sub' ? 'down' : null
}

function fontOf(element: Element, style: Declarations): string | null {
  const family = style.get('font-family') ?? (element.localName === 'font' ? element.getAttribute('face') : null)
  return family ? firstFont(family) : null
}

const visible = ['color', 'background', 'background-color', 'font-size', 'font-family']

/** What the clipboard wants text to look like and our pages decide themselves. */
export function visibleStyles(element: Element, style: Declarations): string[] {
  const inStyle = visible.flatMap((property) => (style.has(property) ? [`${property}: ${style.get(property)}`] : []))
  if (element.localName !== 'font') return inStyle
  return [...inStyle, ...element.getAttributeNames().map((name) => `${name}: ${element.getAttribute(name)}`)]
}

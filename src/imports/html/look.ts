import type { Element } from 'hast'
import type { Align, Look } from '../../word-files/index.ts'
import { attributeOf } from './element-kinds.ts'

type Style = Map<string, string>

/** How text looks inside of an element; what its style says outweighs what its name says. */
export function lookUnder(around: Look, element: Element, style: Style): Look {
  const { tagName } = element
  return {
    isBold: weightIn(style) ?? boldBy(tagName) ?? around.isBold,
    isItalic: slantIn(style) ?? (/^(?:i|em|cite)$/.test(tagName) || around.isItalic),
    isStruck: around.isStruck || /^(?:s|strike|del)$/.test(tagName) || isStruckIn(style),
    raised: raisedBy(tagName, style) ?? around.raised,
    font: fontOf(element, style) ?? around.font,
  }
}

/** A heading is bold by itself; that says nothing about its words. */
function boldBy(tagName: string): boolean | null {
  if (/^(?:b|strong)$/.test(tagName)) return true
  return /^(?:h[1-6]|th)$/.test(tagName) ? false : null
}

function weightIn(style: Style): boolean | null {
  const weight = style.get('font-weight')
  if (weight === undefined || weight === 'inherit') return null
  return /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600
}

function slantIn(style: Style): boolean | null {
  const slant = style.get('font-style')
  return slant === undefined || slant === 'inherit' ? null : /^(?:italic|oblique)/.test(slant)
}

const isStruckIn = (style: Style) => style.get('text-decoration')?.includes('line-through') ?? false

function raisedBy(tagName: string, style: Style): Look['raised'] {
  const align = style.get('vertical-align')
  if (tagName === 'sup' || align === 'super') return 'up'
  return tagName === 'sub' || align === 'sub' ? 'down' : null
}

/** Old fonts are known by their names. */
function fontOf(element: Element, style: Style): string | null {
  const family = style.get('font-family') ?? (element.tagName === 'font' ? attributeOf(element, 'face') : '')
  return (family.split(',')[0] ?? '').replace(/["']/g, '').trim() || null
}

export function alignOf(element: Element, style: Style): Align | null {
  if (element.tagName === 'center' || element.tagName === 'figcaption') return 'center'
  const classes = attributeOf(element, 'className')
  if (/(?:^| )(?:wp-caption-text|caption|chu-thich|image-caption)(?:$| )/i.test(classes)) return 'center'
  const written = style.get('text-align') ?? attributeOf(element, 'align')
  return (/^(?:left|center|right|justify)$/i.exec(written)?.[0].toLowerCase() as Align | undefined) ?? null
}

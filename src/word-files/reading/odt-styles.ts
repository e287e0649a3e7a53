import type { Align } from '../block.ts'
import type { LevelFormat } from './numbering.ts'
import { childNamed, childrenNamed, elementsOf, type XmlElement } from './xml.ts'

export type OdtStyle = {
  isBold: boolean | undefined
  isItalic: boolean | undefined
  isStruck: boolean | undefined
  raised: 'up' | 'down' | undefined
  font: string | undefined
  align: Align | undefined
  headingLevel: number | undefined
}

export type OdtStyles = {
  of(name: string | undefined, family: 'paragraph' | 'text'): OdtStyle
  /** By level, of a list style; empty for an unknown one. */
  list(name: string | undefined): LevelFormat[]
}

/** Centimetres: a paragraph that begins there stands at the right. */
const farRight = 7

const silent: OdtStyle = {
  isBold: undefined,
  isItalic: undefined,
  isStruck: undefined,
  raised: undefined,
  font: undefined,
  align: undefined,
  headingLevel: undefined,
}

/** The styles of all parts, those of the content first; with what they inherit. */
export function readOdtStyles(roots: XmlElement[]): OdtStyles {
  const groups = roots.flatMap((root) =>
    ['office:automatic-styles', 'office:styles'].map((name) => childNamed(root, name)),
  )
  const elements = groups.flatMap((group) => (group ? elementsOf(group) : []))
  const byName = new Map<string, XmlElement>()
  for (const element of elements) {
    const key = keyOf(element.attributes['style:family'] ?? element.name, element.attributes['style:name'] ?? '')
    if (!byName.has(key)) byName.set(key, element)
  }
  const known = new Map<string, OdtStyle>()

  function resolve(key: string, family: string, above: string[]): OdtStyle {
    const element = byName.get(key)
    if (!element || above.includes(key)) return silent
    const parent = element.attributes['style:parent-style-name']
    return inherited(ownStyle(element), parent ? resolve(keyOf(family, parent), family, [...above, key]) : silent)
  }

  return {
    of(name, family) {
      const key = keyOf(family, name ?? '')
      const style = known.get(key) ?? resolve(key, family, [])
      known.set(key, style)
      return style
    },
    list: (name) => levelsOf(byName.get(keyOf('text:list-style', name ?? ''))),
  }
}

const keyOf = (family: string, name: string) => `${family} ${name}`

function inherited(own: OdtStyle, basis: OdtStyle): OdtStyle {
  return {
    isBold: own.isBold ?? basis.isBold,
    isItalic: own.isItalic ?? basis.isItalic,
    isStruck: own.isStruck ?? basis.isStruck,
    raised: own.raised ?? basis.raised,
    font: own.font ?? basis.font,
    align: own.align ?? basis.align,
    headingLevel: own.headingLevel ?? basis.headingLevel,
  }
}

function ownStyle(element: XmlElement): OdtStyle {
  const run = childNamed(element, 'style:text-properties')?.attributes ?? {}
  const block = childNamed(element, 'style:paragraph-properties')?.attributes ?? {}
  const weight = run['fo:font-weight']
  const name = element.attributes['style:display-name'] ?? element.attributes['style:name'] ?? ''
  return {
    isBold: weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600,
    isItalic: run['fo:font-style'] === undefined ? undefined : run['fo:font-style'] !== 'normal',
    isStruck: isStruckOut(run['style:text-line-through-style']),
    raised: raisedBy(run['style:text-position']),
    font: run['style:font-name'] ?? run['fo:font-family']?.replaceAll(/["']/g, ''),
    align:
      Number.parseFloat(block['fo:margin-left'] ?? '0') >= farRight ? 'right' : aligns[block['fo:text-align'] ?? ''],
    headingLevel: /^title$/i.test(name) ? 0 : undefined,
  }
}

const aligns: Record<string, Align> = {
  start: 'left',
  left: 'left',
  center: 'center',
  end: 'right',
  right: 'right',
  justify: 'justify',
}

const isStruckOut = (line: string | undefined) => (line === undefined ? undefined : line !== 'none')

function raisedBy(position: string | undefined): 'up' | 'down' | undefined {
  if (position === undefined) return undefined
  if (/^(?:super|[1-9])/.test(position)) return 'up'
  return /^(?:sub|-)/.test(position) ? 'down' : undefined
}

const formats: Record<string, string> = {
  1: 'decimal',
  I: 'upperRoman',
  i: 'lowerRoman',
  A: 'upperLetter',
  a: 'lowerLetter',
}

function levelsOf(listStyle: XmlElement | undefined): LevelFormat[] {
  if (!listStyle) return []
  const numbered = childrenNamed(listStyle, 'text:list-level-style-number')
  return [...Array(10).keys()].map((at) => {
    const level = numbered.find((each) => each.attributes['text:level'] === String(at + 1))?.attributes
    if (!level) return { format: 'bullet', pattern: '', start: 1 }
    const shown = Math.min(Number(level['text:display-levels'] ?? 1) || 1, at + 1)
    const numbers = [...Array(shown).keys()].map((above) => `%${at + 2 - shown + above}`).join('.')
    return {
      format: formats[level['style:num-format'] ?? ''] ?? 'none',
      pattern: `${level['style:num-prefix'] ?? ''}${numbers}${level['style:num-suffix'] ?? ''}`,
      start: Number(level['text:start-value'] ?? 1) || 1,
    }
  })
}

import type { Align } from '../block.ts'
import { childNamed, childrenNamed, switchOf, writtenIn, type XmlElement } from './xml.ts'

/** What a style says; undefined where it says nothing. */
export type DocxStyle = {
  isBold: boolean | undefined
  isItalic: boolean | undefined
  font: string | undefined
  align: Align | undefined
  headingLevel: number | undefined
  /** A line of the table of contents. */
  isContents: boolean
}

export type DocxStyles = { of(styleId: string | null): DocxStyle }

const silent: DocxStyle = {
  isBold: undefined,
  isItalic: undefined,
  font: undefined,
  align: undefined,
  headingLevel: undefined,
  isContents: false,
}

/** Styles with what they inherit: mammoth reads no more of them than their names. */
export function readStyles(root: XmlElement | null): DocxStyles {
  const elements = root ? childrenNamed(root, 'w:style') : []
  const byId = new Map(elements.map((element) => [element.attributes['w:styleId'] ?? '', element]))
  const standard = elements.find(
    (each) => each.attributes['w:default'] === '1' && each.attributes['w:type'] === 'paragraph',
  )
  const defaults = root ? ownStyle(childNamed(childNamed(root, 'w:docDefaults'), 'w:rPrDefault')) : silent
  const known = new Map<string, DocxStyle>()

  function resolve(id: string, above: string[]): DocxStyle {
    const element = byId.get(id)
    if (!element || above.includes(id)) return defaults
    const basis = writtenIn(element, 'w:basedOn')
    return inherited(ownStyle(element), basis ? resolve(basis, [...above, id]) : defaults)
  }

  return {
    of(styleId) {
      const id = styleId ?? standard?.attributes['w:styleId'] ?? ''
      const style = known.get(id) ?? resolve(id, [])
      known.set(id, style)
      return style
    },
  }
}

function inherited(own: DocxStyle, basis: DocxStyle): DocxStyle {
  return {
    isBold: own.isBold ?? basis.isBold,
    isItalic: own.isItalic ?? basis.isItalic,
    font: own.font ?? basis.font,
    align: own.align ?? basis.align,
    headingLevel: own.headingLevel ?? basis.headingLevel,
    isContents: own.isContents || basis.isContents,
  }
}

function ownStyle(element: XmlElement | undefined): DocxStyle {
  const [run, block] = [childNamed(element, 'w:rPr'), childNamed(element, 'w:pPr')]
  const name = writtenIn(element, 'w:name') ?? ''
  return {
    isBold: switchOf(run, 'w:b'),
    isItalic: switchOf(run, 'w:i'),
    font: childNamed(run, 'w:rFonts')?.attributes['w:ascii'],
    align: alignOf(writtenIn(block, 'w:jc')),
    headingLevel: headingOf(name, writtenIn(block, 'w:outlineLvl')),
    isContents: /^toc (?:\d|heading)/i.test(name),
  }
}

/** Programs write the built-in names in English whatever language they speak; own styles may say their outline level. */
function headingOf(name: string, outline: string | undefined): number | undefined {
  if (/^title$/i.test(name)) return 0
  const level = Number(/^heading ([1-9])$/i.exec(name)?.[1] ?? Number(outline ?? Number.NaN) + 1)
  return level >= 1 && level <= 9 ? level : undefined
}

const aligns: Record<string, Align> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
}

export const alignOf = (written: string | null | undefined): Align | undefined => aligns[written ?? '']

import type { LevelFormat } from './numbering.ts'
import { childNamed, childrenNamed, writtenIn, type XmlElement } from './xml.ts'

/** The list that a level belongs to, and how its levels down to this one are numbered. */
export type NumberedLevel = { list: string; formats: LevelFormat[] }

export type DocxNumbering = {
  /** By the name that `forMammoth` gives to each level. */
  levels: ReadonlyMap<string, NumberedLevel>
  /**
   * A numbering part that says no more than mammoth asks. It tells only of a level whether it is ordered, and hands one
   * attribute through, the paragraph style that is linked to it: there stands our name of the level.
   */
  forMammoth: string
}

export function readNumbering(root: XmlElement | null): DocxNumbering {
  const abstracts = new Map(
    root ? childrenNamed(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]) : [],
  )
  const levels = new Map<string, NumberedLevel>()
  const lists = root ? childrenNamed(root, 'w:num').map((num) => readList(num, abstracts, levels)) : []
  return { levels, forMammoth: numberingPart(lists.join('')) }
}

function readList(num: XmlElement, abstracts: Map<string, XmlElement>, levels: Map<string, NumberedLevel>): string {
  const id = num.attributes['w:numId'] ?? ''
  const abstractId = writtenIn(num, 'w:abstractNumId') ?? ''
  const overrides = childrenNamed(num, 'w:lvlOverride')
  // Lists that share a definition count on, unless one says where it starts.
  const list = overrides.length > 0 ? `num ${id}` : `abstract ${abstractId}`
  const formats: LevelFormat[] = []
  const written = levelsOf(abstracts.get(abstractId), abstracts).map((level, at) => {
    const override = overrides.find((each) => each.attributes['w:ilvl'] === String(at))
    formats.push(formatOf(childNamed(override, 'w:lvl') ?? level, writtenIn(override, 'w:startOverride')))
    const name = writtenIn(level, 'w:pStyle') ?? `${id}.${at}`
    levels.set(name, { list, formats: [...formats] })
    return levelPart(at, formats[at]?.format ?? '', name)
  })
  return listPart(id, written.join(''))
}

/** A definition may only point to a style that points to another; both stand in the same part under one style name. */
function levelsOf(abstract: XmlElement | undefined, abstracts: Map<string, XmlElement>): XmlElement[] {
  const link = writtenIn(abstract, 'w:numStyleLink')
  const linked = link ? [...abstracts.values()].find((each) => writtenIn(each, 'w:styleLink') === link) : abstract
  return linked ? childrenNamed(linked, 'w:lvl').slice(0, 9) : []
}

const formatOf = (level: XmlElement, start: string | undefined): LevelFormat => ({
  format: writtenIn(level, 'w:numFmt') ?? 'decimal',
  pattern: writtenIn(level, 'w:lvlText') ?? '%1.',
  start: Number(start ?? writtenIn(level, 'w:start') ?? 1) || 1,
})

const numberingPart = (lists: string) =>
  `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${lists}</w:numbering>`

function listPart(id: string, levels: string): string {
  const number = quoted(id)
  return (
    `<w:abstractNum w:abstractNumId=${number}>${levels}</w:abstractNum>` +
    `<w:num w:numId=${number}><w:abstractNumId w:val=${number}/></w:num>`
  )
}

const levelPart = (at: number, format: string, name: string) =>
  `<w:lvl w:ilvl="${at}"><w:numFmt w:val=${quoted(format)}/><w:pStyle w:val=${quoted(name)}/></w:lvl>`

const quoted = (value: string) =>
  `"${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`

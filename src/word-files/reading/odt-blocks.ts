import { type Block, type Look, type Paragraph, type Piece, paragraph, type Row, type Table, text } from '../block.ts'
import { mostColumns, mostLayers, mostRepeatedSpaces, mostRows } from '../limits.ts'
import { joinAlike } from '../office-text.ts'
import { Unreadable } from '../refusal.ts'
import { assertTableFits } from './assert-table-fits.ts'
import type { WantedPicture } from './gather-pictures.ts'
import { createCounters, type LevelFormat } from './numbering.ts'
import type { OdtStyle, OdtStyles } from './odt-styles.ts'
import { childNamed, elementsOf, type XmlElement, type XmlNode } from './xml.ts'

type OdtTools = {
  styles: OdtStyles
  /** The picture of an address in the file, or outside of it. */
  pictureAt(address: string): WantedPicture
}

export type OdtBlocks = {
  blocks: Block[]
  notes: Block[][]
  wanted: WantedPicture[]
  comments: number
  changes: number
  contents: number
}

type ListAt = { id: string; formats: LevelFormat[]; level: number }

/** What holds paragraphs and is nothing itself. */
const holders = ['text:section', 'draw:g', 'draw:a', 'draw:custom-shape', 'draw:rect']

/** The body of a text document as blocks. Pictures and notes are numbered in the order of the text. */
export function odtBlocks(body: XmlElement, { styles, pictureAt }: OdtTools): OdtBlocks {
  const wanted: WantedPicture[] = []
  const notes: Block[][] = []
  const counters = createCounters()
  let [comments, changes, contents, lists] = [0, 0, 0, 0]

  function blocksIn(element: XmlElement, list: ListAt | null, layer: number): Block[] {
    if (layer > mostLayers) throw new Unreadable('damaged')
    return elementsOf(element).flatMap((child): Block[] => {
      if (child.name === 'text:p' || child.name === 'text:h') return paragraphsOf(child, list, layer)
      if (child.name === 'text:list') return listOf(child, list, layer)
      if (child.name === 'table:table') return [tableOf(child, layer)]
      if (child.name === 'draw:frame') return frameOf(child, layer)
      if (child.name === 'text:table-of-content') contents++
      if (child.name === 'text:tracked-changes') changes += elementsOf(child).length
      return holders.includes(child.name) ? blocksIn(child, list, layer + 1) : []
    })
  }

  function paragraphsOf(element: XmlElement, list: ListAt | null, layer: number): Block[] {
    const style = styles.of(element.attributes['text:style-name'], 'paragraph')
    const boxes: Block[] = []
    const pieces = joinAlike(piecesOf(element.children, style, null, boxes, layer))
    const outline = element.name === 'text:h' ? Number(element.attributes['text:outline-level'] ?? 1) : null
    const own: Paragraph = paragraph(pieces, {
      align: style.align ?? 'left',
      headingLevel: outline ?? style.headingLevel ?? null,
      list: list && { level: list.level, label: counters.next(list.id, list.formats.slice(0, list.level + 1)) },
    })
    return [own, ...boxes]
  }

  /** Only the first paragraph of an item has its mark; the others stand below it. */
  function listOf(element: XmlElement, above: ListAt | null, layer: number): Block[] {
    const level = above ? above.level + 1 : 0
    const ownStyle = element.attributes['text:style-name']
    const formats = ownStyle ? styles.list(ownStyle) : (above?.formats ?? [])
    const list = { id: above?.id ?? idOf(element, ownStyle), formats, level }
    return elementsOf(element).flatMap((item) => {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') return []
      const [first, ...others] = elementsOf(item)
      if (!first) return []
      const isMarked = item.name === 'text:list-item' && first.name !== 'text:list'
      return [
        ...blocksIn({ ...item, children: [first] }, isMarked || first.name === 'text:list' ? list : null, layer + 1),
        ...others.flatMap((other) =>
          blocksIn({ ...item, children: [other] }, other.name === 'text:list' ? list : null, layer + 1),
        ),
      ]
    })
  }

  function idOf(element: XmlElement, style: string | undefined): string {
    const goesOn =
      element.attributes['text:continue-numbering'] === 'true' || element.attributes['text:continue-list'] !== undefined
    if (goesOn && style) return `style ${style}`
    if (style) counters.restart(`style ${style}`)
    lists++
    return style ? `style ${style}` : `list ${lists}`
  }

  function tableOf(element: XmlElement, layer: number): Table {
    const rows = rowsIn(element, false)
    assertTableFits(rows.map((row) => row.element.children.length))
    return {
      kind: 'table',
      rows: rows.map(
        ({ isHead, element: row }): Row => ({
          isHead,
          cells: elementsOf(row)
            .filter(({ name }) => name === 'table:table-cell')
            .map((cell) => ({
              blocks: blocksIn(cell, null, layer + 1),
              columns: countIn(cell, 'table:number-columns-spanned', mostColumns),
              rows: countIn(cell, 'table:number-rows-spanned', mostRows),
            })),
        }),
      ),
    }
  }

  function frameOf(frame: XmlElement, layer: number): Block[] {
    const box = childNamed(frame, 'draw:text-box')
    if (box) return blocksIn(box, null, layer + 1)
    const picture = pictureOf(frame)
    return picture.length > 0 ? [paragraph(picture)] : []
  }

  /** A frame may hold several forms of one picture, the best first. */
  function pictureOf(frame: XmlElement): Piece[] {
    const address = childNamed(frame, 'draw:image')?.attributes['xlink:href']
    if (!address) return []
    const said = ['svg:desc', 'svg:title'].map((name) => childNamed(frame, name)).map((each) => each && wordsOf(each))
    return [
      { kind: 'picture', at: wanted.push(pictureAt(address)) - 1, alternativeText: said.find((words) => words) ?? '' },
    ]
  }

  function piecesOf(nodes: XmlNode[], style: OdtStyle, href: string | null, boxes: Block[], layer: number): Piece[] {
    if (layer > mostLayers) throw new Unreadable('damaged')
    const inside = (element: XmlElement, own: OdtStyle = style, link: string | null = href) =>
      piecesOf(element.children, own, link, boxes, layer + 1)

    return nodes.flatMap((node): Piece[] => {
      if (node.type === 'text') return [text(node.value.replace(/[\t\n\r ]+/g, ' '), lookOf(style), href)]
      switch (node.name) {
        case 'text:span':
          return inside(node, within(style, styles.of(node.attributes['text:style-name'], 'text')))
        case 'text:a':
          return inside(node, style, node.attributes['xlink:href'] ?? href)
        case 'text:s':
          return [text(' '.repeat(countIn(node, 'text:c', mostRepeatedSpaces)), lookOf(style), href)]
        case 'text:tab':
          return [text('\t', lookOf(style), href)]
        case 'text:line-break':
          return [{ kind: 'break' }]
        case 'text:note':
          return [noteOf(node, layer)]
        case 'office:annotation':
          comments++
          return []
        case 'draw:frame':
          return anchored(node, boxes, layer)
        case 'draw:a':
          return inside(node)
        case 'draw:custom-shape':
        case 'draw:rect':
        case 'draw:g':
          boxes.push(...blocksIn(node, null, layer + 1))
          return []
        default:
          return silentElements.includes(node.name) ? [] : inside(node)
      }
    })
  }

  function anchored(frame: XmlElement, boxes: Block[], layer: number): Piece[] {
    const box = childNamed(frame, 'draw:text-box')
    if (!box) return pictureOf(frame)
    boxes.push(...blocksIn(box, null, layer + 1))
    return []
  }

  function noteOf(element: XmlElement, layer: number): Piece {
    const body = childNamed(element, 'text:note-body')
    const at = notes.push([]) - 1
    if (body) notes[at] = blocksIn(body, null, layer + 1)
    return { kind: 'note', at }
  }

  const blocks = blocksIn(body, null, 0)
  return { blocks, notes, wanted, comments, changes, contents }
}

const silentElements = ['office:annotation-end', 'text:ruby-text', 'text:tracked-changes', 'office:event-listeners']

/** The rows that a table shows, those of its head marked. */
function rowsIn(element: XmlElement, isHead: boolean): { isHead: boolean; element: XmlElement }[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'table:table-row') return [{ isHead, element: child }]
    if (child.name === 'table:table-header-rows') return rowsIn(child, true)
    return child.name === 'table:table-rows' || child.name === 'table:table-row-group' ? rowsIn(child, isHead) : []
  })
}

function countIn({ attributes }: XmlElement, name: string, most: number): number {
  const count = Number(attributes[name] ?? 1)
  return count >= 1 ? Math.min(Math.floor(count), most) : 1
}

const wordsOf = (element: XmlElement): string =>
  element.children
    .map((child) => (child.type === 'text' ? child.value : wordsOf(child)))
    .join('')
    .trim()

/** What a span says comes before what the paragraph says. */
function within(outer: OdtStyle, span: OdtStyle): OdtStyle {
  return {
    ...outer,
    isBold: span.isBold ?? outer.isBold,
    isItalic: span.isItalic ?? outer.isItalic,
    isStruck: span.isStruck ?? outer.isStruck,
    raised: span.raised ?? outer.raised,
    font: span.font ?? outer.font,
  }
}

function lookOf({ isBold, isItalic, isStruck, raised, font }: OdtStyle): Look {
  return {
    isBold: isBold ?? false,
    isItalic: isItalic ?? false,
    isStruck: isStruck ?? false,
    raised: raised ?? null,
    font: font ?? null,
  }
}

import { type Align, type Block, type ListPlace, type Look, type Piece, paragraph, type Table, text } from '../block.ts'
import { mostColumns, mostLayers, mostRows } from '../limits.ts'
import { joinAlike } from '../office-text.ts'
import { Unreadable } from '../refusal.ts'
import { assertTableFits } from './assert-table-fits.ts'
import type { DocxNumbering } from './docx-numbering.ts'
import { alignOf, type DocxStyles } from './docx-styles.ts'
import type { WantedPicture } from './gather-pictures.ts'
import {
  isElsewhere,
  type MammothDocument,
  type MammothImage,
  type MammothNode,
  type MammothNoteReference,
  type MammothParagraph,
  type MammothRun,
  type MammothTable,
} from './mammoth-document.ts'
import { createCounters } from './numbering.ts'

type DocxTools = {
  styles: DocxStyles
  numbering: DocxNumbering
  /** The file name of a picture that was read. */
  nameOf(bytes: Uint8Array): string
}

/** `contents` counts the tables of contents that were left out. */
type DocxBlocks = { blocks: Block[]; notes: Block[][]; wanted: WantedPicture[]; contents: number }

/** Twips, about seven centimetres: a paragraph that begins there stands at the right. */
const farRight = 4000

type Style = { isBold: boolean; isItalic: boolean; font: string | null }

/** mammoth's document as blocks. Pictures and notes are numbered in the order in which the text mentions them. */
export function docxBlocks(document: MammothDocument, { styles, numbering, nameOf }: DocxTools): DocxBlocks {
  const wanted: WantedPicture[] = []
  const mentioned: MammothNoteReference[] = []
  const counters = createCounters()
  let contents = 0

  function blocksOf(nodes: MammothNode[], layer: number): Block[] {
    if (layer > mostLayers) throw new Unreadable('damaged')
    return nodes.flatMap((node): Block[] => {
      if (node.type === 'paragraph') return paragraphsOf(node, layer)
      if (node.type === 'table') return [tableOf(node, layer)]
      if ('children' in node) return blocksOf(node.children, layer + 1)
      const pieces = piecesOf([node], standardStyle, null)
      return pieces.length > 0 ? [paragraph(pieces)] : []
    })
  }

  /** A paragraph, and those of the text boxes that hang on it. */
  function paragraphsOf(node: MammothParagraph, layer: number): Block[] {
    const style = styles.of(node.styleId)
    if (style.isContents) {
      contents = 1
      return []
    }
    const look = { isBold: style.isBold ?? false, isItalic: style.isItalic ?? false, font: style.font ?? null }
    const own = paragraph(joinAlike(piecesOf(node.children, look, null)), {
      align: alignIn(node, style.align),
      headingLevel: style.headingLevel ?? null,
      list: listPlace(node),
    })
    return [own, ...blocksOf(boxesIn(node.children), layer + 1)]
  }

  function listPlace({ numbering: place }: MammothParagraph): ListPlace | null {
    const numbered = place && numbering.levels.get(place.paragraphStyleId ?? '')
    if (!numbered) return null
    return { level: numbered.formats.length - 1, label: counters.next(numbered.list, numbered.formats) }
  }

  function tableOf(node: MammothTable, layer: number): Table {
    const rows = node.children.filter(({ type }) => type === 'tableRow')
    assertTableFits(rows.map(({ children }) => children.length))
    return {
      kind: 'table',
      rows: rows.map(({ isHeader, children }) => ({
        isHead: isHeader,
        cells: children
          .filter(({ type }) => type === 'tableCell')
          .map((cell) => ({
            blocks: blocksOf(cell.children, layer + 1),
            columns: Math.min(cell.colSpan || 1, mostColumns),
            rows: Math.min(cell.rowSpan || 1, mostRows),
          })),
      })),
    }
  }

  function piecesOf(nodes: MammothNode[], style: Style, href: string | null): Piece[] {
    return nodes.flatMap((node): Piece[] => {
      switch (node.type) {
        case 'run':
          return runPieces(node, style, href)
        case 'hyperlink':
          return piecesOf(node.children, style, node.href ?? href)
        case 'image':
          return [pictureOf(node)]
        case 'noteReference':
          return noteOf(node)
        case 'break':
          return node.breakType === 'line' ? [{ kind: 'break' }] : []
        default:
          return plainPieces(node, lookOf(style), href)
      }
    })
  }

  function runPieces(run: MammothRun, style: Style, href: string | null): Piece[] {
    const character = run.styleId === null ? null : styles.of(run.styleId)
    const own = {
      isBold: run.isBold || (character?.isBold ?? style.isBold),
      isItalic: run.isItalic || (character?.isItalic ?? style.isItalic),
      font: run.font ?? style.font,
    }
    const look = lookOf(own, run)
    return run.children.flatMap((node) =>
      node.type === 'text' || node.type === 'tab' || node.type === 'checkbox'
        ? plainPieces(node, look, href)
        : piecesOf([node], own, href),
    )
  }

  function pictureOf(image: MammothImage): Piece {
    const picture: WantedPicture = { name: '', read }
    async function read(): Promise<Uint8Array | 'external'> {
      const bytes = await image.readAsArrayBuffer().catch(whyNot)
      if (bytes !== 'external') picture.name = nameOf(bytes)
      return bytes
    }
    return { kind: 'picture', at: wanted.push(picture) - 1, alternativeText: image.altText ?? '' }
  }

  function noteOf(reference: MammothNoteReference): Piece[] {
    if (!document.notes.resolve(reference)) return []
    const known = mentioned.findIndex(
      ({ noteType, noteId }) => noteType === reference.noteType && noteId === reference.noteId,
    )
    return [{ kind: 'note', at: known >= 0 ? known : mentioned.push(reference) - 1 }]
  }

  const blocks = blocksOf(document.children, 0)
  const notes = mentioned.map((reference) => blocksOf(document.notes.resolve(reference)?.body ?? [], 0))
  return { blocks, notes, wanted, contents }
}

const standardStyle: Style = { isBold: false, isItalic: false, font: null }

/** `text` for words, tabs and boxes to tick, nothing for what shows nothing. */
function plainPieces(node: MammothNode, look: Look, href: string | null): Piece[] {
  if (node.type === 'text') return [text(node.value, look, href)]
  if (node.type === 'tab') return [text('\t', look, href)]
  return node.type === 'checkbox' ? [text(node.checked ? '☑' : '☐', look, href)] : []
}

const raisedBy = { superscript: 'up', subscript: 'down', baseline: null } as const

function lookOf(style: Style, run?: MammothRun): Look {
  return { ...style, isStruck: run?.isStrikethrough ?? false, raised: raisedBy[run?.verticalAlignment ?? 'baseline'] }
}

function alignIn({ alignment, indent }: MammothParagraph, byStyle: Align | undefined): Align {
  const align = alignOf(alignment) ?? byStyle ?? 'left'
  return align !== 'right' && Number(indent.start ?? 0) >= farRight ? 'right' : align
}

/** Paragraphs and tables that stand inside of a run. */
function boxesIn(nodes: MammothNode[]): MammothNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph' || node.type === 'table') return [node]
    return node.type === 'run' || node.type === 'hyperlink' ? boxesIn(node.children) : []
  })
}

function whyNot(error: unknown): 'external' {
  if (isElsewhere(error)) return 'external'
  throw error instanceof Unreadable ? error : new Unreadable('damaged')
}

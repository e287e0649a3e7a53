import {
  type Block,
  type ListPlace,
  type Paragraph,
  plainLook,
  type Surroundings,
} from '../../../word-files/rules/index.ts'
import { isBlock, isDroppedWhole, isElement, isEmbedded, isList, isWords } from './element-kinds.ts'
import { createStyleReader, type Declarations } from './element-styles.ts'
import type { Flow, Left, RealItem } from './flow.ts'
import { articleAddress } from './links.ts'
import { lookUnder, visibleStyles } from './looks.ts'
import { asideIn, headingLevelOf, isIgnored, wordListPlace } from './office-marks.ts'
import { createParagraphs, type Paragraphs } from './paragraphs.ts'
import { type FilePictures, type PastedPicture, takePicture } from './pasted-pictures.ts'
import { readTable } from './read-table.ts'

const nowhere: Surroundings = {
  look: plainLook,
  href: null,
  hasLines: false,
  align: 'left',
  headingLevel: null,
  list: null,
  isQuoted: false,
  depth: 0,
}

/** What a clipboard says, whatever program wrote it. Elements that say nothing are walked through. */
export function readFlow(page: Document, files: FilePictures): Flow {
  const styleOf = createStyleReader(page)
  const pictures: PastedPicture[] = []
  const left: Left[] = []
  const styles = new Set<string>()

  const cells = {
    read: (cell: Element, around: Surroundings) => blocksIn(cell, surroundingsIn(cell, styleOf(cell), around)),
    isShown: (element: Element) => asideIn(element, styleOf(element)) !== 'hidden',
  }

  const blocks = blocksIn(page.body, nowhere)
  return { blocks, pictures, left: [...left, ...[...styles].map(asStyle)] }

  function blocksIn(element: Element, around: Surroundings): Block[] {
    const paragraphs = createParagraphs()
    walkInside(element, around, paragraphs)
    return paragraphs.finish()
  }

  function walkInside(element: Element, around: Surroundings, into: Paragraphs) {
    for (const node of element.childNodes) {
      if (isWords(node)) into.addWords(node.data, around)
      else if (isElement(node)) walk(node, around, into)
    }
  }

  function walk(element: Element, around: Surroundings, into: Paragraphs) {
    if (isDroppedWhole(element)) return
    if (isEmbedded(element)) return void left.push({ what: 'embeds', name: element.getAttribute('title') ?? '' })
    if (element.localName === 'br') return into.addBreak(around)
    if (element.localName === 'img') return readPicture(element, around, into)
    const style = styleOf(element)
    if (isIgnored(style)) return
    const aside = asideIn(element, style)
    if (aside === 'hidden') return
    if (aside !== null) return void left.push({ what: aside, name: '' })
    for (const visible of visibleStyles(element, style)) styles.add(visible)
    walkKept(element, style, around, into)
  }

  function walkKept(element: Element, style: Declarations, around: Surroundings, into: Paragraphs) {
    const inside = surroundingsIn(element, style, around)
    if (element.localName === 'hr') return into.addRule()
    if (element.localName === 'table') return into.addTable(readTable(element, inside, cells))
    const standsAlone = isBlock(element) || /^(?:block|list-item|flex|grid)$/.test(style.get('display') ?? '')
    if (standsAlone) into.end()
    walkInside(element, inside, into)
    if (standsAlone) into.end()
  }

  function surroundingsIn(element: Element, style: Declarations, around: Surroundings): Surroundings {
    return {
      look: lookUnder(around.look, element, style),
      href: element.localName === 'a' ? addressOf(element) : around.href,
      hasLines: preformatted(element, style) ?? around.hasLines,
      align: alignOf(element, style) ?? around.align,
      headingLevel: headingLevelOf(element, style) ?? around.headingLevel,
      list: listPlace(element, style, around),
      isQuoted: around.isQuoted || element.localName === 'blockquote',
      depth: around.depth + (isList(element) ? 1 : 0),
    }
  }

  function addressOf(link: Element): string | null {
    const written = link.getAttribute('href')
    if (written === null) return null
    const address = articleAddress(written)
    if (address === null && (link.textContent ?? '').trim() !== '') left.push({ what: 'links', name: '' })
    return address
  }

  function listPlace(element: Element, style: Declarations, around: Surroundings): ListPlace | null {
    if (element.localName === 'li') return itemPlace(element, around)
    return wordListPlace(element, style, styleOf) ?? around.list
  }

  function readPicture(image: Element, around: Surroundings, into: Paragraphs) {
    const taken = takePicture(image, files)
    if (taken.kind === 'words') into.addWords(taken.words, around)
    if (taken.kind === 'left') left.push({ what: taken.what, name: taken.name })
    if (taken.kind !== 'picture') return
    into.addPiece({ kind: 'picture', at: pictures.length, alternativeText: taken.alternativeText }, around)
    pictures.push(taken.picture)
  }
}

const asStyle = (name: string): Left => ({ what: 'styles', name })

/** Text without any form: a line is a paragraph, but where its sentence goes on in the next one. */
export function readPlainFlow(words: string): Flow {
  const paragraphs = createParagraphs()
  paragraphs.addWords(words, { ...nowhere, hasLines: true })
  return { blocks: paragraphs.finish(), pictures: [], left: [] }
}

/** Word on the web writes a list for each item, and its level beside it. */
function itemPlace(item: Element, { depth }: Surroundings): RealItem {
  const told = Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level'))
  const level = told >= 1 && told <= 9 ? told : Math.max(depth, 1)
  return { level: level * 2, label: numberOf(item), isReal: true }
}

/** `3.` in an ordered list, null in others. */
function numberOf(item: Element): string | null {
  const list = item.parentElement
  if (list?.localName !== 'ol') return null
  let number = Number.parseInt(list.getAttribute('start') ?? '1', 10)
  for (const each of list.children) {
    if (each === item) break
    if (each.localName === 'li') number++
  }
  return number >= 0 && number <= 999 ? `${number}.` : '1.'
}

function preformatted(element: Element, style: Declarations): boolean | null {
  const written = style.get('white-space')
  if (written) return /^(?:pre|break-spaces)/.test(written)
  return element.localName === 'pre' || element.localName === 'listing' ? true : null
}

function alignOf(element: Element, style: Declarations): Paragraph['align'] | null {
  if (element.localName === 'center' || element.localName === 'figcaption') return 'center'
  const written = style.get('text-align') ?? element.getAttribute('align') ?? ''
  const align = /^(?:left|center|right|justify)$/i.exec(written)?.[0].toLowerCase()
  return align ? (align as Paragraph['align']) : null
}

import type { Element } from 'hast'
import { type Block, plainLook, type Surroundings, text } from '../../word-files/index.ts'
import type { OldPicture } from '../old-article.ts'
import {
  attributeOf,
  isBlock,
  isDroppedWhole,
  isElement,
  isEmbedded,
  isList,
  type Node,
  styleOf,
  wordsInside,
} from './element-kinds.ts'
import { alignOf, lookUnder } from './look.ts'
import { createParagraphs, type Paragraphs } from './paragraphs.ts'
import { picturesIn, videoAddress } from './pictures.ts'
import { readTable } from './read-table.ts'

/** A text of the web as the blocks that files of offices come to, so that the same rules judge both. */
export type HtmlText = {
  blocks: Block[]
  /** Their places are the numbers of the pieces. */
  pictures: OldPicture[]
  /** Addresses that the text leads to, as they were written. */
  links: string[]
  /** What was to be seen or heard and has no place in our articles, by its address. */
  embedded: string[]
}

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

/** Throws a RangeError for elements that lie too deep in each other. */
export function readHtml(nodes: Node[], { hasLines }: { hasLines: boolean }): HtmlText {
  const pictures: OldPicture[] = []
  const links = new Set<string>()
  const embedded: string[] = []
  const blocks = blocksIn(nodes, { ...nowhere, hasLines })
  return { blocks, pictures, links: [...links], embedded }

  function blocksIn(inside: Node[], around: Surroundings): Block[] {
    const paragraphs = createParagraphs()
    walkAll(inside, around, paragraphs)
    return paragraphs.finish()
  }

  function walkAll(inside: Node[], around: Surroundings, into: Paragraphs) {
    for (const node of inside) {
      if (node.type === 'text') into.addWords(node.value, around)
      else if (isElement(node)) walk(node, around, into)
    }
  }

  function walk(element: Element, around: Surroundings, into: Paragraphs) {
    if (isDroppedWhole(element) || isHidden(element)) return
    if (isEmbedded(element)) return readEmbedded(element, around, into)
    if (element.tagName === 'br') return into.addPiece({ kind: 'break' }, around)
    if (element.tagName === 'hr') return into.addRule()
    if (element.tagName === 'img') return readPicture(element, around, into)
    const inside = surroundingsIn(element, around)
    if (element.tagName === 'table') return readTableOf(element, inside, into)
    const standsAlone = isBlock(element)
    if (standsAlone) into.end()
    if (isList(element)) walkList(element, inside, into)
    else walkAll(element.children, inside, into)
    if (standsAlone) into.end()
  }

  function walkList(list: Element, around: Surroundings, into: Paragraphs) {
    let number = firstNumber(list)
    for (const node of list.children) {
      const isItem = isElement(node) && node.tagName === 'li'
      const label = number === null ? null : `${number}.`
      walkAll([node], isItem ? { ...around, list: { level: around.depth * 2, label } } : around, into)
      if (isItem && number !== null) number++
    }
  }

  function surroundingsIn(element: Element, around: Surroundings): Surroundings {
    const style = styleOf(element)
    const level = /^h([1-6])$/.exec(element.tagName)?.[1]
    return {
      look: lookUnder(around.look, element, style),
      href: element.tagName === 'a' ? addressOf(element) : around.href,
      // Whoever writes paragraphs as elements breaks lines only where it is written.
      hasLines: element.tagName === 'pre' || (around.hasLines && element.tagName !== 'p'),
      align: alignOf(element, style) ?? around.align,
      headingLevel: level ? Number(level) : around.headingLevel,
      list: element.tagName === 'li' && around.depth === 0 ? { level: 2, label: null } : around.list,
      isQuoted: around.isQuoted || element.tagName === 'blockquote',
      depth: around.depth + (isList(element) ? 1 : 0),
    }
  }

  function addressOf(link: Element): string | null {
    const written = attributeOf(link, 'href').trim()
    if (written === '' || written.startsWith('#')) return null
    links.add(written)
    return written
  }

  function readTableOf(element: Element, around: Surroundings, into: Paragraphs) {
    const inside = { ...around, list: null, headingLevel: null, depth: 0 }
    const table = readTable(element, (cell) => blocksIn(cell.children, surroundingsIn(cell, inside)))
    if (table) return into.addTable(table)
    embedded.push('<table>')
    into.end()
    walkAll(element.children, inside, into)
    into.end()
  }

  function readPicture(image: Element, around: Surroundings, into: Paragraphs) {
    const found = picturesIn(image, around.href)
    if (typeof found === 'string') return into.addWords(found, around)
    if (!found) return
    into.addPiece({ kind: 'picture', at: pictures.length, alternativeText: found.alternativeText }, around)
    pictures.push(found)
  }

  /** A video stands alone in its paragraph, as its address; so our renderer knows it. */
  function readEmbedded(element: Element, around: Surroundings, into: Paragraphs) {
    const address = attributeOf(element, 'src') || attributeOf(element, 'data')
    const video = videoAddress(address)
    if (!video) return void embedded.push(address || `<${element.tagName}>`)
    into.end()
    into.addPiece(text(video), around)
    into.end()
  }
}

const isHidden = (element: Element): boolean =>
  attributeOf(element, 'hidden') !== '' || styleOf(element).get('display') === 'none'

/** Of an ordered list the number of its first item; null for bullets. */
function firstNumber({ tagName, properties }: Element): number | null {
  if (tagName !== 'ol') return null
  const start = Number(properties['start'] ?? 1)
  return start >= 0 && start <= 900 ? start : 1
}

/** The words of a field of a page, in one line. */
export const lineOf = (nodes: Node[]): string => nodes.map(wordsInside).join(' ').replace(/\s+/g, ' ').trim()

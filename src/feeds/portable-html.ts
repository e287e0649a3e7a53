import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { SKIP, visit } from 'unist-util-visit'
import { xmlText } from './xml.ts'

/** What elements keep where our styles and our choice of picture sizes are unknown. */
const kept: Record<string, readonly string[]> = {
  a: ['href', 'title'],
  abbr: ['title'],
  div: ['lang'],
  img: ['src', 'alt', 'width', 'height'],
  ol: ['start'],
  span: ['lang'],
  td: ['align', 'colSpan', 'rowSpan'],
  th: ['align', 'colSpan', 'rowSpan', 'scope'],
}

/** The body of an article as it can stand on another page: addresses are whole, a picture has one file, drawings are gone. */
export function portableHtml(bodyHtml: string, address: string): string {
  const tree = fromHtml(bodyHtml, { fragment: true })
  simplify(tree)
  visit(tree, 'element', (element) => {
    const names = kept[element.tagName] ?? []
    const properties = Object.entries(element.properties).filter(([name]) => names.includes(name))
    element.properties = Object.fromEntries(
      properties.map(([name, value]) => [name, isAddress(name) ? whole(String(value), address) : value]),
    )
  })
  return toHtml(tree)
}

export const portableParagraph = (text: string): string => (text ? `<p>${xmlText(text)}</p>` : '')

/** Our icons would fill a page that does not know their size. */
function simplify(tree: Root) {
  visit(tree, 'element', (element, place, parent) => {
    if (place === undefined || !parent || !['picture', 'svg'].includes(element.tagName)) return
    const image = element.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'img',
    )
    parent.children.splice(place, 1, ...(image ? [image] : []))
    return [SKIP, place]
  })
}

const isAddress = (name: string) => name === 'href' || name === 'src'

const whole = (address: string, base: string): string => URL.parse(address, base)?.href ?? address

import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'

/** A whole page as a browser would read it. */
export const pageOf = (html: string): Nodes => fromHtml(html)

/** What stands inside a body, as a browser would read it. */
export const fragmentOf = (html: string): Nodes => fromHtml(html, { fragment: true })

/** Every element below, in the order of the page. */
export function elementsIn(tree: Nodes): Element[] {
  const elements: Element[] = []
  visit(tree, 'element', (element) => void elements.push(element))
  return elements
}

export function textIn(tree: Nodes): string {
  const texts: string[] = []
  visit(tree, 'text', ({ value }) => void texts.push(value))
  return texts.join('')
}

import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { keepTogether } from '../text/display.ts'

/** The title of the page is the only h1, so a body begins at h2 and never skips a level. */
export function levelHeadings(tree: Root) {
  let level = 1
  visit(tree, 'element', (node) => {
    const wanted = /^h([1-6])$/.exec(node.tagName)?.[1]
    if (!wanted) return
    level = Math.min(Math.max(Number(wanted), 2), level + 1, 4)
    node.tagName = `h${level}`
  })
}

/** A wide table scrolls in its own place, also by keyboard, instead of widening the page of a phone. */
export function wrapTables(tree: Root, label: string) {
  visit(tree, 'element', (node, place, parent) => {
    if (node.tagName !== 'table' || parent === undefined || place === undefined) return
    visit(node, 'element', scopeHeader)
    parent.children[place] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['wide-table'], role: 'region', ariaLabel: label, tabIndex: 0 },
      children: [node],
    }
    return SKIP
  })
}

function scopeHeader(node: Element) {
  if (node.tagName === 'th') node.properties['scope'] = 'col'
  if (node.tagName === 'th' && isEmpty(node)) node.tagName = 'td'
}

const isEmpty = (node: Element) => node.children.length === 0

/** "2,4 km" must not break between the lines; code is left as it is. */
export function keepUnits(tree: Root) {
  visit(tree, (node) => {
    if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return SKIP
    if (node.type === 'text') node.value = keepTogether(node.value)
    return undefined
  })
}

/** Another site does not learn which page of ours led to it through its window. */
export function guardLinks(tree: Root) {
  visit(tree, 'element', (node) => {
    const href = node.properties['href']
    if (node.tagName === 'a' && typeof href === 'string' && /^https?:/i.test(href))
      node.properties['rel'] = ['noopener']
  })
}

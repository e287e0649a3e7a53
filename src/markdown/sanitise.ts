import type { Nodes, Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { SKIP, visit } from 'unist-util-visit'
import { allowed } from './allowed.ts'

export function sanitise(tree: Nodes): Root {
  const clean = sanitize(tree, allowed) as Root
  keepDivisionsOfALanguage(clean)
  return clean
}

/** Of any other `div` only what is in it stays. */
function keepDivisionsOfALanguage(tree: Root) {
  visit(tree, 'element', (node, place, parent) => {
    if (node.tagName !== 'div' || node.properties['lang'] || parent === undefined || place === undefined) return
    parent.children.splice(place, 1, ...node.children)
    return [SKIP, place]
  })
}

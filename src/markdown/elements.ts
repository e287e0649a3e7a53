import type { Element, ElementContent, Node } from 'hast'
import { type IconName, icons } from '../site/icons.ts'

export const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children })

export const text = (value: string): ElementContent => ({ type: 'text', value })

/** A line drawing as `part('site/icon', name)` shows it. */
export const icon = (name: IconName): Element =>
  element('svg', { className: ['icon'], viewBox: '0 0 24 24', ariaHidden: 'true' }, [
    element('path', { d: icons[name] }),
  ])

export const isNamed = (node: Node | undefined, tagName: string): node is Element =>
  node?.type === 'element' && (node as Element).tagName === tagName

export const isImage = (node: Node | undefined): node is Element => isNamed(node, 'img')

export const isBlank = (node: ElementContent): boolean =>
  (node.type === 'text' && node.value.trim() === '') || isNamed(node, 'br')

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The words of an element and of all in it. */
export function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(wordsOf).join('') : ''
}

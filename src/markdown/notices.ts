import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { element, icon, isBlank, isNamed, text } from './elements.ts'
import type { MarkdownWords } from './words.ts'

const marker = /^\s*\[!(note|important|warning)\][ \t]*(?:\n|$)/i
const icons = { note: 'info', important: 'important', warning: 'alert' } as const
type Level = keyof typeof icons

/** A quotation whose first line is `[!NOTE]`, `[!IMPORTANT]` or `[!WARNING]` is a notice, as on GitHub. */
export function raiseNotices(tree: Root, { levels }: MarkdownWords) {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'blockquote') return
    const level = takeMarker(node)
    if (level === null) return
    const title = levels[level]
    node.tagName = 'aside'
    node.properties = { className: ['notice'], dataLevel: level, role: 'note', ariaLabel: title }
    node.children.unshift(element('p', {}, [icon(icons[level]), text(' '), element('b', {}, [text(title)])]))
  })
}

/** Takes the marker off; null where there is none, or nothing but it. */
function takeMarker(quotation: Element): Level | null {
  const place = quotation.children.findIndex((child) => !isBlank(child))
  const paragraph = quotation.children[place]
  if (!isNamed(paragraph, 'p')) return null
  const [first, second, ...others] = paragraph.children
  if (first?.type !== 'text') return null
  const [line, level] = marker.exec(first.value) ?? []
  if (line === undefined || level === undefined) return null

  const rest = { ...first, value: first.value.slice(line.length) }
  const goesOn = second && !(rest.value === '' && isNamed(second, 'br')) ? [second, ...others] : others
  const content = [rest, ...goesOn]
  const isEmpty = content.every(isBlank)
  if (isEmpty && quotation.children.slice(place + 1).every(isBlank)) return null
  paragraph.children = content
  if (isEmpty) quotation.children.splice(place, 1)
  return level.toLowerCase() as Level
}
